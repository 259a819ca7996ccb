"""Deliveries for the tests of lanes, and what a lane takes of them."""

from typing import Any

from tocsin.core.delivery.lane import Lane
from tocsin.core.model.alert import Alert
from tocsin.core.model.delivery import Delivery
from tocsin.core.model.match import ArticleRef

NOW = 1_000_000.0


def delivery(alert: str, seq: int = 1, **fields: Any) -> Delivery:
    known: dict[str, Any] = {"severity": fields.pop("severity", "warning"), "kind": fields.pop("kind", "new")}
    told = Alert(
        id=alert,
        seq=seq,
        rule="r",
        rule_version="1",
        story="s",
        title="t",
        headline="h",
        score=1.0,
        labels={},
        article=ArticleRef(id="a", revision="r", title="t"),
        **known,
    )
    return Delivery(id=f"d-{alert}", subscription="s", alert=told, **fields)


def taken(lane: Lane, now: float = NOW) -> list[tuple[str, int]]:
    work = lane.take(now)
    return [] if work is None else [(owed.delivery.alert.id, owed.delivery.alert.seq) for owed in work.owed]
