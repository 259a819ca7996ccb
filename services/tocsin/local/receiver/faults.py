"""How the receiver misbehaves when told to: each fault by the path it strikes, for a number of requests or for good."""

import asyncio
from typing import Literal

import msgspec
from aiohttp import web

HOUR_SECONDS = 3600.0
_HUGE_BYTES = 50_000_000


class Fault(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Strikes requests whose path begins with ``path``; the first that fits is taken.

    ``status`` answers with that status; ``rate_limit`` with 429 and ``retry_after``; ``hang`` takes the request and
    answers after ``seconds``; ``drip`` sends a byte a second for ``seconds``; ``huge`` never stops answering;
    ``redirect`` sends to ``location``; ``close`` drops the connection; ``error`` is Slack's 200 with ``ok: false`` and
    that ``code``. ``times`` None strikes until cleared.
    """

    path: str
    do: Literal["status", "rate_limit", "hang", "drip", "huge", "redirect", "close", "error"]
    status: int = 500
    retry_after: str = "1"
    seconds: float = HOUR_SECONDS
    location: str = "/"
    code: str = "internal_error"
    times: int | None = None


class Faults:
    """The faults in force."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []
        self._struck: dict[int, int] = {}

    def set(self, faults: list[Fault]) -> None:
        """Put these in force instead of all before."""
        self._faults = list(faults)
        self._struck = {}

    def strike(self, path: str) -> Fault | None:
        """The fault for a request on this path; counts it."""
        for number, fault in enumerate(self._faults):
            struck = self._struck.get(number, 0)
            if path.startswith(fault.path) and (fault.times is None or struck < fault.times):
                self._struck[number] = struck + 1
                return fault
        return None


async def answer(fault: Fault, request: web.Request) -> web.StreamResponse:
    """Misbehave as told."""
    if fault.do in ("drip", "huge"):
        return await _stream(fault, request)
    if fault.do == "hang":
        await asyncio.sleep(fault.seconds)
    elif fault.do == "close" and request.transport is not None:
        request.transport.close()
    return _whole(fault)


def _whole(fault: Fault) -> web.Response:
    match fault.do:
        case "rate_limit":
            return web.Response(status=429, headers={"Retry-After": fault.retry_after}, text="rate_limited")
        case "redirect":
            return web.Response(status=302, headers={"Location": fault.location})
        case "error":
            return web.json_response({"ok": False, "error": fault.code})
        case _:
            return web.Response(status=fault.status, text="told to fail\n")


async def _stream(fault: Fault, request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse()
    await response.prepare(request)
    if fault.do == "drip":
        for _ in range(int(fault.seconds)):
            await response.write(b".")
            await asyncio.sleep(1)
    else:
        for _ in range(_HUGE_BYTES // 65_536):
            await response.write(b"." * 65_536)
    return response
