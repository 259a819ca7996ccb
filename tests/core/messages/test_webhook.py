"""Webhook bodies: golden file, size, and that cutting is told."""

import json
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tocsin.core.messages.webhook import MAX_BYTES, render_webhook, render_webhook_held
from tocsin.core.model.alert import Link
from tocsin.core.model.delivery import Held
from tocsin.core.model.event import AlertEvent, HeldEvent
from tocsin.core.model.match import ArticleRef, Evidence
from tocsin.core.routing.notice import Notice, NoticeKind

GOLDEN = Path(__file__).parent / "golden"
AT = datetime(2026, 11, 20, 10, 30, tzinfo=UTC)


def notice(alert: Any, kind: NoticeKind = "new") -> Notice:
    return Notice(id="msg_1", kind=kind, alert=alert, subscription="risk-engine")


@pytest.mark.parametrize("kind", ["new", "left"])
def test_golden(make_alert: Any, kind: NoticeKind) -> None:
    file = GOLDEN / f"webhook-{kind}.json"
    written = (
        json.dumps(json.loads(render_webhook(notice(make_alert(), kind), AT)), indent=2, ensure_ascii=False) + "\n"
    )
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.mkdir(exist_ok=True)
        file.write_text(written, encoding="utf-8")
    assert written == file.read_text(encoding="utf-8")


def test_it_is_a_cloud_event_and_a_standard_webhook(make_alert: Any) -> None:
    body = json.loads(render_webhook(notice(make_alert(), "escalation"), AT))
    assert {"specversion", "id", "source", "type"} <= body.keys()  # CloudEvents 1.0, required
    assert {"type", "timestamp", "data"} <= body.keys()  # Standard Webhooks 1.0, recommended
    assert body["type"] == "tocsin.alert.escalation.v1"
    assert body["time"] == body["timestamp"] == "2026-11-20T10:30:00Z"


def test_the_same_notice_gives_the_same_bytes(make_alert: Any) -> None:
    assert render_webhook(notice(make_alert()), AT) == render_webhook(notice(make_alert()), AT)


@given(
    text=st.text(st.characters(codec="utf-8"), min_size=1, max_size=50),
    times=st.sampled_from([1, 30, 400, 4000]),
    many=st.sampled_from([1, 10, 300]),
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_it_stays_below_20_kb_and_is_still_true_and_readable(make_alert: Any, text: str, times: int, many: int) -> None:
    long = text * times
    alert = make_alert(
        headline=long,
        title=long,
        labels={long: long},
        article=ArticleRef(id="i", revision="r", title=long, lead=long, url="https://news.example/" + long),
        links=(Link(title=long),) * many,
        changes=(long,) * many,
        evidence=(Evidence(field="body", start=0, end=1, text=long, kind="terms", why=long, weight=1),) * many,
    )
    body = render_webhook(notice(alert), AT)
    assert len(body) < MAX_BYTES
    event = msgspec.json.decode(body, type=AlertEvent)
    assert event.data.alert == alert.id
    whole = (event.data.links, event.data.changes, event.data.evidence) == (alert.links, alert.changes, alert.evidence)
    assert whole or event.data.truncated


def test_what_matters_most_is_cut_last(make_alert: Any) -> None:
    alert = make_alert(links=(Link(title="x" * 900),) * 40)
    event = msgspec.json.decode(render_webhook(notice(alert), AT), type=AlertEvent)
    assert event.data.truncated == ("links",)
    assert event.data.tolls == alert.tolls


def test_held_back_is_told_with_a_number() -> None:
    body = render_webhook_held("msg_2", Held(subscription="risk-engine", count=1234, since=AT))
    event = msgspec.json.decode(body, type=HeldEvent)
    assert (event.id, event.data.count, event.subject) == ("msg_2", 1234, "risk-engine")
