"""Who is told of a revision."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from benchmarks.nowhere import Nowhere
from tocsin.core.model.delivery import Delivery, Routed, Sent
from tocsin.core.model.subscription import Filter, Silence, Subscription
from tocsin.core.routing.notice import notice_for
from tocsin.core.routing.route import Plan, build_routing, route
from tocsin.core.routing.silencing import acknowledgement_of

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
DAY = timedelta(hours=24)


def subscriptions(**filters: Filter) -> dict[str, Subscription]:
    return {name: Subscription(id=name, match=match) for name, match in filters.items()}


def plan(
    alert: Any,
    subs: dict[str, Subscription],
    known: Routed | None = None,
    *,
    now: datetime = NOW,
    silence: Silence | None = None,
    forced: bool = False,
) -> Plan:
    routing = build_routing(subs, {silence.id: silence} if silence else {}, Nowhere())
    return route(alert, routing, known, now=now, alerted=NOW, stale_after=DAY, forced=forced)


def owed(made: Plan) -> dict[str, bool]:
    return {delivery.subscription: delivery.left for delivery in made.deliveries}


SUBS = subscriptions(all=Filter(), grave=Filter(severity="critical"))


def told(*names: str, seq: int = 1) -> Routed:
    return Routed(alert="alert1", seq=seq, at=NOW, subscriptions=names)


def test_those_whose_filter_is_met_are_owed(make_alert: Any) -> None:
    made = plan(make_alert(severity="warning"), SUBS)
    assert owed(made) == {"all": False}
    assert made.routed is not None
    assert made.routed.subscriptions == ("all",)


def test_a_story_that_comes_to_meet_a_filter_later_is_then_owed(make_alert: Any) -> None:
    made = plan(make_alert(severity="critical", kind="escalation"), SUBS, told("all"))
    assert owed(made) == {"all": False, "grave": False}
    assert made.routed is not None
    assert made.routed.subscriptions == ("all", "grave")


def test_who_was_told_hears_that_a_story_left_the_filter_once(make_alert: Any) -> None:
    made = plan(make_alert(severity="warning", kind="update"), SUBS, told("all", "grave"))
    assert owed(made) == {"all": False, "grave": True}
    assert made.routed is not None
    again = plan(make_alert(severity="warning", kind="update", seq=6), SUBS, made.routed)
    assert owed(again) == {"all": False}


def test_a_withdrawal_goes_to_those_who_were_told(make_alert: Any) -> None:
    alert = make_alert(kind="withdrawal")
    assert owed(plan(alert, SUBS, told("grave"))) == {"grave": False}
    assert owed(plan(alert, SUBS)) == {}


def test_a_deleted_subscription_is_told_nothing(make_alert: Any) -> None:
    assert owed(plan(make_alert(kind="withdrawal"), SUBS, told("gone", "all"))) == {"all": False}


@pytest.mark.parametrize(("seq", "settled"), [(4, "repeat"), (5, "repeat"), (6, None)])
def test_only_the_highest_seq_of_an_alert_counts(make_alert: Any, seq: int, settled: str | None) -> None:
    assert plan(make_alert(seq=seq, kind="update"), SUBS, told("all", seq=5)).settled == settled


def test_a_forced_revision_is_routed_again(make_alert: Any) -> None:
    made = plan(make_alert(seq=4), SUBS, told("all", seq=5), forced=True, now=NOW + 9 * DAY)
    assert all(delivery.forced for delivery in made.deliveries)
    assert "all" in owed(made)


def test_old_news_alerts_nobody(make_alert: Any) -> None:
    assert plan(make_alert(), SUBS, now=NOW + 2 * DAY).settled == "stale"
    assert plan(make_alert(last_published=NOW + DAY), SUBS, now=NOW + 2 * DAY).settled is None
    assert plan(make_alert(kind="withdrawal"), SUBS, told("all"), now=NOW + 2 * DAY).settled is None


def test_old_news_for_nobody_leaves_no_trace(make_alert: Any) -> None:
    assert plan(make_alert(), SUBS, now=NOW + 2 * DAY).routed is None
    assert plan(make_alert(), subscriptions(other=Filter(rule="other"))).routed is None


def test_a_silence_holds_until_its_end_and_what_is_known_stays(make_alert: Any) -> None:
    silence = Silence(id="drill", match=Filter(rule="iraq-mass-casualties"), until=NOW + DAY / 2, reason="exercise")
    made = plan(make_alert(), SUBS, told("all"), silence=silence)
    assert (made.settled, made.silence) == ("silenced", "drill")
    assert {(d.subscription, d.silence) for d in made.deliveries} == {("all", "drill"), ("grave", "drill")}
    assert made.routed is not None
    assert made.routed.subscriptions == ("all", "grave"), "who is to hear of it at the silence's end is known"
    after = plan(make_alert(), SUBS, silence=silence, now=NOW + DAY / 2)
    assert after.settled is None


def test_an_acknowledged_story_is_owed_to_nobody_not_even_later(make_alert: Any) -> None:
    silence = acknowledgement_of("alert1", 5, NOW + DAY, "desk")
    made = plan(make_alert(kind="update", seq=6), SUBS, told("all"), silence=silence)
    assert (made.settled, made.deliveries) == ("silenced", ())
    assert made.routed is not None
    assert made.routed.subscriptions == ("all",)


def test_kinds_that_are_not_wanted_are_not_owed_and_the_subscriber_stays_known(make_alert: Any) -> None:
    subs = subscriptions(few=Filter(kinds=("new", "escalation")))
    assert owed(plan(make_alert(kind="update"), subs, told("few"))) == {}
    made = plan(make_alert(kind="update"), subs, told("few"))
    assert made.routed is not None
    assert made.routed.subscriptions == ("few",)
    assert owed(plan(make_alert(kind="update"), subs)) == {"few": False}


def sent(*, ended: bool = False) -> Sent:
    return Sent(subscription="s", alert="alert1", seq=1, at=NOW, ended=ended)


@pytest.mark.parametrize(
    ("kind", "left", "before", "expected"),
    [
        ("new", False, None, "new"),
        ("update", False, None, "new"),
        ("escalation", False, None, "new"),
        ("update", False, sent(), "update"),
        ("escalation", False, sent(), "escalation"),
        ("new", False, sent(), "update"),
        ("withdrawal", False, sent(), "withdrawal"),
        ("withdrawal", False, None, None),
        ("update", True, sent(), "left"),
        ("update", True, None, None),
        ("withdrawal", False, sent(ended=True), None),
        ("update", False, sent(ended=True), "new"),
    ],
)
def test_what_a_revision_is_to_a_subscriber(
    make_alert: Any,
    kind: str,
    left: bool,  # noqa: FBT001
    before: Sent | None,
    expected: str | None,
) -> None:
    delivery = Delivery(id="d", subscription="s", alert=make_alert(kind=kind), left=left)
    notice = notice_for(delivery, before, "m")
    assert (None if notice is None else notice.kind) == expected
