"""What the notifier shows of its work. No label holds an id that others chose, a URL or a title."""

from typing import Literal, get_args

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

from tocsin.core.model.receipt import Outcome
from tocsin.core.routing.gathering import Suppression
from tocsin.edge.metrics import AGE_SECONDS, LATENCY_SECONDS

RouterOutcome = Literal["routed", "nobody", "repeat", "stale", "silenced", "dead_letter"]
TargetKind = Literal["webhook", "slack_webhook", "slack_api", "email", "apprise", "none"]
_DELIVERY_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, *AGE_SECONDS[1:])


class NotifierMetrics:
    """All metrics of the notifier; docs/metrics.md is the index."""

    def __init__(self, registry: CollectorRegistry) -> None:
        self.alerts = Counter(
            "tocsin_router_alerts", "Alert revisions taken, by what became of them.", ["outcome"], registry=registry
        )
        for outcome in get_args(RouterOutcome):
            self.alerts.labels(outcome=outcome)
        self.deliveries = Counter("tocsin_router_deliveries", "Deliveries written.", registry=registry)
        self.suppressed = Counter(
            "tocsin_alerts_suppressed",
            "Alerts that subscribers were not told at once, or not at all, by the reason.",
            ["reason"],
            registry=registry,
        )
        for reason in get_args(Suppression):
            self.suppressed.labels(reason=reason)
        self.broken_objects = Gauge(
            "tocsin_notifier_broken_objects", "Subscriptions and silences that can't be used.", registry=registry
        )
        self.settled = Counter(
            "tocsin_delivery_outcomes",
            "Deliveries and attempts, by how they ended and the kind of target.",
            ["outcome", "target"],
            registry=registry,
        )
        for settled in get_args(Outcome):
            for target in get_args(TargetKind):
                self.settled.labels(outcome=settled, target=target)
        self.attempt_seconds = Histogram(
            "tocsin_delivery_attempt_seconds",
            "How long requests to subscribers took.",
            ["target"],
            buckets=LATENCY_SECONDS,
            registry=registry,
        )
        self.published_to_alerted = _ages("tocsin_published_to_alerted_seconds", "newest article to alert", registry)
        self.alerted_to_delivered = _ages("tocsin_alerted_to_delivered_seconds", "alert to delivery", registry)
        self.published_to_delivered = _ages(
            "tocsin_published_to_delivered_seconds", "newest article to delivery", registry
        )
        self.pending = Gauge("tocsin_delivery_pending", "Alerts owed to subscribers.", registry=registry)
        self.oldest_pending = Gauge(
            "tocsin_delivery_oldest_pending_seconds", "How long the oldest of them has been owed.", registry=registry
        )
        self.gathered = Gauge(
            "tocsin_delivery_gathered", "Stories gathered for messages that are told later.", registry=registry
        )
        self.disabled = Gauge(
            "tocsin_subscriptions_disabled", "Subscriptions put out of use by their receivers.", registry=registry
        )
        self.breakers_open = Gauge(
            "tocsin_delivery_breakers_open", "Subscriptions whose receivers fail again and again.", registry=registry
        )
        self.loading = Gauge("tocsin_sender_partitions_loading", "Partitions being read.", registry=registry)


def _ages(name: str, what: str, registry: CollectorRegistry) -> Histogram:
    return Histogram(name, f"Time from {what}.", buckets=_DELIVERY_SECONDS, registry=registry)
