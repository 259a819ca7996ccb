"""One record from the matches topic: decode, fold, send the alerts, change the stories in memory."""

import asyncio
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeAlias, get_args

import msgspec
import structlog
from aiokafka import AIOKafkaProducer, ConsumerRecord
from aiokafka.errors import MessageSizeTooLargeError
from faust.types import TP

from tocsin.core.model.alert import Alert
from tocsin.core.model.deadletter import DeadLetterReason
from tocsin.core.model.ids import digest
from tocsin.core.model.match import Match, Retraction
from tocsin.core.stories import OpenStories, Outcome, Policy, apply, fold
from tocsin.core.stories.report import event_time
from tocsin.correlator.guards import FATAL, End, end_process
from tocsin.correlator.metrics import CorrelatorMetrics, MatchOutcome
from tocsin.correlator.outbox import Outbox, Step
from tocsin.correlator.rulebook import Rulebook
from tocsin.correlator.table import StoryTable
from tocsin.edge.kafka.deadletters import DeadLetters
from tocsin.edge.kafka.headers import Headers, event_headers
from tocsin.edge.kafka.topics import ALERTS

log = structlog.get_logger(__name__)

Record = Match | Retraction
Source: TypeAlias = "ConsumerRecord[bytes, bytes]"


@dataclass(frozen=True)
class Outlets:
    """Where the correlator writes besides its table, and what it counts."""

    producer: AIOKafkaProducer
    letters: DeadLetters
    metrics: CorrelatorMetrics


class Correlator:
    """Handles records one at a time. Never raises: what is the record's fault is buried, all else ends the process.

    A record's stories are changed in memory at once; ``outbox`` brings them into the changelog once that may be.
    """

    def __init__(
        self, table: StoryTable, rulebook: Rulebook, outlets: Outlets, outbox: Outbox, end: End = end_process
    ) -> None:
        self._table = table
        self._rulebook = rulebook
        self._producer = outlets.producer
        self._letters = outlets.letters
        self._metrics = outlets.metrics
        self._taken = {outcome: outlets.metrics.matches.labels(outcome=outcome) for outcome in get_args(MatchOutcome)}
        self._outbox = outbox
        self._end = end
        self._decoder: msgspec.json.Decoder[Record] = msgspec.json.Decoder(Record)
        self._encoder = msgspec.json.Encoder()

    async def handle(self, source: Source, generation: int) -> None:
        """Handle one record of the generation given, and have it finished once all that it led to is durable."""
        step = self._outbox.begin(TP(source.topic, source.partition), source.offset, generation)
        try:
            await self._handle(source, step)
        except FATAL as error:
            self._end(f"{type(error).__name__}: {error}")
        except msgspec.ValidationError as error:
            await self._bury(source, "invalid", str(error))
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            await self._bury(source, "undecodable", str(error))
        except Exception as error:
            log.exception("match_failed", partition=source.partition, offset=source.offset)
            await self._bury(source, "error", f"{type(error).__name__}: {error}")
        self._outbox.put(step)

    async def _handle(self, source: Source, step: Step) -> None:
        if source.partition not in self._table.held:
            self._count("revoked")
            return
        if not source.value:
            raise msgspec.ValidationError("a match can't be a tombstone")
        record = self._decoder.decode(source.value)
        if isinstance(record, Retraction):
            for rule, stories in list(self._rulebook.knowing(source.partition, record.article.id)):
                policy = self._rulebook.policy(rule)
                if policy is not None:
                    await self._fold(stories, record, policy, source, step)
        else:
            await self._match(record, source, step)
        self._sweep(step)

    async def _match(self, match: Match, source: Source, step: Step) -> None:
        policy = self._rulebook.policy(match.rule)
        if policy is None:
            self._count("rule_deleted")
            return
        published = event_time(match.article)
        if published is not None:
            self._metrics.lag.observe(max(0.0, time.time() - published.timestamp()))
        stories = self._rulebook.stories(source.partition, match.rule)
        await self._fold(stories, match, policy, source, step)

    async def _fold(self, stories: OpenStories, record: Record, policy: Policy, source: Source, step: Step) -> None:
        logged = datetime.fromtimestamp(source.timestamp / 1000, UTC) if source.timestamp else None
        outcome = fold(stories, record, (source.partition, source.offset), policy, logged)
        for alert in outcome.alerts:
            step.alerts.append(await self._send(alert, source.headers))
        for told in outcome.changed:
            step.writes.append((self._table.keep(told.story.id, source.partition, told.data), told.data))
        step.writes.extend((self._table.drop(story), None) for story in outcome.removed)
        apply(stories, outcome)
        if outcome.removed:
            self._metrics.expired.inc(len(outcome.removed))
        self._count_outcome(outcome)

    async def _send(self, alert: Alert, cause: Headers) -> "asyncio.Future[Any]":
        """Put the alert on its way; the future is done once it is durable."""
        self._metrics.alerts.labels(kind=alert.kind).inc()
        sent: asyncio.Future[Any] = await self._producer.send(
            ALERTS,
            self._encoder.encode(alert),
            key=alert.rule.encode(),
            headers=event_headers("tocsin.alert.v1", digest(alert.id, str(alert.seq)), "correlator", cause),
        )
        return sent

    def _sweep(self, step: Step) -> None:
        """Let go a few stories of deleted and of quiet rules: memory and changelog change only with a record."""
        swept = self._rulebook.sweep(step.tp.partition)
        if swept is not None:
            stories, doomed = swept
            for story in doomed:
                stories.discard(story)
                step.writes.append((self._table.drop(story), None))
            if doomed:
                self._metrics.expired.inc(len(doomed))

    async def _bury(self, source: Source, reason: DeadLetterReason, detail: str) -> None:
        self._count("dead_letter")
        try:
            await self._letters.bury(source, reason, detail)
        except MessageSizeTooLargeError:
            log.exception("dead_letter_too_large", partition=source.partition, offset=source.offset)
        except FATAL as error:
            self._end(f"{type(error).__name__}: {error}")

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
        self._taken[outcome].inc()
