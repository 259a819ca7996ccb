import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.core.analysis.lexicon import Sought

WALLS = Sought(("but", "if"), joins="'-", marks=";(")
NAMES = Sought(("but", "m23"))
PIECES = st.one_of(
    st.sampled_from(["but", "if", "m23", "'", "-", ";", "(", " ", "x", "_", "\u00e9"]), st.characters(codec="utf-8")
)


@pytest.mark.parametrize("text", ["but", "x but y", "x (y", "one;two", "a, if"])
def test_a_whole_word_or_a_mark_is_found(text: str) -> None:
    assert WALLS.stand_in(text, 0, len(text))


@pytest.mark.parametrize("text", ["", "butt", "b ut", "but-end", "'but", "x, y"])
def test_nothing_else_is(text: str) -> None:
    assert not WALLS.stand_in(text, 0, len(text))


def test_joined_words_begin_before_the_piece() -> None:
    assert not WALLS.stand_in("xbut", 1, 4)
    assert WALLS.stand_in("x but", 2, 5)
    assert WALLS.stand_in("butter", 0, 3)


@given(
    st.lists(PIECES, max_size=8).map("".join), st.integers(-3, 12), st.integers(0, 30), st.sampled_from([WALLS, NAMES])
)
def test_compiled_code_finds_the_same(text: str, start: int, size: int, sought: Sought) -> None:
    assert sought.by_letters(text, start, start + size) == sought.by_pattern(text, max(start, 0), start + size)
