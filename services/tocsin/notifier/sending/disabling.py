"""A subscription whose receiver refuses for good is put out of use, and the operators are told."""

from dataclasses import dataclass
from datetime import UTC, datetime

import structlog

from tocsin.core.delivery.outbox import Outbox
from tocsin.core.model.delivery import Disabled
from tocsin.core.model.receipt import Reason
from tocsin.core.model.subscription import Subscription
from tocsin.core.operations.alerts import disabled_delivery
from tocsin.notifier.config import Current
from tocsin.notifier.sending.settle import Settler

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Disabling:
    """``operators`` is the id of the subscription that is told, empty for none."""

    operators: str
    current: Current
    settler: Settler

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
