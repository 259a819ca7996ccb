"""One correlator worker on a real Kafka: matches a second, latency at a steady rate, and recovery after SIGKILL.

Run: python benchmarks/stories/through_kafka.py [--stories 10000] [--matches 20000] [--rate 200] [--seconds 30]
"""

import argparse
import asyncio
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

import msgspec
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient
from load import opening, stream

from tocsin.core.model.alert import Alert
from tocsin.core.model.match import Match
from tocsin.core.model.rule import CasualtyCondition, EvidenceItem, Rule
from tocsin.edge.kafka.admin import create_missing_topics
from tocsin.edge.kafka.clients import create_admin, create_consumer, create_producer
from tocsin.edge.kafka.config_store import write_config
from tocsin.edge.kafka.topics import ALERTS, MATCHES, PARTITIONS
from tocsin.edge.settings import Settings
from tocsin.local.broker import EmbeddedBroker

TICKS = os.sysconf("SC_CLK_TCK")
PATIENCE_SECONDS = 300.0


class Worker:
    """The correlator in a process of its own, under one static instance id."""

    def __init__(self, bootstrap: str, folder: Path) -> None:
        self._folder = folder
        self._environment = {**os.environ, "TOCSIN_BROKERS": bootstrap, "TOCSIN_INSTANCE": "bench"} | {
            "TOCSIN_METRICS_PORT": "0",
            "TOCSIN_DATA_DIR": str(folder),
        }
        self._starts = 0
        self._process: subprocess.Popen[bytes] | None = None

    async def start(self) -> float:
        """Start it; returns the seconds until it has its partitions and their stories."""
        self._starts += 1
        log = self._folder / f"worker-{self._starts}.log"
        begin = time.monotonic()
        process = self._spawn(log)
        while b'"partitions_held"' not in log.read_bytes():
            if process.poll() is not None or time.monotonic() - begin > PATIENCE_SECONDS:
                raise SystemExit(f"the worker did not come up:\n{log.read_text()[-2000:]}")
            await asyncio.sleep(0.05)
        return time.monotonic() - begin

    def kill(self) -> None:
        """SIGKILL."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def cpu_seconds(self) -> float:
        """Processor time that it has used."""
        fields = self._proc("stat").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def memory_mb(self) -> int:
        """Its peak resident memory."""
        return int(next(line.split()[1] for line in self._proc("status").splitlines() if "VmHWM" in line)) // 1024

    def _spawn(self, log: Path) -> "subprocess.Popen[bytes]":
        with log.open("ab") as out:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tocsin.cli", "correlator"], env=self._environment, stdout=out, stderr=out
            )
        return self._process

    def _proc(self, name: str) -> str:
        if self._process is None or self._process.poll() is not None:
            raise SystemExit(
                f"the worker has ended:\n{(self._folder / f'worker-{self._starts}.log').read_text()[-2000:]}"
            )
        return Path(f"/proc/{self._process.pid}/{name}").read_text()


def rules_in_force(count: int) -> list[Rule]:
    """The rules that the matches are of."""
    dead = EvidenceItem(casualties=CasualtyCondition(kinds=("killed",), at_least=10))
    return [Rule(id=f"rule-{n}", title="Mass casualties", evidence=(dead,)) for n in range(count)]


async def send_all(producer: AIOKafkaProducer, matches: Iterable[Match]) -> int:
    """Send as fast as the broker takes; returns how many."""
    waiting = []
    for match in matches:
        waiting.append(await producer.send(MATCHES, msgspec.json.encode(match), key=match.rule.encode()))
        if len(waiting) % 5_000 == 0:
            await asyncio.gather(*waiting[-5_000:])
    await producer.flush()
    return len(waiting)


async def caught_up(worker: Worker, admin: AIOKafkaAdminClient, consumer: AIOKafkaConsumer) -> float:
    """Wait until all matches are committed; returns when that was, to a tenth of a second."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    ends = await consumer.end_offsets([TopicPartition(MATCHES, p) for p in range(PARTITIONS)])
    while time.monotonic() < deadline:
        committed = await admin.list_consumer_group_offsets("tocsin-correlator")
        if all(end == 0 or (tp in committed and committed[tp].offset >= end) for tp, end in ends.items()):
            return time.monotonic()
        worker.cpu_seconds()
        await asyncio.sleep(0.1)
    raise SystemExit(f"matches were left after {PATIENCE_SECONDS} s")


async def measure_latency(
    producer: AIOKafkaProducer, consumer: AIOKafkaConsumer, matches: Iterable[Match], rate: float
) -> list[float]:
    """Milliseconds from each match's sending until its alert was read, for those that led to one."""
    sent: dict[str, float] = {}
    took: list[float] = []
    done = asyncio.Event()

    async def read() -> None:
        while not done.is_set():
            for batch in (await consumer.getmany(timeout_ms=100)).values():
                now = time.perf_counter()
                for record in batch:
                    article = msgspec.json.decode(record.value, type=Alert).article.id
                    if article in sent:
                        took.append((now - sent.pop(article)) * 1000)

    reading = asyncio.create_task(read())
    start = time.perf_counter()
    for number, match in enumerate(matches):
        await asyncio.sleep(max(0.0, start + number / rate - time.perf_counter()))
        sent[match.article.id] = time.perf_counter()
        await producer.send(MATCHES, msgspec.json.encode(match), key=match.rule.encode())
    await asyncio.sleep(2)
    done.set()
    await reading
    return took


async def run(options: argparse.Namespace, folder: Path) -> None:
    """Open the stories, then measure each in turn."""
    with EmbeddedBroker(folder / "kafka", port=0) as broker:
        settings = Settings(brokers=broker.bootstrap)
        await create_missing_topics(settings)
        await write_config(settings, rules_in_force(options.rules))
        worker = Worker(broker.bootstrap, folder)
        producer = create_producer(settings, linger_ms=0)
        consumer = create_consumer(settings, ALERTS, auto_offset_reset="latest", fetch_max_wait_ms=50)
        admin = create_admin(settings)
        await producer.start()
        await consumer.start()
        await admin.start()
        try:
            await worker.start()
            begin, cpu = time.monotonic(), worker.cpu_seconds()
            opened = await send_all(producer, opening(options.rules, options.stories))
            taken = await caught_up(worker, admin, consumer) - begin
            cpu = (worker.cpu_seconds() - cpu) / opened * 1e6
            print(
                f"opening {opened} stories, one alert each: {opened / taken:.0f} matches/s, "
                f"{cpu:.0f} µs of processor time each",
                flush=True,
            )

            if options.seconds:
                await consumer.seek_to_end()
                first, count = options.matches, int(options.rate * options.seconds)
                prepared = list(stream(options.rules, options.stories, count, first))
                took = await measure_latency(producer, consumer, prepared, options.rate)
                cuts = statistics.quantiles(took, n=100)
                print(
                    f"match in to alert read at {options.rate}/s: median {cuts[49]:.1f} ms, p90 {cuts[89]:.1f} ms, "
                    f"p99 {cuts[98]:.1f} ms, most {max(took):.0f} ms ({len(took)} alerts)",
                    flush=True,
                )
            await caught_up(worker, admin, consumer)
            worker.kill()
            sent = await send_all(producer, stream(options.rules, options.stories, options.matches))
            recovered = await worker.start()
            print(
                f"SIGKILL to ready again: {recovered:.1f} s, {worker.cpu_seconds():.1f} s of processor time", flush=True
            )
            begin, cpu = time.monotonic(), worker.cpu_seconds()
            taken = await caught_up(worker, admin, consumer) - begin
            cpu = (worker.cpu_seconds() - cpu) / sent * 1e6
            print(
                f"{sent} matches waiting, one alert in ten: {sent / taken:.0f} matches/s, "
                f"{cpu:.0f} µs of processor time each; peak {worker.memory_mb()} MB",
                flush=True,
            )
        finally:
            worker.kill()
            await consumer.stop()
            await producer.stop()
            await admin.close()


def main() -> None:
    """Parse the command line and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=int, default=10_000)
    parser.add_argument("--rules", type=int, default=100)
    parser.add_argument("--matches", type=int, default=20_000)
    parser.add_argument("--rate", type=float, default=200)
    parser.add_argument("--seconds", type=float, default=30, help="of the latency measurement; 0 leaves it out")
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(run(parser.parse_args(), Path(folder)))


if __name__ == "__main__":
    main()
