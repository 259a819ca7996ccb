import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.core.analysis.status.years import figures_by_letters, years

TEXTS = st.text(st.sampled_from("0129a \u0663\u00b2"), max_size=12)


@given(TEXTS, st.integers(0, 4), st.integers(0, 14))
def test_figures_are_found_where_the_pattern_finds_them(text: str, start: int, end: int) -> None:
    found = re.compile(r"[1-9]\d\d").search(text, start, end)
    assert figures_by_letters(text, start, end) == (found.start() if found else -1)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("he died in 1989.", [1989]),
        ("in may 1974 or the 1980s", [1974, 1989]),
        ("they fell in 410, not in 1989 people", [410]),
        ("in 1974 killed 12", [1974]),
        ("of 1974 killed", []),
        ("12 of the 340", []),
    ],
)
def test_years_are_told_from_amounts(text: str, named: list[int]) -> None:
    assert [year for _, _, year in years(text, 0, len(text))] == named
