"""The service's own port tells the truth about life, readiness and numbers."""

from collections.abc import AsyncIterator

import aiohttp
import pytest
from prometheus_client import Counter
from prometheus_client.parser import text_string_to_metric_families

from tests.conftest import Clock
from tocsin.edge.health import MAX_SILENCE_SECONDS, Health, HealthServer
from tocsin.edge.metrics import new_registry
from tocsin.edge.port import PortTakenError


@pytest.fixture
def health(clock: Clock) -> Health:
    return Health(clock)


@pytest.fixture
async def server(health: Health) -> AsyncIterator[HealthServer]:
    registry = new_registry()
    Counter("tocsin_things", "Things.", registry=registry).inc(3)
    server = HealthServer(health, registry, "127.0.0.1", 0)
    await server.start()
    yield server
    await server.stop()


async def get(server: HealthServer, path: str) -> tuple[int, str]:
    async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{server.port}{path}") as answer:
        return answer.status, await answer.text()


async def test_a_service_is_not_ready_before_it_says_so(server: HealthServer, health: Health) -> None:
    assert await get(server, "/readyz") == (503, "not ready: starting\n")
    health.ready()
    assert await get(server, "/readyz") == (200, "ready\n")


async def test_a_loop_that_stands_still_is_not_alive(server: HealthServer, health: Health, clock: Clock) -> None:
    health.ready()
    clock.now += MAX_SILENCE_SECONDS + 1
    assert (await get(server, "/healthz"))[0] == 503
    assert (await get(server, "/readyz"))[0] == 503
    health.tick()
    assert (await get(server, "/healthz"))[0] == 200


async def test_metrics_are_read_by_prometheus_own_parser(server: HealthServer) -> None:
    _, text = await get(server, "/metrics")
    samples = {s.name: s.value for family in text_string_to_metric_families(text) for s in family.samples}
    assert samples["tocsin_things_total"] == 3
    assert samples["tocsin_build_info"] == 1
    assert samples["process_resident_memory_bytes"] > 0


async def test_a_taken_port_is_named_with_the_remedy(server: HealthServer, health: Health) -> None:
    second = HealthServer(health, new_registry(), "127.0.0.1", server.port)
    with pytest.raises(PortTakenError, match=f"{server.port}.*TOCSIN_METRICS_PORT"):
        await second.start()
