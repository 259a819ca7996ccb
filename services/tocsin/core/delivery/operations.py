"""Alerts about Tocsin itself, for its operators: they take the same way as news."""

from datetime import datetime

from tocsin.core.model.alert import Alert
from tocsin.core.model.delivery import Delivery
from tocsin.core.model.ids import delivery_id, digest
from tocsin.core.model.match import ArticleRef
from tocsin.core.model.receipt import Reason

OPERATIONS_RULE = "tocsin-operations"
"""The rule that these alerts name, for the operators' subscription to choose by."""


def disabled_delivery(operators: str, subscription: str, version: str, reason: Reason, at: datetime) -> Delivery:
    """Tells ``operators`` (a subscription's id) that a subscription is out of use; once for each content of it."""
    identifier = digest("operations", "disabled", subscription, version)
    article = ArticleRef(
        id=identifier,
        revision=version,
        title=f"Subscription {subscription} is out of use",
        lead="Its receiver refused for good. Its alerts go to the dead letters until its content changes or "
        "tocsin test-send succeeds; then tocsin redrive sends them.",
        published=at,
    )
    alert = Alert(
        id=identifier,
        seq=0,
        kind="new",
        rule=OPERATIONS_RULE,
        rule_version="1",
        story=identifier,
        title="Tocsin's own state",
        headline=f"Subscription {subscription} is out of use: {reason}",
        severity="critical",
        score=1.0,
        labels={},
        article=article,
        last_published=at,
    )
    delivered = delivery_id(identifier, operators)
    return Delivery(id=delivered, subscription=operators, alert=alert, alerted=at)
