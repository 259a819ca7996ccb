import pytest

from tocsin.core.analysis.status.years import years


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("he died in 1989.", [1989]),
        ("in may 1974 or the 1980s", [1974, 1989]),
        ("they fell in 410, not in 1989 people", [410]),
        ("in 1974 killed 12", [1974]),
        ("of 1974 killed", []),
        ("12 of the 340", []),
        ("in 19\u0663\u0663, \u2013 12 dead", [1933]),
        ("\u4e2d\u4e2d\u4e2d, and \u00e9t\u00e9", []),
    ],
)
def test_years_are_told_from_amounts(text: str, named: list[int]) -> None:
    assert [year for _, _, year in years(text, 0, len(text))] == named
