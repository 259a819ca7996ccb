"""The blocks that messages are made of. Source: https://docs.slack.dev/reference/block-kit/blocks."""

from typing import Any

from tocsin.core.wording.text import width

Block = dict[str, Any]

MAX_BLOCKS = 50
HEADER_LIMIT = 150
SECTION_LIMIT = 3000


def header(text: str) -> Block:
    """A title; plain text, at most ``HEADER_LIMIT`` wide."""
    return {"type": "header", "text": _plain(text)}


def section(text: str) -> Block:
    """A paragraph of Slack's markup, in which nothing is made a link or mention by itself."""
    return {"type": "section", "text": _marked_up(text)}


def context(text: str) -> Block:
    """A paragraph in small print."""
    return {"type": "context", "elements": [_marked_up(text)]}


def actions(buttons: list[Block]) -> Block:
    """Buttons in a row."""
    return {"type": "actions", "elements": buttons}


def button(text: str, action_id: str, **more: Any) -> Block:
    """A button; ``more`` are ``value``, ``url``, ``style`` and ``confirm``."""
    return {"type": "button", "text": _plain(text), "action_id": action_id} | more


def confirm(title: str, text: str, yes: str) -> Block:
    """What is asked before a button acts."""
    return {"title": _plain(title), "text": _plain(text), "confirm": _plain(yes), "deny": _plain("Cancel")}


def message(text: str, blocks: list[Block] | None = None) -> dict[str, Any]:
    """What is posted: ``text`` for notifications and screen readers, and in place of blocks that are None."""
    shown = {"text": text} if blocks is None else {"text": text, "blocks": blocks}
    return shown | {"unfurl_links": False, "unfurl_media": False}


def joined(lines: list[str], limit: int, separator: str = "\n") -> str:
    """Whole lines up to the limit: a line may hold links, which can't be cut."""
    kept: list[str] = []
    room = limit
    for line in lines:
        room -= width(line) + len(separator)
        if room < 0:
            break
        kept.append(line)
    return separator.join(kept)


def _plain(text: str) -> Block:
    return {"type": "plain_text", "text": text, "emoji": False}


def _marked_up(text: str) -> Block:
    return {"type": "mrkdwn", "text": text, "verbatim": True}
