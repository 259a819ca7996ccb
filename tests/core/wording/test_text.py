"""Cleaning, cutting and escaping."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.core.wording.text import clean, cut, escape, escape_cut, link, safe_url, width


@given(text=st.text())
def test_clean_text_is_one_line_of_what_can_be_seen(text: str) -> None:
    cleaned = clean(text)
    assert cleaned == clean(cleaned)
    assert all(c == " " or c.isprintable() or c in "\u200c\u200d\ufffd" or ord(c) > 127 for c in cleaned)
    cleaned.encode("utf-8")


def test_persian_keeps_its_joiners_and_overrides_go() -> None:
    assert clean("\u0645\u06cc\u200c\u062e\u0648") == "\u0645\u06cc\u200c\u062e\u0648"
    assert clean("abc\u202edef\u2066g") == "abcdefg"
    assert clean(" a\n\tb\u2028c ") == "a b c"


@given(text=st.text(st.characters(codec="utf-8")), limit=st.integers(1, 60))
def test_cutting_keeps_to_the_limit_and_cuts_no_escape(text: str, limit: int) -> None:
    assert width(cut(text, limit)) <= limit
    escaped = escape_cut(text, limit)
    assert width(escaped) <= limit
    assert not set(html.unescape(escaped).removesuffix("…")) - set(text)
    assert escape(html.unescape(escaped)) == escaped or "&" in text


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (None, None),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("//news.example", None),
        ('https://news.example/a b<c>|d"e', "https://news.example/a%20b%3Cc%3E%7Cd%22e"),
        ("https://news.example/%C3%A9?a=1&b=2", "https://news.example/%C3%A9?a=1&b=2"),
        ("https://news.example/\u202egnp", "https://news.example/%E2%80%AEgnp"),
        ("https://news.example/" + "x" * 3000, None),
    ],
)
def test_urls(url: str | None, expected: str | None) -> None:
    assert safe_url(url) == expected


def test_a_link_shows_the_text_where_the_url_is_none() -> None:
    assert link("javascript:x", "a<b", 50) == "a&lt;b"
    assert link("https://news.example/?a&b", "x|y", 50) == "<https://news.example/?a&amp;b|x¦y>"


@given(text=st.text())
def test_a_text_without_anything_to_take_out_is_left_as_it_is(text: str) -> None:
    every_character = " ".join("".join(map(clean_character, text)).split())
    assert clean(text) == every_character


def clean_character(character: str) -> str:
    """One character, cleaned on its own; white space stays to be told from nothing."""
    return " " if character.isspace() else clean(f"a{character}\n").removeprefix("a")
