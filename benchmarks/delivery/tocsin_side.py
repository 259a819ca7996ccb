"""Tocsin under measurement: an embedded Kafka and one notifier process."""

import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from aiokafka import AIOKafkaProducer
from bench import SECRET, end, spawn, until

from tocsin.core.model.alert import Alert
from tocsin.core.model.match import ArticleRef, Evidence
from tocsin.core.model.subscription import Filter, SecretRef, Subscription, WebhookTarget
from tocsin.edge.kafka.admin import create_missing_topics
from tocsin.edge.kafka.clients import create_producer
from tocsin.edge.kafka.config_store import write_config
from tocsin.edge.kafka.topics import ALERTS, PARTITIONS
from tocsin.edge.settings import Settings
from tocsin.local.broker import EmbeddedBroker

RULES = 24
"""Alerts spread over so many rules, and so over the partitions of the alerts topic."""


class Tocsin:
    """See ``System``."""

    name = "Tocsin"

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._broker = EmbeddedBroker(folder / "kafka", port=0)
        self._notifier = None
        self._producer: AIOKafkaProducer | None = None
        self._sent = 0
        self._subscribed = 0

    async def start(self, targets: list[str]) -> None:
        """Begin."""
        self._broker.start()
        self._settings = Settings(brokers=self._broker.bootstrap)
        await create_missing_topics(self._settings)
        await self.subscribe(targets)
        self._producer = create_producer(self._settings, linger_ms=0)
        await self._producer.start()
        await self.restart()

    async def subscribe(self, targets: list[str]) -> None:
        """As ``tocsin apply`` does."""
        subscriptions = [
            Subscription(
                id=f"bench-{number}",
                match=Filter(labels={"bench": "yes"}),
                webhook=WebhookTarget(url=url, secret=SecretRef(env="TOCSIN_SECRET_BENCH")),
            )
            for number, url in enumerate(targets, self._subscribed)
        ]
        self._subscribed += len(subscriptions)
        await write_config(self._settings, subscriptions)

    async def restart(self) -> None:
        """One notifier process; back when it serves its partitions."""
        log = self._folder / "notifier.log"
        seen = log.read_text().count('"partitions_live"') if log.exists() else 0
        self._notifier = spawn(
            [sys.executable, "-m", "tocsin.cli", "notifier"],
            log,
            TOCSIN_BROKERS=self._broker.bootstrap,
            TOCSIN_INSTANCE="bench",
            TOCSIN_METRICS_PORT="0",
            TOCSIN_LOG_LEVEL="INFO",
            TOCSIN_ALLOW_NETWORKS="127.0.0.0/8",
            TOCSIN_SECRET_BENCH=SECRET,
        )

        async def live() -> bool:
            return log.read_text().count('"partitions_live"') > seen

        await until(live, "the notifier")

    async def send(self, names: list[str]) -> dict[str, float]:
        """Onto the alerts topic; accepted is when the broker has it."""
        if self._producer is None:
            raise RuntimeError("send() before start()")
        futures = []
        for name in names:
            self._sent += 1
            alert = _alert(name, self._sent)
            value = msgspec.json.encode(alert)
            partition = self._sent % PARTITIONS
            futures.append(await self._producer.send(ALERTS, value, key=alert.rule.encode(), partition=partition))
        accepted = {}
        for name, future in zip(names, futures, strict=True):
            await future
            accepted[name] = time.time()
        return accepted

    def kill(self) -> None:
        """SIGKILL for the notifier."""
        if self._notifier is not None:
            self._notifier.kill()
            self._notifier.wait()

    async def stop(self) -> None:
        """End everything."""
        end(self._notifier)
        if self._producer is not None:
            await self._producer.stop()
        self._broker.stop()


def _alert(name: str, number: int) -> Alert:
    """An alert of usual size: about 2 kB."""
    now = datetime.now(UTC)
    return Alert(
        id=name,
        seq=1,
        kind="new",
        rule=f"rule-{number % RULES}",
        rule_version="1",
        story=name,
        title="Mass casualties in Iraq",
        headline=name,
        severity="warning",
        score=0.9,
        labels={"bench": "yes"},
        article=ArticleRef(
            id="a", revision="r", title="A report", lead="words of evidence " * 15, url="https://news.example/1"
        ),
        evidence=tuple(
            Evidence(
                field="body", start=0, end=9, text="killed 12", kind="casualties", why="killed 12 ≥ 10", weight=0.5
            )
            for _ in range(5)
        ),
        last_published=now,
    )
