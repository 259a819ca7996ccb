"""One record of the deliveries topic, read again by where it stands: for what is too much to keep in memory."""

import asyncio
from dataclasses import dataclass, field

import structlog
from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.errors import KafkaError

from tocsin.edge.kafka.clients import create_consumer
from tocsin.edge.kafka.topics import DELIVERIES
from tocsin.edge.settings import Settings

log = structlog.get_logger(__name__)

_WAIT_MS = 5000


@dataclass
class Recall:
    """Reads one at a time, by a consumer of its own that is made when it is first needed."""

    settings: Settings
    _consumer: AIOKafkaConsumer | None = None
    _lock: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def value(self, partition: int, offset: int) -> bytes | None:
        """The record's value; None when it is gone from the topic, or can't be read now."""
        place = TopicPartition(DELIVERIES, partition)
        async with self._lock:
            try:
                consumer = await self._started()
                consumer.assign([place])
                consumer.seek(place, offset)
                found = await consumer.getmany(place, timeout_ms=_WAIT_MS, max_records=1)
            except KafkaError as error:
                log.warning("record_not_recalled", reason=type(error).__name__)
                return None
        records = found.get(place, [])
        return records[0].value if records and records[0].offset == offset else None

    async def close(self) -> None:
        """End."""
        if self._consumer is not None:
            await self._consumer.stop()

    async def _started(self) -> AIOKafkaConsumer:
        if self._consumer is None:
            consumer = create_consumer(self.settings)
            await consumer.start()
            self._consumer = consumer
        return self._consumer
