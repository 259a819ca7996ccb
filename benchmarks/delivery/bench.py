"""What the measurements share: processes, the receiver's records, percentiles."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import aiohttp

SECRET = "whsec_" + "A" * 43 + "="
_PATIENCE_SECONDS = 90.0


@dataclass(frozen=True)
class Arrival:
    """One alert in one request at the receiver."""

    path: str
    alert: str
    at: float
    status: int


class System(Protocol):
    """A notifier under measurement."""

    name: str

    async def start(self, targets: list[str]) -> None:
        """Begin, with one webhook subscriber for each URL, all of which want every alert."""

    async def subscribe(self, targets: list[str]) -> None:
        """More such subscribers, while it runs."""

    async def send(self, names: list[str]) -> dict[str, float]:
        """Hand alerts over; when each was accepted, in seconds since 1970."""

    def kill(self) -> None:
        """SIGKILL."""

    async def restart(self) -> None:
        """After a kill."""

    async def stop(self) -> None:
        """End everything."""


def free_port() -> int:
    """A port that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def spawn(arguments: list[str], log: Path, **environment: str) -> subprocess.Popen[bytes]:
    """A child process; its output goes to the log."""
    with log.open("ab") as out:
        return subprocess.Popen(arguments, env={**os.environ, **environment}, stdout=out, stderr=out)  # noqa: S603


def end(process: subprocess.Popen[bytes] | None) -> None:
    """SIGTERM, then SIGKILL."""
    if process is None:
        return
    with suppress(ProcessLookupError):
        process.send_signal(signal.SIGTERM)
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()


class Receiver:
    """The receiver's process, asked over HTTP."""

    def __init__(self, folder: Path) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        script = Path(__file__).with_name("receiver.py")
        self._process = spawn([sys.executable, str(script), "--port", str(self.port)], folder / "receiver.log")
        self.arrivals: list[Arrival] = []

    async def ready(self) -> None:
        """Wait until it listens."""
        await until(self._listens, "the receiver")

    async def mode(self, **kinds: dict[str, str]) -> None:
        """How it answers, by kind of path."""
        async with aiohttp.ClientSession() as session:
            await session.put(f"{self.url}/mode", json=kinds)

    async def take(self) -> list[Arrival]:
        """All arrivals since ``clear``."""
        async with aiohttp.ClientSession() as session, session.get(f"{self.url}/arrivals") as response:
            self.arrivals += [Arrival(*row) for row in await response.json()]
        return self.arrivals

    async def clear(self) -> None:
        """Forget what came."""
        await self.take()
        self.arrivals = []

    async def until_count(self, count: int, kind: str = "/ok/") -> list[Arrival]:
        """Wait for so many alerts answered with 200."""

        async def arrived() -> bool:
            return len(good(await self.take(), kind)) >= count

        await until(arrived, f"{count} arrivals, {len(good(self.arrivals, kind))} came", pause=0.2)
        return self.arrivals

    def stop(self) -> None:
        """End it."""
        end(self._process)

    async def _listens(self) -> bool:
        try:
            await self.take()
        except aiohttp.ClientError:
            return False
        return True


def good(arrivals: Iterable[Arrival], kind: str = "/ok/") -> list[Arrival]:
    """Those answered with 200 on paths of that kind."""
    return [arrival for arrival in arrivals if arrival.status == 200 and arrival.path.startswith(kind)]  # noqa: PLR2004


async def until(condition: Callable[[], Awaitable[bool]], what: str, pause: float = 0.05) -> None:
    """Wait for something; give up after minutes."""
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while not await condition():
        if time.monotonic() > deadline:
            raise TimeoutError(f"waited too long for {what}")
        await asyncio.sleep(pause)


def percentile(values: Iterable[float], share: float) -> float:
    """The value below which that share lies (nearest rank)."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else float("nan")


def milliseconds(value: float) -> str:
    """For the table."""
    return f"{value * 1000:.1f} ms"
