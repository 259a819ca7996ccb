"""One record from the matches topic: decode, fold, send the alerts, then write the stories."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, cast

import msgspec
import structlog
from aiokafka import AIOKafkaProducer, ConsumerRecord
from aiokafka.errors import MessageSizeTooLargeError
from faust.types import EventT, FutureMessage

from tocsin.core.model.alert import Alert
from tocsin.core.model.deadletter import DeadLetterReason
from tocsin.core.model.ids import digest
from tocsin.core.model.match import Match, Retraction
from tocsin.core.stories import OpenStories, Outcome, Policy, apply, fold
from tocsin.core.stories.report import event_time
from tocsin.correlator.guards import FATAL, Completion, End, Offsets, end_process
from tocsin.correlator.metrics import CorrelatorMetrics, MatchOutcome
from tocsin.correlator.rulebook import Rulebook
from tocsin.correlator.table import StoryTable
from tocsin.edge.kafka.deadletters import DeadLetters
from tocsin.edge.kafka.headers import Headers, event_headers
from tocsin.edge.kafka.topics import ALERTS

log = structlog.get_logger(__name__)

Record = Match | Retraction


@dataclass(frozen=True)
class Outlets:
    """Where the correlator writes besides its table, and what it counts."""

    producer: AIOKafkaProducer
    letters: DeadLetters
    metrics: CorrelatorMetrics


class Correlator:
    """Handles events one at a time. Never raises: what is the record's fault is buried, all else ends the process."""

    def __init__(self, table: StoryTable, rulebook: Rulebook, outlets: Outlets, end: End = end_process) -> None:
        self._table = table
        self._rulebook = rulebook
        self._producer = outlets.producer
        self._letters = outlets.letters
        self._metrics = outlets.metrics
        self._end = end
        self._decoder: msgspec.json.Decoder[Record] = msgspec.json.Decoder(Record)
        self._encoder = msgspec.json.Encoder()
        self.offsets = Offsets(end)
        self.completion = Completion(self.offsets, end)

    async def handle(self, event: EventT[Any]) -> None:
        """Handle one event and have it count as finished once all that it led to is durable."""
        start = time.perf_counter()
        self.offsets.arrived(event.message.tp, event.message.offset)
        await self.completion.room()
        try:
            writes = await self._handle(event)
        except FATAL as error:
            self._end(f"{type(error).__name__}: {error}")
        except msgspec.ValidationError as error:
            await self._bury(event, "invalid", str(error))
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            await self._bury(event, "undecodable", str(error))
        except Exception as error:
            log.exception("match_failed", partition=event.message.partition, offset=event.message.offset)
            await self._bury(event, "error", f"{type(error).__name__}: {error}")
        else:
            if writes is not None:
                self.completion.when_written(event, writes)
        self._metrics.seconds.observe(time.perf_counter() - start)

    async def _handle(self, event: EventT[Any]) -> list[FutureMessage] | None:
        """The writes to wait for; None if the partition went to another worker, who will do the record again."""
        if not event.message.value:
            raise msgspec.ValidationError("a match can't be a tombstone")
        record = self._decoder.decode(event.message.value)
        if isinstance(record, Retraction):
            return await self._retract(record, event)
        policy = self._rulebook.policy(record.rule)
        if policy is None:
            self._count("rule_deleted")
            return self._sweep(event)
        published = event_time(record.article)
        if published is not None:
            self._metrics.lag.observe(max(0.0, time.time() - published.timestamp()))
        stories = self._rulebook.stories(event.message.partition, record.rule)
        return await self._fold(stories, record, policy, event)

    async def _retract(self, record: Retraction, event: EventT[Any]) -> list[FutureMessage] | None:
        writes: list[FutureMessage] = []
        for rule, stories in list(self._rulebook.knowing(event.message.partition, record.article.id)):
            policy = self._rulebook.policy(rule)
            if policy is not None:
                done = await self._fold(stories, record, policy, event)
                if done is None:
                    return None
                writes += done
        return writes

    async def _fold(
        self, stories: OpenStories, record: Record, policy: Policy, event: EventT[Any]
    ) -> list[FutureMessage] | None:
        message = event.message
        logged = datetime.fromtimestamp(message.timestamp, UTC) if message.timestamp else None
        outcome = fold(stories, record, (message.partition, message.offset), policy, logged)
        await self._send(outcome.alerts, cast("Headers", message.headers or ()))
        if not self._owns(event):
            self._count("revoked")
            return None
        writes = self._write(stories, outcome, message.partition)
        self._count_outcome(outcome)
        return writes + self._sweep(event)

    async def _send(self, alerts: Sequence[Alert], cause: Headers) -> None:
        """Make the alerts durable: only then may their stories say that they were told."""
        waiting = [
            await self._producer.send(
                ALERTS,
                self._encoder.encode(alert),
                key=alert.rule.encode(),
                headers=event_headers("tocsin.alert.v1", digest(alert.id, str(alert.seq)), "correlator", cause),
            )
            for alert in alerts
        ]
        for acknowledged in waiting:
            await acknowledged
        for alert in alerts:
            self._metrics.alerts.labels(kind=alert.kind).inc()

    def _write(self, stories: OpenStories, outcome: Outcome, partition: int) -> list[FutureMessage]:
        writes = [self._table.write(told.story, told.data) for told in outcome.changed]
        writes += [self._table.remove(story, partition) for story in outcome.removed]
        apply(stories, outcome)
        self._metrics.expired.inc(len(outcome.removed))
        return writes

    def _sweep(self, event: EventT[Any]) -> list[FutureMessage]:
        """Let go a few stories of deleted and of quiet rules: tables can be changed only from within the agent."""
        partition = event.message.partition
        swept = self._rulebook.sweep(partition)
        if swept is None:
            return []
        stories, doomed = swept
        for story in doomed:
            stories.discard(story)
        self._metrics.expired.inc(len(doomed))
        return [self._table.remove(story, partition) for story in doomed]

    def _owns(self, event: EventT[Any]) -> bool:
        """Whether the partition is still ours, in the generation in which the event was read."""
        message = event.message
        return message.partition in self._table.held and message.generation_id == self._table.app.consumer_generation_id

    async def _bury(self, event: EventT[Any], reason: DeadLetterReason, detail: str) -> None:
        self._count("dead_letter")
        try:
            await self._letters.bury(_consumer_record(event.message), reason, detail)
        except MessageSizeTooLargeError:
            log.exception("dead_letter_too_large", partition=event.message.partition, offset=event.message.offset)
        except FATAL as error:
            self._end(f"{type(error).__name__}: {error}")
        self.completion.when_written(event, ())

    def _count_outcome(self, outcome: Outcome) -> None:
        if outcome.repeat:
            self._count("repeat")
        elif outcome.alerts:
            self._count("alerted")
        elif outcome.changed[0].due is not None:
            self._count("held")
        else:
            self._count("folded")

    def _count(self, outcome: MatchOutcome) -> None:
        self._metrics.matches.labels(outcome=outcome).inc()


def _consumer_record(message: Any) -> "ConsumerRecord[bytes, bytes]":
    """The message as the client library would have given it."""
    return ConsumerRecord(
        topic=message.topic,
        partition=message.partition,
        offset=message.offset,
        timestamp=int((message.timestamp or 0) * 1000),
        timestamp_type=message.timestamp_type,
        key=message.key,
        value=message.value,
        checksum=None,
        serialized_key_size=len(message.key or b""),
        serialized_value_size=len(message.value or b""),
        headers=tuple(message.headers or ()),
    )
