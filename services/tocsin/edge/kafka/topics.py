"""The one table of topics: partitions, retention, compaction. Created by ``tocsin topics``; see docs/topics.md."""

from dataclasses import dataclass, field

PARTITIONS = 12
"""Fixed: stories and deliveries are placed by hash, so growing means new topics (v2), never more partitions."""

HOUR_MS = 3_600_000
DAY_MS = 24 * HOUR_MS

_COMPACTED = {
    "cleanup.policy": "compact",
    "segment.ms": "300000",
    "segment.bytes": "67108864",
    "min.cleanable.dirty.ratio": "0.1",
    "max.compaction.lag.ms": "300000",
}
"""With Kafka's defaults the cleaner would let 100 deliveries/s grow to 13.6 GB a day before it ran."""


def _kept(days: int) -> dict[str, str]:
    return {"cleanup.policy": "delete", "retention.ms": str(days * DAY_MS)}


def _compacted(tombstones_kept_ms: int) -> dict[str, str]:
    return _COMPACTED | {"delete.retention.ms": str(tombstones_kept_ms)}


@dataclass(frozen=True)
class Topic:
    """A topic and its settings, as Kafka names them."""

    name: str
    partitions: int
    config: dict[str, str] = field(default_factory=dict)


ARTICLES = "news.articles.v1"
MATCHES = "news.matches.v1"
ALERTS = "news.alerts.v1"
DELIVERIES = "news.deliveries.v1"
RECEIPTS = "news.receipts.v1"
CONFIG = "news.config.v1"
DEAD_LETTERS = "news.deadletters.v1"
STORIES_CHANGELOG = "tocsin-correlator-stories-changelog"
"""Faust's own name for the changelog of table ``stories`` of the app ``tocsin-correlator``."""

TOPICS: tuple[Topic, ...] = (
    Topic(ARTICLES, PARTITIONS, _kept(7)),
    Topic(MATCHES, PARTITIONS, _kept(7)),
    Topic(ALERTS, PARTITIONS, _kept(30)),
    Topic(DELIVERIES, PARTITIONS, _compacted(HOUR_MS)),
    Topic(RECEIPTS, PARTITIONS, _kept(30)),
    Topic(CONFIG, 1, _compacted(7 * DAY_MS)),
    Topic(DEAD_LETTERS, PARTITIONS, _kept(30)),
    Topic(STORIES_CHANGELOG, PARTITIONS, _compacted(HOUR_MS)),
)
