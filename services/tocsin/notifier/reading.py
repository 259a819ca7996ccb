"""Reads partitions of a compacted topic from their start to where they ended at the beginning."""

import time
from collections.abc import AsyncIterator, Collection

from aiokafka import AIOKafkaConsumer, ConsumerRecord, TopicPartition

from tocsin.edge.kafka.clients import create_consumer
from tocsin.edge.settings import Settings

_POLL_MS = 200
QUIET_SECONDS = 3.0
"""The cleaner may take away all records at a partition's end, and then its end is never reached: after so long with
nothing to read although the broker has answered, there is nothing."""


class CatchingUp:
    """Tells when a partition has been read up to ``end``."""

    def __init__(self, end: int) -> None:
        self._end = end
        self._heard = time.monotonic()

    def heard(self) -> None:
        """Note that records came."""
        self._heard = time.monotonic()

    async def is_done(self, consumer: AIOKafkaConsumer, tp: TopicPartition) -> bool:
        """Whether all that was there is read."""
        if self._end == 0 or await consumer.position(tp) >= self._end:
            return True
        return consumer.highwater(tp) is not None and time.monotonic() - self._heard > QUIET_SECONDS


async def read_through(
    settings: Settings, topic: str, partitions: Collection[int]
) -> AsyncIterator["ConsumerRecord[bytes, bytes]"]:
    """All records that are in the partitions now, in order within each.

    Raises:
        KafkaError: The broker can't be reached or refuses.
    """
    consumer = create_consumer(settings)
    await consumer.start()
    try:
        wanted = [TopicPartition(topic, p) for p in sorted(partitions)]
        consumer.assign(wanted)
        ends = await consumer.end_offsets(wanted)
        await consumer.seek_to_beginning(*wanted)
        waiting = {tp: CatchingUp(ends[tp]) for tp in wanted}
        while waiting := {tp: state for tp, state in waiting.items() if not await state.is_done(consumer, tp)}:
            batches = await consumer.getmany(*waiting, timeout_ms=_POLL_MS)
            for tp, records in batches.items():
                waiting[tp].heard()
                for record in records:
                    yield record
    finally:
        await consumer.stop()
