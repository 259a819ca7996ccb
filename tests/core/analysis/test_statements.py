"""Sentences of news, each with one statement or none, read as their author means them.

A line of ``statements.txt`` holds what is said (kind, number and status; or movement and status; or ``quiet``) and the
sentence. A number is ``low..high``, ``?`` where the sentence tells none.
"""

from pathlib import Path

import pytest

from tocsin.core.analysis.reader import Reader
from tocsin.core.model.analysis import Analysis
from tocsin.core.model.article import Article

_KINDS = {"killed", "injured", "missing", "captured", "displaced"}


def _lines() -> list[tuple[str, str]]:
    lines = (Path(__file__).parent / "statements.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split(" | ", 1) for line in lines if line and not line.startswith("#"))
    return [(said, sentence) for said, sentence in pairs]


def _number(text: str) -> int | None:
    return None if text == "?" else int(text)


def _numbers(text: str) -> set[int]:
    low, _, high = text.partition("..")
    return {number for number in (_number(low), _number(high or low)) if number is not None}


def _is_told(analysis: Analysis, kind: str, amount: str, status: str) -> bool:
    """Whether a record of this kind and number stands so; without a number, whether the first of the kind does."""
    read = [one for one in analysis.casualties if one.kind == kind]
    wanted = _numbers(amount)
    right = [one for one in read if not wanted or {one.min, one.max} - {None} == wanted]
    return bool(right) and right[0].status == status


@pytest.mark.parametrize(("said", "sentence"), [line for line in _lines() if line[0] != "quiet"])
def test_a_statement_is_read(reader: Reader, said: str, sentence: str) -> None:
    analysis = reader.read(Article(id="a", title="", body=sentence))
    for statement in said.split("; "):
        words = statement.split()
        if words[0] in _KINDS:
            assert _is_told(analysis, *words), analysis.casualties
        else:
            assert [one.status for one in analysis.deployments][:1] == words[1:], analysis.deployments


@pytest.mark.parametrize("sentence", [sentence for said, sentence in _lines() if said == "quiet"])
def test_nothing_is_read_where_nothing_happened(reader: Reader, sentence: str) -> None:
    analysis = reader.read(Article(id="a", title="", body=sentence))
    assert not analysis.casualties
    assert not analysis.deployments
