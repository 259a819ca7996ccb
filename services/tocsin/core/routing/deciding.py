"""What is asked right before each attempt, of the configuration as it stands then: is this still to be sent?"""

from dataclasses import dataclass
from datetime import UTC, datetime

from tocsin.core.delivery.outbox import Outbox
from tocsin.core.delivery.owed import Owed
from tocsin.core.model.delivery import Delivery, Gathered
from tocsin.core.model.receipt import Outcome, Reason
from tocsin.core.model.subscription import Subscription
from tocsin.core.routing.gathering import Suppression
from tocsin.core.routing.message_ids import message_id
from tocsin.core.routing.notice import Notice, notice_for
from tocsin.core.routing.quiet import quiet_until
from tocsin.core.routing.standing import Standing
from tocsin.core.routing.together import Acknowledged, Gather, bounded, silenced


@dataclass(frozen=True, slots=True)
class Send:
    """It is to be sent, as this notice."""

    notice: Notice


@dataclass(frozen=True, slots=True)
class Wait:
    """It is to wait until then (seconds since 1970)."""

    until: float


@dataclass(frozen=True, slots=True)
class End:
    """It is settled without an attempt; ``letter`` asks for a dead letter, ``why`` is for metrics."""

    outcome: Outcome
    reason: Reason = ""
    why: Suppression | None = None
    letter: bool = False


Decision = Send | Wait | Gather | End


def decide(owed: Owed, standing: Standing, outbox: Outbox, now: float) -> Decision:
    """Ask everything. A test message goes out whatever silences, filters and quiet hours say."""
    delivery = owed.delivery
    subscription = standing.subscription(delivery.subscription)
    if subscription is None:
        return End("unsubscribed")
    if outbox.was_sent(delivery):
        return End("repeat")
    if not delivery.test:
        unwanted = _unwanted(delivery, subscription, standing, outbox, now)
        if unwanted is not None:
            return unwanted
    sent = outbox.sent.get((delivery.subscription, delivery.alert.id))
    notice = notice_for(delivery, sent, message_id(delivery))
    return End("untold") if notice is None else Send(notice)


def is_disabled(subscription: Subscription, standing: Standing, outbox: Outbox) -> bool:
    """Whether its receiver put it out of use, as it stands."""
    disabled = outbox.disabled.get(subscription.id)
    return disabled is not None and disabled.version == standing.version(subscription)


def _unwanted(
    delivery: Delivery, subscription: Subscription, standing: Standing, outbox: Outbox, now: float
) -> Decision | None:
    if is_disabled(subscription, standing, outbox):
        return End("disable", "disabled", letter=True)
    moment = datetime.fromtimestamp(now, UTC)
    if delivery.left or delivery.alert.kind == "withdrawal":
        return _quiet(delivery, subscription, moment)
    if not standing.matches(subscription.id, delivery.alert):
        return End("unsubscribed")
    silence = silenced(delivery, standing, moment)
    if isinstance(silence, Acknowledged):
        return End("silenced", why="acknowledged")
    return (
        silence
        or _quiet(delivery, subscription, moment)
        or (None if delivery.forced else bounded(delivery, subscription, standing, outbox, moment))
    )


def _quiet(delivery: Delivery, subscription: Subscription, moment: datetime) -> Wait | None:
    until = quiet_for(delivery, subscription, moment)
    return None if until is None else Wait(until.timestamp())


def quiet_for(delivery: Delivery, subscription: Subscription, moment: datetime) -> datetime | None:
    """Until when the subscription's quiet hours keep the delivery; None: they do not."""
    if subscription.quiet is None or delivery.alert.severity == "critical" or delivery.test:
        return None
    return quiet_until(subscription.quiet, moment)


def summary_waits(gathered: Gathered, subscription: Subscription, now: float) -> datetime | None:
    """Until when a summary has to wait for the end of quiet hours; what holds a critical story does not."""
    if subscription.quiet is None or any(line.severity == "critical" for line in gathered.lines):
        return None
    return quiet_until(subscription.quiet, datetime.fromtimestamp(now, UTC))
