"""What desks would have got, by the notifier's own decisions, in the time of the articles."""

from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from benchmarks.nowhere import Nowhere
from tocsin.core.backtest.desks import Desks, Line, Message
from tocsin.core.backtest.standing import Given
from tocsin.core.model.alert import Alert
from tocsin.core.model.ids import delivery_id
from tocsin.core.model.match import ArticleRef
from tocsin.core.model.rule import EvidenceItem, Limit, Rule, StoryPolicy
from tocsin.core.model.subscription import Digest, QuietHours, SecretRef, Silence, SlackTarget, Subscription
from tocsin.core.routing.route import build_routing, route

START = datetime(2026, 3, 1, 9, tzinfo=UTC)
SLACK = SlackTarget(webhook=SecretRef(env="TOCSIN_SECRET_SLACK"))


def alert(name: str, seq: int, **fields: Any) -> Alert:
    known: dict[str, Any] = {
        "kind": "new",
        "rule": "r",
        "severity": "warning",
        "article": ArticleRef(id=f"article-{name}", revision="1", title="t"),
    }
    return Alert(
        id=name, seq=seq, rule_version="1", story=name, title="t", headline=name, score=1.0, labels={}, **known | fields
    )


def desks(*alerts: tuple[int, Alert], silence: Silence | None = None, **options: Any) -> list[Message]:
    """What one Slack subscription with these options gets of alerts that come so many minutes after the start."""
    subscription = Subscription(id="desk", slack=SLACK, **options)
    rule = Rule(
        id="bounded",
        title="t",
        evidence=(EvidenceItem(terms=("war",)),),
        story=StoryPolicy(limit=Limit(alerts=1, per="1h")),
    )
    subscriptions, silences = {"desk": subscription}, {} if silence is None else {silence.id: silence}
    routing = build_routing(subscriptions, silences, Nowhere())
    made = Desks(Given({rule.id: rule}, subscriptions, silences, routing))
    routed: dict[str, Any] = {}
    for minutes, told in alerts:
        at = START + timedelta(minutes=minutes)
        plan = route(told, routing, routed.get(told.id), now=at, alerted=at, stale_after=timedelta(days=1))
        routed[told.id] = plan.routed
        assert all(delivery.id == delivery_id(told.id, "desk") for delivery in plan.deliveries)
        made.owe(plan.deliveries, at)
    made.end()
    return made.messages


def minutes(message: Message) -> int:
    return int((message.at - START).total_seconds() // 60)


def test_past_a_limit_stories_come_in_one_summary() -> None:
    told = desks(*((n, alert(f"a{n}", n)) for n in range(5)), limit=Limit(alerts=2, per="1h"))
    assert [(m.cause, [line.alert for line in m.lines]) for m in told] == [
        ("", ["a0"]),
        ("", ["a1"]),
        ("limit", ["a2", "a3", "a4"]),
    ]
    assert minutes(told[-1]) == 60


def test_a_rules_own_limit_holds_too() -> None:
    told = desks((0, alert("a", 1, rule="bounded")), (1, alert("b", 2, rule="bounded")), (2, alert("c", 3)))
    assert [m.cause for m in told] == ["", "", "limit.bounded"]


def test_a_digest_is_one_message_and_a_story_withdrawn_before_it_is_none() -> None:
    digest = Digest(every="6h", at_once=("critical",))
    told = desks(
        (0, alert("a", 1)),
        (1, alert("b", 2)),
        (2, alert("c", 3, severity="critical")),
        (3, alert("b", 4, kind="withdrawal")),
        digest=digest,
    )
    assert [(m.cause, m.lines) for m in told] == [("", (Line("c", 3),)), ("digest", (Line("a", 1),))]
    assert minutes(told[1]) == 3 * 60


def test_rules_of_one_article_are_one_message() -> None:
    article = ArticleRef(id="one", revision="1", title="t", rules=("r", "s"))
    told = desks(
        (0, alert("a", 1, article=article)), (0, alert("b", 2, rule="s", article=article, severity="critical"))
    )
    assert [m.lines for m in told] == [(Line("b", 2), Line("a", 1))]


def test_in_quiet_hours_only_a_storys_newest_revision_waits() -> None:
    quiet = QuietHours(zone="UTC", start="08:00", end="12:00")
    told = desks((0, alert("a", 1)), (5, alert("a", 2, kind="update")), (6, alert("b", 3)), quiet=quiet)
    assert [(m.lines, minutes(m)) for m in told] == [((Line("a", 2),), 180), ((Line("b", 3),), 180)]


def test_a_silence_tells_at_its_end_and_an_acknowledgement_never() -> None:
    silence = Silence(id="drill", match=Subscription(id="x").match, until=START + timedelta(hours=2), reason="drill")
    told = desks((0, alert("a", 1)), (5, alert("b", 2)), silence=silence)
    assert [(m.cause, len(m.lines), minutes(m)) for m in told] == [("silence.drill", 2, 120)]
    seen = Silence(id="ack-1", match=silence.match, until=silence.until, reason="seen", until_escalates=True, seq=9)
    assert desks((0, alert("a", 1)), silence=seen) == []


@given(
    st.lists(st.tuples(st.integers(0, 600), st.integers(0, 5)), max_size=40),
    st.sampled_from([{}, {"limit": Limit(alerts=2, per="30m")}, {"digest": Digest(every="1h")}]),
)
def test_every_story_reaches_the_desk_and_no_revision_twice(times: list[tuple[int, int]], options: Any) -> None:
    owed = [
        (at, alert(f"s{story}", seq, kind="update" if seq else "new"))
        for seq, (at, story) in enumerate(sorted(times, key=lambda each: each[0]))
    ]
    lines = [line for message in desks(*owed, **options) for line in message.lines]
    assert len(set(lines)) == len(lines)
    newest = {told.id: told.seq for _, told in owed}
    assert {line.alert: max(other.seq for other in lines if other.alert == line.alert) for line in lines} == newest
