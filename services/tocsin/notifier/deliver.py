"""One attempt: ask whether it is still wanted, send, judge the answer, write down how it ended."""

import time
import traceback
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import msgspec
import structlog
from aiokafka.errors import KafkaError

from tocsin.core.delivery.attempt import Answer, Failure, Verdict
from tocsin.core.delivery.lane import Lane, Owed, Work
from tocsin.core.delivery.notice import Notice
from tocsin.core.delivery.operations import disabled_delivery
from tocsin.core.delivery.outbox import Outbox
from tocsin.core.delivery.schedule import GIVE_UP_SECONDS, next_attempt, retry_after_seconds
from tocsin.core.model.delivery import Disabled, Held, Sent
from tocsin.core.model.receipt import Reason
from tocsin.core.model.subscription import Subscription
from tocsin.edge.http.client import GuardedClient
from tocsin.notifier.check import End, Send, Wait, decide, held_message_id
from tocsin.notifier.config import Current
from tocsin.notifier.membership import Membership
from tocsin.notifier.metrics import NotifierMetrics
from tocsin.notifier.settings import NotifierSettings
from tocsin.notifier.settle import Ending, Settler
from tocsin.notifier.slots import Slots
from tocsin.notifier.targets import Message, TargetError, Targets, kind_of

log = structlog.get_logger(__name__)

_FORMS = 3
"""A message may be sent in so many forms at once: as it is, in place of a lost one, as plain text."""


@dataclass(frozen=True, slots=True)
class _Attempted:
    """What was sent to whom, and what came of it."""

    subscription: Subscription
    sends: list[tuple[Owed, Notice]]
    verdict: Verdict
    seconds: float


@dataclass(frozen=True)
class Deliverer:
    """What an attempt needs. One for a sender; the outbox is that of the subscription's partition."""

    settings: NotifierSettings
    current: Current
    targets: Targets
    client: GuardedClient
    settler: Settler
    membership: Membership
    slots: Slots
    metrics: NotifierMetrics

    async def work(self, name: str, work: Work, outbox: Outbox) -> None:
        """Bring the lane's work to its end, or back into the lane for later.

        Work that makes us raise goes to the dead letters, and the lane goes on.

        Raises:
            KafkaError: The broker refuses what must be written.
        """
        try:
            await self._work(name, work, outbox)
        except KafkaError:
            raise
        except Exception as error:  # noqa: BLE001 - whatever it is, it must not stop the other subscribers
            frame = traceback.extract_tb(error.__traceback__)[-1]
            place = f"{frame.name}:{frame.lineno}"  # not the message: it may hold what must not be logged
            log.error("delivery_failed", subscription=name, error=type(error).__name__, place=place)  # noqa: TRY400
            if work.owed:
                await self.settler.bury(work.owed, Ending("permanent", "internal"))
            else:
                await self.settler.told_held(name, None)
                outbox.lane(name).held = None
            outbox.lane(name).done()
            self._count("permanent", self.current.subscription(name))

    async def _work(self, name: str, work: Work, outbox: Outbox) -> None:
        lane = outbox.lane(name)
        if work.held is not None:
            await self._tell_held(name, work.held, lane, outbox)
            return
        sends: list[tuple[Owed, Notice]] = []
        waiting: list[Owed] = []
        now = time.time()
        for owed in work.owed:
            match decide(owed, self.current, outbox, now):
                case Send(notice):
                    sends.append((owed, notice))
                case Wait(until):
                    waiting.append(_deferred(owed, until))
                case End(ending, letter):
                    await self._end(owed, ending, letter=letter)
        subscription = self.current.subscription(name)
        if not sends or subscription is None:
            lane.done((*waiting, *(owed for owed, _ in sends)))
            return
        notices = tuple(notice for _, notice in sends)
        verdict, seconds = await self._attempt(subscription, Message(notices[0].id, notices), lane)
        if verdict.plain and len(sends) > 1:
            lane.digest_at = 0  # Slack does not take the summary: one by one
            lane.done((*waiting, *(owed for owed, _ in sends)))
            return
        await self._conclude(_Attempted(subscription, sends, verdict, seconds), outbox)
        if waiting:
            for owed in waiting:
                lane.add(owed.delivery, owed.offset)

    async def _end(self, owed: Owed, ending: Ending, *, letter: bool) -> None:
        if letter:
            await self.settler.bury([owed], ending)
        else:
            await self.settler.settle([owed], ending)
        self._count(ending.outcome, self.current.subscription(owed.delivery.subscription))

    async def _attempt(self, subscription: Subscription, message: Message, lane: Lane) -> tuple[Verdict, float]:
        """The verdict, and how long it took; tries other forms at once where Slack wants one."""
        start = time.perf_counter()
        verdict = Verdict("retry", "protocol")
        async with self.slots.taken(suspect=lane.breaker.failures > 0):
            for _ in range(_FORMS):
                await self.membership.confirm()
                verdict = await self._post(subscription, message)
                lane.attempted(time.time())
                if verdict.anew and not message.anew:
                    message = replace(message, anew=True)
                elif verdict.plain and not message.plain and len(message.notices) == 1:
                    message = replace(message, plain=True)
                else:
                    break
        seconds = time.perf_counter() - start
        self.metrics.attempt_seconds.labels(target=kind_of(subscription)).observe(seconds)
        return verdict, seconds

    async def _post(self, subscription: Subscription, message: Message) -> Verdict:
        try:
            request = self.targets.request(subscription, message)
        except TargetError as error:
            return Verdict("retry", error.reason)
        result: Answer | Failure = await self.client.post(request.url, request.body, request.headers)
        return request.judge(result)

    async def _conclude(self, attempted: "_Attempted", outbox: Outbox) -> None:
        subscription, verdict = attempted.subscription, attempted.verdict
        lane = outbox.lane(subscription.id)
        wait = retry_after_seconds(verdict.retry_after, time.time(), self.settings.retry_after_cap_seconds)
        tried = [_tried(owed, put_off=wait is not None) for owed, _ in attempted.sends]
        ending = Ending(verdict.outcome, verdict.reason, verdict.status, attempted.seconds)
        if verdict.outcome == "delivered":
            await self._delivered(attempted, tried, ending, outbox)
            lane.answered()
        elif verdict.outcome == "retry":
            await self._retry(subscription, tried, ending, wait, lane)
        else:
            disabled = self._disabled(subscription, verdict) if verdict.outcome == "disable" else None
            if disabled is not None:
                await self._tell_operators(disabled)
            await self.settler.bury(tried, ending, disabled)
            if disabled is not None:
                outbox.put(disabled)
                log.error("subscription_disabled", subscription=subscription.id, reason=verdict.reason)
            lane.answered()
        for _ in tried:
            self._count(verdict.outcome, subscription)

    async def _delivered(self, attempted: "_Attempted", tried: list[Owed], ending: Ending, outbox: Outbox) -> None:
        at = datetime.now(UTC)
        subscription = attempted.subscription
        sent = [_sent(notice, attempted.verdict, at) for _, notice in attempted.sends]
        await self.settler.settle(tried, ending, sent)
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
            if at is None or (since is not None and now - since.timestamp() > GIVE_UP_SECONDS) or owed.delivery.test:
                over.append(owed)
            else:
                again.append(_deferred(_with_reason(owed, ending.reason), at))
        if over:
            last = replace(ending, outcome="exhausted")
            await (self.settler.settle(over, last) if over[0].delivery.test else self.settler.bury(over, last))
            self._count("exhausted", subscription)
        if again:
            await self.settler.retry(again, replace(ending, next_attempt=again[0].delivery.not_before))
        lane.failed(tuple(again), now, 0.0 if wait is None else now + wait)
        log.info("attempt_failed", subscription=subscription.id, reason=ending.reason, status=ending.status)

    async def _tell_held(self, name: str, held: Held, lane: Lane, outbox: Outbox) -> None:
        subscription = self.current.subscription(name)
        if subscription is None or name in outbox.disabled:
            await self._held_is_told(name, held, lane)
            lane.done()
            return
        message = Message(held_message_id(name, held.since), held=held)
        verdict, _seconds = await self._attempt(subscription, message, lane)
        if verdict.outcome == "retry":
            now = time.time()
            wait = retry_after_seconds(verdict.retry_after, now, self.settings.retry_after_cap_seconds)
            lane.failed((), now, 0.0 if wait is None else now + wait)
            return
        await self._held_is_told(name, held, lane)
        lane.answered()

    async def _held_is_told(self, name: str, told: Held, lane: Lane) -> None:
        more = 0 if lane.held is None else lane.held.count - told.count
        remaining = None if more <= 0 else Held(subscription=name, count=more, since=datetime.now(UTC))
        lane.held = remaining
        await self.settler.told_held(name, remaining)

    async def _tell_operators(self, disabled: Disabled) -> None:
        operators = self.settings.operators_subscription
        if operators in ("", disabled.subscription) or self.current.subscription(operators) is None:
            return
        told = disabled_delivery(operators, disabled.subscription, disabled.version, disabled.reason, disabled.at)
        await self.settler.owe(told)

    def _disabled(self, subscription: Subscription, verdict: Verdict) -> Disabled:
        version = self.current.version(subscription)
        return Disabled(subscription=subscription.id, version=version, at=datetime.now(UTC), reason=verdict.reason)

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


def _deferred(owed: Owed, until: float) -> Owed:
    moment = datetime.fromtimestamp(until, UTC)
    return replace(owed, delivery=msgspec.structs.replace(owed.delivery, not_before=moment))


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
