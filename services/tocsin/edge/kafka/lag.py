"""How far each service's consumer group is behind the end of what it reads."""

from dataclasses import dataclass

from aiokafka import TopicPartition
from aiokafka.admin import AIOKafkaAdminClient

from tocsin.edge.kafka.clients import create_admin, create_consumer
from tocsin.edge.kafka.topics import ALERTS, ARTICLES, MATCHES
from tocsin.edge.settings import Settings

GROUPS = {"tocsin-scorer": ARTICLES, "tocsin-correlator": MATCHES, "tocsin-router": ALERTS}
"""Consumer group → the topic it reads with committed offsets."""


@dataclass(frozen=True)
class Lag:
    """``behind`` counts records past the committed offsets, over all partitions."""

    group: str
    topic: str
    members: int
    behind: int


async def group_lags(settings: Settings) -> list[Lag]:
    """The lag of every group in ``GROUPS``."""
    admin = create_admin(settings)
    await admin.start()
    consumer = create_consumer(settings)
    await consumer.start()
    try:
        await consumer.topics()
        lags = []
        for group, topic in GROUPS.items():
            partitions = [TopicPartition(topic, p) for p in consumer.partitions_for_topic(topic) or ()]
            ends = await consumer.end_offsets(partitions)
            starts = await consumer.beginning_offsets(partitions)
            committed = await admin.list_consumer_group_offsets(group)
            behind = sum(
                max(0, ends[tp] - max(starts[tp], committed[tp].offset if tp in committed else 0)) for tp in partitions
            )
            lags.append(Lag(group, topic, await _members(admin, group), behind))
        return lags
    finally:
        await consumer.stop()
        await admin.close()


async def _members(admin: AIOKafkaAdminClient, group: str) -> int:
    """How many workers are in the group now."""
    answers = await admin.describe_consumer_groups([group])
    return sum(len(described[5]) for answer in answers for described in answer.groups)
