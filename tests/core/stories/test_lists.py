"""Victims told one by one are as many as their list adds up to, in a story's toll and when reports are compared."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from tocsin.core.model.analysis import Analysis, Casualty
from tocsin.core.model.article import Article
from tocsin.core.model.match import Match
from tocsin.core.stories.report import NO_TIME, report_of
from tocsin.core.stories.signing import signature


def dead(number: int | None, total: int | None, most: int | None) -> Casualty:
    return Casualty(
        field="body", start=0, end=6, text="Gunmen", kind="killed", min=number, max=most, total=total, status="stated"
    )


@pytest.mark.parametrize(
    ("casualties", "low", "high"),
    [
        ((dead(6, 8, 6), dead(2, 8, 2)), 8, 8),
        ((dead(6, 8, None), dead(2, 8, 2)), 8, None),
        ((dead(6, 8, 6), dead(12, 12, 12)), 12, 12),
        ((dead(20, 20, 30),), 20, 30),
        ((dead(None, None, None),), None, None),
    ],
)
def test_a_report_claims_the_sum_of_a_list(
    match: Callable[..., Match], casualties: tuple[Casualty, ...], low: int | None, high: int | None
) -> None:
    told = replace(match("a"), casualties=casualties)
    [claim] = report_of(told, 1, NO_TIME, "Reuters").claims
    assert (claim.min, claim.max) == (low, high)


def test_a_sum_can_be_compared_with_that_of_another_report() -> None:
    analysis = Analysis(id="a", casualties=(dead(6, 8, 6), dead(2, 8, 2)))
    signed = signature(Article(id="a", title="", body="Gunmen killed six priests and two women."), analysis)
    assert set(signed.numbers) == {"killed:6", "killed:2", "killed:8"}
