"""Terms and how text is folded to meet them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.core.config.durations import parse_duration
from tocsin.core.config.terms import TOKEN, folded_words, parse_term


@given(st.text())
def test_folded_words_are_the_tokens_in_order(text: str) -> None:
    words = folded_words(text)
    assert len(words) == len(TOKEN.findall(text))
    assert not any(" " in word or not word for word in words)


@given(st.text())
def test_folding_is_done_once(text: str) -> None:
    once = folded_words(text)
    assert [word for each in once for word in folded_words(each)] == once or not text.isascii()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("U.S.-led", ["u", "s", "led"]),
        ("São Tomé", ["sao", "tome"]),
        ("it's", ["it", "s"]),
        ("1,200", ["1", "200"]),
        ("كتاب", ["كتاب"]),
        ("कि", ["कि"]),
        ("東京", ["東", "京"]),
        ("snake_case", ["snake", "case"]),
        ("", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert folded_words(text) == words


def test_a_term_keeps_which_words_are_open() -> None:
    term = parse_term("Mass execut* of")
    assert (term.words, term.open_words) == (("mass", "execut", "of"), (False, True, False))


@pytest.mark.parametrize("written", ["", "*", "!", "* war", "w*r", "a **"])
def test_terms_that_say_nothing_are_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"word|\*"):
        parse_term(written)


@pytest.mark.parametrize(
    ("written", "seconds"), [("90s", 90), ("30m", 1800), ("1h30m", 5400), ("1d", 86400), ("1w", 604800)]
)
def test_durations(written: str, seconds: int) -> None:
    assert parse_duration(written).total_seconds() == seconds


@pytest.mark.parametrize("written", ["", "2", "h", "2 h", "-1h", "1.5h", "53w"])
def test_durations_that_are_none_are_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"duration|longer"):
        parse_duration(written)
