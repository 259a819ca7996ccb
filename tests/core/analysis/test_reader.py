"""The whole reading, over articles of ours and over hostile ones."""

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tocsin.core.analysis.reader import Reader
from tocsin.core.analysis.text.document import READ_LIMIT
from tocsin.core.model.analysis import Analysis
from tocsin.core.model.article import Article
from tocsin.core.model.base import Span

PIECES = st.lists(
    st.sampled_from(
        [
            *(
                "killed",
                "12",
                "people",
                "soldiers",
                "no",
                "not",
                "denied",
                "that",
                "were",
                "in",
                "Mosul",
                "Iraq",
                ",",
                ".",
            ),
            *("troops", "deployed", "to", "the", "Gulf", "could", "1991", '"', "(", ")", "<b>", "&amp;", "\n\n", "if"),
            *(
                "at least",
                "wounded",
                "two",
                "of",
                "them",
                "and",
                "BAGHDAD (AP) -",
                "\u2019",
                "\u00e9",
                "\u00e2\u20ac\u2122",
                ";",
            ),
            *(
                "sent",
                "warships",
                "anniversary",
                "of",
                "could not be verified",
                "reportedly",
                "captured",
                "the town",
                "\U0001f600",
            ),
        ]
    ),
    max_size=60,
).map(" ".join)


def spans(analysis: Analysis) -> list[Span]:
    facts = [*analysis.casualties, *analysis.deployments]
    extra = [span for fact in facts for span in (fact.cue, fact.attribution) if span is not None]
    return [*analysis.places, *facts, *extra]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
@given(title=PIECES, body=PIECES)
def test_every_span_holds_its_words(reader: Reader, title: str, body: str) -> None:
    article = Article(id="a", title=title, body=body)
    analysis = reader.read(article)
    for span in spans(analysis):
        original = article.title if span.field == "title" else article.body
        assert 0 <= span.start < span.end <= len(original)
        assert span.text == original[span.start : span.end]
    for start, end in analysis.sentences:
        assert 0 <= start < end <= len(body)
    assert msgspec.json.decode(msgspec.json.encode(analysis), type=Analysis) == analysis


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
@given(body=st.text(max_size=400))
def test_any_text_can_be_read(reader: Reader, body: str) -> None:
    for span in spans(reader.read(Article(id="a", title=body[:40], body=body))):
        assert span.text


@given(body=PIECES)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=50)
def test_the_same_article_is_read_the_same(reader: Reader, body: str) -> None:
    article = Article(id="a", title="", body=body)
    assert reader.read(article) == reader.read(article)


def test_a_fact_carries_the_place_its_sentence_ties_it_to(reader: Reader) -> None:
    body = (
        "AMMAN, Jordan (AP) - Officials met on Monday. A car bomb killed 14 people in Mosul, police said. "
        "In Basra, gunmen wounded three guards."
    )
    found = reader.read(Article(id="a", title="", body=body))
    assert [(one.kind, one.min, one.place) for one in found.casualties] == [
        ("killed", 14, "Mosul"),
        ("injured", 3, "Basra"),
    ]
    assert "country:IQ" in found.casualties[0].within


def test_a_dateline_places_nothing(reader: Reader) -> None:
    found = reader.read(
        Article(id="a", title="", body="AMMAN, Jordan (AP) - A car bomb killed 14 people, police said.")
    )
    assert [one.place for one in found.casualties] == [None]


def test_an_authors_note_is_no_evidence(reader: Reader) -> None:
    report = "A bomb killed nine people in Mosul on Monday.\n\nThe army sent more soldiers to the town.\n\n"
    note = "Jane Doe is a freelance journalist who covered the war that killed 3,000 people. She lives in Amman."
    found = reader.read(Article(id="a", title="", body=report + note))
    assert [one.min for one in found.casualties] == [9]
    assert [zone.why for zone in found.zones] == ["biography"]


def test_attribution_is_kept(reader: Reader) -> None:
    found = reader.read(Article(id="a", title="", body="Police said 12 people were killed in Mosul."))
    (casualty,) = found.casualties
    assert casualty.status == "stated"
    assert casualty.attribution is not None
    assert casualty.attribution.text == "Police said"


HOSTILE = {
    "one letter": "a",
    "one capital": "A",
    "brackets": "(",
    "quotes": '"',
    "full stops": ". ",
    "numbers": "12 ",
    "the same fact": "12 people were killed in Mosul. ",
    "a fact without end": "12 people were killed and ",
    "forces without end": "troops were deployed to Iraq, ",
    "cues without end": "not reportedly could denied ",
    "tags": "<p",
    "comments": "<!--",
    "entities": "&amp;",
    "capitals": "Mosul Iraq ",
    "dashes": "- ",
    "years": "in 1991 ",
}


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_megabyte_of_anything_is_read_to_its_limit(reader: Reader, unit: str) -> None:
    body = unit * (1_000_000 // len(unit))
    analysis = reader.read(Article(id="a", title="", body=body))
    assert all(span.end <= READ_LIMIT for span in spans(analysis))
