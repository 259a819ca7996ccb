"""Many articles on one rule at once are one alert of their own."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tocsin.core.model.alert import Alert

Make = Callable[..., Any]

TOWNS = ("Mosul", "Kirkuk", "Basra", "Tikrit", "Ramadi", "Fallujah", "Najaf", "Karbala", "Erbil", "Dohuk")
POLICY: dict[str, Any] = {"burst": 5, "burst_within": timedelta(minutes=10)}


def record(match: Make, number: int, minutes: float) -> Any:
    town = TOWNS[number % len(TOWNS)]
    text = f"Explosion number {number} shook the {town} district of station {number * 7}, residents of {town} said."
    return match(f"a{number}", text, minutes=minutes, places=(f"geonames:{number % 10}", "country:IQ"), tolls=())


def bursts(alerts: list[Alert]) -> list[Alert]:
    return [alert for alert in alerts if alert.about == "burst"]


def test_a_burst_is_told_once_with_counts(rulebook: Make, match: Make) -> None:
    book = rulebook(**POLICY)
    for number in range(9):
        book.fold(record(match, number, number), number)
    (burst,) = bursts(book.alerts)
    assert (burst.kind, burst.seq, burst.reports) == ("new", 4, 5)
    assert burst.headline == "5 articles within 10 minutes: Mass casualties"
    assert burst.id not in {alert.id for alert in book.alerts if alert.about == "story"}
    assert (burst.tolls, burst.movements, burst.changes) == ((), (), ())


def test_what_is_spread_over_time_is_no_burst_nor_are_revisions(rulebook: Make, match: Make) -> None:
    book = rulebook(**POLICY)
    for number in range(12):
        book.fold(record(match, number, number * 3), number)
    assert not bursts(book.alerts)
    for number in range(12, 24):
        book.fold(match("a1", f"Words changed {number} times over.", minutes=1, revision=f"r{number}"), number)
    assert not bursts(book.alerts)


def test_another_burst_is_told_when_the_first_is_over(rulebook: Make, match: Make) -> None:
    book = rulebook(**POLICY)
    times = [0, 1, 2, 3, 4, 5, 6, 40, 41, 80, 81, 82, 83, 84]
    for number, minutes in enumerate(times):
        book.fold(record(match, number, minutes), number)
    assert [alert.seq for alert in bursts(book.alerts)] == [4, 13]
    assert len({alert.id for alert in bursts(book.alerts)}) == 2


def test_late_articles_count_where_they_belong_or_not_at_all(rulebook: Make, match: Make) -> None:
    book = rulebook(**POLICY)
    for number, minutes in enumerate([60, 1, 2, 3, 4, 5, 6, 7]):
        book.fold(record(match, number, minutes), number)
    assert not bursts(book.alerts)
    for number, minutes in enumerate([59, 58, 57, 56], start=8):
        book.fold(record(match, number, minutes), number)
    assert [alert.seq for alert in bursts(book.alerts)] == [11]


@given(
    times=st.lists(st.integers(0, 90), max_size=40),
    kills=st.sets(st.tuples(st.integers(0, 39), st.integers(0, 3))),
)
def test_wherever_a_worker_is_killed_the_same_bursts_are_told(
    times: list[int], kills: set[tuple[int, int]], make: tuple[Make, Make, Make]
) -> None:
    rulebook, match, _ = make
    straight, broken = rulebook(**POLICY), rulebook(**POLICY)
    cuts = dict(kills)
    for number, minutes in enumerate(times):
        made = record(match, number, minutes)
        straight.fold(made, number)
        if number in cuts:
            broken.fold(made, number, writes=cuts[number])
        broken.fold(made, number)
    heard = {(alert.id, alert.seq): alert for alert in bursts(broken.alerts)}
    assert list(heard.values()) == bursts(straight.alerts)
    assert broken.table == straight.table


def test_a_rule_that_asks_for_none_remembers_none(rulebook: Make, match: Make) -> None:
    book = rulebook()
    for number in range(20):
        book.fold(record(match, number, 0), number)
    assert not bursts(book.alerts)
    assert all(story.flow is None for story in book.kept.values())
