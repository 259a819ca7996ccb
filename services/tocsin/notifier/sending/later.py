"""Writes what nothing waits for, a few times a second: one request to the broker for all instead of one each."""

import asyncio
from dataclasses import dataclass, field
from typing import Any

import structlog
from aiokafka import AIOKafkaProducer
from aiokafka.errors import KafkaError

from tocsin.edge.kafka.headers import Headers
from tocsin.edge.kafka.topics import DELIVERIES

log = structlog.get_logger(__name__)

PAUSE_SECONDS = 0.1
"""So long it may take before something is written."""


@dataclass
class Later:
    """Tombstones of deliveries. One lost to a kill costs a receipt ``repeat`` when its partition is read anew."""

    producer: AIOKafkaProducer
    _waiting: list[tuple[int, bytes, Headers]] = field(default_factory=list)

    def bury(self, partition: int, key: bytes, headers: Headers) -> None:
        """Write a tombstone, soon."""
        self._waiting.append((partition, key, headers))

    async def run(self, stop: asyncio.Event) -> None:
        """Write until ``stop`` is set; ``flush`` when no more can come."""
        while not stop.is_set():
            await asyncio.sleep(PAUSE_SECONDS)
            await self.flush()

    async def flush(self) -> None:
        """Hand what waits to the producer."""
        waiting, self._waiting = self._waiting, []
        try:
            for partition, key, headers in waiting:
                ack = await self.producer.send(DELIVERIES, None, key=key, partition=partition, headers=headers)
                ack.add_done_callback(_note_lost)
        except KafkaError as error:
            log.warning("tombstones_lost", reason=type(error).__name__)


def _note_lost(ack: "asyncio.Future[Any]") -> None:
    if not ack.cancelled() and ack.exception() is not None:
        log.warning("tombstones_lost", reason=type(ack.exception()).__name__)
