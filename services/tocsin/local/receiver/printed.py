"""A message as lines for a terminal."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from tocsin.local.receiver.kept import Message
from tocsin.local.receiver.mrkdwn import as_text, printable
from tocsin.local.receiver.presses import ACTIONS_PATH

_INDENT = "    "


def lines(message: Message) -> Iterator[str]:
    """One line that says what came, then the text, indented."""
    at = datetime.fromtimestamp(message.at, UTC).strftime("%H:%M:%S")
    payload = message.payload if isinstance(message.payload, dict) else {}
    if message.kind == "slack":
        where = f"Slack {_where(message, payload)}" + (" (in thread)" if "thread_ts" in payload else "")
        text = list(_blocks(payload)) or [as_text(str(payload.get("text", "")))]
    else:
        where = f"webhook {message.path}"
        data = payload.get("data") if isinstance(payload.get("data"), dict) else {}
        text = [str(payload.get("type", "")), str((data or {}).get("headline", ""))]
    signed = {True: ", signature fits", False: ", signature does not fit", None: ""}[message.verified]
    yield printable(f"{at} {where}{signed}{'' if message.accepted else f', refused: {message.error}'}")
    for part in text:
        yield from (_INDENT + printable(line) for line in part.splitlines() if line.strip())


def _where(message: Message, payload: dict[str, Any]) -> str:
    if message.path.startswith(ACTIONS_PATH):
        return "answer to a press"
    return str(payload.get("channel", "webhook"))


def _blocks(payload: dict[str, Any]) -> Iterator[str]:
    blocks = payload.get("blocks")
    for block in blocks if isinstance(blocks, list) else []:
        if not isinstance(block, dict) or block.get("type") == "actions":
            continue
        parts = [block.get("text"), *_list(block.get("fields")), *_list(block.get("elements"))]
        texts = [as_text(str(part.get("text", ""))) for part in parts if isinstance(part, dict)]
        yield " · ".join(texts)


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
