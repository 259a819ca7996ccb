"""Brings held-back updates to mind: an update must not wait for ever because its rule gets no other match.

Nothing is decided here, and no table is changed: the story's newest match is read from the topic and sent again, as it
is. In the log it is a repeat that comes later, and the fold tells the update because the log's time has moved on; so a
replay of the log tells the same.
"""

import asyncio
from datetime import UTC, datetime

import structlog
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, ConsumerRecord, TopicPartition
from aiokafka.errors import KafkaError

from tocsin.core.model.story import Story
from tocsin.correlator.rulebook import Rulebook
from tocsin.edge.kafka.clients import create_consumer
from tocsin.edge.kafka.topics import MATCHES
from tocsin.edge.settings import Settings

log = structlog.get_logger(__name__)

ROUND_SECONDS = 10.0
PER_ROUND = 100
"""Stories reminded of in one round: after an outage they come by and by."""

_READ_SECONDS = 5.0
_LOOKED_AT_ONCE = 50
"""Held-back stories decoded between two turns of the loop: about a millisecond."""


class Reminders:
    """Sends again, once for each alert, the newest match of stories that have been quiet for long enough."""

    def __init__(self, settings: Settings, rulebook: Rulebook, producer: AIOKafkaProducer) -> None:
        self._settings = settings
        self._rulebook = rulebook
        self._producer = producer
        self._reminded: dict[str, int] = {}

    async def run(self, stop: asyncio.Event) -> None:
        """Look round after round until ``stop`` is set."""
        while not stop.is_set():
            due = await self.due(datetime.now(UTC))
            if due:
                try:
                    async with create_consumer(self._settings) as consumer:
                        for story in due:
                            await self._remind(story, consumer)
                except KafkaError as error:
                    log.warning("reminders_put_off", reason=type(error).__name__)
            for _ in range(int(ROUND_SECONDS / 0.5)):
                if not stop.is_set():
                    await asyncio.sleep(0.5)

    async def due(self, now: datetime) -> list[Story]:
        """Stories whose update has been held back for long enough and that were not reminded of since their alert."""
        due: list[Story] = []
        held: dict[str, int] = {}
        for number, (story, policy) in enumerate(self._rulebook.held()):
            if number % _LOOKED_AT_ONCE == 0:
                await asyncio.sleep(0)
            told = story.told
            if self._reminded.get(story.id) == told.seq:
                held[story.id] = told.seq
            elif told.logged is not None and now >= told.logged + policy.quiet_for and len(due) < PER_ROUND:
                due.append(story)
        self._reminded = held
        return due

    async def _remind(self, story: Story, consumer: AIOKafkaConsumer) -> None:
        standing = [report.seq for report in story.reports if not report.withdrawn]
        record = await _read(consumer, story.partition, max(standing)) if standing else None
        if record is None:
            log.warning("reminder_without_match", story=story.id, rule=story.rule)
            self._reminded[story.id] = story.told.seq
            return
        await self._producer.send_and_wait(
            MATCHES, record.value, key=record.key, partition=record.partition, headers=list(record.headers)
        )
        self._reminded[story.id] = story.told.seq


async def _read(consumer: AIOKafkaConsumer, partition: int, offset: int) -> "ConsumerRecord[bytes, bytes] | None":
    """The record at this offset, or None if the topic no longer has it."""
    place = TopicPartition(MATCHES, partition)
    consumer.assign([place])
    consumer.seek(place, offset)
    batch = await consumer.getmany(place, timeout_ms=int(_READ_SECONDS * 1000), max_records=1)
    found = batch.get(place)
    return found[0] if found and found[0].offset == offset else None
