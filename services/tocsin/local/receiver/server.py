"""The receiver's port and paths."""

from collections.abc import Awaitable, Callable

import msgspec
from aiohttp import web

from tocsin.edge.port import Port
from tocsin.local.receiver.faults import Fault, Faults, answer
from tocsin.local.receiver.hooks import WebhookConsumer
from tocsin.local.receiver.kept import Kept, Message
from tocsin.local.receiver.page import Page
from tocsin.local.receiver.presses import ACTIONS_PATH, Presses, find_action
from tocsin.local.receiver.slack import StandInSlack
from tocsin.local.receiver.wall import Wall

SLACK_PATH = "/services/T00000000/B00000000/stand-in"
"""An incoming webhook of the stand-in Slack; any path of this shape will do."""

WEBHOOK_PATH = "/hooks/demo"
"""A webhook consumer; any name will do."""

API_PATH = "/api"
"""Where Slack's Web API stands: the value for TOCSIN_SLACK_API_URL is this under the receiver's address."""

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
_MAX_BODY_BYTES = 1_000_000


class Receiver:
    """Listens on loopback. ``on_message`` is called with each request kept; ``key`` checks webhook signatures.
    ``interactions`` is where an app hears of presses on buttons, ``signing_secret`` what signs them; ``public_url`` is
    where that app reaches the receiver, if not at its own address.

    Paths: POST /services/T/B/X, /api/chat.postMessage, /api/chat.update, /actions/T/TOKEN, /hooks/NAME. GET / is a page
    whose buttons can be pressed, /messages a JSON list (``?path=`` and ``?accepted=1`` narrow it), /counts numbers by
    path. DELETE /messages forgets. PUT /faults takes a JSON list of ``Fault``.
    """

    def __init__(
        self,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        key: bytes | None = None,
        on_message: Callable[[Message], None] | None = None,
        interactions: str | None = None,
        signing_secret: str | None = None,
        public_url: str | None = None,
    ) -> None:
        self.kept = Kept() if on_message is None else _Watched(on_message)
        self.faults = Faults()
        self.host = host
        self.wall = Wall()
        self._public_url = public_url
        self._presses = Presses(interactions, signing_secret)
        self._slack = StandInSlack(self.kept, self.wall, self._presses)
        self._consumer = WebhookConsumer(self.kept, self.wall, key)
        remedy = "give another with --port"
        self._port = Port(self._app(), host, port, what="receiver", remedy=remedy, shutdown_seconds=0.1)

    @property
    def port(self) -> int:
        """Which port it is."""
        return self._port.port

    @property
    def url(self) -> str:
        """``http://host:port``."""
        return f"http://{self.host}:{self.port}"

    def connect(self, interactions: str, signing_secret: str) -> None:
        """Have presses on buttons told to that app from now on."""
        self._presses.connect(interactions, signing_secret)

    async def start(self) -> None:
        """Open the port; with port 0 a free one, told by ``port``.

        Raises:
            PortTakenError: Something else listens there.
        """
        await self._port.start()

    async def stop(self) -> None:
        """Close the port and drop what hangs."""
        await self._port.stop()

    def _app(self) -> web.Application:
        app = web.Application(middlewares=[self._misbehave], client_max_size=_MAX_BODY_BYTES)
        app.router.add_post("/services/{team}/{bot}/{secret}", self._slack.webhook)
        app.router.add_post(f"{API_PATH}/chat.postMessage", self._slack.post_message)
        app.router.add_post(f"{API_PATH}/chat.update", self._slack.update)
        app.router.add_post(ACTIONS_PATH + "/{team}/{token}", self._slack.respond)
        app.router.add_post("/hooks/{name}", self._consumer.receive)
        app.router.add_post("/press", self._press)
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
        page = Page(self.wall, pressable=self._presses.possible)
        headers = {"Content-Security-Policy": _POLICY, "X-Content-Type-Options": "nosniff"}
        return web.Response(text=page.render(), content_type="text/html", headers=headers)

    async def _press(self, request: web.Request) -> web.Response:
        """A button on the page was pressed; only from the page itself."""
        if request.headers.get("Origin", "").rstrip("/") != f"{request.scheme}://{request.host}":
            return web.Response(status=403, text="press the buttons on this page\n")
        form = await request.post()
        post = self.wall.find(str(form.get("ts", "")))
        action = None if post is None else find_action(post, str(form.get("action", "")))
        if post is None or action is None:
            return web.Response(status=404, text="no such button\n")
        failure = await self._presses.press(post, action, self._public_url or self.url)
        if failure is not None:
            post.notes.append(failure)
        return web.Response(status=303, headers={"Location": "/"})

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
        self.wall.clear()
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
