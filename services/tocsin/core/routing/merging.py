"""Alerts of several rules that one article gave rise to are one message: which, and how long they wait."""

from collections.abc import Iterable
from datetime import timedelta

from tocsin.core.delivery.owed import Owed
from tocsin.core.model.alert import Alert
from tocsin.core.model.base import rank
from tocsin.core.model.subscription import Subscription
from tocsin.core.routing.filters import CompiledFilter

WAIT = timedelta(seconds=1)
"""So long an alert waits for those of the other rules that its article fires: they take their own ways here."""

MOST = 8
"""Alerts in one message."""


def merges(subscription: Subscription) -> bool:
    """Whether the subscription gets them so."""
    return subscription.webhook is None if subscription.merge is None else subscription.merge


def expects_more(alert: Alert, wanted: CompiledFilter) -> bool:
    """Whether the article that led to the alert fires another rule that the filter may mean."""
    others = set(alert.article.rules) - {alert.rule}
    return bool(others) and alert.kind != "withdrawal" and (not wanted.rules or not wanted.rules.isdisjoint(others))


def merged(first: Owed, pending: Iterable[Owed]) -> tuple[Owed, ...]:
    """Those that go out as one message with ``first``, the gravest first. What was tried before goes alone."""
    alert = first.delivery.alert
    group = [first]
    if alert.article.rules and not first.delivery.attempts and alert.kind != "withdrawal":
        group += [owed for owed in pending if owed is not first and _belongs(owed, alert)]
    return (
        tuple(sorted(group, key=_order)[:MOST]) if len(group) <= MOST else (first, *sorted(group[1:MOST], key=_order))
    )


def _belongs(owed: Owed, alert: Alert) -> bool:
    own = owed.delivery.alert
    same = (own.article.id, own.article.revision) == (alert.article.id, alert.article.revision)
    return same and own.rule != alert.rule and own.kind != "withdrawal" and not owed.delivery.attempts


def _order(owed: Owed) -> tuple[int, str]:
    return -rank(owed.delivery.alert.severity), owed.delivery.alert.rule
