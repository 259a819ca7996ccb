"""The receiver's page: channels as a person would see them in Slack, the newest message first."""

import html
import json
from datetime import UTC, datetime
from typing import Any

from tocsin.local.receiver.kept import Message
from tocsin.local.receiver.mrkdwn import as_html, printable
from tocsin.local.receiver.style import STYLE
from tocsin.local.receiver.wall import Post, Wall

SHOWN = 100

_HEAD = f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="3">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Tocsin: what was sent</title>
<style>{STYLE}</style></head><body><h1>What was sent</h1>
"""


class Page:
    """Renders a wall. ``pressable``: buttons can be pressed."""

    def __init__(self, wall: Wall, *, pressable: bool) -> None:
        self._wall = wall
        self._pressable = pressable

    def render(self) -> str:
        """The page. Everything that came in is escaped."""
        shown = [item for item in self._wall.items.values() if not isinstance(item, Post) or item.also_in_channel]
        body = "\n".join(self._item(item) for item in shown[-SHOWN:][::-1])
        return _HEAD + (body or "<p>Nothing yet.</p>") + "\n</body></html>\n"

    def _item(self, item: Post | Message) -> str:
        return self._post(item) if isinstance(item, Post) else _request(item)

    def _post(self, post: Post, *, inside: bool = False) -> str:
        replies = [] if inside or post.thread else self._wall.replies(post.ts)
        about = f"{_time(post.at)} · Slack {_escape(post.channel)}{' · edited' if post.edited else ''}"
        about += " · answered in a thread" if post.thread and not inside else ""
        notes = "".join(f'<p class="note">Only you see this: {_escape(note)}</p>' for note in post.notes)
        count = f"{len(replies)} repl{'y' if len(replies) == 1 else 'ies'}"
        thread = "".join(self._post(reply, inside=True) for reply in replies)
        below = f"<details open><summary>{count}</summary>{thread}</details>" if replies else ""
        return f"<article><small>{about}</small>{self._content(post)}{notes}{below}</article>"

    def _content(self, post: Post) -> str:
        blocks = post.payload.get("blocks")
        if not isinstance(blocks, list) or not blocks:
            return f"<p>{as_html(str(post.payload.get('text', '')))}</p>"
        return "".join(self._block(block, post) for block in blocks if isinstance(block, dict))

    def _block(self, block: dict[str, Any], post: Post) -> str:
        match block.get("type"):
            case "header":
                return f"<h2>{_text(block.get('text'))}</h2>"
            case "section":
                shown = [block["text"]] if "text" in block else []
                return "".join(_paragraph(part) for part in [*shown, *block.get("fields", [])])
            case "context":
                return f"<p><small>{' · '.join(_text(part) for part in block.get('elements', []))}</small></p>"
            case "actions":
                buttons = "".join(self._button(element, post) for element in block.get("elements", []))
                return f'<div class="actions">{buttons}</div>'
            case "divider":
                return "<hr>"
        return ""

    def _button(self, element: dict[str, Any], post: Post) -> str:
        label, style = _text(element.get("text")), _escape(element.get("style", ""))
        if "url" in element:
            return f'<a class="b" href="{_escape(element["url"])}" rel="noreferrer noopener">{label}</a>'
        disabled = "" if self._pressable else " disabled"
        title = _escape(element.get("confirm", {}).get("text", {}).get("text", ""))
        return (
            f'<form method="post" action="/press"><input type="hidden" name="ts" value="{_escape(post.ts)}">'
            f'<button class="b {style}" name="action" value="{_escape(element.get("action_id", ""))}" title="{title}"'
            f"{disabled}>{label}</button></form>"
        )


def _request(message: Message) -> str:
    """A webhook's body, or what was refused."""
    where = "Slack" if message.kind == "slack" else "webhook"
    told = "" if message.accepted else f" · refused: {_escape(message.error or message.status)}"
    signed = {True: " · signature fits", False: " · signature does not fit", None: ""}[message.verified]
    kind = "" if message.accepted else ' class="refused"'
    return (
        f"<article{kind}><small>{_time(message.at)} · {where}{signed}{told}</small>{_json(message.payload)}</article>"
    )


def _paragraph(node: dict[str, Any]) -> str:
    """A quotation where Slack would show one: after a greater-than sign that is markup and no escaped character."""
    if node.get("type") == "mrkdwn" and str(node.get("text")).startswith("> "):
        return f"<blockquote>{_text(node | {'text': node['text'].removeprefix('> ')})}</blockquote>"
    return f"<p>{_text(node)}</p>"


def _text(node: Any) -> str:
    if not isinstance(node, dict):
        return ""
    text = str(node.get("text", ""))
    return as_html(text) if node.get("type") == "mrkdwn" else _escape(html.unescape(text))


def _json(payload: Any) -> str:
    return f"<pre>{_escape(json.dumps(payload, indent=1, ensure_ascii=False))}</pre>"


def _time(at: float) -> str:
    return datetime.fromtimestamp(at, UTC).strftime("%Y-%m-%d %H:%M:%S UTC")


def _escape(value: object) -> str:
    return html.escape(printable(str(value)), quote=True)
