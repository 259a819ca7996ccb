"""The whole system as its users run it: real processes over a real broker, each of which can be killed and started."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import aiohttp

READY_SECONDS = 60.0
POLL_SECONDS = 0.05


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def command(*words: str) -> list[str]:
    """The installed program, whatever PATH says."""
    return [sys.executable, "-m", "tocsin.cli", *words]


class Service:
    """One ``tocsin SERVICE`` process."""

    def __init__(self, name: str, environment: Mapping[str, str], folder: Path) -> None:
        self.name = name
        self.port = free_port()
        self.log = folder / f"{name}-{self.port}.log"
        self._environment = dict(environment) | {
            "TOCSIN_METRICS_PORT": str(self.port),
            "TOCSIN_INSTANCE": f"{name}-{self.port}",
            "TOCSIN_DATA_DIR": str(folder),
        }
        self._process: subprocess.Popen[bytes] | None = None

    async def start(self) -> None:
        """Start it and return once it says that it is ready."""
        with self.log.open("ab") as output:
            self._process = subprocess.Popen(  # noqa: ASYNC220 - it returns at once
                command(self.name), env=self._environment, stdout=output, stderr=output, stdin=subprocess.DEVNULL
            )
        try:
            async with asyncio.timeout(READY_SECONDS):
                while await self.get("/readyz") != 200:
                    if self._process.poll() is not None:
                        raise AssertionError(f"{self.name} ended with {self._process.returncode}: {self.tail()}")
                    await asyncio.sleep(POLL_SECONDS)
        except TimeoutError:
            raise AssertionError(f"{self.name} was not ready in {READY_SECONDS} s: {self.tail()}") from None

    def kill(self) -> None:
        """SIGKILL: nothing is drained, committed or left."""
        if self._process is not None:
            self._process.send_signal(signal.SIGKILL)
            self._process.wait()
            self._process = None

    async def stop(self) -> int:
        """SIGTERM; returns the exit code."""
        if self._process is None:
            return 0
        self._process.send_signal(signal.SIGTERM)
        code = await asyncio.to_thread(self._process.wait, 60)
        self._process = None
        return code

    async def get(self, path: str) -> int:
        """The status that the service's own port answers with; 0 when nothing answers."""
        try:
            async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{self.port}{path}") as answer:
                return answer.status
        except aiohttp.ClientError:
            return 0

    async def metrics(self) -> str:
        async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{self.port}/metrics") as answer:
            return await answer.text()

    def tail(self) -> str:
        return self.log.read_text(encoding="utf-8", errors="replace")[-4000:]


def run_command(environment: Mapping[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    """A command of the program, to its end."""
    return subprocess.run(
        command(*words), env=dict(environment), capture_output=True, text=True, timeout=120, check=False
    )


def base_environment(bootstrap: str, extra: Mapping[str, str]) -> dict[str, str]:
    """What every process gets: our own variables only, so that the developer's don't leak in."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("TOCSIN_")}
    return kept | {"TOCSIN_BROKERS": bootstrap} | dict(extra)
