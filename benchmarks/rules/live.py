"""How soon a rule is in force: from the moment it is applied until the first match by it, through a running scorer.

Run: python -m benchmarks.rules.live [--rules 100 10000] [--changes 30]. Kafka is embedded, the scorer a process of its
own; articles of 1.6 KB come all the while, each fires one rule. That rule is changed again and again. Every article has
to be matched once, by the rule as it was or as it is.
"""

import argparse
import asyncio
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import msgspec
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition

from benchmarks.rules.workload import Workload, to_rule
from tocsin.core.config import content_version
from tocsin.core.model.article import Article
from tocsin.core.model.match import Match
from tocsin.core.model.rule import EvidenceItem, Rule
from tocsin.edge.kafka.admin import create_missing_topics
from tocsin.edge.kafka.clients import create_consumer, create_producer
from tocsin.edge.kafka.config_store import write_config
from tocsin.edge.kafka.topics import ARTICLES, MATCHES, PARTITIONS
from tocsin.edge.settings import Settings
from tocsin.local.broker import EmbeddedBroker

_BETWEEN_SECONDS = 0.02
"""Between two articles: what is measured can't be told more finely."""

_PATIENCE_SECONDS = 120.0
_WORD = "qxwatchword"


class Stream:
    """Sends articles without end, and notes when the first match by each version of the rule was there."""

    def __init__(self, producer: AIOKafkaProducer, consumer: AIOKafkaConsumer, articles: Sequence[Article]) -> None:
        self.sent = 0
        self.matched: dict[str, int] = {}
        self.first: dict[str, float] = {}
        self.longest_gap = 0.0
        self._producer = producer
        self._consumer = consumer
        self._articles = articles

    async def send(self) -> None:
        """Until cancelled."""
        while True:
            plain = self._articles[self.sent % len(self._articles)]
            article = msgspec.structs.replace(plain, id=f"live-{self.sent}", title=f"{plain.title} {_WORD}")
            await self._producer.send_and_wait(ARTICLES, msgspec.json.encode(article), key=article.id.encode())
            self.sent += 1
            await asyncio.sleep(_BETWEEN_SECONDS)

    async def read(self) -> None:
        """Until cancelled."""
        last: float | None = None
        while True:
            for records in (await self._consumer.getmany(timeout_ms=20)).values():
                now = time.monotonic()
                self.longest_gap = max(self.longest_gap, 0.0 if last is None else now - last)
                last = now
                for record in records:
                    match = msgspec.json.decode(record.value, type=Match)
                    if match.rule == _rule(0).id:
                        self.first.setdefault(match.rule_version, now)
                        self.matched[match.article.id] = self.matched.get(match.article.id, 0) + 1

    async def until_first(self, version: str) -> float:
        """When the first match by that version was read."""
        deadline = time.monotonic() + _PATIENCE_SECONDS
        while version not in self.first:
            if time.monotonic() > deadline:
                raise SystemExit("no match by the changed rule")
            await asyncio.sleep(0.002)
        return self.first[version]


async def measure(count: int, changes: int, broker: EmbeddedBroker, folder: Path) -> None:
    """One row: with so many rules in force."""
    settings, workload = Settings(brokers=broker.bootstrap), Workload()
    await create_missing_topics(settings)
    await write_config(settings, [_rule(0), *(to_rule(plan) for plan in workload.untouched(count - 1))])
    producer, consumer = create_producer(settings, linger_ms=0), create_consumer(settings)
    await producer.start()
    await consumer.start()
    partitions = [TopicPartition(MATCHES, number) for number in range(PARTITIONS)]
    consumer.assign(partitions)
    await consumer.seek_to_end(*partitions)
    process = _scorer(broker.bootstrap, folder)
    stream = Stream(producer, consumer, workload.articles(200))
    tasks = [asyncio.create_task(stream.send()), asyncio.create_task(stream.read())]
    try:
        await stream.until_first(content_version(_rule(0)))
        await asyncio.sleep(1)
        stream.longest_gap = 0.0
        took = []
        for number in range(1, changes + 1):
            begin = time.monotonic()
            await write_config(settings, [_rule(number)])
            took.append(await stream.until_first(content_version(_rule(number))) - begin)
            await asyncio.sleep(0.2)
        tasks[0].cancel()
        await _all_matched(stream)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await producer.stop()
        await consumer.stop()
        process.terminate()
        process.wait()
    again = sum(times > 1 for times in stream.matched.values())
    cells = (f"{count:,}", changes, f"{statistics.median(took):.3f}", f"{max(took):.3f}", f"{stream.longest_gap:.3f}")
    print(f"| {' | '.join(map(str, cells))} | {stream.sent:,} | {again} |", flush=True)


async def _all_matched(stream: Stream) -> None:
    """Raises SystemExit when an article was not matched."""
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while len(stream.matched) < stream.sent:
        if time.monotonic() > deadline:
            raise SystemExit(f"{stream.sent - len(stream.matched)} articles were not matched")
        await asyncio.sleep(0.05)


def _rule(number: int) -> Rule:
    """The rule that changes: with another threshold each time, so that its version is another."""
    item = EvidenceItem(terms=(_WORD,), weight=0.9)
    return Rule(id="live", title="Live", evidence=(item,), threshold=0.1 + number / 1000)


def _scorer(bootstrap: str, folder: Path) -> "subprocess.Popen[bytes]":
    environment = {**os.environ, "TOCSIN_BROKERS": bootstrap, "TOCSIN_METRICS_PORT": "0", "TOCSIN_INSTANCE": "bench"}
    with (folder / "scorer.log").open("ab") as out:
        return subprocess.Popen([sys.executable, "-m", "tocsin.cli", "scorer"], env=environment, stdout=out, stderr=out)


def main() -> None:
    """Print a row for each number of rules."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rules", type=int, nargs="+", default=[100, 10_000])
    parser.add_argument("--changes", type=int, default=30)
    options = parser.parse_args()
    heads = (
        "rules in force | changes | median s | longest s | longest pause between matches s | articles | matched twice"
    )
    print(f"| {heads} |\n| ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    for count in options.rules:
        with tempfile.TemporaryDirectory() as folder, EmbeddedBroker(Path(folder) / "kafka", port=0) as broker:
            asyncio.run(measure(count, options.changes, broker, Path(folder)))


if __name__ == "__main__":
    main()
