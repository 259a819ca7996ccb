"""What is owed at this moment, read from the deliveries topic."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from tocsin.core.delivery.outbox import Outbox
from tocsin.core.delivery.owed import Owed
from tocsin.core.model.delivery import Disabled, Gathered, Held
from tocsin.edge.kafka.topics import DELIVERIES, PARTITIONS
from tocsin.edge.settings import Settings
from tocsin.notifier.reading import read_through


@dataclass(frozen=True)
class Owing:
    """Alerts owed by subscription, numbers held back, what is gathered for one message, subscriptions out of use, and
    records that can't be read.
    """

    owed: dict[str, tuple[Owed, ...]]
    held: dict[str, Held]
    gathered: list[Gathered]
    disabled: dict[str, Disabled]
    unreadable: int

    def since(self) -> datetime | None:
        """When the oldest alert owed was written."""
        return min(self._alerted(), default=None)

    def _alerted(self) -> Iterator[datetime]:
        for items in self.owed.values():
            for item in items:
                if item.delivery.alerted is not None:
                    yield item.delivery.alerted


async def read_owing(settings: Settings) -> Owing:
    """Fold the topic once.

    Raises:
        KafkaError: The broker can't be reached or refuses.
    """
    outbox, unreadable = Outbox(), 0
    async for record in read_through(settings, DELIVERIES, range(PARTITIONS)):
        try:
            outbox.apply(record.key or b"", record.value, record.offset)
        except ValueError:
            unreadable += record.value is not None
    owed = {
        name: tuple(item for item in lane.pending.values() if not outbox.was_sent(item.delivery))
        for name, lane in sorted(outbox.lanes.items())
    }
    held = {name: lane.held for name, lane in outbox.lanes.items() if lane.held is not None}
    gathered = [item for _, lane in sorted(outbox.lanes.items()) for item in lane.gathered.values()]
    return Owing({name: items for name, items in owed.items() if items}, held, gathered, outbox.disabled, unreadable)
