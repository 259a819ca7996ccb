"""How far each service's consumer group is behind the end of what it reads."""

import asyncio
from dataclasses import dataclass

from aiokafka import TopicPartition
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import GroupCoordinatorNotAvailableError
from aiokafka.structs import OffsetAndMetadata

from tocsin.edge.kafka.clients import create_admin, create_consumer
from tocsin.edge.kafka.topics import ALERTS, ARTICLES, MATCHES, PARTITIONS
from tocsin.edge.settings import Settings

GROUPS = {"tocsin-scorer": ARTICLES, "tocsin-correlator": MATCHES, "tocsin-router": ALERTS}
"""Consumer group → the topic it reads with committed offsets."""

_COORDINATOR_TRIES = 20
_COORDINATOR_PAUSE_SECONDS = 0.5


@dataclass(frozen=True)
class Lag:
    """``behind`` counts records past the committed offsets, over all partitions; ``position`` is the sum of these."""

    group: str
    topic: str
    members: int
    behind: int
    position: int


async def group_lags(settings: Settings) -> list[Lag]:
    """The lag of every group in ``GROUPS``."""
    admin = create_admin(settings)
    await admin.start()
    consumer = create_consumer(settings)
    await consumer.start()
    try:
        lags = []
        for group, topic in GROUPS.items():
            partitions = [TopicPartition(topic, p) for p in range(PARTITIONS)]
            ends = await consumer.end_offsets(partitions)
            starts = await consumer.beginning_offsets(partitions)
            committed = await _committed(admin, group)
            behind = sum(
                max(0, ends[tp] - max(starts[tp], committed[tp].offset if tp in committed else 0)) for tp in partitions
            )
            position = sum(offset.offset for offset in committed.values())
            lags.append(Lag(group, topic, await _members(admin, group), behind, position))
        return lags
    finally:
        await consumer.stop()
        await admin.close()


async def _committed(admin: AIOKafkaAdminClient, group: str) -> dict[TopicPartition, OffsetAndMetadata]:
    """Committed offsets; a new broker creates its offsets topic at the first question and needs a moment for it."""
    for _ in range(_COORDINATOR_TRIES):
        try:
            offsets: dict[TopicPartition, OffsetAndMetadata] = await admin.list_consumer_group_offsets(group)
        except GroupCoordinatorNotAvailableError:
            await asyncio.sleep(_COORDINATOR_PAUSE_SECONDS)
        else:
            return offsets
    raise GroupCoordinatorNotAvailableError(f"no coordinator for group {group}")


async def _members(admin: AIOKafkaAdminClient, group: str) -> int:
    """How many workers are in the group now."""
    answers = await admin.describe_consumer_groups([group])
    return sum(len(described[5]) for answer in answers for described in answer.groups)
