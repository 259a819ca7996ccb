"""What Slack refuses in a message, checked as Slack documents it and independently of how Tocsin renders.

Sources: https://docs.slack.dev/reference/block-kit/blocks, .../block-elements/button-element,
.../composition-objects/confirmation-dialog-object, and the errors of chat.postMessage and chat.update at
https://docs.slack.dev/reference/methods.
"""

from collections.abc import Iterator
from typing import Any

MAX_BLOCKS = 50
MAX_TEXT = 40_000
MAX_UPDATE_TEXT = 4000
"""Of ``chat.update``, which is stricter than ``chat.postMessage``."""

MAX_ALL_BLOCKS_TEXT = 13_200
"""Undocumented; seen as ``msg_blocks_too_long`` from about here on."""

_SECTION_TEXT = 3000
_FIELD_TEXT = 2000
_FIELDS = 10
_HEADER_TEXT = 150
_CONTEXT_ELEMENTS = 10
_ACTION_ELEMENTS = 25
_BUTTON_TEXT = 75
_BUTTON_VALUE = 2000
_URL = 3000
_IDENTIFIER = 255
_STYLES = ("primary", "danger")
_CONFIRM = {"title": 100, "text": 300, "confirm": 30, "deny": 30}
_BLOCK_KINDS = frozenset({"section", "header", "context", "actions", "divider"})


def refusal(payload: Any, *, update: bool = False) -> str | None:
    """Slack's error code for this payload, or None when Slack would take it; ``update``: by ``chat.update``."""
    if not isinstance(payload, dict):
        return "invalid_payload"
    text, blocks = payload.get("text", ""), payload.get("blocks", [])
    if not isinstance(text, str) or not isinstance(blocks, list):
        return "invalid_payload"
    if not text.strip() and not blocks:
        return "no_text"
    if len(text) > (MAX_UPDATE_TEXT if update else MAX_TEXT):
        return "msg_too_long"
    return _blocks_refusal(blocks)


def _blocks_refusal(blocks: list[Any]) -> str | None:
    if next(problems(blocks), None) is not None:
        return "invalid_blocks"
    if sum(len(found) for found in texts(blocks)) > MAX_ALL_BLOCKS_TEXT:
        return "msg_blocks_too_long"
    return None


def texts(node: Any) -> Iterator[str]:
    """All that is to be read in the blocks."""
    if isinstance(node, list):
        for item in node:
            yield from texts(item)
    elif isinstance(node, dict):
        if node.get("type") in ("mrkdwn", "plain_text") and isinstance(node.get("text"), str):
            yield node["text"]
        else:
            for value in node.values():
                yield from texts(value)


def problems(blocks: list[Any]) -> Iterator[str]:
    """What is wrong with the blocks, for people."""
    if len(blocks) > MAX_BLOCKS:
        yield f"{len(blocks)} blocks, at most {MAX_BLOCKS}"
    identifiers = [block.get("block_id") for block in blocks if isinstance(block, dict) and "block_id" in block]
    if len(set(map(str, identifiers))) != len(identifiers):
        yield "block_id used twice"
    for number, block in enumerate(blocks):
        for problem in _block(block):
            yield f"block {number}: {problem}"


def _block(block: Any) -> Iterator[str]:
    kind = block.get("type") if isinstance(block, dict) else None
    if kind not in _BLOCK_KINDS:
        yield "unknown type of block"
        return
    if len(str(block.get("block_id", "x"))) not in range(1, _IDENTIFIER + 1):
        yield "block_id too long"
    if kind == "header":
        yield from _text(block.get("text"), _HEADER_TEXT, ("plain_text",))
    elif kind == "section":
        yield from _section(block)
    elif kind in ("context", "actions"):
        yield from _elements(block, kind)


def _section(block: dict[str, Any]) -> Iterator[str]:
    fields = block.get("fields", [])
    if "text" not in block and not fields:
        yield "a section needs text or fields"
    if "text" in block:
        yield from _text(block["text"], _SECTION_TEXT)
    if not isinstance(fields, list) or len(fields) > _FIELDS:
        yield "too many fields"
        return
    for field in fields:
        yield from _text(field, _FIELD_TEXT)
    if "accessory" in block:
        yield from _button(block["accessory"])


def _elements(block: dict[str, Any], kind: str) -> Iterator[str]:
    elements = block.get("elements")
    most = _CONTEXT_ELEMENTS if kind == "context" else _ACTION_ELEMENTS
    if not isinstance(elements, list) or len(elements) not in range(1, most + 1):
        yield f"elements must be 1 to {most}"
        return
    for element in elements:
        yield from _text(element, _SECTION_TEXT) if kind == "context" else _button(element)
    names = [str(item["action_id"]) for item in elements if isinstance(item, dict) and "action_id" in item]
    if len(set(names)) != len(names):
        yield "action_id used twice in a block"


def _button(element: Any) -> Iterator[str]:
    if not isinstance(element, dict) or element.get("type") != "button":
        yield "unknown type of element"
        return
    yield from _text(element.get("text"), _BUTTON_TEXT, ("plain_text",))
    for name, most in (("value", _BUTTON_VALUE), ("url", _URL), ("action_id", _IDENTIFIER)):
        if name in element and len(str(element[name])) not in range(1, most + 1):
            yield f"{name} has more than {most} characters"
    if "url" in element and not str(element["url"]).startswith(("http://", "https://")):
        yield "url must be absolute"
    if element.get("style", _STYLES[0]) not in _STYLES:
        yield "unknown style of button"
    if "confirm" in element:
        yield from _confirm(element["confirm"])


def _confirm(dialog: Any) -> Iterator[str]:
    if not isinstance(dialog, dict):
        yield "confirm must be an object"
        return
    for name, most in _CONFIRM.items():
        kinds = ("mrkdwn", "plain_text") if name == "text" else ("plain_text",)
        if name in dialog or name in ("title", "text"):
            yield from _text(dialog.get(name), most, kinds)


def _text(node: Any, most: int, kinds: tuple[str, ...] = ("mrkdwn", "plain_text")) -> Iterator[str]:
    if not isinstance(node, dict) or node.get("type") not in kinds or not isinstance(node.get("text"), str):
        yield f"text must be one of {', '.join(kinds)}"
    elif len(node["text"]) not in range(1, most + 1):
        yield f"text has {len(node['text'])} characters, 1 to {most} are allowed"
