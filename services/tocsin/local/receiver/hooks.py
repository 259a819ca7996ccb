"""A webhook consumer: checks the signature as docs/delivery.md tells consumers to, and keeps what came."""

import json
import time
from datetime import UTC, datetime

from aiohttp import web

from tocsin.core.messages.sign import SignatureError, verify
from tocsin.local.receiver.kept import Kept, Message
from tocsin.local.receiver.wall import Wall

_KEPT_HEADERS = (
    "content-type",
    "user-agent",
    "webhook-id",
    "webhook-timestamp",
    "webhook-signature",
    "x-hub-signature-256",
)


class WebhookConsumer:
    """Takes what ``key`` signed, refuses the rest; without a key takes everything."""

    def __init__(self, kept: Kept, wall: Wall, key: bytes | None) -> None:
        self._kept = kept
        self._wall = wall
        self._key = key

    async def receive(self, request: web.Request) -> web.Response:
        """204, or 401 for a signature that does not fit."""
        body = await request.read()
        error = self._refusal(request, body)
        try:
            payload = json.loads(body)
        except ValueError:
            payload = None
        message = Message(
            at=time.time(),
            path=request.path,
            kind="webhook",
            accepted=error is None,
            status=204 if error is None else 401,
            payload=payload,
            headers={k.lower(): v for k, v in request.headers.items() if k.lower() in _KEPT_HEADERS},
            verified=None if self._key is None else error is None,
            error=error,
        )
        self._kept.add(message)
        self._wall.other(message)
        return web.Response(status=message.status, text=error)

    def _refusal(self, request: web.Request, body: bytes) -> str | None:
        if self._key is None:
            return None
        try:
            verify(self._key, {k.lower(): v for k, v in request.headers.items()}, body, datetime.now(UTC))
        except SignatureError as problem:
            return str(problem)
        return None
