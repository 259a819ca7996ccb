"""Who would be told of an alert, and why not the others: the router's decision without its consequences."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from tocsin.core.config.snapshot import ConfigSnapshot
from tocsin.core.model.alert import Alert
from tocsin.core.routing.digests import is_at_once, next_digest
from tocsin.core.routing.filters import Regions
from tocsin.core.routing.quiet import quiet_until
from tocsin.core.routing.route import build_routing, route


@dataclass(frozen=True)
class Answer:
    """Whether one subscription would be told, and why (not)."""

    alert: str
    subscription: str
    told: bool
    why: str


def who_would_be_told(
    alert: Alert, snapshot: ConfigSnapshot, regions: Regions, now: datetime, stale_after: timedelta
) -> Iterator[Answer]:
    """One answer for each subscription, as if nobody had heard of the story yet."""
    routing = build_routing(snapshot.subscriptions, snapshot.silences, regions)
    plan = route(alert, routing, None, now=now, alerted=now, stale_after=stale_after)
    told = {delivery.subscription for delivery in plan.deliveries if not delivery.silence}
    for name in sorted(snapshot.subscriptions):
        if name in told:
            yield Answer(alert.id, name, told=True, why=_when(snapshot, name, alert, now))
        elif name in routing.subscriptions.broken:
            yield Answer(alert.id, name, told=False, why=routing.subscriptions.broken[name])
        else:
            mismatch = routing.subscriptions.filters[name].mismatch(alert)
            yield Answer(alert.id, name, told=False, why=mismatch or _settled(plan.settled, plan.silence))


def _when(snapshot: ConfigSnapshot, name: str, alert: Alert, now: datetime) -> str:
    subscription = snapshot.subscriptions[name]
    quiet, digest = subscription.quiet, subscription.digest
    if digest is not None and not is_at_once(digest, alert):
        return f"in its digest, at {next_digest(digest, now):%Y-%m-%d %H:%M} UTC"
    until = None if quiet is None or alert.severity == "critical" else quiet_until(quiet, now)
    return "at once" if until is None else f"after its quiet hours, at {until:%Y-%m-%d %H:%M} UTC"


def _settled(settled: str | None, silence: str | None) -> str:
    if silence is not None:
        return f"silence {silence} covers it"
    if settled == "stale":
        return "its newest article is too old to alert anybody"
    return "it is a withdrawal, or of a kind that the subscription does not want"
