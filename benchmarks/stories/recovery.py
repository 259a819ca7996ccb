"""Recovery of many open stories: the changelog is filled with what the fold itself makes, then a worker is started,
killed and started again, and the time until each has its partitions and their stories is taken.

Run: python benchmarks/stories/recovery.py [--stories 100000] [--rules 500]
"""

import argparse
import asyncio
import tempfile
from collections.abc import Iterator
from pathlib import Path

from aiokafka import AIOKafkaProducer
from load import opening
from through_kafka import Worker, rules_in_force

from tocsin.core.model.story import Story
from tocsin.core.stories import OpenStories, Policy, apply, fold
from tocsin.edge.kafka.admin import create_missing_topics
from tocsin.edge.kafka.clients import create_producer
from tocsin.edge.kafka.config_store import write_config
from tocsin.edge.kafka.topics import PARTITIONS, STORIES_CHANGELOG
from tocsin.edge.settings import Settings
from tocsin.local.broker import EmbeddedBroker

BATCH_BYTES = 500_000


def folded(rules: int, stories: int) -> Iterator[tuple[int, bytes, bytes]]:
    """Partition, key and bytes of each story, one match each."""
    kept: dict[str, Story] = {}
    books = {f"rule-{n}": OpenStories(kept) for n in range(rules)}
    for seq, match in enumerate(opening(rules, stories)):
        partition = int(match.rule.partition("-")[2]) % PARTITIONS
        outcome = fold(books[match.rule], match, (partition, seq), Policy())
        for told in outcome.changed:
            kept[told.story.id] = told.story
            yield partition, told.story.id.encode(), told.data
        apply(books[match.rule], outcome)


async def fill(producer: AIOKafkaProducer, written: Iterator[tuple[int, bytes, bytes]]) -> tuple[int, int]:
    """Write the changelog; returns how many records, and their bytes."""
    batches = {partition: producer.create_batch() for partition in range(PARTITIONS)}
    count = size = 0
    for partition, key, data in written:
        if batches[partition].append(timestamp=None, key=key, value=data) is None:
            await (await producer.send_batch(batches[partition], STORIES_CHANGELOG, partition=partition))
            batches[partition] = producer.create_batch()
            batches[partition].append(timestamp=None, key=key, value=data)
        count, size = count + 1, size + len(data)
    for partition, batch in batches.items():
        await producer.send_batch(batch, STORIES_CHANGELOG, partition=partition)
    await producer.flush()
    return count, size


async def run(options: argparse.Namespace, folder: Path) -> None:
    """Fill, then recover twice."""
    with EmbeddedBroker(folder / "kafka", port=0) as broker:
        settings = Settings(brokers=broker.bootstrap)
        await create_missing_topics(settings)
        await write_config(settings, rules_in_force(options.rules))
        async with create_producer(settings, linger_ms=0, max_batch_size=BATCH_BYTES) as producer:
            count, size = await fill(producer, folded(options.rules, options.stories))
        print(f"{count} stories in the changelog, {size / 1e6:.0f} MB", flush=True)
        worker = Worker(broker.bootstrap, folder)
        try:
            for what in ("start", "SIGKILL, then start under the same instance id"):
                worker.kill()
                seconds = await worker.start()
                cpu, memory = worker.cpu_seconds(), worker.memory_mb()
                print(
                    f"{what}: ready after {seconds:.1f} s, {cpu:.1f} s of processor time, peak {memory} MB", flush=True
                )
        finally:
            worker.kill()


def main() -> None:
    """Parse the command line and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=int, default=100_000)
    parser.add_argument("--rules", type=int, default=500)
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(run(parser.parse_args(), Path(folder)))


if __name__ == "__main__":
    main()
