"""The pages behind the login: stories, one story, silences, and what can be done there."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Any

from aiohttp import web

from tocsin.console.current import Current
from tocsin.console.deeds import DeedError, Deeds, Who, seq_of
from tocsin.console.render import Renderer
from tocsin.console.web import SESSION
from tocsin.core.board.board import Board
from tocsin.core.board.choice import STANDINGS, choose, read_choice, silence_on
from tocsin.core.board.view import detail_of, line_of
from tocsin.core.model.base import SEVERITIES
from tocsin.core.model.subscription import Filter, Silence
from tocsin.core.routing.filters import FilterError
from tocsin.core.routing.silencing import in_force

SHOWN = 200
"""At most so many stories on a page."""

LENGTHS: tuple[timedelta, ...] = tuple(timedelta(hours=hours) for hours in (1, 4, 24, 72, 168))


@dataclass(frozen=True)
class Pages:
    """Handlers, by what they show."""

    board: Board
    current: Current
    deeds: Deeds
    renderer: Renderer

    @property
    def version(self) -> str:
        """Other whenever a page would show something else."""
        return f"{self.board.version}.{self.current.version}"

    def routes(self) -> Iterable[web.RouteDef]:
        """Where they are."""
        return [
            web.get("/", self.stories),
            web.get("/version", self.versions),
            web.get("/stories/{alert}", self.story),
            web.post("/stories/{alert}/acknowledge", self.acknowledge),
            web.post("/stories/{alert}/mute", self.mute),
            web.get("/silences", self.silences),
            web.post("/silences", self.make_silence),
            web.post("/silences/{id}/end", self.end_silence),
        ]

    async def versions(self, _request: web.Request) -> web.Response:
        """For pages to ask whether they are still true."""
        return web.Response(text=self.version)

    async def stories(self, request: web.Request) -> web.Response:
        """The stories that the address chooses, the last changed first."""
        choice = read_choice(request.query.items())
        now = datetime.now(UTC)
        problem, lines = "", []
        try:
            chosen = choose(self.board, choice, self.current.routing, self.current.regions, now)
            found = list(islice(chosen, SHOWN + 1))
            lines = [line_of(entry, silence, self.board.receipts(entry.alert.id)) for entry, silence in found]
        except FilterError as error:
            problem = str(error)
        return self._page(
            request,
            "stories",
            choice=choice,
            lines=lines[:SHOWN],
            more=len(lines) > SHOWN,
            problem=problem,
            held=len(self.board),
            standings=STANDINGS,
            severities=SEVERITIES,
            rules=self._rules(),
        )

    async def story(self, request: web.Request) -> web.Response:
        """One story with everything that is known of it."""
        return self._story(request)

    async def acknowledge(self, request: web.Request) -> web.Response:
        """Keep the story silent until it escalates after what the page showed."""
        form = await request.post()
        try:
            seen = seq_of(str(form.get("seq", "")))
            await self.deeds.acknowledge(_name(request), seen, _who(request), str(form.get("reason", "")))
        except DeedError as error:
            return self._story(request, problem=str(error), status=409)
        raise web.HTTPSeeOther(f"/stories/{_name(request)}")

    async def mute(self, request: web.Request) -> web.Response:
        """Keep the story's rule silent for a while."""
        form = await request.post()
        try:
            rule = self.deeds.find(_name(request)).alert.rule
            length, reason = _length(str(form.get("hours", ""))), str(form.get("reason", ""))
            await self.deeds.silence(Filter(rule=rule), length, _who(request), reason, "mute")
        except DeedError as error:
            return self._story(request, problem=str(error), status=409)
        raise web.HTTPSeeOther(f"/stories/{_name(request)}")

    async def silences(self, request: web.Request) -> web.Response:
        """What keeps silence now, and what will."""
        return self._silences(request)

    async def make_silence(self, request: web.Request) -> web.Response:
        """Keep silent what the form names."""
        form = {name: str(value) for name, value in (await request.post()).items()}
        match = Filter(
            rule=form.get("rule") or None,
            regions=tuple(part for part in [form.get("region", "").strip()] if part),
            severity_up_to=next((one for one in SEVERITIES if one == form.get("up_to")), None),
        )
        try:
            await self.deeds.silence(match, _length(form.get("hours", "")), _who(request), form.get("reason", ""))
        except DeedError as error:
            return self._silences(request, problem=str(error), form=form, status=409)
        raise web.HTTPSeeOther("/silences")

    async def end_silence(self, request: web.Request) -> web.Response:
        """Take a silence or an acknowledgement back."""
        back = str((await request.post()).get("story", ""))
        try:
            await self.deeds.end(request.match_info["id"], _who(request))
        except DeedError as error:
            return self._silences(request, problem=str(error), status=409)
        raise web.HTTPSeeOther(f"/stories/{back}" if self.board.find(back) else "/silences")

    def _story(self, request: web.Request, *, problem: str = "", status: int = 200) -> web.Response:
        entry = self.board.find(_name(request))
        if entry is None:
            return self._page(request, "unknown", status=404)
        silence = silence_on(entry.alert, self.current.routing, datetime.now(UTC))
        detail = detail_of(entry, silence, self.board.receipts(entry.alert.id))
        return self._page(request, "story", status=status, detail=detail, problem=problem, lengths=LENGTHS)

    def _silences(
        self, request: web.Request, *, problem: str = "", form: dict[str, str] | None = None, status: int = 200
    ) -> web.Response:
        now = datetime.now(UTC)
        standing = [silence for silence in self.current.snapshot.silences.values() if silence.until > now]
        standing.sort(key=lambda silence: (silence.until, silence.id))
        return self._page(
            request,
            "silences",
            status=status,
            silences=[
                (silence, in_force(silence, now), self._about(silence)) for silence in standing if silence.until > now
            ],
            problem=problem,
            form=form or {},
            rules=self._rules(),
            severities=SEVERITIES,
            lengths=LENGTHS,
        )

    def _about(self, silence: Silence) -> tuple[str, str] | None:
        """The id and headline of the story that a silence is of, where it is known."""
        entry = self.board.find(silence.match.story) if silence.match.story else None
        return None if entry is None else (entry.alert.id, entry.alert.headline or entry.alert.title)

    def _rules(self) -> list[tuple[str, str]]:
        """Rules to choose from: those in force, and those of the stories held."""
        held = {entry.alert.rule: entry.alert.title for entry in self.board}
        in_force_now = {name: rule.title for name, rule in self.current.snapshot.rules.items()}
        return sorted((held | in_force_now).items())

    def _page(self, request: web.Request, name: str, *, status: int = 200, **values: Any) -> web.Response:
        shown = self.renderer.page(
            name, session=request[SESSION], version=self.version, now=datetime.now(UTC), here=request.path, **values
        )
        return web.Response(text=shown, content_type="text/html", status=status)


def _name(request: web.Request) -> str:
    return request.match_info["alert"]


def _who(request: web.Request) -> Who:
    return Who(request[SESSION].name, "page")


def _length(hours: str) -> timedelta:
    """A length that the form offers.

    Raises:
        DeedError: It is none.
    """
    found = next((length for length in LENGTHS if str(int(length.total_seconds() // 3600)) == hours), None)
    if found is None:
        raise DeedError("How long? Choose one of the lengths.")
    return found
