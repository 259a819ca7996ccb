"""The receiver's port and paths."""

from collections.abc import Awaitable, Callable

import msgspec
from aiohttp import web

from tocsin.local.receiver.faults import Fault, Faults, answer
from tocsin.local.receiver.hooks import WebhookConsumer
from tocsin.local.receiver.kept import Kept, Message
from tocsin.local.receiver.page import render
from tocsin.local.receiver.slack import StandInSlack

SLACK_PATH = "/services/T00000000/B00000000/stand-in"
"""An incoming webhook of the stand-in Slack; any path of this shape will do."""

WEBHOOK_PATH = "/hooks/demo"
"""A webhook consumer; any name will do."""

API_PATH = "/api"
"""Where Slack's Web API stands: the value for TOCSIN_SLACK_API_URL is this under the receiver's address."""

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_MAX_BODY_BYTES = 1_000_000


class ReceiverPortError(Exception):
    """The port can't be opened; the message names it."""


class Receiver:
    """Listens on loopback. ``on_message`` is called with each request kept; ``key`` checks webhook signatures.

    Paths: POST /services/T/B/X, /api/chat.postMessage, /api/chat.update, /hooks/NAME. GET / is a page, /messages a
    JSON list (``?path=`` and ``?accepted=1`` narrow it), /counts numbers by path. DELETE /messages forgets. PUT
    /faults takes a JSON list of ``Fault``.
    """

    def __init__(
        self,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        key: bytes | None = None,
        on_message: Callable[[Message], None] | None = None,
    ) -> None:
        self.kept = Kept() if on_message is None else _Watched(on_message)
        self.faults = Faults()
        self.host = host
        self.port = port
        self._slack = StandInSlack(self.kept)
        self._consumer = WebhookConsumer(self.kept, key)
        self._runner: web.AppRunner | None = None

    @property
    def url(self) -> str:
        """``http://host:port``."""
        return f"http://{self.host}:{self.port}"

    async def start(self) -> None:
        """Open the port; with port 0 a free one, told by ``port``.

        Raises:
            ReceiverPortError: Something else listens there.
        """
        runner = web.AppRunner(self._app(), access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        try:
            await web.TCPSite(runner, self.host, self.port).start()
        except OSError as error:
            await runner.cleanup()
            raise ReceiverPortError(
                f"receiver port {self.host}:{self.port}: {error.strerror}; give another with --port"
            ) from error
        self._runner = runner
        self.port = int(runner.addresses[0][1])

    async def stop(self) -> None:
        """Close the port and drop what hangs."""
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    def _app(self) -> web.Application:
        app = web.Application(middlewares=[self._misbehave], client_max_size=_MAX_BODY_BYTES)
        app.router.add_post("/services/{team}/{bot}/{secret}", self._slack.webhook)
        app.router.add_post(f"{API_PATH}/chat.postMessage", self._slack.post_message)
        app.router.add_post(f"{API_PATH}/chat.update", self._slack.update)
        app.router.add_post("/hooks/{name}", self._consumer.receive)
        app.router.add_get("/", self._page)
        app.router.add_get("/messages", self._messages)
        app.router.add_delete("/messages", self._forget)
        app.router.add_get("/counts", self._counts)
        app.router.add_put("/faults", self._set_faults)
        return app

    @web.middleware
    async def _misbehave(
        self, request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        fault = self.faults.strike(request.path) if request.method == "POST" else None
        if fault is None:
            return await handler(request)
        await request.read()
        self.kept.requests[request.path] += 1
        return await answer(fault, request)

    async def _page(self, _request: web.Request) -> web.Response:
        headers = {"Content-Security-Policy": _POLICY, "X-Content-Type-Options": "nosniff"}
        return web.Response(text=render(self.kept), content_type="text/html", headers=headers)

    async def _messages(self, request: web.Request) -> web.Response:
        path, accepted = request.query.get("path"), request.query.get("accepted")
        chosen = [
            message.as_json()
            for message in self.kept
            if path in (None, message.path) and (accepted is None or message.accepted == (accepted == "1"))
        ]
        return web.json_response(chosen)

    async def _forget(self, _request: web.Request) -> web.Response:
        self.kept.clear()
        return web.Response(status=204)

    async def _counts(self, _request: web.Request) -> web.Response:
        return web.json_response({"requests": self.kept.requests, "accepted": self.kept.accepted})

    async def _set_faults(self, request: web.Request) -> web.Response:
        try:
            self.faults.set(msgspec.json.decode(await request.read(), type=list[Fault]))
        except msgspec.DecodeError as error:
            return web.Response(status=400, text=f"{error}\n")
        return web.Response(status=204)


class _Watched(Kept):
    """Tells of each message."""

    def __init__(self, on_message: Callable[[Message], None]) -> None:
        super().__init__()
        self._on_message = on_message

    def add(self, message: Message) -> None:
        super().add(message)
        self._on_message(message)
