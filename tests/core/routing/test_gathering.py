"""What is told together: how it is gathered, when, and how it reads."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.core.delivery.lane import Lane
from tocsin.core.messages.summary import render_plain_summary, render_slack_summary
from tocsin.core.messages.webhook import MAX_BYTES, render_webhook_summary
from tocsin.core.model.alert import Alert
from tocsin.core.model.delivery import Delivery, Gathered, Posted
from tocsin.core.model.event import SummaryEvent
from tocsin.core.model.rule import Limit
from tocsin.core.model.subscription import Digest, Silence
from tocsin.core.model.subscription import Filter as Wanted
from tocsin.core.routing.digests import is_at_once, next_digest
from tocsin.core.routing.gathering import MAX_LINES, gather, limit_of_rule, of_silence, ranked, suppression, without
from tocsin.core.routing.limits import tallied, waits_until

NOW = datetime(2026, 11, 20, 12, 10, tzinfo=UTC)
HOUR = timedelta(hours=1)
MakeAlert = Callable[..., Alert]


def gathered(alerts: list[Alert], cause: str = "limit") -> Gathered:
    known: Gathered | None = None
    for alert in alerts:
        delivery = Delivery(id=alert.id, subscription="desk", alert=alert)
        known = gather(known, delivery, cause, now=NOW, until=NOW + HOUR)
    assert known is not None
    return known


def test_revisions_of_a_story_are_one_line_and_counted_each(make_alert: MakeAlert) -> None:
    told = gathered(
        [
            make_alert(id="a", seq=1, severity="warning"),
            make_alert(id="b", seq=2, severity="critical"),
            make_alert(id="a", seq=3, severity="info", kind="update", headline="Newer"),
        ]
    )
    assert (told.count, told.stories) == (3, 2)
    assert [(line.alert, line.seq, line.kind, line.severity) for line in ranked(told)] == [
        ("b", 2, "new", "critical"),
        ("a", 3, "new", "warning"),
    ]
    assert told.lines[-1].headline == "Newer"


def test_a_repeat_is_not_counted_and_what_is_told_otherwise_goes(make_alert: MakeAlert) -> None:
    alerts = [make_alert(id="a", seq=1), make_alert(id="b", seq=2)]
    assert gathered([*alerts, alerts[1]]) == gathered(alerts)
    less = without(gathered(alerts), "a")
    assert (less.stories, [line.alert for line in less.lines]) == (1, ["b"])
    assert without(less, "a") is less


@given(count=st.integers(1, 80), grave=st.sets(st.integers(0, 79)))
def test_lines_are_bounded_and_the_mildest_go_first(count: int, grave: set[int], make_alert: MakeAlert) -> None:
    alerts = [make_alert(id=f"a{n}", seq=n, severity="critical" if n in grave else "info") for n in range(count)]
    told = gathered(alerts)
    assert (told.count, told.stories) == (count, count)
    assert len(told.lines) == min(count, MAX_LINES)
    shown = sum(line.severity == "critical" for line in told.lines)
    assert shown >= min(len(grave & set(range(count))), MAX_LINES - 1)


def test_the_least_that_waits_is_found_by_its_cause() -> None:
    causes = (of_silence("drill"), of_silence("ack-1"), limit_of_rule("r"), "limit", "digest")
    assert [suppression(cause) for cause in causes] == ["silenced", "acknowledged", "rule_limit", "limit", "digest"]


@pytest.mark.parametrize(
    ("digest", "now", "then"),
    [
        (Digest(every="1h"), "2026-11-20T12:10:00Z", "2026-11-20T13:00:00Z"),
        (Digest(every="1h"), "2026-11-20T12:00:00Z", "2026-11-20T13:00:00Z"),
        (Digest(every="6h"), "2026-11-20T12:10:00Z", "2026-11-20T18:00:00Z"),
        (Digest(at=("07:30", "16:00"), zone="Europe/Berlin"), "2026-11-20T12:10:00Z", "2026-11-20T15:00:00Z"),
        (Digest(at=("07:30", "16:00"), zone="Europe/Berlin"), "2026-11-20T15:00:00Z", "2026-11-21T06:30:00Z"),
        (Digest(at=("07:30",), zone="Pacific/Auckland"), "2026-11-20T12:10:00Z", "2026-11-20T18:30:00Z"),
    ],
)
def test_when_a_digest_is_due(digest: Digest, now: str, then: str) -> None:
    assert next_digest(digest, datetime.fromisoformat(now)) == datetime.fromisoformat(then)


@given(
    now=st.datetimes(datetime(2024, 1, 1), datetime(2030, 1, 1)),  # noqa: DTZ001 - UTC is put on below
    zone=st.sampled_from(["UTC", "Europe/Berlin", "America/St_Johns", "Pacific/Chatham"]),
    at=st.sets(st.sampled_from(["00:00", "02:30", "12:00", "23:59"]), min_size=1),
)
def test_a_digest_always_comes_within_a_day_or_so(now: datetime, zone: str, at: set[str]) -> None:
    moment = now.replace(tzinfo=UTC)
    then = next_digest(Digest(at=tuple(sorted(at)), zone=zone), moment)
    assert moment < then <= moment + timedelta(hours=25)


def test_what_does_not_wait_for_the_digest(make_alert: MakeAlert) -> None:
    digest = Digest(every="1h", at_once=("escalation",))
    assert is_at_once(digest, make_alert(kind="escalation", severity="warning"))
    assert not is_at_once(digest, make_alert(kind="new", severity="critical"))
    assert is_at_once(Digest(every="1h", at_once=("critical",)), make_alert(severity="critical"))


def test_a_limit_counts_what_went_out_and_urgent_ones_apart(make_alert: MakeAlert) -> None:
    limit = Limit(alerts=2, per="1h")
    posted = [Posted(rule="r", at=NOW - timedelta(minutes=minutes)) for minutes in (90, 50, 20)]
    mild, grave = make_alert(severity="warning"), make_alert(severity="critical")
    assert waits_until(limit, mild, posted, NOW) == NOW + timedelta(minutes=10)
    assert waits_until(limit, grave, posted, NOW) is None
    assert waits_until(limit, make_alert(severity="info", kind="escalation"), posted, NOW) is None
    assert waits_until(limit, mild, posted[:2], NOW) is None
    urgent = [Posted(rule="r", at=NOW, urgent=True)] * 2
    assert waits_until(limit, grave, urgent, NOW) == NOW + HOUR


@given(alerts=st.integers(1, 20), times=st.lists(st.integers(0, 7200), max_size=100))
def test_never_more_than_the_limit_in_any_window(alerts: int, times: list[int], make_alert: MakeAlert) -> None:
    limit, mild = Limit(alerts=alerts, per="10m"), make_alert(severity="info")
    tally = None
    sent: list[int] = []
    for second in sorted(times):
        now = NOW + timedelta(seconds=second)
        if waits_until(limit, mild, () if tally is None else tally.posted, now) is None:
            sent.append(second)
            tally = tallied(tally, "desk", [Posted(rule="r", at=now)])
    assert all(sum(start <= other < start + 600 for other in sent) <= alerts for start in sent)


def test_a_lane_tells_what_was_gathered_when_it_is_time_and_before_all_else(make_alert: MakeAlert) -> None:
    lane = Lane()
    told = gathered([make_alert()])
    lane.gathered["limit"] = told
    due = told.until.timestamp()
    assert lane.next_at(due - 60) == due
    assert not lane.is_idle
    assert lane.take(due - 60) is None
    lane.add(Delivery(id="d", subscription="desk", alert=make_alert(id="b")))
    work = lane.take(due)
    assert work is not None
    assert (work.gathered, work.owed) == (told, ())


SILENCE = Silence(id="drill", match=Wanted(rule="r"), until=NOW + HOUR, reason="exercise <!channel>", author="desk")


def _of_silence(alerts: list[Alert]) -> Gathered:
    known: Gathered | None = None
    for alert in alerts:
        delivery = Delivery(id=alert.id, subscription="desk", alert=alert)
        known = gather(known, delivery, of_silence("drill"), now=NOW, until=SILENCE.until, silence=SILENCE)
    assert known is not None
    return known


@pytest.mark.parametrize(
    ("cause", "title"),
    [
        ("digest", "Digest: 2 stories"),
        ("limit", "Held back: 2 alerts of 2 stories"),
        ("limit.r", "Held back: 2 alerts of 2 stories"),
    ],
)
def test_in_slack_it_says_how_many_and_why(make_alert: MakeAlert, cause: str, title: str) -> None:
    told = gathered([make_alert(id="a", severity="info", headline="Mild"), make_alert(id="b")], cause)
    payload = render_slack_summary(told)
    assert payload["text"] == title
    text = str(payload["blocks"])
    assert text.index("279 reported killed") < text.index("Mild"), "critical first"
    assert "https://news.example/mosul" in text
    assert "blocks" not in render_slack_summary(told, plain=True)
    mail = render_plain_summary(told)
    assert mail.title == title
    assert mail.body.index("279 reported killed") < mail.body.index("Mild")


def test_what_others_wrote_is_escaped(make_alert: MakeAlert) -> None:
    told = _of_silence([make_alert(headline="<!channel> & <https://evil.example|click>")])
    text = str(render_slack_summary(told)) + str(render_slack_summary(told, plain=True))
    assert "<!channel>" not in text
    assert "<https://evil" not in text
    assert "Silence ended: 1 alert of 1 story" in text


def test_in_a_webhook_it_says_the_same_below_the_limit_of_size(make_alert: MakeAlert) -> None:
    long = "https://news.example/" + "x" * 250
    alert = make_alert()
    article = msgspec.structs.replace(alert.article, url=long)
    told = _of_silence(
        [make_alert(id=f"{n:020}", seq=n, article=article, headline="é" * 200) for n in range(MAX_LINES)]
    )
    body = render_webhook_summary("m", told)
    assert len(body) < MAX_BYTES
    event = msgspec.json.decode(body, type=SummaryEvent)
    assert (event.data.cause, event.data.silence, event.data.reason) == ("silence", "drill", SILENCE.reason)
    assert (event.data.count, event.data.stories) == (MAX_LINES, MAX_LINES)
    assert event.data.truncated == ("lines",)
    small = msgspec.json.decode(render_webhook_summary("m", gathered([alert], "limit.r")), type=SummaryEvent)
    assert (small.data.cause, small.data.rule, small.data.truncated) == ("rule_limit", "r", ())


def test_nothing_else_is_told_of_it(make_alert: MakeAlert) -> None:
    """A summary holds what the message shows and no more: it is read by whoever may read the topic."""
    line: dict[str, Any] = msgspec.to_builtins(gathered([make_alert()]).lines[0])
    assert set(line) == {"alert", "seq", "rule", "story", "kind", "severity", "headline", "url", "where"}
