"""A subscription whose receiver refuses for good is put out of use, and the operators are told."""

import time
from dataclasses import dataclass
from datetime import UTC, datetime

import structlog

from tocsin.core.delivery.attempt import Verdict
from tocsin.core.delivery.outbox import Outbox
from tocsin.core.delivery.schedule import is_over
from tocsin.core.model.delivery import Disabled
from tocsin.core.model.receipt import Reason
from tocsin.core.model.subscription import Subscription
from tocsin.core.operations.alerts import disabled_delivery
from tocsin.notifier.config import Current
from tocsin.notifier.sending.receipts import Ending
from tocsin.notifier.sending.settle import Settler

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Disabling:
    """``operators`` is the id of the subscription that is told, empty for none."""

    operators: str
    current: Current
    settler: Settler

    async def ending(
        self, subscription: Subscription, verdict: Verdict, since: datetime, pause: float | None, outbox: Outbox
    ) -> Ending | None:
        """How a message ends that is owed ``since`` then and counts no attempts; None: its lane is to try it again,
        after the ``pause`` that the receiver asks for, in seconds.

        A receiver that refuses for good is put out of use.
        """
        outcome = verdict.outcome
        if outcome == "retry":
            now = time.time()
            if not is_over(since, now):
                outbox.lane(subscription.id).failed((), now, pause)
                return None
            outcome = "exhausted"
        if outcome == "disable":
            await self.disable(subscription, verdict.reason, outbox)
        return Ending(outcome, verdict.reason, verdict.status)

    async def disable(self, subscription: Subscription, reason: Reason, outbox: Outbox) -> None:
        """It is out of use until its content changes, or a test message reaches it."""
        version = self.current.version(subscription)
        disabled = Disabled(subscription=subscription.id, version=version, at=datetime.now(UTC), reason=reason)
        if self.operators not in ("", subscription.id) and self.current.subscription(self.operators) is not None:
            told = disabled_delivery(self.operators, subscription.id, version, reason, disabled.at)
            await self.settler.owe(told)
        await self.settler.disable(disabled)
        outbox.put(disabled)
        log.error("subscription_disabled", subscription=subscription.id, reason=reason)
