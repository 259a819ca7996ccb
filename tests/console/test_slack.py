"""Presses on Slack's buttons, from the stand-in's page to the configuration topic and back into the message."""

import asyncio
import json
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

import aiohttp
import pytest

from tocsin.core.messages.slack.controls import Controls
from tocsin.core.messages.slack.message import render_slack
from tocsin.core.messages.slack.signature import signed_headers
from tocsin.core.routing.notice import Notice


async def posted(console: Any, alert: Any) -> str:
    """The alert in the stand-in's channel, as the notifier posts it; its ts."""
    notice = Notice(id="m", kind="new", alert=alert, subscription="desk")
    payload = render_slack(notice, controls=Controls(buttons=True)) | {"channel": "C0NEWS"}
    async with (
        aiohttp.ClientSession() as session,
        session.post(
            f"{console.receiver.url}/api/chat.postMessage", json=payload, headers={"Authorization": "Bearer xoxb-test"}
        ) as answer,
    ):
        said = await answer.json()
        assert said["ok"], said
        return str(said["ts"])


async def press(console: Any, ts: str, action: str) -> None:
    form = {"ts": ts, "action": action}
    origin = {"Origin": console.receiver.url}
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{console.receiver.url}/press", data=form, headers=origin, allow_redirects=False) as answer,
    ):
        assert answer.status == 303


async def page_shows(console: Any, *words: str) -> str:
    page = ""

    async def there() -> bool:
        nonlocal page
        async with aiohttp.ClientSession() as session, session.get(console.receiver.url) as answer:
            page = await answer.text()
        return all(word in page for word in words)

    await console.until(there, f"{words} on the stand-in's page")
    return page


async def test_acknowledging_from_slack_shows_in_the_message(console: Any, visitor: Any) -> None:
    alert = console.alert("a", 6)
    await console.publish(alert)
    await visitor.see(f"/stories/{alert.id}", alert.headline)
    ts = await posted(console, alert)
    await press(console, ts, "tocsin-acknowledge")
    page = await page_shows(console, "Acknowledged by")
    assert 'value="tocsin-acknowledge"' not in page
    assert 'value="tocsin-mute"' in page
    (silence,) = await console.silences()
    assert (silence.match.story, silence.seq, silence.until_escalates) == (alert.id, 6, True)
    assert silence.author == "stand-in (Slack U0STANDIN)"


async def test_muting_from_slack(console: Any, visitor: Any) -> None:
    alert = console.alert("a")
    await console.publish(alert)
    await visitor.see(f"/stories/{alert.id}", alert.headline)
    await press(console, await posted(console, alert), "tocsin-mute")
    await page_shows(console, "Rule muted by")
    (silence,) = await console.silences()
    assert silence.match.rule == console.rule
    assert silence.until <= datetime.now(UTC) + timedelta(hours=1)


async def test_unknown_over_and_overtaken_stories_are_answered_with_a_note(console: Any, visitor: Any) -> None:
    over = console.alert("over", kind="withdrawal")
    grown = console.alert("grown", 9, kind="escalation", escalated=9)
    await console.publish(over, grown)
    await visitor.see(f"/stories/{over.id}", over.headline)
    await visitor.see(f"/stories/{grown.id}", grown.headline)
    for alert, words in (
        (console.alert("never-heard-of"), "unknown here"),
        (console.alert("over"), "was withdrawn"),
        (console.alert("grown", 5), "has escalated since"),
    ):
        await press(console, await posted(console, alert), "tocsin-acknowledge")
        await page_shows(console, f"Only you see this: This story {'is ' if 'unknown' in words else ''}{words}")
    assert await console.silences() == []


async def send(console: Any, body: bytes, headers: dict[str, str] | None = None) -> int:
    own = signed_headers(console.signing, body, datetime.now(UTC)) if headers is None else headers
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{console.url}/slack/interactions", data=body, headers=own) as answer,
    ):
        assert await answer.read() == b""
        return answer.status


def interaction(alert: str, response_url: str = "https://hooks.slack.com/x", action: str = "tocsin-mute") -> bytes:
    payload = {
        "type": "block_actions",
        "user": {"id": "U012", "username": "ana"},
        "response_url": response_url,
        "actions": [{"action_id": action, "value": f"{alert}/5"}],
    }
    return urlencode({"payload": json.dumps(payload)}).encode()


async def test_only_what_slack_signed_is_taken_and_only_once(console: Any, visitor: Any) -> None:
    alert = console.alert("a")
    await console.publish(alert)
    await visitor.see(f"/stories/{alert.id}", alert.headline)
    body = interaction(alert.id)
    now = datetime.now(UTC)
    assert await send(console, body, {}) == 401
    assert await send(console, body, signed_headers("another secret", body, now)) == 401
    assert await send(console, body, signed_headers(console.signing, body, now - timedelta(minutes=6))) == 401
    assert await send(console, body, signed_headers(console.signing, body + b"x", now)) == 401
    assert await console.silences() == []
    good = signed_headers(console.signing, body, now)
    assert await send(console, body, good) == 200
    assert await send(console, body, good) == 401
    assert await send(console, b"payload=no") == 400
    assert await send(console, interaction(alert.id, action="tocsin-open")) == 200

    async def silenced() -> bool:
        return len(await console.silences()) == 1

    await console.until(silenced, "the silence")
    for outcome, count in {"taken": 1, "refused": 5, "unreadable": 1, "nothing": 1}.items():
        assert console.metric("tocsin_console_interactions_total", outcome=outcome) == count


async def test_answers_go_nowhere_but_to_slack(console: Any, visitor: Any) -> None:
    alert = console.alert("a")
    await console.publish(alert)
    await visitor.see(f"/stories/{alert.id}", alert.headline)
    heard: list[int] = []

    async def listen(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heard.append(len(await reader.read(1)))
        writer.close()

    server = await asyncio.start_server(listen, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    for url in (f"http://127.0.0.1:{port}/x", f"http://127.0.0.1:{port}@hooks.slack.com/", "file:///etc/passwd", ""):
        assert await send(console, interaction(alert.id, url)) == 200
    await press(console, await posted(console, alert), "tocsin-acknowledge")
    await page_shows(console, "Acknowledged by")  # presses are done in order, so those before are
    server.close()
    await server.wait_closed()
    assert heard == []


async def test_without_slacks_secret_nothing_is_taken(console: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TOCSIN_SECRET_SLACK_SIGNING")
    assert await send(console, interaction("a")) == 404
