"""From alerts to what is owed: decides about each revision, and hands on what is to be written."""

import asyncio
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial

import msgspec
import structlog
from aiokafka import AIOKafkaConsumer, ConsumerRebalanceListener, ConsumerRecord, TopicPartition
from aiokafka.errors import MessageSizeTooLargeError

from tocsin.core.model.alert import Alert
from tocsin.core.model.deadletter import DeadLetterReason
from tocsin.core.routing.route import Plan, route
from tocsin.edge.kafka.deadletters import DeadLetters
from tocsin.edge.service import Runtime, run_together
from tocsin.notifier.config import Current
from tocsin.notifier.metrics import NotifierMetrics
from tocsin.notifier.routing.finisher import Finisher
from tocsin.notifier.routing.memory import RoutedMemory
from tocsin.notifier.routing.steps import (
    Step,
    alerted_at,
    delivery_records,
    forgotten_record,
    receipt_record,
    routed_record,
)
from tocsin.notifier.writing import until_written

log = structlog.get_logger(__name__)

GROUP = "tocsin-router"
FORCED_HEADER = "tocsin-forced"
"""Marks an alert that is to be sent however old it is, and though it was routed before; set by ``tocsin redrive``."""

_BATCH = 200
_POLL_MS = 100
_PRUNE_SECONDS = 1.0
_PRUNED_AT_ONCE = 200


class Reassignment(ConsumerRebalanceListener):  # type: ignore[misc]
    """Drops the memory when partitions change hands."""

    def __init__(self, memory: RoutedMemory) -> None:
        self._memory = memory

    async def on_partitions_revoked(self, revoked: set[TopicPartition]) -> None:
        """Another router may write from now on."""
        del revoked
        self._memory.forget_all()

    async def on_partitions_assigned(self, assigned: set[TopicPartition]) -> None:
        """Loaded when first needed."""


@dataclass(frozen=True)
class Router:
    """The loop; ``run`` until the runtime's stop."""

    runtime: Runtime
    consumer: AIOKafkaConsumer
    finisher: Finisher
    letters: DeadLetters
    current: Current
    memory: RoutedMemory
    metrics: NotifierMetrics
    kept: timedelta
    decoder: msgspec.json.Decoder[Alert] = field(default_factory=lambda: msgspec.json.Decoder(Alert))

    async def run(self) -> None:
        """Route alerts; what is in hand is ended before the stop is heeded."""
        await run_together(self._read(), self.finisher.run())

    async def _read(self) -> None:
        pruned = time.monotonic()
        try:
            while not self.runtime.stop.is_set():
                self.runtime.health.tick()
                batches = await self.consumer.getmany(timeout_ms=_POLL_MS, max_records=_BATCH)
                for tp, records in batches.items():
                    await self._load(tp.partition)
                    for record in records:
                        if self.memory.has(tp.partition):  # else it was taken away: another router has the record
                            await self.finisher.take(await self._route(record))
                        await asyncio.sleep(0)  # the sender and heartbeats share this thread
                if time.monotonic() - pruned > _PRUNE_SECONDS:
                    pruned = time.monotonic()
                    await self._prune()
        finally:
            self.finisher.close()

    async def _load(self, partition: int) -> None:
        """Read what was done with the partition's alerts, once what we have in hand of it is written."""
        if not self.memory.has(partition):
            await self.finisher.drained()
            await until_written(partial(self.memory.load, set(self._assigned())))

    def _assigned(self) -> Iterator[int]:
        return (tp.partition for tp in self.consumer.assignment())

    async def _route(self, record: "ConsumerRecord[bytes, bytes]") -> Step:
        step = Step(TopicPartition(record.topic, record.partition), record.offset)
        try:
            alert = self.decoder.decode(record.value or b"")
            plan = self._plan(alert, record)
            step.first = delivery_records(plan.deliveries, record)
        except msgspec.ValidationError as error:
            await self._bury(record, "invalid", str(error))
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            await self._bury(record, "undecodable", str(error))
        except MessageSizeTooLargeError as error:
            await self._bury(record, "too_large", str(error))
        except Exception as error:
            log.exception("alert_failed", partition=record.partition, offset=record.offset)
            await self._bury(record, "error", type(error).__name__)
        else:
            self._note(alert, plan, record, step)
        return step

    def _plan(self, alert: Alert, record: "ConsumerRecord[bytes, bytes]") -> Plan:
        return route(
            alert,
            self.current.routing,
            self.memory.get(record.partition, alert.id),
            now=datetime.now(UTC),
            alerted=alerted_at(record),
            stale_after=timedelta(seconds=self.runtime.settings.stale_after_seconds),
            forced=any(name == FORCED_HEADER for name, _ in record.headers),
        )

    def _note(self, alert: Alert, plan: Plan, record: "ConsumerRecord[bytes, bytes]", step: Step) -> None:
        """Remember at once, for the alerts that come next; it is written once the deliveries are durable."""
        if plan.routed is not None:
            self.memory.put(record.partition, plan.routed)
            step.remember = routed_record(plan.routed, record.partition)
        outcome = plan.settled or ("routed" if plan.deliveries else "nobody")
        self.metrics.alerts.labels(outcome=outcome).inc()
        self.metrics.deliveries.inc(len(plan.deliveries))
        newest = alert.last_published or alert.article.published
        if plan.settled is None and newest is not None:
            self.metrics.published_to_alerted.observe(max(0.0, record.timestamp / 1000 - newest.timestamp()))
        if plan.settled == "stale":
            self.metrics.suppressed.labels(reason="stale").inc()
        elif plan.settled == "silenced" and not any(delivery.silence for delivery in plan.deliveries):
            self.metrics.suppressed.labels(reason="acknowledged").inc()
        if plan.settled == "stale" or plan.settled == "silenced":  # noqa: PLR1714 - mypy narrows this form only
            step.first.append(receipt_record(alert, plan.settled, record))

    async def _bury(self, record: "ConsumerRecord[bytes, bytes]", reason: DeadLetterReason, detail: str) -> None:
        self.metrics.alerts.labels(outcome="dead_letter").inc()
        await until_written(partial(self.letters.bury, record, reason, detail))

    async def _prune(self) -> None:
        """Forget alerts whose stories are long over, a few at a time."""
        old = list(self.memory.oldest(self.kept, time.time(), _PRUNED_AT_ONCE))
        await self.finisher.send(forgotten_record(routed.alert, partition) for partition, routed in old)
        for partition, routed in old:
            self.memory.drop(partition, routed.alert)
