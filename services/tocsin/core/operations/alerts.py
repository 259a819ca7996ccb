"""Alerts about Tocsin itself, for its operators: they take the same way as news.

Ids derive from what is told of, so that several notifiers who see the same thing tell it once.
"""

from datetime import UTC, datetime

from tocsin.core.model.alert import Alert
from tocsin.core.model.base import Severity
from tocsin.core.model.deadletter import Stage
from tocsin.core.model.delivery import Delivery
from tocsin.core.model.ids import delivery_id, digest
from tocsin.core.model.match import ArticleRef
from tocsin.core.model.receipt import Reason
from tocsin.core.model.subscription import Silence
from tocsin.core.operations.watching import Standing

OPERATIONS_RULE = "tocsin-operations"
"""The rule that these alerts name, for the operators' subscription to choose by."""

_MINUTES_FROM = 100
"""Seconds from which on minutes are told."""

_MOVED_ON = 1
"""The number of the revision that tells that a stage moves again; the first has 0."""


def disabled_delivery(operators: str, subscription: str, version: str, reason: Reason, at: datetime) -> Delivery:
    """Tells ``operators`` (a subscription's id) that a subscription is out of use; once for each content of it."""
    return _delivery(
        operators,
        ("disabled", subscription, version),
        f"Subscription {subscription} is out of use: {reason}",
        "Its receiver refused for good. Its alerts go to the dead letters until its content changes or "
        "tocsin test-send succeeds; then tocsin redrive sends them.",
        at,
    )


def burst_delivery(operators: str, stage: Stage, count: int, seconds: float, at: datetime) -> Delivery:
    """Tells of many dead letters of one stage, ``count`` within ``seconds``; once an hour for each stage."""
    return _delivery(
        operators,
        ("dead-letters", stage, f"{at:%Y-%m-%dT%H}"),
        f"{count} dead letters of the {stage} within {seconds / 60:g} minutes",
        "news.deadletters.v1 holds them with their reasons; tocsin redrive sends them again, once the cause is mended.",
        at,
    )


def stall_delivery(operators: str, standing: Standing, seconds: float, at: datetime) -> Delivery:
    """Tells that a group has committed nothing for ``seconds``; the same stall has the same id, whoever sees it."""
    return _delivery(
        operators,
        ("stalled", standing.group, str(standing.position)),
        f"{standing.group} has stood still for {_lasting(seconds)}: {standing.behind} records wait",
        "Is the service running, and ready? Its log and tocsin doctor tell more.",
        at,
    )


def moved_on_delivery(operators: str, standing: Standing, at: datetime) -> Delivery:
    """Tells that the group which stood still there moves again."""
    about = ("stalled", standing.group, str(standing.position))
    return _delivery(operators, about, f"{standing.group} moves again", "", at, seq=_MOVED_ON, severity="warning")


def silence_delivery(operators: str, silence: Silence, at: datetime) -> Delivery:
    """Tells that a silence is about to end; once for each end that it has."""
    by = f", by {silence.author}" if silence.author else ""
    return _delivery(
        operators,
        ("silence", silence.id, silence.until.isoformat()),
        f"Silence {silence.id} ends at {silence.until.astimezone(UTC):%Y-%m-%d %H:%M} UTC",
        f"Its reason: {silence.reason}{by}. What it kept back is told then. To make it longer, make it again.",
        at,
        severity="info",
    )


def _delivery(
    operators: str,
    about: tuple[str, ...],
    headline: str,
    remedy: str,
    at: datetime,
    *,
    seq: int = 0,
    severity: Severity = "critical",
) -> Delivery:
    identifier = digest("operations", *about)
    alert = Alert(
        id=identifier,
        seq=seq,
        kind="new" if seq == 0 else "update",
        rule=OPERATIONS_RULE,
        rule_version="1",
        story=identifier,
        title="Tocsin's own state",
        headline=headline,
        severity=severity,
        score=1.0,
        labels={},
        article=ArticleRef(id=identifier, revision=str(seq), title=headline, lead=remedy, published=at),
        last_published=at,
    )
    delivered = delivery_id(identifier, operators)
    return Delivery(id=delivered, subscription=operators, alert=alert, alerted=at)


def _lasting(seconds: float) -> str:
    return f"{seconds:.0f} seconds" if seconds < _MINUTES_FROM else f"{seconds / 60:.0f} minutes"
