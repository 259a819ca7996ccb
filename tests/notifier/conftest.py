"""A broker of their own for the notifier's tests, and a bench: configuration, alerts, receiver, processes."""

import asyncio
import os
import signal
import subprocess
import sys
import uuid
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import aiohttp
import msgspec
import pytest
from aiokafka import TopicPartition

from tests.waiting import PATIENCE_SECONDS, eventually
from tocsin.core.config.objects import ConfigObject
from tocsin.core.messages.sign import parse_secret
from tocsin.core.model.alert import Alert
from tocsin.core.model.deadletter import DeadLetter
from tocsin.core.model.match import ArticleRef
from tocsin.core.model.receipt import Receipt
from tocsin.core.model.subscription import Filter, SecretRef, SlackTarget, Subscription, WebhookTarget
from tocsin.edge.kafka.admin import create_missing_topics
from tocsin.edge.kafka.clients import create_consumer, create_producer
from tocsin.edge.kafka.config_store import read_config, write_config
from tocsin.edge.kafka.topics import ALERTS, DEAD_LETTERS, PARTITIONS, RECEIPTS
from tocsin.edge.settings import Settings
from tocsin.local.broker import EmbeddedBroker
from tocsin.local.receiver.server import SLACK_PATH, Receiver
from tocsin.notifier.sending.owing import read_owing

SIGNING_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"  # noqa: S105 - for tests alone


@pytest.fixture(scope="session")
def kafka(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedBroker]:
    """A broker with all topics."""
    with EmbeddedBroker(tmp_path_factory.mktemp("notifier-kafka"), port=0) as running:
        asyncio.run(create_missing_topics(Settings(brokers=running.bootstrap)))
        yield running


class Notifier:
    """One process."""

    def __init__(self, log: Path, environment: dict[str, str]) -> None:
        self.log = log
        with log.open("ab") as out:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "tocsin.cli", "notifier"], env=environment, stdout=out, stderr=out
            )

    def signal(self, number: signal.Signals) -> None:
        self.process.send_signal(number)

    def kill(self) -> None:
        """SIGKILL, and gone."""
        self.process.kill()
        self.process.wait()

    def stop(self) -> int:
        """SIGTERM, and its exit code."""
        self.process.terminate()
        return self.process.wait(timeout=PATIENCE_SECONDS)

    def text(self) -> str:
        return self.log.read_text(encoding="utf-8")


class Bench:
    """All that a test of the notifier needs. ``secrets`` go into the processes' environment."""

    def __init__(self, settings: Settings, receiver: Receiver, folder: Path) -> None:
        self.settings = self.home = settings
        self.receiver = receiver
        self.secrets = {
            "TOCSIN_SECRET_SLACK_URL": receiver.url + SLACK_PATH,
            "TOCSIN_SECRET_SLACK_TOKEN": "xoxb-not-a-real-token",
            "TOCSIN_SECRET_SIGNING": SIGNING_SECRET,
        }
        self.extra: dict[str, str] = {"TOCSIN_ALLOW_NETWORKS": "127.0.0.0/8"}
        self._folder = folder
        self._notifiers: list[Notifier] = []
        self._rule = f"rule-{uuid.uuid4().hex[:8]}"
        self._base = int(datetime.now(UTC).timestamp() * 1000)

    @property
    def rule(self) -> str:
        """A rule's id that is this test's own; its subscriptions choose by it."""
        return self._rule

    def webhook(self, name: str, **options: Any) -> Subscription:
        """A webhook subscription of this test; it posts to /hooks/NAME-..."""
        identifier = f"{name}-{self._rule}"
        target = WebhookTarget(
            url=f"{self.receiver.url}/hooks/{identifier}", secret=SecretRef(env="TOCSIN_SECRET_SIGNING")
        )
        return Subscription(id=identifier, webhook=target, **({"match": Filter(rule=self._rule)} | options))

    def slack(self, name: str, **target: Any) -> Subscription:
        """A Slack subscription of this test."""
        slack = SlackTarget(**(target or {"webhook": SecretRef(env="TOCSIN_SECRET_SLACK_URL")}))
        return Subscription(id=f"{name}-{self._rule}", match=Filter(rule=self._rule), slack=slack)

    def alert(self, name: str, seq: int = 1, **fields: Any) -> Alert:
        """An alert of this test's rule."""
        now = datetime.now(UTC)
        identifier = f"{name}-{self._rule}"
        known: dict[str, Any] = {
            "id": identifier,
            "seq": seq,
            "kind": "new" if seq == 1 else "update",
            "rule": self._rule,
            "rule_version": "v",
            "story": f"story-{identifier}",
            "title": "Mass casualties",
            "headline": f"Headline of {name}, {seq}",
            "severity": "warning",
            "score": 0.9,
            "labels": {},
            "article": ArticleRef(id="a", revision="r", title="A report", url="https://news.example/1", published=now),
            "last_published": now,
        }
        return Alert(**(known | fields))

    async def apply(self, *objects: ConfigObject, deleted: tuple[str, ...] = ()) -> None:
        """As ``tocsin apply`` does."""
        await write_config(self.settings, objects, deleted)

    async def publish(self, *alerts: Alert) -> None:
        """Alerts onto their topic."""
        await self.produce(ALERTS, *((alert.rule.encode(), msgspec.json.encode(alert)) for alert in alerts))

    async def produce(self, topic: str, *records: tuple[bytes, bytes | None], partition: int | None = None) -> None:
        """Raw records onto a topic."""
        producer = create_producer(self.settings)
        await producer.start()
        try:
            for key, value in records:
                await producer.send(topic, value, key=key, partition=partition)
        finally:
            await producer.stop()

    def start(self, instance: str = "n1", **extra: str) -> Notifier:
        """A notifier process."""
        environment = {
            **os.environ,
            **self.secrets,
            **self.extra,
            "TOCSIN_BROKERS": self.settings.bootstrap_servers(),
            "TOCSIN_METRICS_PORT": "0",
            "TOCSIN_SLACK_API_URL": f"{self.receiver.url}/api",
            "TOCSIN_INSTANCE": instance,
            **extra,
        }
        notifier = Notifier(self._folder / f"notifier-{len(self._notifiers)}.log", environment)
        self._notifiers.append(notifier)
        return notifier

    async def command(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """``tocsin`` with these arguments, run to its end."""
        environment = {**os.environ, **self.secrets, "TOCSIN_BROKERS": self.settings.bootstrap_servers()}
        return await asyncio.to_thread(
            subprocess.run,
            [sys.executable, "-m", "tocsin.cli", *arguments],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )

    def logs(self) -> str:
        return "".join(notifier.text() for notifier in self._notifiers)

    def accepted(self, subscription: str) -> list[dict[str, Any]]:
        """Bodies that the receiver took at a subscription's webhook, in order."""
        path = f"/hooks/{subscription}"
        return [message.payload for message in self.receiver.kept if message.path == path and message.accepted]

    until = staticmethod(eventually)

    async def got(self, subscription: str, count: int) -> list[dict[str, Any]]:
        """Wait for so many bodies."""

        async def arrived() -> bool:
            return len(self.accepted(subscription)) >= count

        await eventually(arrived, f"{count} messages for {subscription}, {len(self.accepted(subscription))} came")
        return self.accepted(subscription)

    async def read(self, topic: str) -> list[tuple[bytes | None, bytes | None]]:
        """All (key, value) on a topic now."""
        consumer = create_consumer(self.settings)
        await consumer.start()
        try:
            partitions = [TopicPartition(topic, p) for p in range(PARTITIONS)]
            consumer.assign(partitions)
            ends = await consumer.end_offsets(partitions)
            await consumer.seek_to_beginning(*partitions)
            found: list[tuple[bytes | None, bytes | None]] = []
            for tp in partitions:
                while await consumer.position(tp) < ends[tp]:
                    batch = await consumer.getmany(tp, timeout_ms=200)
                    found += [(record.key, record.value) for record in batch.get(tp, ())]
            return found
        finally:
            await consumer.stop()

    async def all_receipts(self) -> list[Receipt]:
        """All receipts there are."""
        return [msgspec.json.decode(value, type=Receipt) for _, value in await self.read(RECEIPTS) if value]

    async def receipts(self, subscription: str) -> list[Receipt]:
        """All receipts of a subscription."""
        return [receipt for receipt in await self.all_receipts() if receipt.subscription == subscription]

    async def until_receipt(self, subscription: str, outcome: str, count: int = 1) -> list[Receipt]:
        """Wait for receipts with that outcome."""
        found: list[Receipt] = []

        async def there() -> bool:
            nonlocal found
            found = [receipt for receipt in await self.receipts(subscription) if receipt.outcome == outcome]
            return len(found) >= count

        await eventually(there, f"{count} receipts {outcome} for {subscription}")
        return found

    async def until_nothing_is_owed(self, *subscriptions: str) -> None:
        """Wait for what was sent to be written down as sent: what is killed before that comes again."""

        async def settled() -> bool:
            return (await read_owing(self.settings)).owed.keys().isdisjoint(subscriptions)

        await eventually(settled, "the settling")

    async def until_settled(self, alert: Alert, outcome: str) -> None:
        """Wait for a receipt that says so of this revision, for whomever."""

        async def there() -> bool:
            said = {(receipt.alert, receipt.seq, receipt.outcome) for receipt in await self.all_receipts()}
            return (alert.id, alert.seq, outcome) in said

        await eventually(there, f"revision {alert.seq} {outcome}")

    async def letters(self, topic: str) -> list[DeadLetter]:
        """Dead letters from that topic whose key names this test's rule."""
        values = [value for _, value in await self.read(DEAD_LETTERS) if value]
        letters = [msgspec.json.decode(value, type=DeadLetter) for value in values]
        ours = self._rule.encode()
        return [letter for letter in letters if letter.topic == topic and ours in (letter.key or b"")]

    async def faults(self, *faults: dict[str, Any]) -> None:
        """Tell the receiver to misbehave; none: to behave."""
        async with (
            aiohttp.ClientSession() as session,
            session.put(f"{self.receiver.url}/faults", json=list(faults)) as response,
        ):
            assert response.status == 204

    async def close(self) -> None:
        for notifier in self._notifiers:
            with suppress(ProcessLookupError):
                notifier.signal(signal.SIGCONT)
            if notifier.process.poll() is None:
                notifier.kill()
        standing = await read_config(self.settings)
        ours = [f"subscription/{name}" for name in standing.subscriptions if name.endswith(self._rule)]
        ours += [f"silence/{name}" for name in standing.silences if name.endswith(self._rule)]
        if ours:
            await self.apply(deleted=tuple(ours))


@pytest.fixture
async def bench(kafka: EmbeddedBroker, tmp_path: Path) -> AsyncIterator[Bench]:
    """A bench with a receiver that checks signatures."""
    receiver = Receiver(key=parse_secret(SIGNING_SECRET))
    await receiver.start()
    made = Bench(Settings(brokers=kafka.bootstrap), receiver, tmp_path)
    yield made
    await made.close()
    await receiver.stop()
