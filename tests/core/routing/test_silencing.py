"""What silences and acknowledgements cover."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tocsin.core.model.delivery import Routed
from tocsin.core.model.subscription import Filter, Silence, Subscription
from tocsin.core.routing.route import Routing, build_routing, route
from tocsin.core.routing.silencing import acknowledgement_of, ends_soon, long_ended, silence_of

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


class Iraq:
    """A gazetteer that knows one country."""

    def region_ids(self, name: str | int) -> tuple[str, ...]:
        return ("country:IQ",) if name == "Iraq" else ()

    def suggest(self, name: str) -> tuple[str, ...]:
        del name
        return ()


def routing(silence: Silence) -> Routing:
    return build_routing({"all": Subscription(id="all")}, {silence.id: silence}, Iraq())


def silence(**conditions: Any) -> Silence:
    return silence_of(Filter(**conditions), NOW + HOUR, "exercise", "desk")


@pytest.mark.parametrize(
    ("conditions", "covered"),
    [
        ({"rule": "iraq-mass-casualties"}, True),
        ({"rules": ("another",)}, False),
        ({"regions": ("Iraq",)}, True),
        ({"labels": {"desk": "middle-east"}}, True),
        ({"labels": {"desk": "asia"}}, False),
        ({"severity": "critical"}, True),
        ({"severity_up_to": "warning"}, False),
        ({"severity_up_to": "critical"}, True),
        ({"story": "story1"}, True),
        ({"story": "alert1"}, True),
        ({"story": "another"}, False),
    ],
)
def test_by_rule_region_label_severity_and_story(make_alert: Any, conditions: dict[str, Any], *, covered: bool) -> None:
    """The alert is critical and in Mosul, which is in Iraq."""
    made = silence(**conditions)
    assert routing(made).silencing(make_alert(), NOW) == (made if covered else None)


@pytest.mark.parametrize(("hours", "covered"), [(-1, False), (0, True), (1, True), (2, False)])
def test_from_its_beginning_to_its_end(make_alert: Any, hours: int, *, covered: bool) -> None:
    made = silence_of(Filter(rule="iraq-mass-casualties"), NOW + 2 * HOUR, "exercise", "desk", since=NOW)
    assert (routing(made).silencing(make_alert(), NOW + hours * HOUR) is not None) is covered


@pytest.mark.parametrize(
    ("kind", "escalated", "covered"),
    [
        ("update", None, True),
        ("update", 3, True),
        ("escalation", 5, False),
        ("update", 4, False),
        ("withdrawal", None, False),
    ],
)
def test_an_acknowledged_story_is_silent_until_it_escalates_again(
    make_alert: Any, kind: str, escalated: int | None, *, covered: bool
) -> None:
    made = acknowledgement_of("alert1", 3, NOW + HOUR, "desk")
    alert = make_alert(kind=kind, escalated=escalated)
    assert (routing(made).silencing(alert, NOW) is not None) is covered
    assert routing(made).silencing(make_alert(id="alert2", story="story2"), NOW) is None


def test_a_silence_of_a_rule_may_be_lifted_by_escalation_too(make_alert: Any) -> None:
    made = Silence(
        id="s", match=Filter(rule="iraq-mass-casualties"), until=NOW + HOUR, reason="known", until_escalates=True
    )
    assert routing(made).silencing(make_alert(), NOW) == made
    assert routing(made).silencing(make_alert(kind="update", escalated=2), NOW) is None


def test_those_told_before_hear_of_a_withdrawal_through_every_silence(make_alert: Any) -> None:
    told = Routed(alert="alert1", seq=1, at=NOW, subscriptions=("all",))
    plan = route(
        make_alert(kind="withdrawal"),
        routing(silence(rule="iraq-mass-casualties")),
        told,
        now=NOW,
        alerted=NOW,
        stale_after=24 * HOUR,
    )
    assert [delivery.subscription for delivery in plan.deliveries] == ["all"]


def test_the_same_again_takes_the_place_of_the_one_before() -> None:
    assert silence(rule="a").id == silence_of(Filter(rule="a"), NOW + 9 * HOUR, "longer", "other").id
    assert silence(rule="a").id != silence(rule="b").id
    assert acknowledgement_of("a", 1, NOW, "x").id == acknowledgement_of("a", 9, NOW, "y").id


@pytest.mark.parametrize(
    ("length", "left", "soon"),
    [
        (timedelta(hours=8), timedelta(minutes=61), False),
        (timedelta(hours=8), timedelta(minutes=59), True),
        (timedelta(minutes=40), timedelta(minutes=11), False),
        (timedelta(minutes=40), timedelta(minutes=10), True),
        (timedelta(minutes=40), timedelta(0), False),
    ],
)
def test_a_silence_is_said_to_end_in_its_last_quarter_at_most_an_hour_before(
    length: timedelta, left: timedelta, *, soon: bool
) -> None:
    made = silence_of(Filter(rule="r"), NOW + left, "exercise", "desk", since=NOW + left - length)
    assert ends_soon(made, NOW) is soon
    assert not ends_soon(acknowledgement_of("a", 1, NOW + left, "desk", since=NOW + left - length), NOW)


def test_what_ended_a_day_ago_can_go() -> None:
    old, fresh = (
        silence_of(Filter(rule=rule), NOW - timedelta(hours=age), "x", "y") for rule, age in (("a", 24), ("b", 23))
    )
    assert long_ended([old, fresh, silence(rule="c")], NOW) == [old.id]
