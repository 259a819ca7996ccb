"""Tells the operators' subscription of silences that are about to end, so that somebody can make them longer."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from aiokafka import TopicPartition

from tocsin.core.delivery.keys import partition_of
from tocsin.core.model.delivery import Delivery
from tocsin.core.model.subscription import Silence
from tocsin.core.operations.alerts import silence_delivery
from tocsin.core.routing.silencing import ends_soon
from tocsin.edge.kafka.topics import DELIVERIES, PARTITIONS
from tocsin.notifier.config import Current
from tocsin.notifier.sending.sender import Partitions
from tocsin.notifier.sending.settle import Settler

_ROUND_SECONDS = 5.0


@dataclass(frozen=True)
class Endings:
    """Looks round after round; only the notifier that serves the operators tells, and each end once."""

    operators: str
    current: Current
    partitions: Partitions
    settler: Settler

    async def run(self, stop: asyncio.Event) -> None:
        """Until ``stop`` is set."""
        while not stop.is_set():
            for delivery in self.due(self.current.silences(), datetime.now(UTC)):
                await self.settler.owe(delivery)
            try:
                await asyncio.wait_for(stop.wait(), _ROUND_SECONDS)
            except TimeoutError:
                continue

    def due(self, silences: Iterable[Silence], now: datetime) -> list[Delivery]:
        """What is to be told now and was not yet."""
        partition = self.partitions.held.get(TopicPartition(DELIVERIES, partition_of(self.operators, PARTITIONS)))
        if self.current.subscription(self.operators) is None or partition is None or not partition.is_live:
            return []
        outbox = partition.outbox
        pending = outbox.lane(self.operators).pending
        told = [silence_delivery(self.operators, silence, now) for silence in silences if ends_soon(silence, now)]
        return [d for d in told if not outbox.was_sent(d) and d.alert.id not in pending]
