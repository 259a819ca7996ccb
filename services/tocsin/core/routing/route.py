"""Who is to be told of a revision: new ones whom the story now concerns, and all who were told of it before."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from tocsin.core.model.alert import Alert
from tocsin.core.model.delivery import Delivery, Routed
from tocsin.core.model.ids import delivery_id
from tocsin.core.model.subscription import Silence, Subscription
from tocsin.core.routing.filters import Regions
from tocsin.core.routing.index import FilterIndex
from tocsin.core.routing.merging import WAIT, expects_more, merges
from tocsin.core.routing.silencing import in_force, is_acknowledgement, lifted


@dataclass(frozen=True, slots=True)
class Routing:
    """Subscriptions and silences, ready to be asked. Build anew when the configuration changes.

    ``merging`` are the subscriptions that get alerts of several rules on one article as one message.
    """

    subscriptions: FilterIndex
    silences: FilterIndex
    written: Mapping[str, Silence]
    merging: frozenset[str] = frozenset()

    @property
    def broken(self) -> dict[str, str]:
        """By ``kind/id``, what is wrong with objects that can't be used."""
        return {f"subscription/{k}": v for k, v in self.subscriptions.broken.items()} | {
            f"silence/{k}": v for k, v in self.silences.broken.items()
        }

    def silencing(self, alert: Alert, now: datetime) -> Silence | None:
        """A silence that covers the alert now, or None. What ends a story is never covered: whoever was
        told of it is to hear that too.
        """
        if alert.kind == "withdrawal":
            return None
        covering = (self.written[name] for name in self.silences.matching(alert))
        return next((s for s in covering if in_force(s, now) and not lifted(s, alert)), None)


@dataclass(frozen=True, slots=True)
class Plan:
    """What the router does with one revision. ``settled`` says why nobody is told now; None: ``deliveries`` are owed.

    What a ``silence`` covers is owed too: who would have been told hears of it when the silence ends, unless it is an
    acknowledgement. ``routed`` is what to remember, None when nothing changes.
    """

    deliveries: tuple[Delivery, ...] = ()
    settled: Literal["repeat", "stale", "silenced"] | None = None
    silence: str | None = None
    routed: Routed | None = None


def build_routing(
    subscriptions: Mapping[str, Subscription],
    silences: Mapping[str, Silence],
    gazetteer: Regions,
    before: Routing | None = None,
) -> Routing:
    """Index what stands, both by id; what has not changed is taken over from ``before``."""
    wanted = {name: item.match for name, item in subscriptions.items()}
    unwanted = {name: item.match for name, item in silences.items()}
    return Routing(
        subscriptions=FilterIndex(wanted, gazetteer, None if before is None else before.subscriptions),
        silences=FilterIndex(unwanted, gazetteer, None if before is None else before.silences),
        written=dict(silences),
        merging=frozenset(name for name, item in subscriptions.items() if merges(item)),
    )


def route(
    alert: Alert,
    routing: Routing,
    known: Routed | None,
    *,
    now: datetime,
    alerted: datetime,
    stale_after: timedelta,
    forced: bool = False,
) -> Plan:
    """Decide about one revision. ``known`` is what was done with the alert before; ``alerted`` when it was written.

    ``settled`` is ``repeat`` for a revision that was routed already or comes after a newer one, ``stale`` for old news
    (unless ``forced``), ``silenced`` while a silence covers it. Those who were told of a story hear of its withdrawal
    however old it is, and through every silence. Nobody hears first of a story by its withdrawal.
    """
    if known is not None and alert.seq <= known.seq and not forced:
        return Plan(settled="repeat")
    told = frozenset(known.subscriptions) if known is not None else frozenset()
    withdrawn = alert.kind == "withdrawal"
    if not withdrawn and not forced and _is_stale(alert, alerted, now, stale_after):
        return Plan(settled="stale", routed=_remember(alert, told, now) if told else None)
    filters = routing.subscriptions.filters
    matching = frozenset() if withdrawn else frozenset(routing.subscriptions.matching(alert))
    here = {name for name in told if name in filters}
    wanted = {name for name in matching if filters[name].wants(alert, first=name not in told)}
    left = here - matching
    silence = routing.silencing(alert, now)
    if silence is not None and is_acknowledgement(silence):
        wanted = set()
    deliveries = tuple(
        Delivery(
            id=delivery_id(alert.id, name),
            subscription=name,
            alert=alert,
            alerted=alerted,
            left=name in left and not withdrawn,
            forced=forced,
            silence="" if silence is None or name in left else silence.id,
            not_before=alerted + WAIT
            if name in wanted and name in routing.merging and expects_more(alert, filters[name])
            else None,
        )
        for name in sorted(wanted | left)
    )
    remember = known is not None or bool(deliveries)
    return Plan(
        deliveries=deliveries,
        settled=None if silence is None else "silenced",
        silence=None if silence is None else silence.id,
        routed=_remember(alert, (here | wanted) - left, now) if remember else None,
    )


def _is_stale(alert: Alert, alerted: datetime, now: datetime, stale_after: timedelta) -> bool:
    newest = alert.last_published or alert.article.published or alerted
    return now - newest > stale_after


def _remember(alert: Alert, subscriptions: Collection[str], now: datetime) -> Routed:
    return Routed(alert=alert.id, seq=alert.seq, at=now, subscriptions=tuple(sorted(subscriptions)))
