"""Keeps the board: reads alerts and receipts from a bounded time back, and goes on reading."""

import time
from datetime import UTC, datetime

import msgspec
import structlog
from aiokafka import AIOKafkaConsumer, ConsumerRecord, TopicPartition

from tocsin.console.metrics import ConsoleMetrics
from tocsin.core.board.board import Board
from tocsin.core.model.alert import Alert
from tocsin.core.model.receipt import Receipt
from tocsin.edge.kafka.clients import create_consumer
from tocsin.edge.kafka.topics import ALERTS, PARTITIONS, RECEIPTS
from tocsin.edge.service import Runtime, ServiceError

log = structlog.get_logger(__name__)

_POLL_MS = 200
_BATCH = 500
_HOUR_SECONDS = 3600


class Reader:
    """Reads without a group: each console holds everything of its window. Start, run, close."""

    def __init__(self, runtime: Runtime, board: Board, metrics: ConsoleMetrics, hours: int) -> None:
        self._runtime = runtime
        self._board = board
        self._metrics = metrics
        self._hours = hours
        self._consumer: AIOKafkaConsumer | None = None
        self._alerts = msgspec.json.Decoder(Alert)
        self._receipts = msgspec.json.Decoder(Receipt)

    async def start(self) -> None:
        """Read all that stands in the window now.

        Raises:
            ServiceError: A topic is missing.
        """
        consumer = create_consumer(self._runtime.settings)
        await consumer.start()
        self._consumer = consumer
        missing = {ALERTS, RECEIPTS} - await consumer.topics()
        if missing:
            raise ServiceError(f"topics {', '.join(sorted(missing))} are missing: run `tocsin topics`")
        partitions = [TopicPartition(topic, number) for topic in (ALERTS, RECEIPTS) for number in range(PARTITIONS)]
        consumer.assign(partitions)
        ends = await consumer.end_offsets(partitions)
        since = int((time.time() - self._hours * _HOUR_SECONDS) * 1000)
        starts = await consumer.offsets_for_times(dict.fromkeys(partitions, since))
        for tp in partitions:
            found = starts.get(tp)
            consumer.seek(tp, ends[tp] if found is None else found.offset)
        while not self._runtime.stop.is_set():
            positions = [(tp, await consumer.position(tp)) for tp in partitions]
            if all(position >= ends[tp] for tp, position in positions):
                return
            await self._read(consumer)

    async def run(self) -> None:
        """Go on until the runtime's stop."""
        consumer = self._consumer
        if consumer is None:
            raise RuntimeError("run() before start()")
        while not self._runtime.stop.is_set():
            await self._read(consumer)

    async def close(self) -> None:
        """Leave."""
        if self._consumer is not None:
            await self._consumer.stop()

    async def _read(self, consumer: AIOKafkaConsumer) -> None:
        self._runtime.health.tick()
        batches = await consumer.getmany(timeout_ms=_POLL_MS, max_records=_BATCH)
        for tp, records in batches.items():
            for record in records:
                self._take(tp.topic, record)
        self._metrics.alerts.set(len(self._board))

    def _take(self, topic: str, record: "ConsumerRecord[bytes, bytes]") -> None:
        """What can't be read is for others to bury: here it shows no story."""
        try:
            if topic == ALERTS:
                at = datetime.fromtimestamp(record.timestamp / 1000, UTC)
                self._board.add_alert(self._alerts.decode(record.value or b""), at)
            else:
                self._board.add_receipt(self._receipts.decode(record.value or b""))
        except (msgspec.DecodeError, UnicodeDecodeError):
            log.warning("record_skipped", topic=topic, partition=record.partition, offset=record.offset)
