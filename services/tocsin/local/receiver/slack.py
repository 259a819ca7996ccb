"""Answers as Slack does: incoming webhooks under /services/, chat.postMessage and chat.update under /api/, and the
``response_url`` of interactions under /actions/.

Sources: https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks (error table), the methods
chat.postMessage and chat.update, https://docs.slack.dev/interactivity/handling-user-interaction.
"""

import itertools
import json
import re
import time
from typing import Any

from aiohttp import web

from tocsin.local.receiver.kept import Kept, Message
from tocsin.local.receiver.limits import refusal
from tocsin.local.receiver.presses import Presses
from tocsin.local.receiver.wall import Post, Wall

_WEBHOOK_STATUS = {"channel_not_found": 404, "no_service": 404, "action_prohibited": 403}
_CHANNEL = re.compile(r"^([CDG][A-Z0-9]{2,}|#[\w-]{1,80})$")


class StandInSlack:
    """The ways into Slack. A message's ``ts`` is as Slack's: seconds, a dot, six digits, never repeated."""

    def __init__(self, kept: Kept, wall: Wall, presses: Presses) -> None:
        self._kept = kept
        self._wall = wall
        self._presses = presses
        self._numbers = itertools.count(100)

    async def webhook(self, request: web.Request) -> web.Response:
        """An incoming webhook: ``ok``, or the error's name as plain text."""
        payload = _decode(await request.read())
        error = refusal(payload)
        status = _WEBHOOK_STATUS.get(error, 400) if error else 200
        self._keep(request, payload, status=status, error=error)
        if error is None:
            self._wall.post(Post(self._next_ts(), time.time(), "webhook", payload))
        return web.Response(status=status, text=error or "ok")

    async def post_message(self, request: web.Request) -> web.Response:
        """``chat.postMessage``: 200 always; ``ok`` tells."""
        payload = _decode(await request.read())
        error = self._api_refusal(request, payload) or refusal(payload)
        ts = None if error else self._next_ts()
        self._keep(request, payload, status=200, error=error, ts=ts)
        if ts is None:
            return _error(error)
        thread = payload.get("thread_ts")
        also = thread is None or bool(payload.get("reply_broadcast"))
        self._wall.post(Post(ts, time.time(), payload["channel"], payload, thread, also))
        return _ok(payload, ts)

    async def update(self, request: web.Request) -> web.Response:
        """``chat.update``: as ``chat.postMessage``, of a message that it has posted."""
        payload = _decode(await request.read())
        error = self._api_refusal(request, payload)
        if error is None and self._wall.find(str(payload.get("ts"))) is None:
            error = "message_not_found"
        error = error or refusal(payload, update=True)
        self._keep(request, payload, status=200, error=error, ts=None if error else payload["ts"])
        if error:
            return _error(error)
        self._wall.replace(payload["ts"], payload)
        return _ok(payload, payload["ts"])

    async def respond(self, request: web.Request) -> web.Response:
        """What an app answers to a press: the message's new content, or a note to who pressed."""
        payload = _decode(await request.read())
        ts = self._presses.take(request.match_info["token"])
        error = "used_url" if ts is None else refusal(payload)
        self._keep(request, payload, status=404 if error else 200, error=error, ts=ts)
        post = None if ts is None or error else self._wall.find(ts)
        if post is None:
            return web.Response(status=404, text=error or "message_not_found")
        if payload.get("replace_original"):
            self._wall.replace(post.ts, post.payload | {k: payload[k] for k in ("text", "blocks") if k in payload})
        else:
            post.notes.append(str(payload.get("text", "")))
        return web.Response(text="ok")

    def _next_ts(self) -> str:
        return f"{int(time.time())}.{next(self._numbers):06d}"

    def _api_refusal(self, request: web.Request, payload: Any) -> str | None:
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        if scheme != "Bearer" or not token:
            return "not_authed"
        if not token.startswith("xoxb-"):
            return "invalid_auth"
        if not request.content_type.startswith("application/json") or not isinstance(payload, dict):
            return "invalid_json"
        return None if _CHANNEL.match(str(payload.get("channel", ""))) else "channel_not_found"

    def _keep(
        self, request: web.Request, payload: Any, *, status: int, error: str | None, ts: str | None = None
    ) -> None:
        message = Message(
            at=time.time(),
            path=request.path,
            kind="slack",
            accepted=error is None,
            status=status,
            payload=payload,
            error=error,
            ts=ts,
        )
        self._kept.add(message)
        if error is not None:
            self._wall.other(message)


def _ok(payload: dict[str, Any], ts: str) -> web.Response:
    return web.json_response({"ok": True, "channel": payload["channel"].replace("#", "C0"), "ts": ts})


def _error(error: str | None) -> web.Response:
    return web.json_response({"ok": False, "error": error})


def _decode(body: bytes) -> Any:
    try:
        return json.loads(body)
    except ValueError:
        return None
