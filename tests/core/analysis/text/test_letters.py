"""Compiled code goes letter by letter where interpreted code takes a pattern; both must find the same."""

from bisect import bisect_right

from hypothesis import given
from hypothesis import strategies as st

from tocsin.core.analysis.text.letters import are_letters, is_capital_near, word_by_letters, word_by_pattern
from tocsin.core.analysis.text.searching import by_halves

TEXTS = st.text(
    st.one_of(st.sampled_from("aZ9_-'\"([. \n\u00e9\u00c9\u0434"), st.characters()), min_size=1, max_size=45
)
OFFSETS = st.integers(0, 45)


@given(TEXTS, OFFSETS, OFFSETS)
def test_the_word_behind_is_the_same(text: str, start: int, size: int) -> None:
    start = min(start, len(text))
    end = min(start + size, len(text))
    assert word_by_letters(text, start, end) == word_by_pattern(text, start, end)


@given(TEXTS, OFFSETS, st.integers(1, 7))
def test_letters_are_told_as_python_does(text: str, start: int, size: int) -> None:
    start = min(start, len(text) - 1)
    end = min(start + size, len(text))
    assert are_letters(text, start, end) == text[start:end].isalpha()


@given(TEXTS, OFFSETS, st.integers(1, 7))
def test_a_capital_is_told_as_python_does(text: str, start: int, size: int) -> None:
    start = min(start, len(text))
    assert is_capital_near(text, start, start + size) == text[start : start + size].lstrip(" ")[:1].isupper()


@given(st.lists(st.integers(0, 50), max_size=20).map(sorted), st.integers(-1, 51))
def test_a_number_is_found_as_bisect_does(numbers: list[int], limit: int) -> None:
    assert by_halves(numbers, limit) == bisect_right(numbers, limit) - 1
