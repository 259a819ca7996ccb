"""A broker with the real topics, a rule in force, and correlator processes that tests may kill."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import aiohttp
import msgspec
import pytest
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from prometheus_client.parser import text_string_to_metric_families

from tocsin.core.model.alert import Alert
from tocsin.core.model.analysis import Casualty
from tocsin.core.model.ids import match_id
from tocsin.core.model.match import ArticleRef, Evidence, Match, Signature
from tocsin.core.model.rule import Burst, CasualtyCondition, EvidenceItem, Rule, StoryPolicy
from tocsin.core.model.story import Story
from tocsin.core.stories import OpenStories, Policy, apply, fold
from tocsin.edge.kafka.admin import create_missing_topics
from tocsin.edge.kafka.clients import create_consumer, create_producer
from tocsin.edge.kafka.config_store import write_config
from tocsin.edge.kafka.topics import MATCHES, PARTITIONS
from tocsin.edge.settings import Settings
from tocsin.local.broker import EmbeddedBroker

RULES = tuple(f"rule-{n}" for n in range(24))
QUIET_RULE = "quiet"
BURST_RULE = "bursting"
EVENTS_OF_A_TEST = 1000
"""Each test has so many events of its own, a day after those of the test before."""

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)


def make_match(rule: str, event: int, article: int, *, killed: int = 20, minutes: float = 0) -> Match:
    """Article number ``article`` about event number ``event``: its words are the event's own, so grouping is plain."""
    name = f"{rule}-{event}-{article}"
    text = f"{killed} dead in event{event} at town{event}x"
    at = NOW + timedelta(days=event // EVENTS_OF_A_TEST, minutes=minutes)
    words = tuple(f"{rule}{event}w{n}" for n in range(8))
    return Match(
        id=match_id(rule, name, "r"),
        rule=rule,
        rule_version="v1",
        title="Casualties",
        score=0.9,
        severity="warning",
        labels={"desk": "mena"},
        article=ArticleRef(
            id=name,
            revision="r",
            title=text,
            publisher=f"publisher{article}",
            published=at,
            fetched=at,
        ),
        evidence=(Evidence(field="title", start=0, end=2, text="20", kind="casualties", why="killed", weight=0.9),),
        casualties=(
            Casualty(
                field="title", start=0, end=7, text=text[:7], kind="killed", min=killed, max=killed, status="stated"
            ),
        ),
        signature=Signature(terms=words, names=(f"town{event}x",)),
    )


class Worker:
    """A correlator in a process of its own, told apart by its static instance id."""

    def __init__(self, bootstrap: str, instance: str, folder: Path) -> None:
        self._log = folder / f"{instance}-{len(list(folder.glob('*.log')))}.log"
        environment = {k: v for k, v in os.environ.items() if not k.startswith("TOCSIN_")} | {
            "TOCSIN_BROKERS": bootstrap,
            "TOCSIN_INSTANCE": instance,
            "TOCSIN_METRICS_PORT": "0",
            "TOCSIN_DATA_DIR": str(folder / instance),
        }
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tocsin.cli", "correlator"], env=environment, stderr=log, stdout=log
            )

    @property
    def log(self) -> list[dict[str, Any]]:
        """What it has logged, line by line."""
        return [msgspec.json.decode(line) for line in self._log.read_bytes().splitlines() if line.startswith(b"{")]

    def events(self, name: str) -> list[dict[str, Any]]:
        """Its log lines with this event name."""
        return [line for line in self.log if line["event"] == name]

    async def ready(self, *, partitions: int | None = None, seconds: float = 60) -> None:
        """Wait until it holds partitions (this many), and their stories."""
        async with asyncio.timeout(seconds):
            while True:
                held = [line["count"] for line in self.events("partitions_held")]
                if held and (partitions is None or held[-1] == partitions):
                    return
                if self._process.poll() is not None:
                    raise AssertionError(
                        f"the correlator ended with {self._process.returncode}: {self._log.read_text()[-3000:]}"
                    )
                await asyncio.sleep(0.1)

    async def metrics(self) -> dict[str, float]:
        """Its metrics by name and labels."""
        port = self.events("service_started")[-1]["metrics_port"]
        async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{port}/metrics") as answer:
            text = await answer.text()
        return {
            sample.name + "".join(f"{{{k}={v}}}" for k, v in sorted(sample.labels.items())): sample.value
            for family in text_string_to_metric_families(text)
            for sample in family.samples
        }

    def kill(self) -> None:
        """SIGKILL: it has no chance to say goodbye."""
        self._process.kill()
        self._process.wait()

    def signal(self, number: signal.Signals) -> None:
        """Send it a signal."""
        self._process.send_signal(number)

    def stop(self, seconds: float = 30) -> int:
        """SIGTERM; returns the exit status."""
        self._process.terminate()
        return self._process.wait(seconds)

    def wait(self, seconds: float = 60) -> int:
        """Wait for it to end by itself; returns the exit status."""
        return self._process.wait(seconds)

    def close(self) -> None:
        """Make sure that it is gone."""
        if self._process.poll() is None:
            self.kill()


class Kafka:
    """The topics around the correlator, as a test writes and reads them."""

    def __init__(self, settings: Settings, producer: AIOKafkaProducer) -> None:
        self.settings = settings
        self.producer = producer

    async def send(self, *matches: Match) -> list[int]:
        """Write matches; returns their offsets."""
        waiting = [await self.producer.send(MATCHES, msgspec.json.encode(m), key=m.rule.encode()) for m in matches]
        return [(await acknowledged).offset for acknowledged in waiting]

    async def ends(self, topic: str) -> dict[TopicPartition, int]:
        """Where the topic ends now."""
        async with _consumer(self.settings) as consumer:
            partitions = [TopicPartition(topic, p) for p in range(PARTITIONS)]
            found: dict[TopicPartition, int] = await consumer.end_offsets(partitions)
            return found

    async def read(
        self, start: dict[TopicPartition, int], until: Callable[[list[Any]], bool], seconds: float = 30
    ) -> list[Any]:
        """Records from ``start`` on until the condition holds for those read."""
        records: list[Any] = []
        async with _consumer(self.settings) as consumer:
            consumer.assign(list(start))
            for partition, offset in start.items():
                consumer.seek(partition, offset)
            try:
                async with asyncio.timeout(seconds):
                    while not until(records):
                        for batch in (await consumer.getmany(timeout_ms=200)).values():
                            records.extend(batch)
            except TimeoutError:
                values = [record.value for record in records]
                raise AssertionError(f"in {seconds} s only {len(values)} records came: {values!r:.5000}") from None
        return records

    async def alerts(
        self, start: dict[TopicPartition, int], until: Callable[[list[Alert]], bool], seconds: float = 30
    ) -> list[Alert]:
        """Alerts from ``start`` on until the condition holds for those read."""

        def decoded(records: list[Any]) -> list[Alert]:
            return [msgspec.json.decode(record.value, type=Alert) for record in records]

        return decoded(await self.read(start, lambda records: until(decoded(records)), seconds))


class _consumer:  # noqa: N801 - reads as the function it stands for
    def __init__(self, settings: Settings) -> None:
        self._consumer = create_consumer(settings)

    async def __aenter__(self) -> AIOKafkaConsumer:
        await self._consumer.start()
        return self._consumer

    async def __aexit__(self, *_: object) -> None:
        await self._consumer.stop()


@pytest.fixture(scope="session")
def own_broker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedBroker]:
    """A broker for these tests alone: they use the topics under their real names."""
    with EmbeddedBroker(tmp_path_factory.mktemp("correlator-kafka"), port=0) as running:
        yield running


@pytest.fixture(scope="session")
async def kafka(own_broker: EmbeddedBroker) -> AsyncIterator[Kafka]:
    settings = Settings(brokers=own_broker.bootstrap)
    await create_missing_topics(settings)
    rules = [
        Rule(
            id=rule,
            title="Casualties",
            evidence=(EvidenceItem(casualties=CasualtyCondition(kinds=("killed",), at_least=10)),),
            story=StoryPolicy(
                quiet_for="3s" if rule == QUIET_RULE else "0s",
                escalate_when={"killed": "doubles"},
                burst=Burst(articles=4) if rule == BURST_RULE else None,
            ),
        )
        for rule in (*RULES, QUIET_RULE, BURST_RULE)
    ]
    await write_config(settings, rules)
    producer = create_producer(settings)
    await producer.start()
    yield Kafka(settings, producer)
    await producer.stop()


@pytest.fixture
def start_worker_at(tmp_path: Path) -> Iterator[Callable[[str, str], Worker]]:
    """Start a correlator at these brokers under this instance id."""
    started: list[Worker] = []

    def start(bootstrap: str, instance: str) -> Worker:
        started.append(Worker(bootstrap, instance, tmp_path))
        return started[-1]

    yield start
    for worker in started:
        worker.close()


@pytest.fixture
def start_worker(own_broker: EmbeddedBroker, start_worker_at: Callable[[str, str], Worker]) -> Callable[[str], Worker]:
    """Start a correlator under this instance id."""
    return lambda instance: start_worker_at(own_broker.bootstrap, instance)


@pytest.fixture
def match() -> Callable[..., Match]:
    return make_match


@pytest.fixture(scope="session")
def tests_so_far() -> Iterator[int]:
    return count()


@pytest.fixture
def event(tests_so_far: Iterator[int]) -> int:
    """The first of the events that are this test's own."""
    return next(tests_so_far) * EVENTS_OF_A_TEST


class Oracle:
    """What the pure fold makes of the matches at the offsets that Kafka gave them."""

    def __init__(self) -> None:
        self._kept: dict[str, Story] = {}
        self._stories: dict[str, OpenStories] = {}
        self.alerts: list[Alert] = []

    def fold(self, match: Match, offset: int) -> None:
        policy = Policy(quiet_for=timedelta(0), escalate_when={"killed": "doubles"}, floors={"killed": 10})
        stories = self._stories.setdefault(match.rule, OpenStories(self._kept))
        outcome = fold(stories, match, (0, offset), policy)
        self._kept.update({told.story.id: told.story for told in outcome.changed})
        apply(stories, outcome)
        self.alerts.extend(outcome.alerts)

    @property
    def open_stories(self) -> int:
        """How many stories are open over all rules."""
        return sum(len(stories) for stories in self._stories.values())


@pytest.fixture
def oracle() -> Oracle:
    return Oracle()
