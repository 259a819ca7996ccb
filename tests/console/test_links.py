"""Links in messages: following one only asks, pressing the page's button does it, and nothing else passes."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tocsin.core.messages.links import Linker, SignedDeed, sign_deed


def link(console: Any, deed: Any, alert: Any) -> str:
    url = Linker(console.url, console.key).link(deed, alert.id, alert.rule, "desk", datetime.now(UTC))
    return url.removeprefix(str(console.url))


async def shown(visitor: Any, path: str) -> str:
    """The page behind a link once the console has read the alert."""
    return str(await visitor.see(path, "279 reported killed in Mosul"))


async def test_following_a_link_changes_nothing_and_its_button_acknowledges(console: Any, stranger: Any) -> None:
    alert = console.alert("a", 6)
    await console.publish(alert)
    path = link(console, "acknowledge", alert)
    page = await shown(stranger, path)
    assert "Acknowledge this story?" in page
    async with stranger.session.head(console.url + path) as answer:
        assert answer.status == 200
    assert await console.silences() == []
    status, page = await stranger.post(path, seq="6", name="Ben", reason="seen")
    assert (status, "The story is acknowledged" in page) == (200, True)
    (silence,) = await console.silences()
    assert (silence.match.story, silence.seq) == (alert.id, 6)
    assert silence.author == "Ben (link in a message)"


async def test_muting_by_a_link(console: Any, stranger: Any) -> None:
    alert = console.alert("a")
    await console.publish(alert)
    path = link(console, "mute", alert)
    assert "Mute this rule for 1 h?" in await shown(stranger, path)
    assert (await stranger.post(path, seq="5"))[0] == 200
    (silence,) = await console.silences()
    assert silence.match.rule == console.rule
    assert silence.until < datetime.now(UTC) + timedelta(minutes=61)


async def test_a_link_acts_on_what_its_page_showed(console: Any, stranger: Any) -> None:
    alert = console.alert("a", 6)
    await console.publish(alert)
    path = link(console, "acknowledge", alert)
    await shown(stranger, path)
    await console.publish(console.alert("a", 9, kind="escalation", escalated=9))
    await stranger.see(path, "escalated")
    status, page = await stranger.post(path, seq="6")
    assert (status, "has escalated since" in page) == (409, True)
    assert (await stranger.post(path, seq="9"))[0] == 200


@pytest.mark.parametrize("seq", ["", "-1", "x", "9" * 40])
async def test_a_form_without_its_revision_is_refused(console: Any, stranger: Any, seq: str) -> None:
    alert = console.alert("a")
    await console.publish(alert)
    path = link(console, "acknowledge", alert)
    await shown(stranger, path)
    assert (await stranger.post(path, seq=seq))[0] == 409
    assert await console.silences() == []


async def test_links_that_are_forged_old_or_of_unknown_stories_do_nothing(console: Any, stranger: Any) -> None:
    alert = console.alert("a")
    await console.publish(alert)
    good = link(console, "mute", alert)
    await shown(stranger, good)
    old = SignedDeed("mute", alert.id, alert.rule, "desk", int(datetime.now(UTC).timestamp()) - 1)
    unknown = SignedDeed("mute", "nobody", "r", "desk", int(datetime.now(UTC).timestamp()) + 60)
    for token, words in (
        (good.removeprefix("/act/") + "x", "not from a message of this system"),
        (sign_deed(b"another key, of somebody else", unknown), "not from a message of this system"),
        (sign_deed(console.key, old), "too old"),
        (sign_deed(console.key, unknown), "unknown here"),
    ):
        status, page = await stranger.get(f"/act/{token}")
        assert (status, words in page) == (404, True)
        status, page = await stranger.post(f"/act/{token}", seq="5")
        assert (status, words in page) == (409, True)
    assert await console.silences() == []


async def test_a_withdrawn_story_needs_nothing(console: Any, stranger: Any) -> None:
    alert = console.alert("a", kind="withdrawal")
    await console.publish(alert)
    await stranger.see(link(console, "mute", alert), "was withdrawn")
