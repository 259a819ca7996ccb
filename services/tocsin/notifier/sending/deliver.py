"""One attempt: ask whether it is still wanted, send, judge the answer."""

import time
import traceback
from dataclasses import dataclass, replace

import structlog
from aiokafka.errors import KafkaError

from tocsin.core.delivery.attempt import Verdict
from tocsin.core.delivery.lane import Lane, Mark, Work
from tocsin.core.delivery.outbox import Outbox
from tocsin.core.delivery.owed import Owed
from tocsin.core.model.delivery import Gathered, Held
from tocsin.core.model.subscription import Subscription
from tocsin.core.routing.deciding import End, Send, Wait, decide, is_disabled, summary_waits
from tocsin.core.routing.message_ids import held_message_id, summary_message_id
from tocsin.core.routing.notice import Notice
from tocsin.core.routing.together import Gather
from tocsin.notifier.config import Current
from tocsin.notifier.metrics import NotifierMetrics
from tocsin.notifier.sending.channels import Channels
from tocsin.notifier.sending.conclude import Attempted, Conclusions
from tocsin.notifier.sending.marking import Marking, can_be_marked
from tocsin.notifier.sending.membership import Membership
from tocsin.notifier.sending.outlets import Outlets
from tocsin.notifier.sending.recalling import Recall
from tocsin.notifier.sending.receipts import Ending
from tocsin.notifier.sending.requests import Message, TargetError
from tocsin.notifier.sending.settle import Settler
from tocsin.notifier.sending.slots import Slots
from tocsin.notifier.sending.targets import Targets, kind_of
from tocsin.notifier.settings import NotifierSettings

log = structlog.get_logger(__name__)

_DISABLED = Ending("disable", "disabled")

_FORMS = 3
"""A message may be sent in so many forms at once: as it is, in place of a lost one, as plain text."""


@dataclass(frozen=True)
class Deliverer:
    """What an attempt needs. One for a sender; the outbox is that of the subscription's partition."""

    settings: NotifierSettings
    current: Current
    targets: Targets
    channels: Channels
    outlets: Outlets
    settler: Settler
    recall: Recall
    membership: Membership
    slots: Slots
    metrics: NotifierMetrics

    @property
    def conclusions(self) -> Conclusions:
        """Where outcomes are written down."""
        return Conclusions(self.settings, self.current, self.settler, self.metrics)

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
            await self.conclusions.defect(name, work, outbox)

    async def _work(self, name: str, work: Work, outbox: Outbox) -> None:
        lane = outbox.lane(name)
        if work.held is not None:
            await self._tell_held(name, work.held, lane, outbox)
            return
        if work.gathered is not None:
            await self._tell_gathered(name, work.gathered, lane, outbox)
            return
        if work.mark is not None:
            await self._mark(name, work.mark, lane, outbox)
            return
        sends, waiting = await self._sorted(work, lane, outbox)
        subscription = self.current.subscription(name)
        if not sends or subscription is None:
            lane.done((*waiting, *(owed for owed, _ in sends)))
            return
        notices = tuple(notice for _, notice in sends)
        if work.merged:
            notices = (replace(notices[0], also=tuple(notice.alert for notice in notices[1:])),)
        verdict, seconds, sent = await self._attempt(subscription, Message(notices[0].id, notices), lane)
        if verdict.plain and len(notices) > 1:
            lane.digest_at = 0  # Slack does not take the summary: one by one
            lane.done((*waiting, *(owed for owed, _ in sends)))
            return
        shown = self.targets.shown(subscription, sent, verdict)
        await self.conclusions.attempt(Attempted(subscription, sends, verdict, seconds, shown), outbox)
        lane.put_back(waiting)

    async def _sorted(self, work: Work, lane: Lane, outbox: Outbox) -> tuple[list[tuple[Owed, Notice]], list[Owed]]:
        """What is to be sent, and what is to wait; all else is ended, or gathered."""
        sends: list[tuple[Owed, Notice]] = []
        waiting: list[Owed] = []
        now = time.time()
        for owed in work.owed:
            match decide(owed, self.current, outbox, now):
                case Send(notice):
                    sends.append((owed, notice))
                case Wait(until):
                    waiting.append(owed.deferred(until))
                case Gather() as gather:
                    await self.conclusions.summaries.gather(owed, gather, lane)
                case End() as end:
                    await self._end(owed, end, lane)
        return sends, waiting

    async def _end(self, owed: Owed, end: End, lane: Lane) -> None:
        await self.conclusions.without_attempt(owed, Ending(end.outcome, end.reason), letter=end.letter)
        if end.why is not None:
            self.metrics.suppressed.labels(reason=end.why).inc()
        if end.outcome == "untold":  # it ended before a summary told it
            await self.conclusions.summaries.forget(owed.delivery.alert.id, lane)

    async def _attempt(
        self, subscription: Subscription, message: Message, lane: Lane
    ) -> tuple[Verdict, float, Message]:
        """The verdict, how long it took, and what was sent at last; tries other forms at once where Slack wants one."""
        start = time.perf_counter()
        verdict = Verdict("retry", "protocol")
        async with self.slots.taken(suspect=lane.breaker.failures > 0):
            for _ in range(_FORMS):
                await self.membership.confirm()
                verdict = await self._post(subscription, message)
                lane.attempted(time.time())
                if message.edit is not None:
                    break
                if verdict.anew and not message.anew:
                    message = replace(message, anew=True)
                elif verdict.plain and not message.plain and len(message.notices) <= 1:
                    message = replace(message, plain=True)
                else:
                    break
        seconds = time.perf_counter() - start
        self.metrics.attempt_seconds.labels(target=kind_of(subscription)).observe(seconds)
        return verdict, seconds, message

    async def _post(self, subscription: Subscription, message: Message) -> Verdict:
        try:
            request = self.targets.request(subscription, message)
        except TargetError as error:
            return Verdict("retry", error.reason)
        return await self.outlets.send(request)

    async def _tell_held(self, name: str, held: Held, lane: Lane, outbox: Outbox) -> None:
        holding, subscription = self.conclusions.holding, self.current.subscription(name)
        if subscription is None:
            await holding.forget(held, outbox)
            lane.done()
        elif is_disabled(subscription, self.current, outbox):
            await holding.bury(held, _DISABLED, outbox)
            lane.done()
        else:
            verdict, *_ = await self._attempt(subscription, Message(held_message_id(name, held.since), held=held), lane)
            await holding.attempted(subscription, held, verdict, self.conclusions.wait_asked_for(verdict), outbox)

    async def _tell_gathered(self, name: str, gathered: Gathered, lane: Lane, outbox: Outbox) -> None:
        summaries, subscription = self.conclusions.summaries, self.current.subscription(name)
        gathered = summaries.unseen(gathered, outbox)
        if subscription is None or not gathered.lines:
            await summaries.drop(gathered, outbox)
            lane.done()
        elif is_disabled(subscription, self.current, outbox):
            await summaries.bury(gathered, _DISABLED, outbox)
            lane.done()
        elif (until := summary_waits(gathered, subscription, time.time())) is not None:
            await summaries.put_off(gathered, until, lane)
        else:
            message = Message(summary_message_id(gathered), gathered=gathered)
            verdict, *_ = await self._attempt(subscription, message, lane)
            await summaries.attempted(subscription, gathered, verdict, self.conclusions.wait_asked_for(verdict), outbox)

    async def _mark(self, name: str, mark: Mark, lane: Lane, outbox: Outbox) -> None:
        marking, subscription = Marking(self.current, self.settler, self.recall), self.current.subscription(name)
        if subscription is None or not can_be_marked(subscription) or is_disabled(subscription, self.current, outbox):
            lane.done()
            return
        message = await marking.message(mark)
        if message is None:
            lane.done()
            return
        verdict, *_ = await self._attempt(subscription, message, lane)
        await marking.attempted(mark, verdict, self.conclusions.wait_asked_for(verdict), outbox)
