"""Mail and plain text: golden files, headers that no article can break, one conversation a story."""

import os
from datetime import UTC, datetime
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tocsin.core.messages.mail import render_mail
from tocsin.core.messages.plain import render_plain, render_plain_held
from tocsin.core.messages.slack.controls import Controls
from tocsin.core.model.delivery import Held
from tocsin.core.routing.notice import Notice, NoticeKind

GOLDEN = Path(__file__).parent / "golden"
AT = datetime(2026, 11, 20, 10, 30, tzinfo=UTC)
TO = ("desk@news.example", "night@news.example")


def notice(alert: Any, kind: NoticeKind = "new") -> Notice:
    return Notice(id="msg_1", kind=kind, alert=alert, subscription="desk")


@pytest.mark.parametrize("kind", ["new", "update", "withdrawal"])
def test_golden(make_alert: Any, kind: NoticeKind) -> None:
    file = GOLDEN / f"mail-{kind}.txt"
    text = render_plain((notice(make_alert(changes=("killed: 279 → 310",)), kind),))
    mail = render_mail(text, "msg_1", "tocsin@news.example", TO, AT, about="desk/alert1")
    written = mail.as_bytes().decode("ascii").replace("\r\n", "\n")
    if os.environ.get("UPDATE_GOLDEN"):
        file.write_text(written, encoding="utf-8")
    assert written == file.read_text(encoding="utf-8")


def test_a_repeat_has_the_same_message_id_and_a_story_one_conversation(make_alert: Any) -> None:
    text = render_plain((notice(make_alert()),))
    first, again, later = (
        render_mail(text, message, "tocsin@news.example", TO, AT, about="desk/alert1")
        for message in ("msg_1", "msg_1", "msg_2")
    )
    assert first["Message-ID"] == again["Message-ID"] != later["Message-ID"]
    assert first["References"] == later["References"]


def test_several_are_a_list_and_a_number_is_a_number(make_alert: Any) -> None:
    text = render_plain((notice(make_alert()), notice(make_alert(id="b", severity="info"))))
    assert text.title == "2 alerts"
    assert text.body.count("279 reported killed in Mosul") == 2
    held = render_plain_held(Held(subscription="desk", count=1200, since=AT))
    assert held.title == "1,200 alerts held back"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
@given(hostile=st.text(min_size=1, max_size=400))
def test_no_article_breaks_out_of_its_place(make_alert: Any, hostile: str) -> None:
    alert = make_alert(headline=hostile + "\r\nBcc: all@news.example", title=hostile)
    article = msgspec.structs.replace(alert.article, title=hostile, lead=hostile)
    text = render_plain((notice(msgspec.structs.replace(alert, article=article)),))
    raw = render_mail(text, "msg_1", "tocsin@news.example", TO, AT).as_bytes()
    read = message_from_bytes(raw, policy=policy.default)
    assert read["Bcc"] is None
    assert read["To"] == "desk@news.example, night@news.example"
    assert not read.defects
    assert "\n" not in text.title


def test_links_into_the_console_stand_at_the_end_and_only_for_what_is_open(make_alert: Any) -> None:
    controls = Controls(acknowledge="https://console.example/act/a.b", mute="https://console.example/act/c.d")
    told = Notice(id="m", kind="new", alert=make_alert(), subscription="desk")
    body = render_plain((told,), controls).body
    assert body.endswith(
        "Acknowledge:\nhttps://console.example/act/a.b\n\nMute this rule for an hour:\nhttps://console.example/act/c.d"
    )
    assert "2026-11-20 09:30 UTC" in body
    assert "<!date" not in body
    over = Notice(id="m", kind="withdrawal", alert=make_alert(kind="withdrawal"), subscription="desk")
    assert "console.example" not in render_plain((over,), controls).body
