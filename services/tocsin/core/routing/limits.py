"""At most so many alerts in so long: what went out of late, and until when one more has to wait."""

from collections.abc import Iterable
from datetime import datetime

from tocsin.core.config import parse_duration
from tocsin.core.model.alert import Alert
from tocsin.core.model.delivery import Posted, Tally
from tocsin.core.model.rule import Limit

MOST_REMEMBERED = 400
"""Twice the most that a limit may allow, since urgent alerts are counted for themselves. A rule's limit that is longer
than so many alerts of the subscription take lets through a few more."""


def is_urgent(alert: Alert) -> bool:
    """Critical alerts and escalations have a count of their own: they never wait because of milder ones."""
    return alert.severity == "critical" or alert.kind == "escalation"


def waits_until(limit: Limit, alert: Alert, posted: Iterable[Posted], now: datetime) -> datetime | None:
    """When the limit allows one alert more; None: it does now. ``posted`` are those that it counts, oldest first."""
    per = parse_duration(limit.per)
    urgent = is_urgent(alert)
    counted = [item.at for item in posted if item.urgent == urgent and item.at > now - per]
    return counted[-limit.alerts] + per if len(counted) >= limit.alerts else None


def tallied(known: Tally | None, subscription: str, posted: Iterable[Posted]) -> Tally:
    """What went out of late with this."""
    items = (*(() if known is None else known.posted), *posted)
    return Tally(subscription=subscription, posted=items[-MOST_REMEMBERED:])
