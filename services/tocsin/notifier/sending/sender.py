"""From what is owed to what is sent: takes partitions of the deliveries topic and keeps them served."""

import asyncio
import contextlib
import time
import uuid
from dataclasses import dataclass, field, replace
from datetime import timedelta

import structlog
from aiokafka import AIOKafkaConsumer, ConsumerRebalanceListener, ConsumerRecord, TopicPartition
from aiokafka.errors import IllegalStateError, KafkaError

from tocsin.edge.kafka.deadletters import DeadLetters
from tocsin.edge.service import Runtime
from tocsin.notifier.metrics import NotifierMetrics
from tocsin.notifier.reading import CatchingUp
from tocsin.notifier.sending.deliver import Deliverer
from tocsin.notifier.sending.partition import Partition

log = structlog.get_logger(__name__)

GROUP = "tocsin-sender"
_BATCH = 500
_POLL_MS = 200
_GAUGES_SECONDS = 2.0
_PRUNED_AT_ONCE = 20


class Partitions(ConsumerRebalanceListener):  # type: ignore[misc]
    """The partitions in hand; Kafka's group says which."""

    def __init__(self, deliverer: Deliverer) -> None:
        self._deliverer = deliverer
        self.held: dict[TopicPartition, Partition] = {}

    async def on_partitions_revoked(self, revoked: set[TopicPartition]) -> None:
        """End what is under way in them; who gets them reads them anew."""
        gone = [self.held.pop(tp) for tp in revoked if tp in self.held]
        await asyncio.gather(*(partition.close() for partition in gone))

    async def on_partitions_assigned(self, assigned: set[TopicPartition]) -> None:
        """Begin anew, from the start of each."""
        for tp in assigned:
            settler = replace(self._deliverer.settler, writer=uuid.uuid4().hex.encode())
            self.held[tp] = Partition(tp.partition, replace(self._deliverer, settler=settler))

    def wake_all(self) -> None:
        """The configuration changed."""
        for partition in self.held.values():
            partition.wake_all()

    async def close(self, grace: float) -> None:
        """Give all up."""
        await asyncio.gather(*(partition.close(grace) for partition in self.held.values()))


@dataclass
class Sender:
    """The loop; ``run`` until the runtime's stop."""

    runtime: Runtime
    consumer: AIOKafkaConsumer
    partitions: Partitions
    letters: DeadLetters
    metrics: NotifierMetrics
    kept: timedelta
    grace: float
    _gauged: float = field(default=0.0, init=False)

    async def run(self) -> None:
        """Follow the partitions; a partition is served once it is read through."""
        try:
            while not self.runtime.stop.is_set():
                self.runtime.health.tick()
                await self._begin_new()
                batches = await self.consumer.getmany(timeout_ms=_POLL_MS, max_records=_BATCH)
                for tp, records in batches.items():
                    partition = self.partitions.held.get(tp)
                    if partition is not None:
                        await self._apply(partition, records)
                await self._go_live()
                await self._look_after()
        finally:
            await self.partitions.close(self.grace)

    async def _begin_new(self) -> None:
        new = {tp: partition for tp, partition in self.partitions.held.items() if partition.catching_up is None}
        if not new:
            return
        try:
            ends = await self.consumer.end_offsets(list(new))
        except KafkaError as error:  # asked again at the next turn
            log.warning("ends_unknown", reason=type(error).__name__)
            return
        for tp, partition in new.items():
            partition.catching_up = CatchingUp(ends[tp])

    async def _apply(self, partition: Partition, records: list["ConsumerRecord[bytes, bytes]"]) -> None:
        if partition.catching_up is not None:
            partition.catching_up.heard()
        for number, record in enumerate(records):
            partition.apply(record)
            if number % 50 == 49:  # noqa: PLR2004 - requests share this thread
                await asyncio.sleep(0)
        if partition.is_live:
            await self._bury_unreadable(partition)

    async def _bury_unreadable(self, partition: Partition) -> None:
        """Into the dead letters, and off the topic, so that they are not met again."""
        for key, (record, problem) in list(partition.unreadable.items()):
            await self.letters.bury(record, "undecodable", problem)
            await partition.forget(key)

    async def _go_live(self) -> None:
        live: list[int] = []
        for tp, partition in list(self.partitions.held.items()):
            if partition.is_live or partition.catching_up is None or tp not in self.consumer.assignment():
                continue
            try:
                done = await partition.catching_up.is_done(self.consumer, tp)
            except (KafkaError, IllegalStateError):  # taken away, or the broker is gone for now
                continue
            if done and self.partitions.held.get(tp) is partition:
                partition.go_live()
                live.append(tp.partition)
                await self._bury_unreadable(partition)
        if live:
            log.info("partitions_live", partitions=sorted(live))

    async def _look_after(self) -> None:
        for partition in self.partitions.held.values():
            if partition.failed is not None:
                raise partition.failed
        if time.monotonic() - self._gauged < _GAUGES_SECONDS:
            return
        self._gauged = time.monotonic()
        held = list(self.partitions.held.values())
        lanes = [lane for partition in held for lane in partition.outbox.lanes.values()]
        self.metrics.pending.set(sum(map(len, lanes)))
        self.metrics.gathered.set(sum(each.stories for lane in lanes for each in lane.gathered.values()))
        self.metrics.breakers_open.set(sum(lane.breaker.is_open for lane in lanes))
        self.metrics.disabled.set(sum(len(partition.outbox.disabled) for partition in held))
        self.metrics.loading.set(sum(not partition.is_live for partition in held))
        since = [moment.timestamp() for partition in held for moment in partition.pending_since()]
        self.metrics.oldest_pending.set(max(0.0, time.time() - min(since)) if since else 0.0)
        for partition in held:
            if partition.is_live:
                with contextlib.suppress(KeyError):
                    await partition.prune(self.kept, _PRUNED_AT_ONCE)
