"""Alerts of several rules on one article are one message."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.nowhere import Nowhere
from tocsin.core.delivery.lane import Lane
from tocsin.core.messages.plain import render_plain
from tocsin.core.messages.slack.message import render_slack
from tocsin.core.messages.webhook import render_webhook
from tocsin.core.model.alert import Alert
from tocsin.core.model.delivery import Delivery
from tocsin.core.model.event import AlertEvent
from tocsin.core.model.subscription import Filter, SecretRef, SlackTarget, Subscription, WebhookTarget
from tocsin.core.routing.filters import compile_filter
from tocsin.core.routing.merging import MOST, WAIT, expects_more, merged, merges
from tocsin.core.routing.notice import Notice
from tocsin.core.routing.route import build_routing, route

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
MakeAlert = Callable[..., Alert]
SECRET = SecretRef(env="TOCSIN_SECRET_X")
PEOPLE = Subscription(id="people", slack=SlackTarget(webhook=SECRET))
PROGRAM = Subscription(id="program", webhook=WebhookTarget(url="https://x.example", secret=SECRET))


def of_rule(make_alert: MakeAlert, rule: str, article: str = "article1", **fields: Any) -> Alert:
    alert = make_alert(id=f"{rule}-{article}", rule=rule, **fields)
    source = msgspec.structs.replace(alert.article, id=article, rules=("a", "b", "c"))
    return msgspec.structs.replace(alert, article=source)


def owed(lane: Lane, *alerts: Alert) -> None:
    for alert in alerts:
        lane.add(Delivery(id=alert.id, subscription="people", alert=alert))


def taken(lane: Lane) -> list[str]:
    work = lane.take(NOW.timestamp())
    assert work is not None
    lane.answered()
    return [item.delivery.alert.id for item in work.owed]


def test_the_gravest_comes_first_and_other_articles_are_left(make_alert: MakeAlert) -> None:
    lane = Lane()
    lane.merging = merged
    owed(
        lane,
        of_rule(make_alert, "a", severity="warning"),
        of_rule(make_alert, "b", "article2"),
        of_rule(make_alert, "b", severity="critical"),
        of_rule(make_alert, "c", severity="warning"),
    )
    assert taken(lane) == ["b-article1", "a-article1", "c-article1"]
    assert taken(lane) == ["b-article2"]


def test_withdrawals_and_what_was_tried_before_go_alone(make_alert: MakeAlert) -> None:
    lane = Lane()
    lane.merging = merged
    owed(lane, of_rule(make_alert, "a"), of_rule(make_alert, "b", kind="withdrawal"))
    tried = of_rule(make_alert, "c")
    lane.add(Delivery(id="c", subscription="people", alert=tried, attempts=1))
    assert [len(taken(lane)) for _ in range(3)] == [1, 1, 1]


def test_without_merging_each_goes_alone(make_alert: MakeAlert) -> None:
    lane = Lane()
    owed(lane, of_rule(make_alert, "a"), of_rule(make_alert, "b"))
    assert [len(taken(lane)) for _ in range(2)] == [1, 1]


@given(order=st.permutations(range(12)))
def test_the_order_of_arrival_changes_nothing_but_what_is_first(order: list[int], make_alert: MakeAlert) -> None:
    lane = Lane()
    lane.merging = merged
    owed(lane, *(of_rule(make_alert, f"r{n:02}") for n in order[:MOST]))
    assert taken(lane) == sorted(f"r{n:02}-article1" for n in order[:MOST])


@pytest.mark.parametrize(("rules", "waits"), [((), True), (("a",), False), (("a", "b"), True), (("x",), False)])
def test_an_alert_waits_only_where_another_may_come(
    make_alert: MakeAlert, rules: tuple[str, ...], *, waits: bool
) -> None:
    wanted = compile_filter(Filter(rules=rules), Nowhere())
    assert expects_more(of_rule(make_alert, "a"), wanted) is waits
    assert not expects_more(make_alert(rule="a"), wanted)


def test_people_get_them_merged_and_programs_if_they_ask(make_alert: MakeAlert) -> None:
    asking = msgspec.structs.replace(PROGRAM, id="asking", merge=True)
    assert [merges(each) for each in (PEOPLE, PROGRAM, asking)] == [True, False, True]
    assert not merges(msgspec.structs.replace(PEOPLE, merge=False))
    routing = build_routing({each.id: each for each in (PEOPLE, PROGRAM, asking)}, {}, Nowhere())
    plan = route(of_rule(make_alert, "a"), routing, None, now=NOW, alerted=NOW, stale_after=WAIT * 10**6)
    waiting = {delivery.subscription: delivery.not_before for delivery in plan.deliveries}
    assert waiting == {"people": NOW + WAIT, "program": None, "asking": NOW + WAIT}


def test_the_message_names_all_rules(make_alert: MakeAlert) -> None:
    other = of_rule(make_alert, "b", title="Strikes <!here>")
    notice = Notice(id="m", kind="new", alert=of_rule(make_alert, "a"), subscription="people", also=(other,))
    assert "Also rule Strikes &lt;!here&gt; (b)" in str(render_slack(notice))
    assert "Also rule Strikes <!here> (b)" in render_plain((notice,)).body
    event = msgspec.json.decode(render_webhook(notice, NOW), type=AlertEvent)
    assert [(also.rule, also.alert, also.seq) for also in event.data.also] == [("b", "b-article1", 5)]
