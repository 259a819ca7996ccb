"""Slack through the real path: incoming webhooks, bot tokens, threads, and what Slack refuses."""

from collections.abc import Iterator
from typing import Any

import pytest

from tocsin.core.model.subscription import SecretRef
from tocsin.local.receiver.kept import Message
from tocsin.local.receiver.server import SLACK_PATH


def bot(bench: Any, name: str, channel: str, **options: Any) -> Any:
    return bench.slack(name, token=SecretRef(env="TOCSIN_SECRET_SLACK_TOKEN"), channel=channel, **options)


def posted(bench: Any, channel: str) -> list[Message]:
    return [m for m in bench.receiver.kept if m.accepted and m.payload.get("channel") in (channel, channel + "X")]


async def wait_posted(bench: Any, channel: str, count: int) -> list[Message]:
    async def there() -> bool:
        return len(posted(bench, channel)) >= count

    await bench.until(there, f"{count} messages in {channel}")
    return posted(bench, channel)


def replies(messages: list[Message]) -> Iterator[tuple[bool, bool]]:
    """(in a thread, shown in the channel) of each."""
    for message in messages:
        threaded = "thread_ts" in message.payload
        yield threaded, not threaded or bool(message.payload["reply_broadcast"])


async def test_an_incoming_webhook_gets_one_message_a_revision(bench: Any) -> None:
    chat = bench.slack("chat")
    await bench.apply(chat)
    bench.start()
    await bench.publish(bench.alert("a", 1))
    await bench.until_receipt(chat.id, "delivered", 1)
    await bench.publish(bench.alert("a", 2, changes=("killed: 3 → 5",)))
    await bench.until_receipt(chat.id, "delivered", 2)
    texts = [m.payload["text"] for m in bench.receiver.kept if m.path == SLACK_PATH]
    assert texts[0].startswith("Warning: Headline of a, 1")
    assert texts[1].startswith("Warning: Update: Headline of a, 2")
    assert "killed: 3 → 5" in texts[1]


async def test_a_bot_puts_updates_under_the_first_message_and_escalations_in_the_channel_too(bench: Any) -> None:
    chat = bot(bench, "chat", "C0THREAD")
    await bench.apply(chat)
    notifier = bench.start("n1")
    await bench.publish(bench.alert("a", 1))
    (first,) = await wait_posted(bench, "C0THREAD", 1)
    await bench.until_receipt(chat.id, "delivered", 1)
    await bench.until_nothing_is_owed(chat.id)
    notifier.kill()  # which message the story has is remembered
    bench.start("n1")
    await bench.publish(bench.alert("a", 2))
    await wait_posted(bench, "C0THREAD", 2)
    await bench.publish(bench.alert("a", 3, kind="escalation", severity="critical"))
    await wait_posted(bench, "C0THREAD", 3)
    await bench.publish(bench.alert("a", 4, kind="withdrawal"))
    messages = await wait_posted(bench, "C0THREAD", 4)
    assert list(replies(messages)) == [(False, True), (True, False), (True, True), (True, True)]
    assert {message.payload.get("thread_ts") for message in messages[1:]} == {first.ts}


async def test_a_bot_may_update_in_place_and_posts_anew_what_is_gone(bench: Any) -> None:
    chat = bot(bench, "chat", "C0PLACE", updates="replace")
    await bench.apply(chat)
    bench.start()
    await bench.publish(bench.alert("a", 1))
    (first,) = await wait_posted(bench, "C0PLACE", 1)
    await bench.until_receipt(chat.id, "delivered", 1)
    await bench.publish(bench.alert("a", 2))
    await bench.until_receipt(chat.id, "delivered", 2)
    updates = [m for m in bench.receiver.kept if m.path == "/api/chat.update" and m.accepted]
    assert [message.payload["ts"] for message in updates] == [first.ts]
    await bench.faults({"path": "/api/chat.update", "do": "error", "code": "message_not_found", "times": 1})
    await bench.publish(bench.alert("a", 3))
    await bench.until_receipt(chat.id, "delivered", 3)
    assert bench.receiver.kept.accepted["/api/chat.postMessage"] == 2


@pytest.mark.parametrize("error", ["invalid_blocks", "msg_blocks_too_long"])
async def test_what_slack_cant_read_is_sent_as_plain_text(bench: Any, error: str) -> None:
    chat = bot(bench, "chat", "C0PLAIN")
    await bench.apply(chat)
    await bench.faults({"path": "/api/", "do": "error", "code": error, "times": 1})
    bench.start()
    await bench.publish(bench.alert("a"))
    (message,) = await wait_posted(bench, "C0PLAIN", 1)
    assert "blocks" not in message.payload
    assert "Headline of a" in message.payload["text"]
    await bench.until_receipt(chat.id, "delivered")


async def test_a_channel_that_is_gone_disables_the_subscription(bench: Any) -> None:
    chat = bot(bench, "chat", "C0GONE")
    await bench.apply(chat)
    await bench.faults({"path": "/api/", "do": "error", "code": "channel_not_found"})
    notifier = bench.start()
    await bench.publish(bench.alert("a"))
    (receipt,) = await bench.until_receipt(chat.id, "disable")
    assert receipt.reason == "slack_channel"
    assert "subscription_disabled" in notifier.text()


async def test_many_at_once_become_one_message(bench: Any) -> None:
    chat = bench.slack("chat")
    await bench.apply(chat)
    await bench.faults({"path": SLACK_PATH, "do": "rate_limit", "retry_after": "2", "times": 1})
    bench.start()
    await bench.publish(*(bench.alert(f"a{number}") for number in range(12)))
    await bench.until_receipt(chat.id, "delivered", 12)
    titles = [m.payload["blocks"][0]["text"]["text"] for m in bench.receiver.kept if m.path == SLACK_PATH]
    assert "12 alerts" in titles
