"""A press on a button of a Slack message, as Slack tells of it, and how the message shows what came of it.

Source: https://docs.slack.dev/reference/interaction-payloads/block_actions-payload; for answers to ``response_url``
https://docs.slack.dev/interactivity/handling-user-interaction (five within thirty minutes).
"""

import re
from collections.abc import Iterable
from datetime import datetime
from typing import Any
from urllib.parse import SplitResult, parse_qs, urlsplit

import msgspec

from tocsin.core.messages.links import DeedKind
from tocsin.core.messages.slack.blocks import MAX_BLOCKS, Block, context
from tocsin.core.routing.marking import place_of
from tocsin.core.wording.text import clean, cut, escape_cut, when

ACTIONS: dict[str, DeedKind] = {"tocsin-acknowledge": "acknowledge", "tocsin-mute": "mute"}
"""Our buttons by their ``action_id``; others (the link to the source) ask nothing of us."""

_DONE: dict[DeedKind, str] = {"acknowledge": "Acknowledged", "mute": "Rule muted"}
_HOOKS_HOST = "hooks.slack.com"
_USER = re.compile(r"^[UW][A-Z0-9]{1,30}$")
_VALUE = re.compile(r"^([\w.:-]{1,200})/([0-9]{1,18})$", re.ASCII)
_NAME_LIMIT = 80
_MAX_FIELDS = 10


class InteractionError(ValueError):
    """What came is no press on a button that we could read."""


class _User(msgspec.Struct):
    id: str
    username: str = ""
    name: str = ""


class _Action(msgspec.Struct):
    action_id: str
    value: str = ""


class _Channel(msgspec.Struct):
    id: str = ""


class _Message(msgspec.Struct):
    ts: str = ""
    text: str = ""
    blocks: list[dict[str, Any]] = []


class _Payload(msgspec.Struct):
    type: str
    user: _User
    actions: list[_Action] = []
    channel: _Channel = msgspec.field(default_factory=_Channel)
    message: _Message = msgspec.field(default_factory=_Message)
    response_url: str = ""


class Press(msgspec.Struct, frozen=True):
    """Someone who saw revision ``seq`` asks for ``deed`` on ``alert``. ``answer_to`` is where Slack takes what the
    message shall then say.

    ``user`` is Slack's id, ``name`` what the user is called. ``blocks`` and ``text`` are the message's, ``place`` says
    where it stands, as silences name it.
    """

    deed: DeedKind
    alert: str
    seq: int
    user: str
    name: str
    answer_to: str
    text: str
    blocks: tuple[Block, ...]
    place: str = ""

    @property
    def author(self) -> str:
        """For the config object: ``ana (Slack U012AB3CD)``."""
        return f"{self.name} (Slack {self.user})" if self.name else f"Slack {self.user}"


_DECODER = msgspec.json.Decoder(_Payload)


def read_press(body: bytes) -> Press | None:
    """The press that a request's body tells of; None: a press on a button that asks nothing of us.

    Raises:
        InteractionError: It can't be read.
    """
    try:
        fields = parse_qs(body.decode("ascii"), max_num_fields=_MAX_FIELDS)
        payload = _DECODER.decode(fields["payload"][0])
    except (KeyError, ValueError, RecursionError) as error:
        raise InteractionError("no payload of an interaction") from error
    if payload.type != "block_actions" or not _USER.match(payload.user.id):
        raise InteractionError("no press of a button by a user")
    action = next((action for action in payload.actions if action.action_id in ACTIONS), None)
    if action is None:
        return None
    seen = _VALUE.match(action.value)
    if seen is None:
        raise InteractionError("a button of ours without an alert")
    return Press(
        deed=ACTIONS[action.action_id],
        alert=seen[1],
        seq=int(seen[2]),
        user=payload.user.id,
        name=cut(clean(payload.user.username or payload.user.name), _NAME_LIMIT),
        answer_to=payload.response_url,
        text=payload.message.text,
        blocks=tuple(payload.message.blocks),
        place=cut(place_of(payload.channel.id, payload.message.ts), _NAME_LIMIT),
    )


def may_answer(url: str, api_url: str) -> bool:
    """Whether a ``response_url`` is Slack's: on its host for hooks, or with the origin of the configured Web API."""
    try:
        asked, api = urlsplit(url), urlsplit(api_url)
        asked_origin, api_origin = _origin(asked), _origin(api)
    except ValueError:
        return False
    if asked.username is not None or asked.password is not None or not asked.hostname:
        return False
    if asked_origin == api_origin:
        return True
    return asked_origin in {("https", _HOOKS_HOST, 443), ("https", f"hooks.{api.hostname}", 443)}


def marked(press: Press, done: str, at: datetime) -> dict[str, Any]:
    """The message with who did what when, and without the button that was pressed. ``done`` goes on from there."""
    by = f"<@{press.user}>"
    return {"replace_original": True} | with_mark(press.text, press.blocks, deed=press.deed, by=by, at=at, done=done)


def with_mark(
    text: str, blocks: Iterable[Block], *, deed: DeedKind, by: str, at: datetime, done: str
) -> dict[str, Any]:
    """A message's ``text`` and ``blocks`` with a line that says so, and without the deed's button. ``by`` is markup."""
    line = f"✅ {_DONE[deed]} by {by} · {when(at)}"
    line += f" · {escape_cut(clean(done), 3 * _NAME_LIMIT)}" if done else ""
    mark: Block = context(line) | {"block_id": f"tocsin-done-{deed}"}
    kept = [block for block in blocks if block.get("block_id") != mark["block_id"]]
    pressed = next(name for name, known in ACTIONS.items() if known == deed)
    shown = [less for block in kept if (less := _without(block, pressed)) is not None]
    actions = next((i for i, block in enumerate(shown) if block.get("type") == "actions"), len(shown))
    shown.insert(actions, mark)
    return {"text": text or line, "blocks": shown[:MAX_BLOCKS]} if kept else {"text": f"{text}\n{line}"}


def note(text: str) -> dict[str, Any]:
    """Words that only who pressed the button sees, under the message, which stays as it is."""
    return {"response_type": "ephemeral", "replace_original": False, "text": escape_cut(clean(text), 1000)}


def _without(block: Block, action_id: str) -> Block | None:
    """The block without that button; None when nothing is left."""
    elements = block.get("elements")
    if block.get("type") != "actions" or not isinstance(elements, list):
        return block
    left = [item for item in elements if not isinstance(item, dict) or item.get("action_id") != action_id]
    return block | {"elements": left} if left else None


def _origin(url: SplitResult) -> tuple[str, str | None, int | None]:
    return url.scheme, url.hostname, url.port or {"https": 443, "http": 80}.get(url.scheme)
