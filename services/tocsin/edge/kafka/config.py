"""Follows ``news.config.v1``: rules, subscriptions, silences and the rest as they stand, and each change."""

import asyncio
from collections.abc import Callable

import structlog
from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.errors import OffsetOutOfRangeError, UnknownTopicOrPartitionError

from tocsin.core.config.snapshot import ConfigSnapshot, ConfigState
from tocsin.edge.kafka.clients import create_consumer
from tocsin.edge.kafka.topics import CONFIG
from tocsin.edge.service import ServiceError
from tocsin.edge.settings import Settings

log = structlog.get_logger(__name__)

_POLL_MS = 200
_PARTITION = TopicPartition(CONFIG, 0)


class ConfigFollower:
    """Calls ``on_change`` with a snapshot once all that stood at the start is read, and after each change.

    A snapshot never holds half of what one ``tocsin apply`` wrote: apply writes in one transaction, and the reader
    stops for a snapshot only at the end of committed transactions. Objects that can't be decoded are skipped and
    named in the log and in ``ConfigSnapshot.broken``; the last good version of each stays.
    """

    def __init__(self, settings: Settings, on_change: Callable[[ConfigSnapshot], None]) -> None:
        self._settings = settings
        self._on_change = on_change
        self._state = ConfigState()
        self._consumer: AIOKafkaConsumer | None = None
        self._end = 0

    async def start(self, stop: asyncio.Event, tick: Callable[[], None] = lambda: None) -> None:
        """Read all that is there, call ``on_change`` once, and return; wait while nothing was ever applied.

        ``tick`` is called at each turn of the wait.

        Raises:
            ServiceError: The topic is missing.
        """
        consumer = create_consumer(self._settings, isolation_level="read_committed", auto_offset_reset="none")
        await consumer.start()
        self._consumer = consumer
        if CONFIG not in await consumer.topics():
            raise ServiceError(f"topic {CONFIG} is missing: run `tocsin topics`")
        consumer.assign([_PARTITION])
        await consumer.seek_to_beginning(_PARTITION)
        await self._wait_for_first_apply(consumer, stop, tick)
        while not stop.is_set():
            tick()
            await self._read(consumer)
            if await consumer.position(_PARTITION) >= self._end:
                self._on_change(self._state.snapshot())
                return

    async def follow(self, stop: asyncio.Event) -> None:
        """Go on reading until ``stop`` is set.

        Raises:
            ServiceError: The topic went missing or was emptied: better to end than to go on with rules of nowhere.
        """
        consumer = self._consumer
        if consumer is None:
            raise RuntimeError("follow() before start()")
        pending = False
        while not stop.is_set():
            try:
                pending = await self._read(consumer) or pending
            except (OffsetOutOfRangeError, UnknownTopicOrPartitionError) as error:
                raise ServiceError(f"topic {CONFIG} was emptied or deleted: restore it with `tocsin apply`") from error
            stable = consumer.last_stable_offset(_PARTITION) or 0
            if pending and await consumer.position(_PARTITION) >= stable:
                pending = False
                self._on_change(self._state.snapshot())

    async def close(self) -> None:
        """Leave."""
        if self._consumer is not None:
            await self._consumer.stop()

    async def _wait_for_first_apply(
        self, consumer: AIOKafkaConsumer, stop: asyncio.Event, tick: Callable[[], None]
    ) -> None:
        warned = False
        while not stop.is_set():
            tick()
            self._end = (await consumer.end_offsets([_PARTITION]))[_PARTITION]
            if self._end > 0:
                return
            if not warned:
                log.warning("config_empty", remedy="run `tocsin apply FILE`; waiting for the first objects")
                warned = True
            await asyncio.sleep(_POLL_MS / 1000)

    async def _read(self, consumer: AIOKafkaConsumer) -> bool:
        batch = await consumer.getmany(_PARTITION, timeout_ms=_POLL_MS)
        changed = False
        for record in batch.get(_PARTITION, ()):
            problem = self._state.apply(record.key or b"", record.value)
            changed = True
            if problem is not None:
                log.error(
                    "config_object_skipped", key=(record.key or b"").decode("utf-8", "replace")[:120], problem=problem
                )
        return changed
