"""What the correlator shows of its work."""

from collections.abc import Callable
from typing import Literal, get_args

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

from tocsin.core.model.alert import AlertKind
from tocsin.edge.metrics import AGE_SECONDS, LATENCY_SECONDS

MatchOutcome = Literal["alerted", "folded", "held", "repeat", "rule_deleted", "revoked", "dead_letter"]
"""What became of a match. ``held``: its update waits until the story has been quiet; ``revoked``: another worker's."""


class CorrelatorMetrics:
    """All metrics of the correlator; docs/metrics.md is the index."""

    def __init__(self, registry: CollectorRegistry, open_stories: Callable[[], int]) -> None:
        self.matches = Counter(
            "tocsin_correlator_matches", "Matches taken, by what became of them.", ["outcome"], registry=registry
        )
        for outcome in get_args(MatchOutcome):
            self.matches.labels(outcome=outcome)
        self.alerts = Counter("tocsin_correlator_alerts", "Alert revisions written.", ["kind"], registry=registry)
        for kind in get_args(AlertKind):
            self.alerts.labels(kind=kind)
        self.expired = Counter("tocsin_correlator_stories_expired", "Stories that aged out.", registry=registry)
        self.unreadable = Counter(
            "tocsin_correlator_unreadable_stories", "Stories in the changelog that can't be decoded.", registry=registry
        )
        self.stories = Gauge("tocsin_correlator_stories", "Open stories held by this worker.", registry=registry)
        self.stories.set_function(open_stories)
        self.partitions = Gauge("tocsin_correlator_partitions", "Partitions held by this worker.", registry=registry)
        self.seconds = Histogram(
            "tocsin_correlator_match_seconds",
            "From a match's arrival in this process until its alerts are durable and its story is written.",
            buckets=(0.0001, 0.00025, 0.0005, *LATENCY_SECONDS),
            registry=registry,
        )
        self.lag = Histogram(
            "tocsin_correlator_event_lag_seconds",
            "From an article's publication to its folding.",
            buckets=AGE_SECONDS,
            registry=registry,
        )
        self.recovery = Histogram(
            "tocsin_correlator_recovery_seconds",
            "Time to index the stories of partitions taken over.",
            buckets=LATENCY_SECONDS,
            registry=registry,
        )
