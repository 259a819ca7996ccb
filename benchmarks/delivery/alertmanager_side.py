"""Prometheus Alertmanager under measurement: Debian's package, one process, one route for each subscriber."""

import json
import shutil
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import aiohttp
from bench import end, free_port, spawn, until

PROGRAM = "prometheus-alertmanager"


class Alertmanager:
    """See ``System``. Alerts are grouped by name and not waited for, so that each is a notification of its own;
    all else is as it is by default.
    """

    name = "Alertmanager"

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._port = free_port()
        self._process = None
        self._targets: list[str] = []

    async def start(self, targets: list[str]) -> None:
        """Begin."""
        self._write(targets)
        await self.restart()

    async def subscribe(self, targets: list[str]) -> None:
        """Written to its configuration, which it then reads anew."""
        self._write([*self._targets, *targets])
        async with (
            aiohttp.ClientSession() as session,
            session.post(f"http://127.0.0.1:{self._port}/-/reload") as response,
        ):
            response.raise_for_status()

    def _write(self, targets: list[str]) -> None:
        self._targets = targets
        receivers = [
            {"name": f"r{number}", "webhook_configs": [{"url": url, "send_resolved": False}]}
            for number, url in enumerate(targets)
        ]
        timing = {"group_wait": "0s"}
        routes = [{"receiver": receiver["name"], "continue": True} for receiver in receivers]
        config = {
            "route": {"receiver": receivers[0]["name"], "group_by": ["alertname"], "routes": routes, **timing},
            "receivers": receivers,
        }
        (self._folder / "alertmanager.yml").write_text(json.dumps(config))  # JSON is YAML

    async def restart(self) -> None:
        """One process; back when it is ready."""
        self._process = spawn(
            [
                shutil.which(PROGRAM) or PROGRAM,
                f"--config.file={self._folder / 'alertmanager.yml'}",
                f"--storage.path={self._folder / 'data'}",
                f"--web.listen-address=127.0.0.1:{self._port}",
                "--cluster.listen-address=",
                "--log.level=error",
            ],
            self._folder / "alertmanager.log",
        )
        await until(self._ready, "Alertmanager")

    async def send(self, names: list[str]) -> dict[str, float]:
        """To its API; accepted is when it has answered."""
        ends = (datetime.now(UTC) + timedelta(hours=1)).isoformat()
        lead = "words of evidence " * 15
        alerts = [
            {"labels": {"alertname": name, "severity": "warning"}, "annotations": {"lead": lead}, "endsAt": ends}
            for name in names
        ]
        async with (
            aiohttp.ClientSession() as session,
            session.post(f"http://127.0.0.1:{self._port}/api/v2/alerts", json=alerts) as response,
        ):
            response.raise_for_status()
        return dict.fromkeys(names, time.time())

    def kill(self) -> None:
        """SIGKILL."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()

    async def stop(self) -> None:
        """End it."""
        end(self._process)

    async def _ready(self) -> bool:
        try:
            async with (
                aiohttp.ClientSession() as session,
                session.get(f"http://127.0.0.1:{self._port}/-/ready") as response,
            ):
                return response.status == 200  # noqa: PLR2004
        except aiohttp.ClientError:
            return False
