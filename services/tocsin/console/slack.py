"""Where Slack tells of presses on buttons: checked, answered at once, and then done."""

import asyncio
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import msgspec
import structlog
from aiohttp import web

from tocsin.console.deeds import DeedError, Deeds, Who
from tocsin.console.keys import Keys
from tocsin.console.metrics import ConsoleMetrics
from tocsin.core.delivery.attempt import Failure
from tocsin.core.messages.links import MUTE
from tocsin.core.messages.slack.interaction import InteractionError, Press, marked, may_answer, note, read_press
from tocsin.core.messages.slack.signature import SlackSignatureError, SlackVerifier
from tocsin.core.model.subscription import Filter
from tocsin.core.wording.text import utc
from tocsin.edge.http.client import GuardedClient

log = structlog.get_logger(__name__)

PATH = "/slack/interactions"
_WAITING = 200
"""Presses that wait to be done; past them Slack is told that the console is busy."""

_BODY_SECONDS = 2.0
"""Slack waits three seconds for the answer."""

_JSON = {"content-type": "application/json; charset=utf-8"}


@dataclass
class Interactions:
    """``take`` is the endpoint, ``run`` does what was taken."""

    keys: Keys
    deeds: Deeds
    client: GuardedClient
    api_url: str
    metrics: ConsoleMetrics
    verifier: SlackVerifier = field(default_factory=SlackVerifier)
    waiting: "asyncio.Queue[Press]" = field(default_factory=lambda: asyncio.Queue(_WAITING))

    async def take(self, request: web.Request) -> web.Response:
        """200 as soon as it is known to be Slack's and can be read."""
        secret = self.keys.signing()
        if secret is None:
            return self._answer("refused", 404)
        try:
            async with asyncio.timeout(_BODY_SECONDS):
                body = await request.read()
            self.verifier.verify(secret, request.headers, body, datetime.now(UTC))
            press = read_press(body)
            if press is None:
                return self._answer("nothing", 200)
            self.waiting.put_nowait(press)
        except (SlackSignatureError, TimeoutError):
            return self._answer("refused", 401)
        except InteractionError:
            return self._answer("unreadable", 400)
        except asyncio.QueueFull:
            return self._answer("busy", 503)
        return self._answer("taken", 200)

    async def run(self, stop: asyncio.Event) -> None:
        """Do what waits, one after the other, until stopped; what was taken before is done still."""
        stopping = asyncio.create_task(stop.wait())
        try:
            while not (stop.is_set() and self.waiting.empty()):
                getting = asyncio.create_task(self.waiting.get())
                await asyncio.wait((getting, stopping), return_when=asyncio.FIRST_COMPLETED)
                if getting.done():
                    await self._do(getting.result())
                else:
                    getting.cancel()
        finally:
            stopping.cancel()

    async def _do(self, press: Press) -> None:
        try:
            answer = await self._done(press)
        except DeedError as error:
            answer = note(str(error))
        except Exception as error:  # noqa: BLE001 - one press must not end the console
            log.error("press_failed", error=type(error).__name__)  # noqa: TRY400 - a trace may hold what must not be logged
            answer = note("Something went wrong here; nothing was done.")
        if not may_answer(press.answer_to, self.api_url):
            log.warning("press_not_answered", reason="response_url_refused")
            return
        result = await self.client.post(press.answer_to, msgspec.json.encode(answer), _JSON)
        if isinstance(result, Failure):
            log.warning("press_not_answered", reason=result.reason)

    async def _done(self, press: Press) -> dict[str, Any]:
        who = Who(press.author, "slack")
        if press.deed == "acknowledge":
            await self.deeds.acknowledge(press.alert, press.seq, who, marked=press.place)
            return marked(press, "silent until it escalates", datetime.now(UTC))
        rule = self.deeds.find(press.alert).alert.rule
        silence = await self.deeds.silence(Filter(rule=rule), MUTE, who, "muted from Slack", "mute")
        return marked(press, f"silent until {utc(silence.until)}", datetime.now(UTC))

    def _answer(self, outcome: str, status: int) -> web.Response:
        self.metrics.interactions.labels(outcome=outcome).inc()
        return web.Response(status=status)
