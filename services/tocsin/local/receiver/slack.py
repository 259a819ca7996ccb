"""Answers as Slack does: incoming webhooks under /services/, and chat.postMessage and chat.update under /api/.

Sources: https://api.slack.com/messaging/webhooks (error table), https://api.slack.com/methods/chat.postMessage,
https://api.slack.com/methods/chat.update.
"""

import itertools
import json
import re
import time
from typing import Any

from aiohttp import web

from tocsin.local.receiver.kept import Kept, Message
from tocsin.local.receiver.limits import refusal

_WEBHOOK_STATUS = {"channel_not_found": 404, "no_service": 404, "action_prohibited": 403}
_CHANNEL = re.compile(r"^([CDG][A-Z0-9]{2,}|#[\w-]{1,80})$")


class StandInSlack:
    """The two ways into Slack. A message's ``ts`` is as Slack's: seconds, a dot, six digits, never repeated."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept
        self._numbers = itertools.count(100)
        self._known: set[str] = set()

    async def webhook(self, request: web.Request) -> web.Response:
        """An incoming webhook: ``ok``, or the error's name as plain text."""
        payload = _decode(await request.read())
        error = refusal(payload)
        status = _WEBHOOK_STATUS.get(error, 400) if error else 200
        self._keep(request, payload, status=status, error=error)
        return web.Response(status=status, text=error or "ok")

    async def post_message(self, request: web.Request) -> web.Response:
        """``chat.postMessage``: 200 always; ``ok`` tells."""
        return await self._api(request, update=False)

    async def update(self, request: web.Request) -> web.Response:
        """``chat.update``: as ``chat.postMessage``, of a message that it has posted."""
        return await self._api(request, update=True)

    async def _api(self, request: web.Request, *, update: bool) -> web.Response:
        payload = _decode(await request.read())
        error = self._api_refusal(request, payload, update=update)
        ts = None if error else payload["ts"] if update else f"{int(time.time())}.{next(self._numbers):06d}"
        if ts is not None:
            self._known.add(ts)
        self._keep(request, payload, status=200, error=error, ts=ts)
        if error:
            return web.json_response({"ok": False, "error": error})
        return web.json_response({"ok": True, "channel": payload["channel"].replace("#", "C0"), "ts": ts})

    def _api_refusal(self, request: web.Request, payload: Any, *, update: bool) -> str | None:
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        if scheme != "Bearer" or not token:
            return "not_authed"
        if not token.startswith("xoxb-"):
            return "invalid_auth"
        if not request.content_type.startswith("application/json") or not isinstance(payload, dict):
            return "invalid_json"
        if not _CHANNEL.match(str(payload.get("channel", ""))):
            return "channel_not_found"
        if update and payload.get("ts") not in self._known:
            return "message_not_found"
        return refusal(payload)

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


def _decode(body: bytes) -> Any:
    try:
        return json.loads(body)
    except ValueError:
        return None
