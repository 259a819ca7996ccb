"""Slack messages: as people see them (golden files), within every limit, and harmless whatever an article says.

``UPDATE_GOLDEN=1 pytest tests/core/messages`` writes the golden files anew.
"""

import json
import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.core.messages.slack.controls import Controls
from tocsin.core.messages.slack.message import (
    render_slack,
    render_slack_digest,
    render_slack_held,
    render_slack_plain,
)
from tocsin.core.model.alert import Alert, Link, Movement, Toll
from tocsin.core.model.analysis import Place
from tocsin.core.model.delivery import Sent
from tocsin.core.model.match import ArticleRef, Evidence
from tocsin.core.routing.notice import Notice, NoticeKind
from tocsin.local.receiver.limits import refusal, texts

GOLDEN = Path(__file__).parent / "golden"


def check_golden(name: str, payload: Any) -> None:
    file = GOLDEN / name
    written = json.dumps(payload, indent=2, ensure_ascii=False) + "\n"
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.mkdir(exist_ok=True)
        file.write_text(written, encoding="utf-8")
    assert written == file.read_text(encoding="utf-8")


def notice(alert: Alert, kind: NoticeKind = "new", **fields: Any) -> Notice:
    return Notice(**({"id": "msg_1", "kind": kind, "alert": alert, "subscription": "mena-desk"} | fields))


@pytest.mark.parametrize("kind", ["new", "update", "escalation", "withdrawal", "left"])
def test_golden(make_alert: Any, kind: NoticeKind) -> None:
    alert = make_alert(changes=() if kind == "new" else ("killed: 120 → 279", "new report by The Wire"))
    check_golden(f"slack-{kind}.json", render_slack(notice(alert, kind)))


def test_golden_of_a_test_message_and_of_plain_text(make_alert: Any) -> None:
    check_golden("slack-test.json", render_slack(notice(make_alert(), test=True)))
    check_golden("slack-plain.json", render_slack_plain(notice(make_alert())))


def test_golden_of_buttons_and_of_links(make_alert: Any) -> None:
    check_golden("slack-buttons.json", render_slack(notice(make_alert()), controls=Controls(buttons=True)))
    links = Controls(acknowledge="https://console.example/act/a.b", mute="https://console.example/act/c.d")
    check_golden("slack-links.json", render_slack(notice(make_alert()), controls=links))


@pytest.mark.parametrize("kind", ["withdrawal", "left"])
def test_what_has_ended_needs_no_acknowledgement(make_alert: Any, kind: NoticeKind) -> None:
    buttons = json.dumps(render_slack(notice(make_alert(), kind), controls=Controls(buttons=True)))
    links = json.dumps(render_slack(notice(make_alert(), kind), controls=Controls(acknowledge="https://c.example/")))
    assert "tocsin-open" in buttons
    assert "cknowledge" not in buttons + links


def test_golden_of_many_at_once(make_alert: Any) -> None:
    many = [
        notice(make_alert(headline=f"Headline {number}", severity=severity))
        for number, severity in enumerate(("info", "critical", "warning"))
    ]
    check_golden("slack-digest.json", render_slack_digest(many))
    check_golden("slack-held.json", render_slack_held(1234))


def test_the_message_answers_what_where_how_many_how_sure_who_changes_link_and_why(make_alert: Any) -> None:
    payload = render_slack(notice(make_alert(changes=("killed: 120 → 279",)), "update"))
    shown = "\n".join(texts(payload["blocks"]))
    for wanted in (
        "279 reported killed in Mosul",
        "Mosul, Nineveh, Iraq",
        "279 killed (not verified), at least 40 injured",
        "US: deploy 1 aircraft carrier, Persian Gulf (feared or planned)",
        "3 reports from 2 publishers",
        "Example News, The Wire",
        "killed: 120 → 279",
        "<https://news.example/mosul?a=1&amp;b=2|",
        "killed 279 ≥ 10 (“killing 279 of them”)",
    ):
        assert wanted in shown
    assert "Critical: Update: 279 reported killed in Mosul" in payload["text"]


pieces = st.one_of(
    st.text(max_size=100),
    st.sampled_from(list("<>&|*_~`@!#\n\t\x00\x1b\u202e\u2028")),
    st.sampled_from(["<!channel>", "<@U123>", "<!here|x>", "<https://evil.example|ok>", "&amp;", "\ud800", "x" * 500]),
)
hostile = st.lists(pieces, max_size=6).map("".join)
urls = st.one_of(
    st.none(), hostile, hostile.map(lambda text: "https://" + text), st.just("javascript:alert(1)//https://")
)
counts = st.one_of(st.none(), st.integers(0, 10**9))
moments = st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1)).map(  # noqa: DTZ001 - made aware right here
    lambda moment: moment.replace(tzinfo=UTC)
)
places = st.builds(
    lambda name, admin1: Place(
        field="body", start=0, end=1, text=name, kind="city", name=name, admin1=admin1, country="IQ"
    ),
    hostile,
    hostile,
)
alerts = st.builds(
    Alert,
    id=st.just("a"),
    seq=st.just(1),
    kind=st.sampled_from(["new", "update", "escalation", "withdrawal"]),
    rule=st.just("r"),
    rule_version=st.just("1"),
    story=st.just("s"),
    title=hostile,
    headline=hostile,
    severity=st.sampled_from(["info", "warning", "critical"]),
    score=st.floats(0, 1),
    labels=st.dictionaries(hostile, hostile, max_size=3),
    article=st.builds(
        ArticleRef, id=st.just("i"), revision=st.just("r"), title=hostile, lead=hostile, url=urls, publisher=hostile
    ),
    evidence=st.lists(
        st.builds(
            Evidence,
            field=st.just("body"),
            start=st.just(0),
            end=st.just(1),
            text=hostile,
            kind=st.just("terms"),
            why=hostile,
            weight=st.just(0.5),
        ),
        max_size=6,
    ).map(tuple),
    changes=st.lists(hostile, max_size=8).map(tuple),
    tolls=st.lists(
        st.builds(
            Toll,
            kind=st.sampled_from(["killed", "injured"]),
            min=counts,
            max=counts,
            status=st.sampled_from(["stated", "unverified", "denied", "possible", "past"]),
        ),
        max_size=7,
    ).map(tuple),
    movements=st.lists(
        st.builds(
            Movement,
            action=hostile,
            status=st.just("possible"),
            force=hostile,
            count=counts,
            actor=hostile,
            place=hostile,
        ),
        max_size=5,
    ).map(tuple),
    places=st.lists(places, max_size=6).map(tuple),
    links=st.lists(st.builds(Link, title=hostile, url=urls, publisher=hostile, published=moments), max_size=6).map(
        tuple
    ),
)
controls = st.builds(
    Controls,
    buttons=st.booleans(),
    acknowledge=urls.map(lambda url: url and f"https://console.example/{url}"),
    mute=urls,
)
kinds = st.sampled_from(["new", "update", "escalation", "withdrawal", "left"])


def assert_harmless(payload: dict[str, Any]) -> None:
    assert refusal(json.loads(msgspec.json.encode(payload))) is None
    for text in [payload["text"], *texts(payload.get("blocks", []))]:
        for piece in text.split("<")[1:]:
            assert piece.startswith(("https://", "http://", "!date^"))
            inside, closed, _ = piece.partition(">")
            assert closed
            assert not set(inside) & set("\n\x00\x1b\u202e")
        assert "\u202e" not in text


@given(alert=alerts, kind=kinds, test=st.booleans(), controls=controls)
@settings(max_examples=150, deadline=None)
def test_slack_takes_whatever_articles_say_and_nothing_in_it_can_act(
    alert: Alert,
    kind: NoticeKind,
    test: bool,  # noqa: FBT001
    controls: Controls,
) -> None:
    shown = notice(alert, kind, test=test)
    assert_harmless(render_slack(shown, controls=controls))
    assert_harmless(render_slack_plain(shown))


def test_the_longest_summary_is_within_the_limits(make_alert: Any) -> None:
    article = msgspec.structs.replace(make_alert().article, url="https://news.example/" + "x" * 1900)
    many = [notice(make_alert(article=article, headline="<" * 200)) for _ in range(20)]
    payload = render_slack_digest(many)
    assert_harmless(payload)
    assert payload["blocks"][-1]["text"]["text"].endswith("more, in the console")


@given(many=st.lists(alerts, min_size=1, max_size=20))
@settings(max_examples=40, deadline=None)
def test_slack_takes_whatever_comes_at_once(many: list[Alert]) -> None:
    assert_harmless(render_slack_digest([notice(alert) for alert in many]))


@pytest.mark.parametrize(
    ("kind", "severity", "allowed", "expected"),
    [
        ("new", "critical", True, True),
        ("escalation", "critical", True, True),
        ("update", "critical", True, False),
        ("new", "warning", True, False),
        ("new", "critical", False, False),
    ],
)
def test_the_channel_is_mentioned_only_where_the_subscription_says_so(
    make_alert: Any,
    kind: NoticeKind,
    severity: str,
    allowed: bool,  # noqa: FBT001
    expected: bool,  # noqa: FBT001
) -> None:
    payload = render_slack(notice(make_alert(severity=severity), kind), mention_channel=allowed)
    assert ("<!channel>" in json.dumps(payload)) is expected


def test_what_was_sent_before_changes_nothing_in_the_words(make_alert: Any, published: datetime) -> None:
    first = notice(make_alert())
    sent = Sent(subscription="s", alert="a", seq=1, at=published)
    assert render_slack(first) == render_slack(replace(first, sent=sent))
