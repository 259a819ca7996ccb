"""Creates the topics that are missing and tells where the others differ from the table."""

import asyncio
from dataclasses import dataclass

from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType
from aiokafka.errors import TopicAlreadyExistsError, for_code

from tocsin.edge.kafka.clients import create_admin
from tocsin.edge.kafka.topics import TOPICS, Topic
from tocsin.edge.settings import Settings

_LISTED_SECONDS = 30.0
_LISTED_POLL_SECONDS = 0.05


@dataclass(frozen=True)
class Difference:
    """Where a topic on the broker is not as the table has it."""

    topic: str
    setting: str
    wanted: str
    found: str

    def __str__(self) -> str:
        """One line for an operator."""
        return f"{self.topic}: {self.setting} is {self.found}, should be {self.wanted}"


async def create_missing_topics(settings: Settings) -> list[str]:
    """Create what is missing and wait until the broker lists it; returns the names of what was created.

    Raises:
        KafkaError: The broker refused.
        TimeoutError: The broker took the order and lists the topics not.
    """
    admin = create_admin(settings)
    await admin.start()
    try:
        existing = set(await admin.list_topics())
        missing = [topic for topic in TOPICS if topic.name not in existing]
        if missing:
            answer = await admin.create_topics([_new_topic(topic, settings.replication_factor) for topic in missing])
            for _name, code, *_rest in answer.topic_errors:
                if code not in (0, TopicAlreadyExistsError.errno):
                    raise for_code(code)(f"creating {_name}")
            await _until_listed(admin, {topic.name for topic in missing})
        return [topic.name for topic in missing]
    finally:
        await admin.close()


async def find_differences(settings: Settings) -> list[Difference]:
    """Compare each topic with the table: missing, partitions, settings."""
    admin = create_admin(settings)
    await admin.start()
    try:
        partitions = await _partition_counts(admin)
        present = [topic for topic in TOPICS if topic.name in partitions]
        found = await _configs(admin, present)
    finally:
        await admin.close()
    differences = [Difference(t.name, "topic", "present", "missing") for t in TOPICS if t.name not in partitions]
    for topic in present:
        if partitions[topic.name] != topic.partitions:
            count = str(partitions[topic.name])
            differences.append(Difference(topic.name, "partitions", str(topic.partitions), count))
        differences += [
            Difference(topic.name, key, wanted, found[topic.name].get(key, "unset"))
            for key, wanted in topic.config.items()
            if found[topic.name].get(key) != wanted
        ]
    return differences


async def _until_listed(admin: AIOKafkaAdminClient, names: set[str]) -> None:
    """A broker tells of a new topic a moment after it made it; who reads at once would think it missing."""
    async with asyncio.timeout(_LISTED_SECONDS):
        while not names <= set(await admin.list_topics()):
            await asyncio.sleep(_LISTED_POLL_SECONDS)


def _new_topic(topic: Topic, replication_factor: int) -> NewTopic:
    return NewTopic(topic.name, topic.partitions, replication_factor, topic_configs=dict(topic.config))


async def _partition_counts(admin: AIOKafkaAdminClient) -> dict[str, int]:
    names = {topic.name for topic in TOPICS} & set(await admin.list_topics())
    described = await admin.describe_topics(sorted(names)) if names else []
    return {topic["topic"]: len(topic["partitions"]) for topic in described}


async def _configs(admin: AIOKafkaAdminClient, topics: list[Topic]) -> dict[str, dict[str, str]]:
    if not topics:
        return {}
    answers = await admin.describe_configs([ConfigResource(ConfigResourceType.TOPIC, t.name) for t in topics])
    return {
        name: {entry[0]: entry[1] for entry in entries}
        for answer in answers
        for _code, _message, _kind, name, entries in answer.resources
    }
