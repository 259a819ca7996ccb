"""What needs no session: the login, the pages that links in messages lead to, and the files that pages use."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.resources import files

from aiohttp import web

from tocsin.console import sessions
from tocsin.console.deeds import DeedError, Deeds, Who, seq_of
from tocsin.console.render import Renderer
from tocsin.console.web import Door, local_path
from tocsin.core.board.view import line_of
from tocsin.core.messages.links import LINK_PREFIX, MUTE, LinkError, SignedDeed, read_deed
from tocsin.core.model.subscription import Filter, Silence
from tocsin.core.wording.text import utc

_FILES = {"console.css": "text/css", "console.js": "text/javascript"}
_ONE_HOUR = {"Cache-Control": "public, max-age=3600"}


@dataclass(frozen=True)
class Entrance:
    """Handlers, by what they show."""

    door: Door
    deeds: Deeds
    renderer: Renderer

    def routes(self) -> Iterable[web.RouteDef]:
        """Where they are."""
        return [
            web.get("/login", self.login),
            web.post("/login", self.log_in),
            web.post("/logout", self.log_out),
            web.get(LINK_PREFIX + "{token}", self.ask),
            web.post(LINK_PREFIX + "{token}", self.act),
            web.get("/static/{name}", self.file),
        ]

    async def login(self, request: web.Request) -> web.Response:
        """The form."""
        return self._login(local_path(request.query.get("next", "/")))

    async def log_in(self, request: web.Request) -> web.Response:
        """Begin a session for who has a token."""
        form = await request.post()
        goal = local_path(str(form.get("next", "/")))
        login = sessions.login_with(str(form.get("token", "")), self.door.keys.logins())
        if login is None:
            self.door.metrics.logins.labels(outcome="refused").inc()
            return self._login(goal, problem="This is no token.", status=403)
        self.door.metrics.logins.labels(outcome="ok").inc()
        response = web.Response(status=303, headers={"Location": goal})
        cookie = sessions.begin(self.door.keys.key(), login, str(form.get("name", "")), datetime.now(UTC))
        self.door.set_cookie(response, cookie)
        return response

    async def log_out(self, _request: web.Request) -> web.Response:
        """End the session in this browser."""
        response = web.Response(status=303, headers={"Location": "/login"})
        response.del_cookie(self.door.cookie, path="/", secure=self.door.settings.is_secure, samesite="Strict")
        return response

    async def ask(self, request: web.Request) -> web.Response:
        """A link from a message was followed, by a person or by a scanner: only ask."""
        try:
            deed = read_deed(self.door.keys.key(), request.match_info["token"], datetime.now(UTC))
            entry = self.deeds.find(deed.alert)
        except (LinkError, DeedError) as error:
            return self._said("Nothing was done", str(error), status=404)
        shown = self.renderer.page(
            "ask", deed=deed.deed, line=line_of(entry, None, ()), seq=entry.alert.seq, mute=MUTE, now=datetime.now(UTC)
        )
        return web.Response(text=shown, content_type="text/html")

    async def act(self, request: web.Request) -> web.Response:
        """The button on that page was pressed."""
        form = await request.post()
        who = Who(f"{form.get('name', '') or 'somebody'} (link in a message)", "link")
        try:
            deed = read_deed(self.door.keys.key(), request.match_info["token"], datetime.now(UTC))
            silence = await self._do(deed, seq_of(str(form.get("seq", ""))), who, str(form.get("reason", "")))
        except (LinkError, DeedError) as error:
            return self._said("Nothing was done", str(error), status=409)
        told = "until it escalates" if silence.until_escalates else f"until {utc(silence.until)}"
        done = "The story is acknowledged" if deed.deed == "acknowledge" else "The rule is muted"
        return self._said(done, f"Nobody is told of it {told}.", status=200)

    async def file(self, request: web.Request) -> web.Response:
        """One of our files."""
        kind = _FILES.get(request.match_info["name"])
        if kind is None:
            raise web.HTTPNotFound
        content = (files("tocsin.console") / "static" / request.match_info["name"]).read_bytes()
        return web.Response(body=content, content_type=kind, charset="utf-8", headers=_ONE_HOUR)

    async def _do(self, deed: SignedDeed, seq: int, who: Who, reason: str) -> Silence:
        if deed.deed == "acknowledge":
            return await self.deeds.acknowledge(deed.alert, seq, who, reason)
        rule = self.deeds.find(deed.alert).alert.rule
        return await self.deeds.silence(Filter(rule=rule), MUTE, who, reason, "mute")

    def _login(self, goal: str, *, problem: str = "", status: int = 200) -> web.Response:
        shared = any(not login.name for login in self.door.keys.logins())
        shown = self.renderer.page("login", goal=goal, problem=problem, asks_name=shared)
        return web.Response(text=shown, content_type="text/html", status=status)

    def _said(self, title: str, text: str, *, status: int) -> web.Response:
        shown = self.renderer.page("said", title=title, text=text)
        return web.Response(text=shown, content_type="text/html", status=status)
