"""Alerts held back because too many waited: their number is told, or ends in the dead letters."""

from dataclasses import dataclass
from datetime import UTC, datetime

from tocsin.core.delivery.attempt import Verdict
from tocsin.core.delivery.outbox import Outbox
from tocsin.core.model.delivery import Held
from tocsin.core.model.subscription import Subscription
from tocsin.notifier.sending.disabling import Disabling
from tocsin.notifier.sending.receipts import Ending
from tocsin.notifier.sending.settle import Settler


@dataclass(frozen=True)
class Holding:
    """Writes down what became of a number, for one partition in hand."""

    settler: Settler
    disabling: Disabling

    async def attempted(
        self, subscription: Subscription, told: Held, verdict: Verdict, pause: float | None, outbox: Outbox
    ) -> None:
        """A request was made that tells it; ``pause`` is what the receiver asks for, in seconds."""
        lane = outbox.lane(subscription.id)
        ending = await self.disabling.ending(subscription, verdict, told.since, pause, outbox)
        if ending is None:
            return
        if ending.outcome == "delivered":
            lane.held = _remaining(told, lane.held)
            await self.settler.told_held(subscription.id, lane.held)
        else:
            await self.bury(told, ending, outbox)
        lane.answered()

    async def bury(self, told: Held, ending: Ending, outbox: Outbox) -> None:
        """It can't be told."""
        lane = outbox.lane(told.subscription)
        lane.held = _remaining(told, lane.held)
        await self.settler.bury_held(told, lane.held, ending)

    async def forget(self, told: Held, outbox: Outbox) -> None:
        """Nobody is left to tell."""
        outbox.lane(told.subscription).held = None
        await self.settler.told_held(told.subscription, None)


def _remaining(told: Held, now_held: Held | None) -> Held | None:
    """What was held back since the request was made."""
    more = 0 if now_held is None else now_held.count - told.count
    return None if more <= 0 else Held(subscription=told.subscription, count=more, since=datetime.now(UTC))
