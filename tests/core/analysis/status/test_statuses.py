"""Each sentence of ours, read as its author means it."""

from pathlib import Path

import pytest

from tocsin.core.analysis.status import Statuses
from tocsin.core.analysis.text import read_document
from tocsin.core.model.article import Article


def _cases() -> list[tuple[str, str]]:
    lines = (Path(__file__).parent / "sentences.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split(" | ", 1) for line in lines if line and not line.startswith("#"))
    return [(status, sentence) for status, sentence in pairs]


@pytest.mark.parametrize(("status", "sentence"), _cases())
def test_a_fact_stands_as_its_sentence_says(status: str, sentence: str) -> None:
    start, end = sentence.index("["), sentence.index("]") - 1
    plain = sentence.replace("[", "").replace("]", "")
    document = read_document(Article(id="a", title="", body=plain))
    answer = Statuses(document).of("body", start, end)
    assert answer.status == status, f"cue: {answer.cue and answer.cue.text}"
    assert (answer.cue is None) == (status == "stated")
