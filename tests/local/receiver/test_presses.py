"""The stand-in's page shows channels as they now are, and its buttons are pressed as in Slack."""

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs

import aiohttp
import pytest
from aiohttp import web

from tocsin.core.messages.slack.signature import SlackVerifier
from tocsin.local.receiver.server import SLACK_PATH, Receiver

SECRET = "signing-secret-of-a-test"  # noqa: S105 - for tests alone
BUTTONS = [
    {"type": "section", "text": {"type": "mrkdwn", "text": "> It is said that"}},
    {
        "type": "actions",
        "elements": [
            {"type": "button", "text": {"type": "plain_text", "text": "Yes"}, "action_id": "yes", "value": "42"},
            {
                "type": "button",
                "text": {"type": "plain_text", "text": "Go"},
                "action_id": "go",
                "url": "https://x.example/",
            },
        ],
    },
]


@dataclass
class App:
    """An app behind Slack: keeps what it hears, and answers with a status."""

    url: str = ""
    status: int = 200
    heard: list[dict[str, Any]] = field(default_factory=list)

    async def take(self, request: web.Request) -> web.Response:
        body = await request.read()
        SlackVerifier().verify(SECRET, request.headers, body, datetime.now(UTC))
        self.heard.append(json.loads(parse_qs(body.decode())["payload"][0]))
        return web.Response(status=self.status)


@pytest.fixture
async def app() -> AsyncIterator[App]:
    made = App()
    application = web.Application()
    application.router.add_post("/slack/interactions", made.take)
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    made.url = f"http://127.0.0.1:{runner.addresses[0][1]}/slack/interactions"
    yield made
    await runner.cleanup()


@pytest.fixture
async def receiver(app: App) -> AsyncIterator[Receiver]:
    running = Receiver(interactions=app.url, signing_secret=SECRET)
    await running.start()
    yield running
    await running.stop()


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


async def post(http: aiohttp.ClientSession, receiver: Receiver, method: str = "chat.postMessage", **fields: Any) -> str:
    payload = {"channel": "C0NEWS", "text": "hello"} | fields
    async with http.post(
        f"{receiver.url}/api/{method}", json=payload, headers={"Authorization": "Bearer xoxb-test"}
    ) as answer:
        said = await answer.json()
        assert said["ok"], said
        return str(said["ts"])


async def page(http: aiohttp.ClientSession, receiver: Receiver) -> str:
    async with http.get(receiver.url) as answer:
        return await answer.text()


async def press(http: aiohttp.ClientSession, receiver: Receiver, ts: str, action: str, **headers: str) -> int:
    own = {"Origin": receiver.url} | headers
    async with http.post(
        f"{receiver.url}/press", data={"ts": ts, "action": action}, headers=own, allow_redirects=False
    ) as answer:
        return answer.status


async def respond(http: aiohttp.ClientSession, url: str, **payload: Any) -> int:
    async with http.post(url, json=payload) as answer:
        return answer.status


async def test_a_press_reaches_the_app_signed_and_its_answer_replaces_the_message(
    app: App, receiver: Receiver, http: aiohttp.ClientSession
) -> None:
    ts = await post(http, receiver, blocks=BUTTONS)
    before = await page(http, receiver)
    assert "<blockquote>It is said that</blockquote>" in before
    assert '<a class="b" href="https://x.example/"' in before
    assert await press(http, receiver, ts, "yes") == 303
    (heard,) = app.heard
    assert heard["actions"][0]["value"] == "42"
    assert heard["message"]["blocks"] == BUTTONS
    assert (
        await respond(http, heard["response_url"], replace_original=True, text="done <it>", blocks=BUTTONS[:1]) == 200
    )
    assert await respond(http, heard["response_url"], replace_original=False, text="psst") == 200
    after = await page(http, receiver)
    assert "edited" in after
    assert "Only you see this: psst" in after
    assert 'value="yes"' not in after


async def test_answers_are_counted_and_checked_as_slack_does(
    app: App, receiver: Receiver, http: aiohttp.ClientSession
) -> None:
    ts = await post(http, receiver, blocks=BUTTONS)
    await press(http, receiver, ts, "yes")
    url = app.heard[0]["response_url"]
    assert await respond(http, url, replace_original=True, blocks=[{"type": "marquee"}]) == 404
    assert [await respond(http, url, text=str(number)) for number in range(5)] == [200, 200, 200, 200, 404]
    assert await respond(http, url + "x", text="guessed") == 404


async def test_an_app_that_fails_is_told_to_who_pressed(
    app: App, receiver: Receiver, http: aiohttp.ClientSession
) -> None:
    app.status = 500
    ts = await post(http, receiver, blocks=BUTTONS)
    await press(http, receiver, ts, "yes")
    assert "The app answered 500." in await page(http, receiver)


async def test_other_sites_cant_press(app: App, receiver: Receiver, http: aiohttp.ClientSession) -> None:
    ts = await post(http, receiver, blocks=BUTTONS)
    assert await press(http, receiver, ts, "yes", Origin="https://evil.example") == 403
    assert await press(http, receiver, ts, "no-such-button") == 404
    assert await press(http, receiver, "0.0", "yes") == 404
    assert app.heard == []


async def test_updates_stand_in_place_and_replies_under_their_message(
    receiver: Receiver, http: aiohttp.ClientSession
) -> None:
    first = await post(http, receiver, text="the first state")
    await post(http, receiver, text="a quiet reply", thread_ts=first)
    await post(http, receiver, text="a loud reply", thread_ts=first, reply_broadcast=True)
    await post(http, receiver, "chat.update", text="the second state", ts=first)
    shown = await page(http, receiver)
    assert "the first state" not in shown
    assert shown.count("the second state") == 1
    assert shown.count("a quiet reply") == 1
    assert shown.count("a loud reply") == 2
    assert "2 replies" in shown


async def test_an_update_may_be_less_long_than_a_message(receiver: Receiver, http: aiohttp.ClientSession) -> None:
    ts = await post(http, receiver, text="x" * 4001)
    payload = {"channel": "C0NEWS", "text": "x" * 4001, "ts": ts}
    async with http.post(
        f"{receiver.url}/api/chat.update", json=payload, headers={"Authorization": "Bearer xoxb-test"}
    ) as answer:
        assert (await answer.json())["error"] == "msg_too_long"


async def test_without_an_app_buttons_can_be_seen_only(http: aiohttp.ClientSession) -> None:
    receiver = Receiver()
    await receiver.start()
    try:
        async with http.post(receiver.url + SLACK_PATH, json={"blocks": BUTTONS}) as answer:
            assert answer.status == 200
        assert " disabled>Yes</button>" in await page(http, receiver)
    finally:
        await receiver.stop()
