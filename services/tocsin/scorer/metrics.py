"""What the scorer shows of its work."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

from tocsin.edge.metrics import AGE_SECONDS, LATENCY_SECONDS


class ScorerMetrics:
    """All metrics of the scorer; docs/metrics.md is the index."""

    def __init__(self, registry: CollectorRegistry) -> None:
        self.articles = Counter(
            "tocsin_scorer_articles",
            "Articles taken, by what became of them.",
            ["outcome"],
            registry=registry,
        )
        for outcome in ("matched", "unmatched", "withdrawn", "dead_letter"):
            self.articles.labels(outcome=outcome)
        self.matches = Counter("tocsin_scorer_matches", "Matches written.", registry=registry)
        self.seconds = Histogram(
            "tocsin_scorer_article_seconds",
            "Time to read and match one article.",
            buckets=(0.0001, 0.00025, 0.0005, *LATENCY_SECONDS),
            registry=registry,
        )
        self.age = Histogram(
            "tocsin_scorer_article_age_seconds",
            "From an article's publication to its scoring.",
            buckets=AGE_SECONDS,
            registry=registry,
        )
        self.rules = Gauge("tocsin_scorer_rules", "Rules in force.", registry=registry)
        self.broken_objects = Gauge(
            "tocsin_scorer_broken_objects",
            "Configuration objects skipped because they can't be used.",
            registry=registry,
        )
