"""The alert of a test message: plainly marked, about nothing that happened."""

from datetime import datetime

from tocsin.core.model.alert import Alert
from tocsin.core.model.delivery import Delivery
from tocsin.core.model.ids import delivery_id, digest
from tocsin.core.model.match import ArticleRef


def sample_delivery(subscription: str, at: datetime) -> Delivery:
    """One test message for a subscription; another moment gives another message."""
    identifier = digest("test", subscription, at.isoformat())
    article = ArticleRef(
        id=identifier, revision="1", title="Test", lead="If you can read this, delivery works.", published=at
    )
    alert = Alert(
        id=identifier,
        seq=int(at.timestamp()),
        kind="new",
        rule="test",
        rule_version="1",
        story=identifier,
        title="Test",
        headline="Test message from Tocsin",
        severity="info",
        score=1.0,
        labels={},
        article=article,
        last_published=at,
    )
    delivered = delivery_id(identifier, subscription)
    return Delivery(id=delivered, subscription=subscription, alert=alert, alerted=at, test=True)
