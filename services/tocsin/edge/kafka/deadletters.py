"""What a stage could not handle goes to ``news.deadletters.v1`` with the reason, and the stage goes on."""

import copy
from datetime import UTC, datetime

import msgspec
import structlog
from aiokafka import AIOKafkaProducer, ConsumerRecord
from prometheus_client import CollectorRegistry, Counter

from tocsin.core.model.deadletter import ORIGINAL_LIMIT_BYTES, DeadLetter, DeadLetterReason, Stage
from tocsin.core.model.ids import digest
from tocsin.edge.kafka.headers import event_headers
from tocsin.edge.kafka.topics import DEAD_LETTERS

log = structlog.get_logger(__name__)

_DETAIL_LIMIT = 500
_BASE64_GROWTH = 4 / 3
_ORIGINAL_BYTES = int(ORIGINAL_LIMIT_BYTES / _BASE64_GROWTH)


class DeadLetters:
    """Writes dead letters for one stage and counts them by reason."""

    def __init__(self, producer: AIOKafkaProducer, stage: Stage, registry: CollectorRegistry) -> None:
        self._producer = producer
        self._stage = stage
        self._count = Counter(
            "tocsin_dead_letters", "Records that a stage could not handle.", ["stage", "reason"], registry=registry
        )

    def for_stage(self, stage: Stage) -> "DeadLetters":
        """The same for another stage of this process: they share the producer and the counter."""
        other = copy.copy(self)
        other._stage = stage  # noqa: SLF001 - its own
        return other

    async def bury(self, record: "ConsumerRecord[bytes, bytes]", reason: DeadLetterReason, detail: str) -> None:
        """Write the record with the reason and wait for the broker's answer. ``detail`` must hold no secret."""
        letter = dead_letter(record, self._stage, reason, detail)
        event_id = digest("deadletter", record.topic, str(record.partition), str(record.offset))
        await self._producer.send_and_wait(
            DEAD_LETTERS,
            msgspec.json.encode(letter),
            key=record.key,
            headers=event_headers("tocsin.deadletter.v1", event_id, self._stage, record.headers),
        )
        self._count.labels(stage=self._stage, reason=reason).inc()
        log.warning("dead_letter", topic=record.topic, partition=record.partition, offset=record.offset, reason=reason)


def dead_letter(
    record: "ConsumerRecord[bytes, bytes]", stage: Stage, reason: DeadLetterReason, detail: str
) -> DeadLetter:
    """The record as a dead letter, its value cut so that the letter fits into a message."""
    value = record.value
    return DeadLetter(
        topic=record.topic,
        partition=record.partition,
        offset=record.offset,
        stage=stage,
        reason=reason,
        detail=detail[:_DETAIL_LIMIT],
        at=datetime.now(UTC),
        key=record.key,
        original=None if value is None else value[:_ORIGINAL_BYTES],
        headers=tuple((name, content) for name, content in record.headers),
        truncated=value is not None and len(value) > _ORIGINAL_BYTES,
    )
