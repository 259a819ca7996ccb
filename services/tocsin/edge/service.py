"""The life of a service process: logs, metrics port, signals, and an exit code that says how it ended."""

import asyncio
import signal
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from typing import Any

import structlog
from prometheus_client import CollectorRegistry

from tocsin.edge.health import Health, HealthServer
from tocsin.edge.logging import configure_logging
from tocsin.edge.metrics import new_registry
from tocsin.edge.port import PortTakenError
from tocsin.edge.settings import Settings

SERVICE_PORTS = {"scorer": 9471, "correlator": 9472, "notifier": 9473, "feeds": 9474, "console": 9475}
"""Metrics ports when TOCSIN_METRICS_PORT is unset."""

log = structlog.get_logger(__name__)


class ServiceError(Exception):
    """The service can't go on; the message tells an operator what to do. The supervisor may start it again."""


@dataclass(frozen=True)
class Runtime:
    """What a service is given to live in: settings, its registry and health, and the event that asks it to stop."""

    settings: Settings
    registry: CollectorRegistry
    health: Health
    stop: asyncio.Event


async def run_together(*bodies: Coroutine[Any, Any, None]) -> None:
    """Run all until all have returned; when one raises, end the others and raise what it raised."""
    tasks = [asyncio.create_task(body) for body in bodies]
    try:
        await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def run_service(
    name: str,
    settings: Settings,
    body: Callable[[Runtime], Awaitable[None]],
    loop_factory: Callable[[], asyncio.AbstractEventLoop] | None = None,
) -> int:
    """Run ``body`` until it returns; SIGTERM and SIGINT set ``Runtime.stop``. Returns 0 when stopped, 1 when failed."""
    configure_logging(settings, name)
    with asyncio.Runner(loop_factory=loop_factory) as runner:
        return runner.run(_run(name, settings, body))


async def _run(name: str, settings: Settings, body: Callable[[Runtime], Awaitable[None]]) -> int:
    runtime = Runtime(settings, new_registry(), Health(), asyncio.Event())
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, runtime.stop.set)
    port = SERVICE_PORTS[name] if settings.metrics_port is None else settings.metrics_port
    server = HealthServer(runtime.health, runtime.registry, settings.metrics_host, port)
    try:
        await server.start()
        log.info("service_started", metrics_port=server.port)
        await body(runtime)
    except (ServiceError, PortTakenError) as error:
        log.error("service_failed", reason=str(error))  # noqa: TRY400 - the message is whole, the trace says nothing more
        return 1
    except Exception:
        log.exception("service_crashed")
        return 1
    finally:
        await server.stop()
    log.info("service_stopped")
    return 0
