"""Early reports of one event give other tolls in other words; the town and the manner hold them together."""

import pytest

from tocsin.core.model.match import Signature
from tocsin.core.stories.likeness import HURRIED_DAYS, SAME_EVENT, Newcomer, agreement
from tocsin.core.stories.profile import profile

TOWN = ("geonames:1", "admin1:XX.1", "country:XX")


def alike(one: Signature, other: Signature, days_apart: float = 0.0) -> float:
    return agreement(Newcomer(one), profile(other, "publisher"), days_apart)


def report(killed: int, manner: str, places: tuple[str, ...] = TOWN) -> Signature:
    return Signature(places=places, numbers=(f"killed:{killed}",), manners=(manner,))


@pytest.mark.parametrize(
    ("second", "is_closer"),
    [
        (report(27, "bombing"), True),
        (report(31, "explosion"), True),
        (report(5, "car bombing"), True),
        (report(160, "car bombing"), False),
        (report(4, "car bombing"), False),
        (report(14, "shooting"), False),
        (report(14, "car bombing", ("geonames:2", "admin1:XX.1", "country:XX")), False),
    ],
)
def test_a_comparable_toll_in_the_same_town_by_the_same_manner_brings_reports_together(
    second: Signature, *, is_closer: bool
) -> None:
    first = report(12, "car bombing")
    without = alike(Signature(places=second.places, manners=second.manners), first)
    assert (alike(second, first) == pytest.approx(without * SAME_EVENT)) is is_closer


def test_the_same_on_the_next_day_is_the_next_event() -> None:
    first, second = report(12, "car bombing"), report(14, "car bombing")
    assert alike(second, first, HURRIED_DAYS + 0.1) < alike(second, first, HURRIED_DAYS) / 2
