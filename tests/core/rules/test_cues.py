"""The prefilter may let an article through in vain; it may never keep one from being read that has a fact."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tocsin.core.analysis.casualties.triggers import TRIGGERS
from tocsin.core.analysis.reader import Reader
from tocsin.core.model.article import Article
from tocsin.core.rules.cues import Cues
from tocsin.core.rules.keys import DEPLOYMENT_KEY, casualty_key
from tocsin.core.rules.view import Scan
from tocsin.edge.gazetteer import load_gazetteer
from tocsin.local import examples

FEED = Path(examples.__file__).parent / "feed.jsonl"
LABELLED = Path(__file__).parents[4] / "shared" / "eval" / "data"


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(load_gazetteer())


def lost(articles: Iterator[Article], reader: Reader) -> list[str]:
    """The words of facts that no cue announces."""
    cues = Cues()
    words = []
    for article in articles:
        analysis = reader.read(article)
        keys = cues.likely(Scan(article)) if analysis.casualties or analysis.deployments else frozenset()
        words += [fact.text for fact in analysis.casualties if casualty_key(fact.kind) not in keys]
        words += [fact.text for fact in analysis.deployments if DEPLOYMENT_KEY not in keys]
    return words


def article(line: str) -> Article:
    fields = json.loads(line)
    return Article(id="1", title=fields.get("title") or "", body=fields.get("body") or "")


def test_the_cues_lose_no_fact_of_the_sample_feed(reader: Reader) -> None:
    assert lost(map(article, FEED.read_text(encoding="utf-8").splitlines()), reader) == []


@pytest.mark.parametrize("name", ["status-dev", "case2021-dev", "muc4-tst1", "syria-fakes-dev"])
def test_the_cues_lose_no_fact_of_labelled_articles(reader: Reader, name: str) -> None:
    file = LABELLED / f"{name}.jsonl.gz"
    if not file.exists():
        pytest.skip("the evaluation data is not beside the repository")
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        assert lost(map(article, lines), reader) == []


def test_every_word_of_harm_is_announced() -> None:
    cues = Cues()
    killed = casualty_key("killed")
    assert [words for words in TRIGGERS if killed not in cues.likely(Scan(article(json.dumps({"body": words}))))] == []
