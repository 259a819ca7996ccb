"""Slack through the real path: incoming webhooks, bot tokens, threads, and what Slack refuses."""

import json
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


async def test_an_acknowledgement_by_command_marks_the_message_as_the_button_does_and_goes_with_it(bench: Any) -> None:
    bench.extra["TOCSIN_SLACK_BUTTONS"] = "true"
    chat, other = bot(bench, "chat", "C0MARK"), bench.webhook("other")
    await bench.apply(chat, other)
    notifier = bench.start("n1")
    await bench.publish(bench.alert("a", 1), bench.alert("b", 1))
    posts = {post.payload["text"].split()[-2]: post for post in await wait_posted(bench, "C0MARK", 2)}
    await bench.until_receipt(chat.id, "delivered", 2)
    assert (await bench.command("acknowledge", bench.alert("a").id, "--author", "ana <!here>")).returncode == 0

    def said(name: str) -> str:
        post = bench.receiver.wall.find(posts[name].ts)
        assert post is not None
        return json.dumps(post.payload["blocks"], ensure_ascii=False)

    async def marked() -> bool:
        return "✅ Acknowledged by ana &lt;!here&gt;" in said("a,")

    await bench.until(marked, "the mark on the message")
    assert "tocsin-acknowledge" not in said("a,")
    assert "tocsin-mute" in said("a,")
    assert "Acknowledged by" not in said("b,")

    notifier.kill()  # what is marked is remembered, and what came meanwhile is made up for
    assert (await bench.command("acknowledge", bench.alert("b").id, "--author", "ben")).returncode == 0
    assert (await bench.command("acknowledge", bench.alert("a").id, "--end")).returncode == 0
    bench.start("n1")

    async def made_up() -> bool:
        return "Acknowledged by ben" in said("b,") and "tocsin-acknowledge" in said("a,")

    await bench.until(made_up, "the other message's mark, and the first one's buttons")
    assert "Acknowledged by" not in said("a,")
    assert (await bench.command("acknowledge", bench.alert("b").id, "--end")).returncode == 0


async def test_an_escalation_that_shows_in_the_channel_is_what_is_marked_then(bench: Any) -> None:
    chat = bot(bench, "chat", "C0AGAIN")
    await bench.apply(chat)
    bench.start()
    await bench.publish(bench.alert("a", 1))
    await wait_posted(bench, "C0AGAIN", 1)
    await bench.publish(bench.alert("a", 2))
    await wait_posted(bench, "C0AGAIN", 2)
    await bench.publish(bench.alert("a", 3, kind="escalation", escalated=3, severity="critical"))
    posts = await wait_posted(bench, "C0AGAIN", 3)
    await bench.until_receipt(chat.id, "delivered", 3)
    assert (await bench.command("acknowledge", bench.alert("a").id, "--author", "ana")).returncode == 0

    async def edited() -> bool:
        return any(m.path == "/api/chat.update" for m in bench.receiver.kept)

    await bench.until(edited, "the mark")
    (edit,) = [m for m in bench.receiver.kept if m.path == "/api/chat.update"]
    assert (edit.accepted, edit.payload["ts"]) == (True, posts[2].ts)
    assert (await bench.command("acknowledge", bench.alert("a").id, "--end")).returncode == 0
