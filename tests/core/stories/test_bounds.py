"""Whatever articles say and however many there are, signatures and stories keep their size."""

from collections.abc import Callable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tocsin.core.model.analysis import Analysis
from tocsin.core.model.article import Article
from tocsin.core.stories import decode_story, encode_story, signature
from tocsin.core.stories.sketch import SIZE, overlap, sketch
from tocsin.core.stories.stems import words

Make = Callable[..., Any]
TABLE_LIMIT = 64 * 1024


@given(title=st.text(max_size=200), body=st.text(max_size=3000))
@settings(deadline=None)
def test_any_text_has_a_signature(title: str, body: str) -> None:
    signed = signature(Article(id="a", title=title, body=body), Analysis(id="a"))
    assert len(signed.terms) <= 40
    assert len(signed.names) <= 24
    assert len(signed.sketch) <= SIZE
    assert not set(signed.terms) & set(signed.names)
    assert all(0 < len(word) <= 32 for word in (*signed.terms, *signed.names))


@given(letters=st.lists(st.characters(codec="utf-8"), min_size=1, max_size=6), reports=st.integers(1, 60))
@settings(deadline=None, max_examples=25)
def test_a_hostile_story_keeps_within_the_tables_limit(
    letters: list[str], reports: int, make: tuple[Make, Make, Make]
) -> None:
    rulebook, match, _ = make
    book = rulebook()
    noise = "".join(letters)
    for n in range(reports):
        text = " ".join(f"Gunmen stormed the market {noise * 20}{n}" for _ in range(50))
        made = match(f"{noise}{n}", text, minutes=n, publisher=f"{noise * 40}{n}")
        article = replace(made.article, title=noise * 500, url=f"https://x.example/{noise * 400}", source=noise * 300)
        book.fold(replace(made, article=article), n)
    assert max(len(value) for value in book.table.values()) < TABLE_LIMIT


def test_an_endless_story_keeps_the_earliest_source_and_knows_its_older_articles(rulebook: Make, match: Make) -> None:
    book = rulebook()
    for n in range(300):
        book.fold(match(f"a{n}", minutes=n / 10, publisher=f"P{n}"), n)
    assert len(book.table) == 1
    story = decode_story(next(iter(book.table.values())))
    assert story.count == 300
    assert story.reports[0].article == "a0"
    assert story.reports[-1].article == "a299"
    assert book.fold(match("a17", minutes=40), 301).repeat


def test_a_story_reads_back_as_it_was_written(rulebook: Make, match: Make) -> None:
    book = rulebook()
    story = book.fold(match("a"), 1).changed[0].story
    assert decode_story(encode_story(story)) == story


def test_words_of_one_root_share_a_stem() -> None:
    assert {stemmed for _, stemmed in words("bomb bombs bombing bombings bombed Bomb's")} == {"bomb"}
    assert [stemmed for _, stemmed in words("The 1,200 troops of Zürich, U.S. said on Monday")] == [
        "1200",
        "troop",
        "zurich",
        "u.s",
    ]


def test_copies_overlap_and_retellings_do_not() -> None:
    text = [f"w{n}" for n in range(300)]
    cut = [*text[:40], "edited", "here", *text[60:]]
    assert overlap(sketch(text), sketch(text)) == 1.0
    assert overlap(sketch(text), sketch(cut)) > 0.5
    assert overlap(sketch(text), sketch(text[::-1])) == 0.0
    assert overlap((), sketch(text)) == 0.0
