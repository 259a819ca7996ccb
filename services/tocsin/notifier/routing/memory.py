"""What the router remembers of each alert: up to which revision it was routed, and to whom.

Kept in the deliveries topic under ``routed/ALERT``, in the partition whose number is that of the alert's own, so that
whoever is given a partition of alerts finds there what was done with them.
"""

import sys
from collections.abc import Collection, Iterator
from datetime import timedelta

import msgspec
import structlog

from tocsin.core.delivery.keys import parse_key
from tocsin.core.model.delivery import Routed
from tocsin.edge.kafka.topics import DELIVERIES
from tocsin.edge.settings import Settings
from tocsin.notifier.reading import read_through

log = structlog.get_logger(__name__)

_PREFIX = b"routed/"


class RoutedMemory:
    """By partition. ``load`` reads partitions from the topic; ``put`` takes in what was written since."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._decoder = msgspec.json.Decoder(Routed)
        self._partitions: dict[int, dict[str, Routed]] = {}
        self._forgotten = 0

    def forget_all(self) -> None:
        """Partitions were taken away; what others write there is not seen here."""
        self._partitions.clear()
        self._forgotten += 1

    async def load(self, partitions: Collection[int]) -> None:
        """Read those that are not known yet, each from its start to its end."""
        missing = set(partitions) - self._partitions.keys()
        if not missing:
            return
        loaded: dict[int, dict[str, Routed]] = {partition: {} for partition in missing}
        forgotten = self._forgotten
        async for record in read_through(self._settings, DELIVERIES, missing):
            self._apply(loaded[record.partition], record.key, record.value)
        if forgotten == self._forgotten:  # else partitions changed hands while we read
            self._partitions |= loaded

    def has(self, partition: int) -> bool:
        """Whether the partition is known."""
        return partition in self._partitions

    def get(self, partition: int, alert: str) -> Routed | None:
        """What was done with the alert."""
        return self._partitions.get(partition, {}).get(alert)

    def put(self, partition: int, routed: Routed) -> None:
        """Take in what was done; subscriptions' ids are shared, since many alerts name the same."""
        known = self._partitions.setdefault(partition, {})
        known.pop(routed.alert, None)  # the order is that of routing, for ``oldest``
        shared = tuple(sys.intern(name) for name in routed.subscriptions)
        known[routed.alert] = msgspec.structs.replace(routed, subscriptions=shared)

    def drop(self, partition: int, alert: str) -> None:
        """Forget an alert."""
        self._partitions.get(partition, {}).pop(alert, None)

    def oldest(self, age: timedelta, now: float, most: int) -> Iterator[tuple[int, Routed]]:
        """Up to ``most`` alerts a partition that were last routed longer ago than ``age``."""
        for partition, known in self._partitions.items():
            for routed, _ in zip(list(known.values())[:most], range(most), strict=False):
                if now - routed.at.timestamp() > age.total_seconds():
                    yield partition, routed

    def _apply(self, known: dict[str, Routed], key: bytes | None, value: bytes | None) -> None:
        if key is None or not key.startswith(_PREFIX):
            return
        alert = parse_key(key).alert
        known.pop(alert, None)
        if value is None:
            return
        try:
            routed = self._decoder.decode(value)
        except msgspec.DecodeError:
            log.warning("routed_record_skipped")  # it only means that a story may be told anew
            return
        known[alert] = msgspec.structs.replace(routed, subscriptions=tuple(map(sys.intern, routed.subscriptions)))
