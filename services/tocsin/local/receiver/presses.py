"""Presses a button as a Slack user would: the app gets a signed interaction, and may answer it a few times."""

import json
import secrets
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode

import aiohttp

from tocsin.core.messages.slack.signature import signed_headers
from tocsin.local.receiver.wall import Post

USER = {"id": "U0STANDIN", "username": "stand-in", "name": "stand-in", "team_id": "T00000000"}
"""Who presses."""

ACTIONS_PATH = "/actions"
_USES = 5
_LIFE_SECONDS = 1800.0
"""Slack takes so many answers to a press, for so long."""

_PATIENCE_SECONDS = 3.0
"""Slack holds an app that has not answered by then to be broken."""

_REMEMBERED = 1000


@dataclass
class _Ticket:
    ts: str
    until: float
    left: int = _USES


class Presses:
    """``url`` is where the app takes interactions, ``secret`` its signing secret; without them no button does anything.

    ``own_url`` is the receiver's address, below which answers are taken.
    """

    def __init__(self, url: str | None, secret: str | None) -> None:
        self._url = url
        self._secret = secret
        self._tickets: dict[str, _Ticket] = {}

    def connect(self, url: str, secret: str) -> None:
        """Have this app hear of presses."""
        self._url, self._secret = url, secret

    @property
    def possible(self) -> bool:
        """Whether there is an app that would hear of a press."""
        return self._url is not None and self._secret is not None

    async def press(self, post: Post, action: dict[str, Any], own_url: str) -> str | None:
        """Press; returns what a person in Slack would be shown when the app fails, None when it took the press."""
        if self._url is None or self._secret is None:
            return "This app answers no buttons."
        payload = self._payload(post, action, own_url)
        body = urlencode({"payload": json.dumps(payload, ensure_ascii=True)}).encode()
        headers = signed_headers(self._secret, body, datetime.now(UTC))
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            async with (
                aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=_PATIENCE_SECONDS)) as session,
                session.post(self._url, data=body, headers=headers) as answer,
            ):
                return None if answer.status == 200 else f"The app answered {answer.status}."  # noqa: PLR2004 - OK
        except (aiohttp.ClientError, TimeoutError):
            return "The app does not answer."

    def take(self, token: str) -> str | None:
        """The ts of the message that this token may answer about, once more; None: it may not."""
        ticket = self._tickets.get(token)
        if ticket is None or ticket.left <= 0 or time.time() > ticket.until:
            return None
        ticket.left -= 1
        return ticket.ts

    def _payload(self, post: Post, action: dict[str, Any], own_url: str) -> dict[str, Any]:
        token = secrets.token_urlsafe(16)
        self._tickets[token] = _Ticket(post.ts, time.time() + _LIFE_SECONDS)
        if len(self._tickets) > _REMEMBERED:
            del self._tickets[next(iter(self._tickets))]
        blocks = post.payload.get("blocks", [])
        known = ("action_id", "value", "text", "type", "style")
        return {
            "type": "block_actions",
            "user": USER,
            "api_app_id": "A00000000",
            "container": {"type": "message", "message_ts": post.ts, "channel_id": post.channel, "is_ephemeral": False},
            "trigger_id": token,
            "team": {"id": USER["team_id"], "domain": "stand-in"},
            "channel": {"id": post.channel, "name": "stand-in"},
            "message": {"type": "message", "ts": post.ts, "text": post.payload.get("text", ""), "blocks": blocks},
            "response_url": f"{own_url}{ACTIONS_PATH}/{USER['team_id']}/{token}",
            "actions": [{k: action[k] for k in known if k in action} | {"action_ts": f"{time.time():.6f}"}],
        }


def find_action(post: Post, action_id: str) -> dict[str, Any] | None:
    """The button with that id in a post."""
    blocks = post.payload.get("blocks")
    for block in blocks if isinstance(blocks, list) else []:
        for element in block.get("elements", []):
            if element.get("action_id") == action_id and element.get("type") == "button":
                found: dict[str, Any] = element
                return found
    return None
