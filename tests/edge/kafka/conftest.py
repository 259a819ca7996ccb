"""A broker of this folder's own: these tests create, empty and delete the real topics."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Iterator

import pytest

from tocsin.edge.kafka.admin import create_missing_topics
from tocsin.edge.kafka.clients import create_admin
from tocsin.edge.kafka.topics import TOPICS
from tocsin.edge.settings import Settings
from tocsin.local.broker import EmbeddedBroker


@pytest.fixture(scope="package")
def own_broker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedBroker]:
    with EmbeddedBroker(tmp_path_factory.mktemp("own-kafka"), port=0) as running:
        yield running


@pytest.fixture
def settings(own_broker: EmbeddedBroker) -> Settings:
    return Settings(brokers=own_broker.bootstrap)


@pytest.fixture
async def remove_topics(settings: Settings) -> Callable[[Iterable[str]], Awaitable[None]]:
    """Deletes topics and returns once the broker no longer lists them (it deletes in the background)."""

    async def remove(names: Iterable[str]) -> None:
        gone = set(names)
        admin = create_admin(settings)
        await admin.start()
        try:
            await admin.delete_topics(sorted(gone))
            async with asyncio.timeout(60):
                while gone & set(await admin.list_topics()):
                    await asyncio.sleep(0.05)
        finally:
            await admin.close()

    return remove


@pytest.fixture
async def topics(settings: Settings, remove_topics: Callable[[Iterable[str]], Awaitable[None]]) -> AsyncIterator[None]:
    """All topics, empty, for one test."""
    await create_missing_topics(settings)
    yield
    await remove_topics(topic.name for topic in TOPICS)
