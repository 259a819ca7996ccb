"""Is an alert to be told at once, or together with others: into a silence, past a limit, in a digest?"""

from dataclasses import dataclass
from datetime import datetime

from tocsin.core.delivery.outbox import Outbox
from tocsin.core.model.delivery import Delivery
from tocsin.core.model.subscription import Silence, Subscription
from tocsin.core.routing.digests import is_at_once, next_digest
from tocsin.core.routing.gathering import DIGEST, LIMIT, limit_of_rule, of_silence
from tocsin.core.routing.limits import waits_until
from tocsin.core.routing.silencing import is_acknowledgement
from tocsin.core.routing.standing import Standing


@dataclass(frozen=True, slots=True)
class Gather:
    """It is told together with others, for this cause, not before ``until``."""

    cause: str
    until: datetime
    silence: Silence | None = None


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """Somebody has seen the story: it is not told."""


def silenced(delivery: Delivery, standing: Standing, now: datetime) -> Gather | Acknowledged | None:
    """What a silence makes of the alert: one that the router met, or that came since."""
    covering = standing.silencing(delivery.alert, now)
    if covering is not None:
        gathers = Gather(of_silence(covering.id), covering.until, covering)
        return Acknowledged() if is_acknowledgement(covering) else gathers
    return Gather(of_silence(delivery.silence), now, standing.silence(delivery.silence)) if delivery.silence else None


def bounded(
    delivery: Delivery, subscription: Subscription, standing: Standing, outbox: Outbox, now: datetime
) -> Gather | None:
    """What the subscription's digest, and limits, make of the alert."""
    alert = delivery.alert
    if subscription.digest is not None and not is_at_once(subscription.digest, alert):
        return Gather(DIGEST, next_digest(subscription.digest, now))
    tally = outbox.tallies.get(subscription.id)
    posted = () if tally is None else tally.posted
    if subscription.limit is not None:
        until = waits_until(subscription.limit, alert, posted, now)
        if until is not None:
            return Gather(LIMIT, until)
    of_rule = standing.limit_of_rule(alert.rule)
    if of_rule is not None:
        until = waits_until(of_rule, alert, [item for item in posted if item.rule == alert.rule], now)
        if until is not None:
            return Gather(limit_of_rule(alert.rule), until)
    return None


def is_limited(subscription: Subscription, rule: str, standing: Standing) -> bool:
    """Whether what goes out of that rule is to be counted."""
    return subscription.limit is not None or standing.limit_of_rule(rule) is not None
