"""The receiver's page: messages as a person would see them in Slack, newest first."""

import html
import json
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from tocsin.local.receiver.kept import Message
from tocsin.local.receiver.mrkdwn import as_html, printable

SHOWN = 100

_HEAD = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="3">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Tocsin: what was sent</title>
<style>
:root{color-scheme:light dark}body{font:15px/1.46 system-ui,sans-serif;margin:0 auto;max-width:46rem;padding:1rem}
article{border:1px solid #8884;border-left:4px solid #8888;border-radius:6px;padding:.5rem 1rem;margin:.8rem 0}
article.reply{margin-left:2.5rem}article.refused{border-left-color:#c22}
h2{font-size:1.1rem;margin:.3rem 0}p{margin:.4rem 0}small{opacity:.7}pre{overflow-x:auto;font-size:.8rem}
.b{display:inline-block;border:1px solid #8888;border-radius:4px;padding:.1rem .6rem;margin:.2rem .4rem .2rem 0}
</style></head><body><h1>What was sent</h1>
"""


def render(messages: Iterable[Message]) -> str:
    """The page. Everything that came in is escaped."""
    newest = list(messages)[-SHOWN:][::-1]
    body = "\n".join(_message(message) for message in newest)
    return _HEAD + (body or "<p>Nothing yet.</p>") + "\n</body></html>\n"


def _message(message: Message) -> str:
    at = datetime.fromtimestamp(message.at, UTC).strftime("%Y-%m-%d %H:%M:%S")
    where = "Slack" if message.kind == "slack" else "webhook"
    told = "" if message.accepted else f" · refused: {_escape(message.error or message.status)}"
    signed = {True: " · signature fits", False: " · signature does not fit", None: ""}[message.verified]
    payload = message.payload if isinstance(message.payload, dict) else {}
    channel = f" {_escape(payload['channel'])}" if "channel" in payload and message.kind == "slack" else ""
    kinds = [] if message.accepted else ["refused"]
    kinds += ["reply"] if "thread_ts" in payload else []
    inner = _slack(payload) if message.kind == "slack" else _json(message.payload)
    return (
        f'<article class="{" ".join(kinds)}"><small>{at} UTC · {where}{channel}{signed}{told}</small>{inner}</article>'
    )


def _slack(payload: dict[str, Any]) -> str:
    blocks = payload.get("blocks")
    if not isinstance(blocks, list) or not blocks:
        return f"<p>{as_html(str(payload.get('text', '')))}</p>"
    return "".join(_block(block) for block in blocks if isinstance(block, dict))


def _block(block: dict[str, Any]) -> str:
    match block.get("type"):
        case "header":
            return f"<h2>{_text(block.get('text'))}</h2>"
        case "section":
            shown = [block["text"]] if "text" in block else []
            return "".join(f"<p>{_text(part)}</p>" for part in [*shown, *block.get("fields", [])])
        case "context":
            return f"<p><small>{' · '.join(_text(part) for part in block.get('elements', []))}</small></p>"
        case "actions":
            return "".join(f'<span class="b">{_text(e.get("text"))}</span>' for e in block.get("elements", []))
        case "divider":
            return "<hr>"
    return ""


def _text(node: Any) -> str:
    if not isinstance(node, dict):
        return ""
    text = str(node.get("text", ""))
    return as_html(text) if node.get("type") == "mrkdwn" else _escape(html.unescape(text))


def _json(payload: Any) -> str:
    return f"<pre>{_escape(json.dumps(payload, indent=1, ensure_ascii=False))}</pre>"


def _escape(value: object) -> str:
    return html.escape(printable(str(value)), quote=True)
