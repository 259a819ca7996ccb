"""One record from the matches topic: decode, fold, change the stories in memory, and hand on what it leads to."""

import time
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import get_args

import msgspec
import structlog
from faust.types import TP

from tocsin.core.model.match import Match, Retraction
from tocsin.core.stories import OpenStories, Outcome, Policy, apply, fold
from tocsin.core.stories.report import event_time
from tocsin.correlator.metrics import CorrelatorMetrics, MatchOutcome
from tocsin.correlator.outbox import Outbox
from tocsin.correlator.rulebook import Rulebook
from tocsin.correlator.step import Source, Step
from tocsin.correlator.table import StoryTable

log = structlog.get_logger(__name__)

Record = Match | Retraction


class Correlator:
    """Handles records one at a time. Never raises: what is the record's fault makes it a dead letter.

    A record's stories are changed in memory at once; ``outbox`` sends its alerts and brings the stories into the
    changelog once that may be.
    """

    def __init__(self, table: StoryTable, rulebook: Rulebook, metrics: CorrelatorMetrics, outbox: Outbox) -> None:
        self._table = table
        self._rulebook = rulebook
        self._metrics = metrics
        self._taken = {outcome: metrics.matches.labels(outcome=outcome) for outcome in get_args(MatchOutcome)}
        self._outbox = outbox
        self._decoder: msgspec.json.Decoder[Record] = msgspec.json.Decoder(Record)

    def handle(self, tp: TP, source: Source, generation: int) -> None:
        """Handle one record of the generation given, and have it finished once all that it led to is durable."""
        step = self._outbox.begin(tp, source, generation)
        try:
            self._handle(source, step)
        except msgspec.ValidationError as error:
            step.buried = "invalid", str(error)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            step.buried = "undecodable", str(error)
        except Exception as error:
            log.exception("match_failed", partition=source.partition, offset=source.offset)
            step.buried = "error", f"{type(error).__name__}: {error}"
        if step.buried is not None:
            self._count("dead_letter")
        self._outbox.put(step)

    def _handle(self, source: Source, step: Step) -> None:
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
                    self._fold(stories, record, policy, step)
        else:
            self._match(record, step)
        self._sweep(step)

    def _match(self, match: Match, step: Step) -> None:
        policy = self._rulebook.policy(match.rule)
        if policy is None:
            self._count("rule_deleted")
            return
        published = event_time(match.article)
        if published is not None:
            self._metrics.lag.observe(max(0.0, time.time() - published.timestamp()))
        stories = self._rulebook.stories(step.tp.partition, match.rule)
        self._fold(stories, match, policy, step)

    def _fold(self, stories: OpenStories, record: Record, policy: Policy, step: Step) -> None:
        source = step.source
        logged = datetime.fromtimestamp(source.timestamp / 1000, UTC) if source.timestamp else None
        outcome = fold(stories, record, (source.partition, source.offset), policy, logged)
        step.alerts += outcome.alerts
        for told in outcome.changed:
            step.writes.append((self._table.keep(told.story), told.data))
        apply(stories, outcome)
        self._drop(outcome.removed, step)
        self._count_outcome(outcome)

    def _sweep(self, step: Step) -> None:
        """Let go a few stories of deleted and of quiet rules: memory and changelog change only with a record."""
        swept = self._rulebook.sweep(step.tp.partition)
        if swept is not None:
            stories, doomed = swept
            for story in doomed:
                stories.discard(story)
            self._drop(doomed, step)

    def _drop(self, stories: Sequence[str], step: Step) -> None:
        if stories:
            step.writes += [(self._table.drop(story), None) for story in stories]
            self._metrics.expired.inc(len(stories))

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
