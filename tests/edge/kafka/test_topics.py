"""Topics are created from the one table, and what differs is reported, never changed."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable

import pytest
from aiokafka.admin import NewPartitions, NewTopic

from tocsin.edge.kafka.admin import Difference, create_missing_topics, find_differences
from tocsin.edge.kafka.clients import create_admin
from tocsin.edge.kafka.topics import (
    ALERTS,
    CONFIG,
    DELIVERIES,
    MATCHES,
    PARTITIONS,
    RECEIPTS,
    STORIES_CHANGELOG,
    TOPICS,
)
from tocsin.edge.settings import Settings

BY_NAME = {topic.name: topic for topic in TOPICS}


def test_what_stories_and_deliveries_are_placed_by_has_twelve_partitions() -> None:
    assert PARTITIONS == 12
    assert {BY_NAME[name].partitions for name in (MATCHES, ALERTS, DELIVERIES, STORIES_CHANGELOG)} == {PARTITIONS}


@pytest.mark.parametrize("name", [DELIVERIES, STORIES_CHANGELOG, CONFIG])
def test_compaction_is_made_to_run(name: str) -> None:
    config = BY_NAME[name].config
    assert config["cleanup.policy"] == "compact"
    assert config["segment.ms"] == config["max.compaction.lag.ms"] == "300000"
    assert config["segment.bytes"] == str(64 * 1024 * 1024)
    assert config["min.cleanable.dirty.ratio"] == "0.1"
    assert config["delete.retention.ms"] == str((7 * 24 if name == CONFIG else 1) * 3_600_000)


@pytest.mark.usefixtures("topics")
async def test_topics_on_the_broker_are_as_the_table_has_them(settings: Settings) -> None:
    assert await create_missing_topics(settings) == []
    assert await find_differences(settings) == []


@pytest.mark.usefixtures("topics")
async def test_differences_are_named(
    settings: Settings, remove_topics: Callable[[Iterable[str]], Awaitable[None]]
) -> None:
    await remove_topics([RECEIPTS, ALERTS])
    admin = create_admin(settings)
    await admin.start()
    await admin.create_topics(
        [NewTopic(RECEIPTS, 12, 1, topic_configs=BY_NAME[RECEIPTS].config | {"retention.ms": "1"})]
    )
    await admin.create_partitions({MATCHES: NewPartitions(13)})
    await admin.close()
    wanted = {
        Difference(ALERTS, "topic", "present", "missing"),
        Difference(MATCHES, "partitions", "12", "13"),
        Difference(RECEIPTS, "retention.ms", str(30 * 24 * 3_600_000), "1"),
    }
    found: set[Difference] = set()
    async with asyncio.timeout(30):  # brokers tell of new topics and partitions a moment after they made them
        while found != wanted:
            found = set(await find_differences(settings))
