"""Articles of a time range from the articles topic, for commands that look back."""

from collections import deque
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import datetime
from typing import NamedTuple

import click
import msgspec
from aiokafka import AIOKafkaConsumer, ConsumerRecord, TopicPartition

from tocsin.core.model.article import Article
from tocsin.edge.kafka.clients import create_consumer
from tocsin.edge.kafka.topics import ARTICLES
from tocsin.edge.settings import Settings
from tocsin.scorer.articles import ArticleDecoder

_AHEAD = 200
"""Records of a partition that wait in memory for those of others to be read."""

_POLL_MS = 200


class _Range(NamedTuple):
    """Offsets of one partition, the end not included."""

    start: int
    end: int


class TopicArticles:
    """A time range of the topic, to be iterated once. ``length`` is how many offsets it has."""

    def __init__(self, consumer: AIOKafkaConsumer, ranges: Mapping[TopicPartition, _Range]) -> None:
        self.length = sum(each.end - each.start for each in ranges.values())
        self._consumer = consumer
        self._ends = {partition: each.end for partition, each in ranges.items()}
        self._waiting: dict[TopicPartition, deque[ConsumerRecord]] = {partition: deque() for partition in ranges}

    async def __aiter__(self) -> AsyncIterator[Article]:
        """The articles by the time they came; within a partition in the order they came."""
        decoder = ArticleDecoder()
        while await self._fill():
            partition = min(filter(self._waiting.__getitem__, self._waiting), key=self._came)
            record = self._waiting[partition].popleft()
            try:
                yield decoder.decode(record.value, record.timestamp)
            except (msgspec.DecodeError, UnicodeDecodeError):
                continue

    def _came(self, partition: TopicPartition) -> tuple[int, int]:
        return self._waiting[partition][0].timestamp, partition.partition

    async def _fill(self) -> bool:
        """Read on until each partition that isn't at its end has a record waiting; False when nothing is left."""
        while starving := [each for each in self._ends if not self._waiting[each]]:
            found = await self._consumer.getmany(*starving, timeout_ms=_POLL_MS, max_records=_AHEAD * len(starving))
            for partition in starving:
                end = self._ends[partition]
                records = found.get(partition, ())
                self._waiting[partition] += [each for each in records if each.offset < end and each.value is not None]
                if await self._consumer.position(partition) >= end:
                    del self._ends[partition]
        return any(self._waiting.values())


@asynccontextmanager
async def open_topic(settings: Settings, since: datetime, until: datetime) -> AsyncIterator[TopicArticles]:
    """The articles that reached the topic from ``since`` until before ``until``.

    Reads without a group, so nothing is committed and nobody's work moves. Undecodable records are skipped, as the
    scorer puts them aside. Few are in memory at a time, however long the range.

    Raises:
        click.ClickException: the topic does not exist.
        KafkaError: the broker can't be reached or refuses.
    """
    consumer = create_consumer(settings)
    await consumer.start()
    try:
        numbers = consumer.partitions_for_topic(ARTICLES) or set()
        if ARTICLES not in await consumer.topics() and not numbers:
            raise click.ClickException(f"topic {ARTICLES} is missing: run `tocsin topics`")
        partitions = [TopicPartition(ARTICLES, number) for number in sorted(numbers or await _partitions(consumer))]
        ranges = await _ranges(consumer, partitions, since, until)
        consumer.assign(list(ranges))
        for partition, each in ranges.items():
            consumer.seek(partition, each.start)
        yield TopicArticles(consumer, ranges)
    finally:
        await consumer.stop()


async def _partitions(consumer: AIOKafkaConsumer) -> set[int]:
    await consumer._client.force_metadata_update()  # noqa: SLF001 - a topic nobody subscribed to is not in the metadata
    return set(consumer.partitions_for_topic(ARTICLES) or ())


async def _ranges(
    consumer: AIOKafkaConsumer, partitions: list[TopicPartition], since: datetime, until: datetime
) -> dict[TopicPartition, _Range]:
    """Where the time range lies in each partition that has any of it."""
    first, last = int(since.timestamp() * 1000), int(until.timestamp() * 1000)
    starts = await consumer.offsets_for_times(dict.fromkeys(partitions, first))
    stops = await consumer.offsets_for_times(dict.fromkeys(partitions, last))
    ends = await consumer.end_offsets(partitions)
    ranges = {}
    for partition in partitions:
        start, stop = starts[partition], stops[partition]
        end = ends[partition] if stop is None else min(ends[partition], stop.offset)
        if start is not None and start.offset < end:
            ranges[partition] = _Range(start.offset, end)
    return ranges
