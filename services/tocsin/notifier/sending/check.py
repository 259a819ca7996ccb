"""What is asked right before each attempt, of the configuration as it stands then: is this still to be sent?"""

from dataclasses import dataclass
from datetime import UTC, datetime

from tocsin.core.delivery.lane import Owed
from tocsin.core.delivery.outbox import Outbox
from tocsin.core.model.delivery import Delivery, Gathered
from tocsin.core.model.ids import digest
from tocsin.core.model.subscription import Subscription
from tocsin.core.routing.gathering import Suppression, cause_of
from tocsin.core.routing.notice import Notice, notice_for
from tocsin.core.routing.quiet import quiet_until
from tocsin.notifier.config import Current
from tocsin.notifier.sending.receipts import Ending
from tocsin.notifier.sending.together import Acknowledged, Gather, bounded, silenced


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

    ending: Ending
    why: Suppression | None = None
    letter: bool = False


Decision = Send | Wait | Gather | End


def message_id(delivery: Delivery) -> str:
    """The id that a subscriber sees: of one revision for one subscription, the same at each attempt."""
    return "msg_" + digest("message", delivery.id, str(delivery.alert.seq))


def decide(owed: Owed, current: Current, outbox: Outbox, now: float) -> Decision:
    """Ask everything. A test message goes out whatever silences, filters and quiet hours say."""
    delivery = owed.delivery
    subscription = current.subscription(delivery.subscription)
    if subscription is None:
        return End(Ending("unsubscribed"))
    if outbox.was_sent(delivery):
        return End(Ending("repeat"))
    if not delivery.test:
        unwanted = _unwanted(delivery, subscription, current, outbox, now)
        if unwanted is not None:
            return unwanted
    sent = outbox.sent.get((delivery.subscription, delivery.alert.id))
    notice = notice_for(delivery, sent, message_id(delivery))
    return End(Ending("untold")) if notice is None else Send(notice)


def is_disabled(subscription: Subscription, current: Current, outbox: Outbox) -> bool:
    """Whether its receiver put it out of use, as it stands."""
    disabled = outbox.disabled.get(subscription.id)
    return disabled is not None and disabled.version == current.version(subscription)


def _unwanted(
    delivery: Delivery, subscription: Subscription, current: Current, outbox: Outbox, now: float
) -> Decision | None:
    if is_disabled(subscription, current, outbox):
        return End(Ending("disable", "disabled"), letter=True)
    moment = datetime.fromtimestamp(now, UTC)
    if delivery.left or delivery.alert.kind == "withdrawal":
        return _quiet(delivery, subscription, moment)
    if not current.matches(subscription.id, delivery.alert):
        return End(Ending("unsubscribed"))
    silence = silenced(delivery, current, moment)
    if isinstance(silence, Acknowledged):
        return End(Ending("silenced"), "acknowledged")
    return (
        silence
        or _quiet(delivery, subscription, moment)
        or (None if delivery.forced else bounded(delivery, subscription, current, outbox, moment))
    )


def _quiet(delivery: Delivery, subscription: Subscription, moment: datetime) -> Wait | None:
    if subscription.quiet is None or delivery.alert.severity == "critical":
        return None
    until = quiet_until(subscription.quiet, moment)
    return None if until is None else Wait(until.timestamp())


def summary_waits(gathered: Gathered, subscription: Subscription, now: float) -> datetime | None:
    """Until when a summary has to wait for the end of quiet hours; what holds a critical story does not."""
    if subscription.quiet is None or any(line.severity == "critical" for line in gathered.lines):
        return None
    return quiet_until(subscription.quiet, datetime.fromtimestamp(now, UTC))


def held_message_id(subscription: str, since: datetime) -> str:
    """The id of the message that tells a number held back from then on."""
    return "msg_" + digest("held", subscription, since.isoformat())


def summary_message_id(gathered: Gathered) -> str:
    """The id of the message that tells what was gathered from then on."""
    return "msg_" + digest("gathered", gathered.subscription, cause_of(gathered), gathered.since.isoformat())
