"""Summaries: what is gathered is written down, and told in one message when it is time."""

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from msgspec.structs import replace

from tocsin.core.delivery.attempt import Verdict
from tocsin.core.delivery.lane import Lane
from tocsin.core.delivery.outbox import Outbox
from tocsin.core.delivery.owed import Owed
from tocsin.core.model.delivery import Gathered, Posted, Sent, Tally
from tocsin.core.model.subscription import Subscription
from tocsin.core.routing.gathering import gather, suppression, without
from tocsin.core.routing.limits import is_urgent, tallied
from tocsin.core.routing.together import Gather, is_limited
from tocsin.notifier.config import Current
from tocsin.notifier.metrics import NotifierMetrics
from tocsin.notifier.sending.disabling import Disabling
from tocsin.notifier.sending.receipts import Ending
from tocsin.notifier.sending.settle import Settler


@dataclass(frozen=True)
class Summaries:
    """Writes down what is gathered and that it was told, for one partition in hand."""

    current: Current
    settler: Settler
    metrics: NotifierMetrics
    disabling: Disabling

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

    async def attempted(
        self, subscription: Subscription, gathered: Gathered, verdict: Verdict, pause: float | None, outbox: Outbox
    ) -> None:
        """A request was made that tells it; ``pause`` is what the receiver asks for, in seconds."""
        ending = await self.disabling.ending(subscription, verdict, gathered.until, pause, outbox)
        if ending is None:
            return
        if ending.outcome == "delivered":
            await self._told(gathered, ending, outbox)
        else:
            await self.bury(gathered, ending, outbox)
        outbox.lane(gathered.subscription).answered()

    async def bury(self, gathered: Gathered, ending: Ending, outbox: Outbox) -> None:
        """It can't be told."""
        await self.settler.bury_gathered(gathered, ending)
        outbox.lane(gathered.subscription).gathered.pop(gathered.cause, None)

    def unseen(self, gathered: Gathered, outbox: Outbox) -> Gathered:
        """Less what the subscriber has seen: what comes back from the dead letters may have been told since."""
        known = (outbox.sent.get((gathered.subscription, line.alert)) for line in gathered.lines)
        seen = [line.alert for line, sent in zip(gathered.lines, known, strict=True) if sent and sent.seq >= line.seq]
        return functools.reduce(without, seen, gathered)

    async def drop(self, gathered: Gathered, outbox: Outbox) -> None:
        """Nobody is left to tell, or nothing."""
        await self.settler.forget_gathered(gathered)
        outbox.lane(gathered.subscription).gathered.pop(gathered.cause, None)

    async def _told(self, gathered: Gathered, ending: Ending, outbox: Outbox) -> None:
        """The subscriber has seen the stories that were listed."""
        at, name = datetime.now(UTC), gathered.subscription
        sent = [Sent(subscription=name, alert=line.alert, seq=line.seq, at=at) for line in gathered.lines]
        await self.settler.told_gathered(gathered, ending, sent)
        for item in sent:
            outbox.put(item)
        outbox.lane(name).gathered.pop(gathered.cause, None)

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
