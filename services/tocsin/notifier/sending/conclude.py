"""What an attempt's outcome leads to: receipts and records, the lane's next step, numbers, and who is told."""

import time
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import msgspec
import structlog

from tocsin.core.delivery.attempt import Verdict
from tocsin.core.delivery.lane import Lane, Work
from tocsin.core.delivery.outbox import Outbox
from tocsin.core.delivery.owed import Owed
from tocsin.core.delivery.schedule import is_over, next_attempt, retry_after_seconds
from tocsin.core.model.delivery import Sent, Shown
from tocsin.core.model.receipt import Reason
from tocsin.core.model.subscription import Subscription
from tocsin.core.routing.notice import Notice
from tocsin.notifier.config import Current
from tocsin.notifier.metrics import NotifierMetrics
from tocsin.notifier.sending.disabling import Disabling
from tocsin.notifier.sending.holding import Holding
from tocsin.notifier.sending.receipts import Ending
from tocsin.notifier.sending.settle import Settler
from tocsin.notifier.sending.summaries import Summaries
from tocsin.notifier.sending.targets import kind_of
from tocsin.notifier.settings import NotifierSettings

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Attempted:
    """What was sent to whom, and what came of it; ``shown`` is what to remember of a message in Slack."""

    subscription: Subscription
    sends: list[tuple[Owed, Notice]]
    verdict: Verdict
    seconds: float
    shown: Shown | None = None


@dataclass(frozen=True)
class Conclusions:
    """Writes down how things end, for one partition in hand."""

    settings: NotifierSettings
    current: Current
    settler: Settler
    metrics: NotifierMetrics

    @property
    def disabling(self) -> Disabling:
        """Puts subscriptions out of use."""
        return Disabling(self.settings.operators_subscription, self.current, self.settler)

    @property
    def summaries(self) -> Summaries:
        """Where what is told together is written down."""
        return Summaries(self.current, self.settler, self.metrics, self.disabling)

    @property
    def holding(self) -> Holding:
        """Where numbers held back are written down."""
        return Holding(self.settler, self.disabling)

    async def without_attempt(self, owed: Owed, ending: Ending, *, letter: bool) -> None:
        """Nothing was sent; ``letter`` asks for a dead letter."""
        if letter:
            await self.settler.bury([owed], ending)
        else:
            await self.settler.settle([owed], ending)
        self._count(ending.outcome, self.current.subscription(owed.delivery.subscription))

    async def defect(self, name: str, work: Work, outbox: Outbox) -> None:
        """The work made us raise: into the dead letters with it."""
        lane, ending = outbox.lane(name), Ending("permanent", "internal")
        if work.gathered is not None:
            await self.summaries.bury(work.gathered, ending, outbox)
        elif work.held is not None:
            await self.holding.bury(work.held, ending, outbox)
        else:
            await self.settler.bury(work.owed, ending)
        lane.done()
        self._count("permanent", self.current.subscription(name))

    async def attempt(self, attempted: Attempted, outbox: Outbox) -> None:
        """A request was made, and this came of it."""
        subscription, verdict = attempted.subscription, attempted.verdict
        lane = outbox.lane(subscription.id)
        wait = self.wait_asked_for(verdict)
        tried = [_tried(owed, put_off=wait is not None) for owed, _ in attempted.sends]
        ending = Ending(verdict.outcome, verdict.reason, verdict.status, attempted.seconds)
        if verdict.outcome == "delivered":
            await self._delivered(attempted, tried, ending, outbox)
            lane.answered()
        elif verdict.outcome == "retry":
            await self._retry(subscription, tried, ending, wait, lane)
        else:
            if verdict.outcome == "disable":
                await self.disabling.disable(subscription, verdict.reason, outbox)
            await self.settler.bury(tried, ending)
            lane.answered()
        for _ in tried:
            self._count(verdict.outcome, subscription)

    def wait_asked_for(self, verdict: Verdict) -> float | None:
        """How long the receiver asks to be left alone, in seconds, within the operator's bound."""
        return retry_after_seconds(verdict.retry_after, time.time(), self.settings.retry_after_cap_seconds)

    async def _delivered(self, attempted: Attempted, tried: list[Owed], ending: Ending, outbox: Outbox) -> None:
        at = datetime.now(UTC)
        subscription = attempted.subscription
        sent = [_sent(notice, attempted.verdict, at) for _, notice in attempted.sends]
        tally = self.summaries.tally(subscription, tried, outbox, at)
        memories = (each for each in (tally, attempted.shown) if each is not None)
        await self.settler.delivered(tried, ending, sent, *memories)
        if tally is not None:
            outbox.put(tally)
        for owed in tried:
            await self.summaries.forget(owed.delivery.alert.id, outbox.lane(subscription.id))
        for item in sent:
            outbox.put(item)
        if subscription.id in outbox.disabled:
            await self.settler.enable(subscription.id)
            outbox.disabled.pop(subscription.id, None)
        for owed in tried:
            self._observe(owed, at)

    async def _retry(
        self, subscription: Subscription, tried: list[Owed], ending: Ending, wait: float | None, lane: Lane
    ) -> None:
        now = time.time()
        again: list[Owed] = []
        over: list[Owed] = []
        for owed in tried:
            at = now + wait if wait is not None else next_attempt(owed.delivery.id, owed.delivery.attempts, now)
            since = owed.delivery.alerted
            if at is None or is_over(since, now) or owed.delivery.test:
                over.append(owed)
            else:
                again.append(_with_reason(owed, ending.reason).deferred(at))
        if over:
            last = replace(ending, outcome="exhausted")
            await (self.settler.settle(over, last) if over[0].delivery.test else self.settler.bury(over, last))
            self._count("exhausted", subscription)
        if again:
            await self.settler.retry(again, replace(ending, next_attempt=again[0].delivery.not_before))
        lane.failed(tuple(again), now, wait)
        log.info("attempt_failed", subscription=subscription.id, reason=ending.reason, status=ending.status)

    def _count(self, outcome: str, subscription: Subscription | None) -> None:
        self.metrics.settled.labels(outcome=outcome, target=kind_of(subscription)).inc()

    def _observe(self, owed: Owed, at: datetime) -> None:
        delivery = owed.delivery
        if delivery.alerted is not None:
            self.metrics.alerted_to_delivered.observe(max(0.0, (at - delivery.alerted).total_seconds()))
        if delivery.alert.last_published is not None:
            age = (at - delivery.alert.last_published).total_seconds()
            self.metrics.published_to_delivered.observe(max(0.0, age))


def _tried(owed: Owed, *, put_off: bool) -> Owed:
    """With one attempt more; being put off by the receiver (429 with Retry-After) uses up none."""
    if put_off:
        return owed
    return replace(owed, delivery=msgspec.structs.replace(owed.delivery, attempts=owed.delivery.attempts + 1))


def _with_reason(owed: Owed, reason: Reason) -> Owed:
    return replace(owed, delivery=msgspec.structs.replace(owed.delivery, reason=reason))


def _sent(notice: Notice, verdict: Verdict, at: datetime) -> Sent:
    before = notice.sent
    first = before is None or before.thread is None or notice.kind == "new"
    return Sent(
        subscription=notice.subscription,
        alert=notice.alert.id,
        seq=notice.alert.seq,
        at=at,
        thread=verdict.ts if first or before is None else before.thread,
        channel=verdict.channel if first or before is None else before.channel,
        ended=notice.kind in ("withdrawal", "left"),
    )
