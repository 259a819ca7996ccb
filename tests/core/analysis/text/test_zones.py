import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.core.analysis.lexicon import Openings
from tocsin.core.analysis.text import read_document
from tocsin.core.analysis.text.furniture import AUTHOR_NOTE, AUTHOR_WORDS
from tocsin.core.model.analysis import ZoneKind
from tocsin.core.model.article import Article

REPORT = "A bomb went off in the market on Monday, killing seven people, police said."
MORE = "The army sent more soldiers to the town, and roads were closed until the evening."


@pytest.mark.parametrize(
    ("paragraph", "why"),
    [
        ("By Jane Doe and John Roe", "byline"),
        ("By Jane Doe, Staff Writer", "byline"),
        ("Reporting by Jane Doe; Editing by John Roe", "byline"),
        ("(Additional reporting by Jane Doe in Amman)", "byline"),
        ("Published: 12 June 2014", "byline"),
        ("Subscribe to our newsletter", "subscription"),
        ("Sign up for the morning briefing", "subscription"),
        ("Become a member to keep reading.", "subscription"),
        ("Related stories: Ten killed in raid", "related"),
        ("Read more: Ten killed in raid on village", "related"),
        ("More on this story", "related"),
        ("Share this article", "navigation"),
        ("Home > World > Middle East", "navigation"),
        ("Click here for more", "navigation"),
        ("Copyright 2014 Example News. All rights reserved.", "navigation"),
        ("Jane Doe is a freelance journalist based in Amman.", "biography"),
        ("He is the author of three books on the war.", "biography"),
        ("Jane covers the region. Follow her on Twitter.", "biography"),
        ("The views expressed in this article are the author's own.", "biography"),
    ],
)
def test_what_is_no_report_is_told_apart(paragraph: str, why: ZoneKind) -> None:
    body = read_document(Article(id="a", title="", body=f"{REPORT}\n\n{MORE}\n\n{paragraph}")).body
    assert [body.zone_at(start) for start, _ in body.paragraphs] == [None, None, why]


@pytest.mark.parametrize(
    "paragraph",
    [
        "By nightfall the army had taken the town, residents said, and the shops were open again.",
        "By all accounts seven people died.",
        "Share prices fell after the news.",
        "Homes were destroyed in three villages.",
        "Related attacks have killed ten.",
        "More than 40 people died.",
        "Police wrote to the families.",
        "A reporter for state television was among the dead.",
    ],
)
def test_a_report_is_evidence(paragraph: str) -> None:
    body = read_document(Article(id="a", title="", body=f"{REPORT}\n\n{paragraph}\n\n{MORE}")).body
    assert [body.zone_at(start) for start, _ in body.paragraphs] == [None, None, None]


@pytest.mark.parametrize(
    "heading", ["Related stories", "Most read", "TRENDING NOW", "More on this story:", "Also read"]
)
def test_the_titles_below_a_heading_of_other_stories_are_no_evidence(heading: str) -> None:
    others = "1. Ten killed in raid on village\n\nWhat do we know about the siege?"
    body = read_document(Article(id="a", title="", body=f"{REPORT}\n\n{heading}\n\n{others}\n\n{MORE}")).body
    assert [body.zone_at(start) for start, _ in body.paragraphs][2:] == ["related", "related", None]


def test_what_is_printed_twice_counts_once() -> None:
    body = read_document(Article(id="a", title="", body=f"{REPORT}\n\n{MORE}\n\n{REPORT.upper()}")).body
    assert [body.zone_at(start) for start, _ in body.paragraphs] == [None, None, "duplicate"]


def test_paragraphs_of_one_length_are_told_apart() -> None:
    first, second, third = (f"{REPORT} {letter}" for letter in "abc")
    text = f"{first}\n\n{second}\n\n{third}\n\n{second}\n\n{first}\n\n{third}"
    body = read_document(Article(id="a", title="", body=text)).body
    assert [body.zone_at(start) for start, _ in body.paragraphs] == [None] * 3 + ["duplicate"] * 3


def test_a_title_repeated_in_the_body_is_a_copy() -> None:
    title = "Bomb kills seven people in Baghdad market"
    document = read_document(Article(id="a", title=title, body=f"{title}. A bomb went off. Seven died."))
    assert document.body.zone_at(0) == "duplicate"
    assert not document.body.in_zone(len(title) + 3)


def test_short_refrains_may_repeat() -> None:
    body = read_document(Article(id="a", title="", body=f"He paused.\n\n{REPORT}\n\nHe paused.\n\n{MORE}")).body
    assert body.zones == ()


@given(st.from_regex(AUTHOR_NOTE, fullmatch=True))
def test_every_note_on_an_author_has_one_of_the_words_looked_for_first(note: str) -> None:
    assert any(word in note for word in AUTHOR_WORDS)
    assert Openings(AUTHOR_WORDS).by_letters(note, 0, len(note))


@pytest.mark.parametrize(
    ("text", "stands"), [("the author of it", True), ("a coauthor of", False), ("author o", False)]
)
def test_author_words_are_sought_where_words_begin(text: str, *, stands: bool) -> None:
    assert Openings(AUTHOR_WORDS).by_letters(text, 0, len(text)) == stands
