"""Summaries: what is gathered is written down, and told in one message when it is time."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import structlog
from msgspec.structs import replace

from tocsin.core.delivery.attempt import Verdict
from tocsin.core.delivery.lane import Lane, Owed
from tocsin.core.delivery.outbox import Outbox
from tocsin.core.model.delivery import Gathered, Posted, Sent, Tally
from tocsin.core.model.subscription import Subscription
from tocsin.core.routing.gathering import gather, suppression, without
from tocsin.core.routing.limits import is_urgent, tallied
from tocsin.notifier.config import Current
from tocsin.notifier.metrics import NotifierMetrics
from tocsin.notifier.sending.settle import Ending, Settler
from tocsin.notifier.sending.together import Gather, is_limited

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Summaries:
    """Writes down what is gathered and that it was told, for one partition in hand."""

    current: Current
    settler: Settler
    metrics: NotifierMetrics

    async def gather(self, owed: Owed, decision: Gather, lane: Lane) -> None:
        """Keep an alert for its summary."""
        now = datetime.now(UTC)
        known = lane.gathered.get(decision.cause)
        gathered = gather(known, owed.delivery, decision.cause, now=now, until=decision.until, silence=decision.silence)
        why = suppression(decision.cause)
        ending = Ending("silenced" if why == "silenced" else "gathered")
        await self.settler.gather(gathered, owed, ending)
        lane.gathered[decision.cause] = gathered
        self.metrics.suppressed.labels(reason=why).inc()

    async def forget(self, alert: str, lane: Lane) -> None:
        """A story is told otherwise, or was taken back: summaries need not tell it."""
        for cause, known in list(lane.gathered.items()):
            gathered = without(known, alert)
            if gathered is not known:
                await self.settler.keep(gathered)
                _keep(gathered, cause, lane)

    async def put_off(self, gathered: Gathered, until: datetime, lane: Lane) -> None:
        """Tell it later."""
        later = replace(gathered, until=until)
        await self.settler.keep(later)
        lane.gathered[gathered.cause] = later
        lane.done()

    async def attempted(self, gathered: Gathered, verdict: Verdict, pause: float | None, outbox: Outbox) -> None:
        """A request was made that tells it; ``pause`` is what the receiver asks for, in seconds."""
        lane = outbox.lane(gathered.subscription)
        if verdict.outcome == "retry":
            now = time.time()
            lane.failed((), now, 0.0 if pause is None else now + pause)
            return
        told = verdict.outcome == "delivered"
        await self.end(gathered, outbox, told=told)
        lane.answered()
        if not told:
            log.error("summary_refused", subscription=gathered.subscription, reason=verdict.reason)

    async def end(self, gathered: Gathered, outbox: Outbox, *, told: bool) -> None:
        """Forget what was gathered; if it was ``told``, the subscriber has seen the stories that were listed."""
        at = datetime.now(UTC)
        sent = [
            Sent(subscription=gathered.subscription, alert=line.alert, seq=line.seq, at=at)
            for line in (gathered.lines if told else ())
        ]
        await self.settler.told_gathered(gathered, sent)
        for item in sent:
            outbox.put(item)
        outbox.lane(gathered.subscription).gathered.pop(gathered.cause, None)

    def tally(self, subscription: Subscription, owed: Sequence[Owed], outbox: Outbox, at: datetime) -> Tally | None:
        """What went out of late to the subscriber with this; None where nothing bounds it."""
        alerts = [item.delivery.alert for item in owed if not item.delivery.test]
        if not any(is_limited(subscription, alert.rule, self.current) for alert in alerts):
            return None
        posted = [Posted(rule=alert.rule, at=at, urgent=is_urgent(alert)) for alert in alerts]
        return tallied(outbox.tallies.get(subscription.id), subscription.id, posted)


def _keep(gathered: Gathered, cause: str, lane: Lane) -> None:
    if gathered.stories:
        lane.gathered[cause] = gathered
    else:
        lane.gathered.pop(cause, None)
