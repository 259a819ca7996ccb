"""From alerts to what is owed: decides about each revision, writes the deliveries, remembers, commits."""

import asyncio
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
import structlog
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, ConsumerRebalanceListener, ConsumerRecord, TopicPartition
from aiokafka.errors import KafkaError, MessageSizeTooLargeError

from tocsin.core.delivery.keys import due_key, partition_of, routed_key
from tocsin.core.delivery.route import Plan, route
from tocsin.core.model.alert import Alert
from tocsin.core.model.deadletter import DeadLetterReason
from tocsin.core.model.delivery import Delivery, Routed
from tocsin.core.model.ids import digest
from tocsin.core.model.receipt import Receipt
from tocsin.edge.kafka.clients import MAX_MESSAGE_BYTES, MEMBERSHIP_LOST
from tocsin.edge.kafka.deadletters import DeadLetters
from tocsin.edge.kafka.headers import event_headers
from tocsin.edge.kafka.topics import DELIVERIES, PARTITIONS, RECEIPTS
from tocsin.edge.service import Runtime
from tocsin.notifier.config import Current
from tocsin.notifier.memory import RoutedMemory
from tocsin.notifier.metrics import NotifierMetrics

log = structlog.get_logger(__name__)

GROUP = "tocsin-router"
FORCED_HEADER = "tocsin-forced"
"""Marks an alert that is to be sent however old it is, and though it was routed before; set by ``tocsin redrive``."""

_BATCH = 200
_POLL_MS = 100
_RETRY_SECONDS = 1.0
_ROOM_BYTES = 4096
"""Left in a delivery's record for its key, its headers, and what the sender adds to it after a failed attempt."""

_PRUNED_AT_ONCE = 20


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


@dataclass
class _Batch:
    """What one batch of alerts gives rise to: deliveries and receipts first, then what to remember of them.

    ``routed`` is kept apart from the memory until the deliveries are durable: the batch may have to be done again.
    """

    acks: list["asyncio.Future[Any]"] = field(default_factory=list)
    routed: dict[tuple[int, str], Routed] = field(default_factory=dict)


@dataclass(frozen=True)
class Router:
    """The loop; ``run`` until the runtime's stop."""

    runtime: Runtime
    consumer: AIOKafkaConsumer
    producer: AIOKafkaProducer
    letters: DeadLetters
    current: Current
    memory: RoutedMemory
    metrics: NotifierMetrics
    kept: timedelta
    decoder: msgspec.json.Decoder[Alert] = field(default_factory=lambda: msgspec.json.Decoder(Alert))
    encoder: msgspec.json.Encoder = field(default_factory=msgspec.json.Encoder)

    async def run(self) -> None:
        """Route alerts; a batch in hand is ended before the stop is heeded."""
        while not self.runtime.stop.is_set():
            self.runtime.health.tick()
            batches = await self.consumer.getmany(timeout_ms=_POLL_MS, max_records=_BATCH)
            records = [record for batch in batches.values() for record in batch]
            if records:
                await self._until_done(records)
            await self._prune()

    async def _until_done(self, records: list["ConsumerRecord[bytes, bytes]"]) -> None:
        """Do the batch again while the broker can't take it: each step is the same twice."""
        while not self.runtime.stop.is_set():
            self.runtime.health.tick()
            try:
                await self.memory.load({record.partition for record in records})
                await self._handle(records)
            except KafkaError as error:
                if not error.retriable:
                    raise
                log.warning("routing_waits_for_broker", reason=type(error).__name__)
                await asyncio.sleep(_RETRY_SECONDS)
            else:
                return

    async def _handle(self, records: list["ConsumerRecord[bytes, bytes]"]) -> None:
        """Deliveries are durable before they are remembered, and remembered before the alerts are committed."""
        batch = _Batch()
        for record in records:
            if self.memory.has(record.partition):  # else it was taken away meanwhile: another router has the record
                await self._route(record, batch)
            await asyncio.sleep(0)  # the sender and heartbeats share this thread
        await asyncio.gather(*batch.acks)
        remembered = [
            await self._write(routed_key(alert), routed, partition)
            for (partition, alert), routed in batch.routed.items()
        ]
        await asyncio.gather(*remembered)
        for (partition, _alert), routed in batch.routed.items():
            if self.memory.has(partition):
                self.memory.put(partition, routed)
        try:
            await self.consumer.commit()
        except MEMBERSHIP_LOST as error:
            log.warning("commit_refused", reason=type(error).__name__)

    async def _route(self, record: "ConsumerRecord[bytes, bytes]", batch: _Batch) -> None:
        try:
            alert = self.decoder.decode(record.value or b"")
            plan = self._plan(alert, record, batch)
            batch.acks += [await self._owe(delivery, record) for delivery in plan.deliveries]
        except msgspec.ValidationError as error:
            await self._bury(record, "invalid", str(error))
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            await self._bury(record, "undecodable", str(error))
        except MessageSizeTooLargeError as error:
            await self._bury(record, "too_large", str(error))
        except KafkaError:
            raise
        except Exception as error:
            log.exception("alert_failed", partition=record.partition, offset=record.offset)
            await self._bury(record, "error", type(error).__name__)
        else:
            await self._note(alert, plan, record, batch)

    def _plan(self, alert: Alert, record: "ConsumerRecord[bytes, bytes]", batch: _Batch) -> Plan:
        known = batch.routed.get((record.partition, alert.id)) or self.memory.get(record.partition, alert.id)
        return route(
            alert,
            self.current.routing,
            known,
            now=datetime.now(UTC),
            alerted=datetime.fromtimestamp(record.timestamp / 1000, UTC),
            stale_after=timedelta(seconds=self.runtime.settings.stale_after_seconds),
            forced=any(name == FORCED_HEADER for name, _ in record.headers),
        )

    async def _note(self, alert: Alert, plan: Plan, record: "ConsumerRecord[bytes, bytes]", batch: _Batch) -> None:
        if plan.routed is not None:
            batch.routed[record.partition, alert.id] = plan.routed
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
        if plan.settled in ("stale", "silenced"):
            batch.acks.append(await self._receipt(alert, plan, record))

    async def _owe(self, delivery: Delivery, cause: "ConsumerRecord[bytes, bytes]") -> "asyncio.Future[Any]":
        key = due_key(delivery.subscription, delivery.alert.id, delivery.alert.seq)
        headers = event_headers("tocsin.delivery.v1", delivery.id, "router", cause.headers)
        partition = partition_of(delivery.subscription, PARTITIONS)
        value = self.encoder.encode(delivery)
        if len(value) > MAX_MESSAGE_BYTES - _ROOM_BYTES:
            raise MessageSizeTooLargeError(f"{len(value)} bytes with what the sender will add")
        future: asyncio.Future[Any] = await self.producer.send(
            DELIVERIES, value, key=key, partition=partition, headers=headers
        )
        return future

    async def _write(self, key: bytes, routed: Routed | None, partition: int) -> "asyncio.Future[Any]":
        value = None if routed is None else self.encoder.encode(routed)
        headers = [] if routed is None else event_headers("tocsin.delivery.v1", routed.alert, "router")
        future: asyncio.Future[Any] = await self.producer.send(
            DELIVERIES, value, key=key, partition=partition, headers=headers
        )
        return future

    async def _receipt(self, alert: Alert, plan: Plan, record: "ConsumerRecord[bytes, bytes]") -> "asyncio.Future[Any]":
        receipt = Receipt(
            id=digest("receipt", alert.id, str(alert.seq), str(plan.settled)),
            delivery="",
            subscription="",
            alert=alert.id,
            seq=alert.seq,
            attempt=0,
            outcome="silenced" if plan.settled == "silenced" else "stale",
            at=datetime.now(UTC),
            published=alert.last_published,
            alerted=datetime.fromtimestamp(record.timestamp / 1000, UTC),
        )
        headers = event_headers("tocsin.receipt.v1", receipt.id, "router", record.headers)
        future: asyncio.Future[Any] = await self.producer.send(
            RECEIPTS, self.encoder.encode(receipt), key=receipt.subscription.encode(), headers=headers
        )
        return future

    async def _bury(self, record: "ConsumerRecord[bytes, bytes]", reason: DeadLetterReason, detail: str) -> None:
        self.metrics.alerts.labels(outcome="dead_letter").inc()
        await self.letters.bury(record, reason, detail)

    async def _prune(self) -> None:
        """Forget alerts whose stories are long over, a few at a time."""
        for partition, routed in list(self.memory.oldest(self.kept, time.time(), _PRUNED_AT_ONCE)):
            await self._write(routed_key(routed.alert), None, partition)
            self.memory.drop(partition, routed.alert)
