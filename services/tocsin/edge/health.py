"""The service's own HTTP port: /metrics for Prometheus, /healthz and /readyz for an orchestrator."""

import time
from collections.abc import Callable

from aiohttp import web
from prometheus_client import CollectorRegistry
from prometheus_client.exposition import choose_encoder

from tocsin.edge.port import Port

MAX_SILENCE_SECONDS = 30.0
"""A loop that has not ticked for this long is held to hang."""


class Health:
    """What the service says of itself. ``tick`` is called by its main loop, ``ready`` once it has what it needs."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._last_tick = clock()
        self.not_ready: str | None = "starting"
        """Why the service isn't ready, or None when it is."""

    def tick(self) -> None:
        """Note that the main loop goes round."""
        self._last_tick = self._clock()

    def ready(self) -> None:
        """Note that the service does its work."""
        self.not_ready = None

    def silence_seconds(self) -> float:
        """Time since the last tick."""
        return self._clock() - self._last_tick

    def is_alive(self) -> bool:
        """Whether the main loop has ticked of late."""
        return self.silence_seconds() < MAX_SILENCE_SECONDS


class HealthServer:
    """Serves ``Health`` and a registry on ``host:port``; see ``Port``."""

    def __init__(self, health: Health, registry: CollectorRegistry, host: str, port: int) -> None:
        self._health = health
        self._registry = registry
        app = web.Application()
        app.router.add_get("/metrics", self._metrics)
        app.router.add_get("/healthz", self._healthz)
        app.router.add_get("/readyz", self._readyz)
        self._port = Port(app, host, port, what="metrics", remedy="set TOCSIN_METRICS_PORT to a free one")

    @property
    def port(self) -> int:
        """Which port it is."""
        return self._port.port

    async def start(self) -> None:
        """Open the port.

        Raises:
            PortTakenError: Something else listens there.
        """
        await self._port.start()

    async def stop(self) -> None:
        """Close the port."""
        await self._port.stop()

    async def _metrics(self, request: web.Request) -> web.Response:
        encoder, content_type = choose_encoder(request.headers.get("Accept", ""))
        return web.Response(body=encoder(self._registry), headers={"Content-Type": content_type})

    async def _healthz(self, _request: web.Request) -> web.Response:
        if self._health.is_alive():
            return web.Response(text="ok\n")
        return web.Response(status=503, text=f"no turn of the loop for {self._health.silence_seconds():.0f} s\n")

    async def _readyz(self, _request: web.Request) -> web.Response:
        if self._health.not_ready is None and self._health.is_alive():
            return web.Response(text="ready\n")
        return web.Response(status=503, text=f"not ready: {self._health.not_ready or 'loop is silent'}\n")
