"""Presses on buttons, as Slack tells of them, and how messages show what came of it."""

import json
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote, urlencode

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.core.messages.slack.controls import Controls
from tocsin.core.messages.slack.interaction import InteractionError, Press, marked, may_answer, note, read_press
from tocsin.core.messages.slack.message import render_slack
from tocsin.core.routing.notice import Notice
from tocsin.local.receiver.limits import refusal, texts

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


def shown(make_alert: Any) -> dict[str, Any]:
    notice = Notice(id="m", kind="new", alert=make_alert(), subscription="desk")
    return render_slack(notice, controls=Controls(buttons=True))


def interaction(message: dict[str, Any], action_id: str = "tocsin-acknowledge", **fields: Any) -> bytes:
    payload = {
        "type": "block_actions",
        "user": {"id": "U012AB3CD", "username": "ana", "name": "ana"},
        "response_url": "https://hooks.slack.com/actions/T0/1/x",
        "message": {"ts": "1.2", **message},
        "actions": [{"type": "button", "action_id": action_id, "value": "alert1/5", "block_id": "b"}],
    } | fields
    return urlencode({"payload": json.dumps(payload)}).encode()


def test_a_press_is_read(make_alert: Any) -> None:
    message = shown(make_alert)
    press = read_press(interaction(message))
    assert press is not None
    assert (press.deed, press.alert, press.seq, press.author) == ("acknowledge", "alert1", 5, "ana (Slack U012AB3CD)")
    assert list(press.blocks) == message["blocks"]
    mute = read_press(interaction(message, "tocsin-mute"))
    assert mute is not None
    assert mute.deed == "mute"


def test_following_the_link_to_the_source_asks_nothing(make_alert: Any) -> None:
    assert read_press(interaction(shown(make_alert), "tocsin-open")) is None


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"payload=",
        b"payload=%7B%7D",
        b"payload=" + b"[" * 100_000,
        b"\xff\xfe",
        b"payload=" + quote('{"type":"view_submission","user":{"id":"U1"}}').encode(),
        b"payload=" + quote('{"type":"block_actions","user":{"id":"<!channel>"}}').encode(),
        b"payload=" + quote('{"type":"block_actions","user":{"id":"U1"},"actions":7}').encode(),
        b"payload="
        + quote(
            '{"type":"block_actions","user":{"id":"U1"},"actions":[{"action_id":"tocsin-mute","value":"no alert"}]}'
        ).encode(),
    ],
)
def test_what_is_no_press_is_refused(body: bytes) -> None:
    with pytest.raises(InteractionError):
        read_press(body)


@given(body=st.binary(max_size=300))
def test_no_body_does_harm(body: bytes) -> None:
    with pytest.raises(InteractionError):
        read_press(b"payload=" + body)


def test_the_message_shows_who_acknowledged_and_offers_it_no_more(make_alert: Any) -> None:
    press = read_press(interaction(shown(make_alert)))
    assert press is not None
    after = marked(press, "silent until it escalates & <more>", NOW)
    assert after["replace_original"] is True
    assert refusal(json.loads(msgspec.json.encode(after))) is None
    said = "\n".join(texts(after["blocks"]))
    assert "Acknowledged by <@U012AB3CD>" in said
    assert "&amp; &lt;more&gt;" in said
    left = [item["action_id"] for item in after["blocks"][-1]["elements"]]
    assert left == ["tocsin-mute", "tocsin-open"]
    # muting after that shows both, and a mark made twice stands once
    both = read_press(interaction(after, "tocsin-mute"))
    assert both is not None
    again = marked(both, "", NOW)
    kinds = [block.get("block_id") for block in again["blocks"] if "block_id" in block]
    assert kinds == ["tocsin-done-acknowledge", "tocsin-done-mute"]
    assert [item["action_id"] for item in again["blocks"][-1]["elements"]] == ["tocsin-open"]


def test_a_message_of_plain_text_is_marked_too() -> None:
    press = Press("mute", "a", 1, "U1", "ana", "", "Critical: it", ())
    assert marked(press, "until 13:00", NOW)["text"].startswith("Critical: it\n✅ Rule muted by <@U1>")


def test_notes_are_harmless() -> None:
    said = note("unknown <!channel> \x1b story")
    assert said["text"] == "unknown &lt;!channel&gt; story"
    assert said["replace_original"] is False


@pytest.mark.parametrize(
    ("url", "api", "allowed"),
    [
        ("https://hooks.slack.com/actions/T0/1/x", "https://slack.com/api", True),
        ("https://hooks.slack-gov.com/actions/T0/1/x", "https://slack-gov.com/api", True),
        ("http://127.0.0.1:9480/actions/T0/x", "http://127.0.0.1:9480/api", True),
        ("http://hooks.slack.com/actions/T0/1/x", "https://slack.com/api", False),
        ("https://hooks.slack.com:8443/x", "https://slack.com/api", False),
        ("https://hooks.slack.com.evil.example/x", "https://slack.com/api", False),
        ("https://hooks.slack.com@evil.example/x", "https://slack.com/api", False),
        ("https://user@hooks.slack.com/x", "https://slack.com/api", False),
        ("https://evil.example/hooks.slack.com", "https://slack.com/api", False),
        ("http://127.0.0.1:9481/actions", "http://127.0.0.1:9480/api", False),
        ("file:///etc/passwd", "https://slack.com/api", False),
        ("//hooks.slack.com/x", "https://slack.com/api", False),
        ("https://[hooks.slack.com/x", "https://slack.com/api", False),
        ("https://hooks.slack.com:99999/x", "https://slack.com/api", False),
        ("", "https://slack.com/api", False),
    ],
)
def test_answers_go_to_slack_only(url: str, api: str, allowed: bool) -> None:  # noqa: FBT001 - a table
    assert may_answer(url, api) is allowed
