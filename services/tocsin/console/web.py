"""The console's port: what every answer carries, who may pass, and that nothing that was asked ends in a log."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import quote, urlsplit

import structlog
from aiohttp import web

from tocsin.console import sessions
from tocsin.console.keys import Keys
from tocsin.console.metrics import ConsoleMetrics
from tocsin.console.settings import ConsoleSettings

log = structlog.get_logger(__name__)

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

MAX_BODY_BYTES = 256 * 1024
SESSION: web.RequestKey[sessions.Session] = web.RequestKey("session", sessions.Session)
"""Who asks, on pages behind the login."""

_OPEN = ("/login", "/static/", "/act/", "/slack/")
"""What needs no session: each of these has proofs of its own."""

_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
    "Server": "tocsin",
}


@dataclass(frozen=True)
class Door:
    """Lets in who is logged in, and sends others to the login."""

    settings: ConsoleSettings
    keys: Keys
    metrics: ConsoleMetrics

    @property
    def cookie(self) -> str:
        """The session cookie's name; with https browsers hold it to this host and to https."""
        return "__Host-tocsin" if self.settings.is_secure else "tocsin"

    def set_cookie(self, response: web.StreamResponse, value: str) -> None:
        """Begin a session in this browser."""
        response.set_cookie(
            self.cookie,
            value,
            max_age=int(sessions.SESSION_LIFE.total_seconds()),
            path="/",
            httponly=True,
            samesite="Strict",
            secure=self.settings.is_secure,
        )

    @web.middleware
    async def answer(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """The outermost step: headers, numbers, and no traces of requests in the log."""
        try:
            response = await handler(request)
        except web.HTTPException as error:
            response = web.Response(status=error.status, text=f"{error.reason}\n", headers=_location(error))
        except Exception as error:  # noqa: BLE001 - one request must not end the service, and its content is not for logs
            log.error("request_failed", error=type(error).__name__)  # noqa: TRY400 - a trace may hold what was asked
            response = web.Response(status=500, text="Something went wrong here.\n")
        for name, value in _HEADERS.items():
            response.headers.setdefault(name, value)
        self.metrics.requests.labels(status=f"{response.status // 100}xx").inc()
        return response

    @web.middleware
    async def check(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Who has no session sees the login."""
        if request.path.startswith(_OPEN):
            return await handler(request)
        cookie = request.cookies.get(self.cookie)
        session = sessions.read(self.keys.key(), self.keys.logins(), cookie, datetime.now(UTC))
        if session is None:
            return self._turn_away(request)
        request[SESSION] = session
        if request.method == "POST" and not sessions.fits(session, str((await request.post()).get("csrf", ""))):
            return web.Response(status=403, text="This form is too old: go back, load the page anew, and try again.\n")
        return await handler(request)

    def _turn_away(self, request: web.Request) -> web.Response:
        if request.method != "GET":
            return web.Response(status=401, text="Log in first.\n")
        if request.headers.get("Sec-Fetch-Site") == "cross-site":
            # A browser keeps a strict cookie back from who follows a link on another site; asked anew from here, it
            # sends it. The second time this is no cross-site request, so it goes round once.
            again = '<!doctype html><title>Tocsin</title><meta http-equiv="refresh" content="0">'
            return web.Response(text=again, content_type="text/html")
        raise web.HTTPSeeOther(f"/login?next={quote(request.path_qs, safe='')}")


def local_path(asked: str) -> str:
    """Where to go after the login: a path of ours, else the first page."""
    parts = urlsplit(asked) if asked.startswith("/") and not asked.startswith(("//", "/\\")) else None
    return asked if parts is not None and not parts.scheme and not parts.netloc else "/"


def _location(error: web.HTTPException) -> dict[str, str]:
    return {"Location": error.headers["Location"]} if "Location" in error.headers else {}
