"""The stand-in refuses what Slack refuses, checks signatures, and shows hostile text harmlessly."""

import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import aiohttp
import pytest

from tocsin.core.messages.sign import parse_secret, signature_headers
from tocsin.local.receiver.limits import refusal
from tocsin.local.receiver.printed import lines
from tocsin.local.receiver.server import SLACK_PATH, WEBHOOK_PATH, Receiver

KEY = parse_secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    running = Receiver(key=KEY)
    await running.start()
    yield running
    await running.stop()


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


def section(text: str) -> dict[str, Any]:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}}


def header(text: str) -> dict[str, Any]:
    return {"type": "header", "text": {"type": "plain_text", "text": text}}


def actions(button: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "actions",
        "elements": [{"type": "button", "text": {"type": "plain_text", "text": "Open"}} | button],
    }


def dialog(**texts: str) -> dict[str, Any]:
    words = {"title": "Sure?", "text": "Really?", "confirm": "Yes", "deny": "No"} | texts
    return {name: {"type": "plain_text", "text": text} for name, text in words.items()}


def row(count: int, **fields: str) -> dict[str, Any]:
    text = {"type": "plain_text", "text": "Open"}
    elements = [{"type": "button", "text": text, "action_id": f"a{number}"} | fields for number in range(count)]
    return {"type": "actions", "elements": elements}


@pytest.mark.parametrize(
    ("payload", "expected"),
    [
        ({"text": "hello"}, None),
        ({"blocks": [section("x" * 3000)]}, None),
        ({"blocks": [section("x" * 3001)]}, "invalid_blocks"),
        ({"blocks": [section("")]}, "invalid_blocks"),
        ({"blocks": [header("x" * 150)]}, None),
        ({"blocks": [header("x" * 151)]}, "invalid_blocks"),
        ({"blocks": [section("x")] * 50}, None),
        ({"blocks": [section("x")] * 51}, "invalid_blocks"),
        ({"blocks": [section("x" * 2900)] * 5}, "msg_blocks_too_long"),
        ({"blocks": [section("x") | {"block_id": "a"}] * 2}, "invalid_blocks"),
        ({"blocks": [{"type": "section", "fields": [{"type": "mrkdwn", "text": "x"}] * 11}]}, "invalid_blocks"),
        ({"blocks": [{"type": "section", "fields": [{"type": "mrkdwn", "text": "x" * 2001}]}]}, "invalid_blocks"),
        ({"blocks": [{"type": "context", "elements": []}]}, "invalid_blocks"),
        ({"blocks": [{"type": "context", "elements": [{"type": "mrkdwn", "text": "x"}] * 11}]}, "invalid_blocks"),
        ({"blocks": [actions({"url": "https://news.example/"})]}, None),
        ({"blocks": [actions({"url": "javascript:alert(1)"})]}, "invalid_blocks"),
        ({"blocks": [actions({"value": "x" * 2001})]}, "invalid_blocks"),
        ({"blocks": [actions({"text": {"type": "plain_text", "text": "x" * 76}})]}, "invalid_blocks"),
        ({"blocks": [actions({"text": {"type": "mrkdwn", "text": "x"}})]}, "invalid_blocks"),
        ({"blocks": [actions({"action_id": "x" * 255, "value": "x" * 2000, "style": "primary"})]}, None),
        ({"blocks": [actions({"action_id": "x" * 256})]}, "invalid_blocks"),
        ({"blocks": [actions({"url": "https://x.example/" + "x" * 3000})]}, "invalid_blocks"),
        ({"blocks": [actions({"style": "loud"})]}, "invalid_blocks"),
        ({"blocks": [actions({"confirm": dialog()})]}, None),
        ({"blocks": [actions({"confirm": dialog(title="x" * 101)})]}, "invalid_blocks"),
        ({"blocks": [actions({"confirm": dialog(text="x" * 301)})]}, "invalid_blocks"),
        ({"blocks": [actions({"confirm": dialog(confirm="x" * 31)})]}, "invalid_blocks"),
        ({"blocks": [actions({"confirm": {}})]}, "invalid_blocks"),
        ({"blocks": [row(25)]}, None),
        ({"blocks": [row(26)]}, "invalid_blocks"),
        ({"blocks": [row(2, action_id="same")]}, "invalid_blocks"),
        ({"blocks": [{"type": "section"}]}, "invalid_blocks"),
        ({"blocks": [{"type": "marquee"}]}, "invalid_blocks"),
        ({"text": " "}, "no_text"),
        ({"text": "x" * 40_001}, "msg_too_long"),
        ({"text": 7}, "invalid_payload"),
        ([], "invalid_payload"),
    ],
)
def test_refuses_what_slack_refuses(payload: Any, expected: str | None) -> None:
    assert refusal(payload) == expected


async def test_answers_an_incoming_webhook_as_slack_does(receiver: Receiver, http: aiohttp.ClientSession) -> None:
    async with http.post(receiver.url + SLACK_PATH, json={"text": "hello"}) as response:
        assert (response.status, await response.text()) == (200, "ok")
    async with http.post(receiver.url + SLACK_PATH, data=b"{") as response:
        assert (response.status, await response.text()) == (400, "invalid_payload")
    assert [message.accepted for message in receiver.kept] == [True, False]


async def test_the_web_api_wants_a_token_and_a_channel_and_threads(
    receiver: Receiver, http: aiohttp.ClientSession
) -> None:
    async def post(method: str, bearer: str | None = "xoxb-1", **payload: Any) -> Any:
        headers = {} if bearer is None else {"Authorization": f"Bearer {bearer}"}
        async with http.post(f"{receiver.url}/api/{method}", json=payload, headers=headers) as response:
            assert response.status == 200
            return await response.json()

    assert (await post("chat.postMessage", None, channel="C012", text="x"))["error"] == "not_authed"
    assert (await post("chat.postMessage", "bad", channel="C012", text="x"))["error"] == "invalid_auth"
    assert (await post("chat.postMessage", channel="nowhere", text="x"))["error"] == "channel_not_found"
    first = await post("chat.postMessage", channel="C012", text="x")
    second = await post("chat.postMessage", channel="C012", text="y", thread_ts=first["ts"])
    assert first["ok"]
    assert first["ts"] != second["ts"]
    assert (await post("chat.update", channel="C012", text="z", ts=first["ts"]))["ok"]
    assert (await post("chat.update", channel="C012", text="z", ts="1.2"))["error"] == "message_not_found"


async def test_takes_only_what_the_secret_signed(receiver: Receiver, http: aiohttp.ClientSession) -> None:
    body = json.dumps({"type": "t"}).encode()
    good = signature_headers([KEY], "msg_1", datetime.now(UTC), body)
    for headers, expected in ((good, 204), ({}, 401), (good | {"webhook-id": "msg_2"}, 401)):
        async with http.post(receiver.url + WEBHOOK_PATH, data=body, headers=headers) as response:
            assert response.status == expected
    assert [message.verified for message in receiver.kept] == [True, False, False]


async def test_faults_strike_as_often_as_told(receiver: Receiver, http: aiohttp.ClientSession) -> None:
    faults = [{"path": "/services/", "do": "rate_limit", "retry_after": "7", "times": 1}]
    async with http.put(receiver.url + "/faults", json=faults) as response:
        assert response.status == 204
    async with http.post(receiver.url + SLACK_PATH, json={"text": "x"}) as response:
        assert (response.status, response.headers["Retry-After"]) == (429, "7")
    async with http.post(receiver.url + SLACK_PATH, json={"text": "x"}) as response:
        assert response.status == 200
    async with http.put(receiver.url + "/faults", json=[{"path": "/", "do": "sing"}]) as response:
        assert response.status == 400


async def test_the_page_and_the_terminal_show_hostile_text_as_text(
    receiver: Receiver, http: aiohttp.ClientSession
) -> None:
    hostile = "&lt;script&gt;alert(1)&lt;/script&gt; <script> \x1b[31m \u202e <https://x.example/?a=1&amp;b='\"|go>"
    payload = {"text": "x", "blocks": [header("<b>\x07"), section(hostile)]}
    async with http.post(receiver.url + SLACK_PATH, json=payload) as response:
        assert response.status == 200
    async with http.get(receiver.url) as response:
        page = await response.text()
        assert "default-src 'none'" in response.headers["Content-Security-Policy"]
    assert "<script" not in page
    assert "<b>\x07" not in page
    assert "&lt;script&gt;alert(1)" in page
    shown = "\n".join(lines(next(iter(receiver.kept))))
    assert not set(shown) & {"\x1b", "\x07", "\u202e"}
    assert "<script>alert(1)</script>" in shown
