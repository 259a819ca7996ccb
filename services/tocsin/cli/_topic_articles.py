"""Articles of a time range from the articles topic, for commands that look back."""

from datetime import datetime

import click
import msgspec
from aiokafka import AIOKafkaConsumer, TopicPartition

from tocsin.core.model.article import Article
from tocsin.edge.kafka.clients import create_consumer
from tocsin.edge.kafka.topics import ARTICLES
from tocsin.edge.settings import Settings
from tocsin.scorer.articles import ArticleDecoder


async def read_topic(settings: Settings, since: datetime, until: datetime) -> list[Article]:
    """The articles that reached the topic from ``since`` until before ``until``, in the order they came.

    Reads without a group, so nothing is committed and nobody's work moves. Undecodable records are skipped, as the
    scorer puts them aside. Holds the whole range in memory.

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
        found = [each for partition in partitions for each in await _read(consumer, partition, since, until)]
    finally:
        await consumer.stop()
    found.sort(key=lambda each: each[:3])
    return [article for _, _, _, article in found]


async def _partitions(consumer: AIOKafkaConsumer) -> set[int]:
    await consumer._client.force_metadata_update()  # noqa: SLF001 - a topic nobody subscribed to is not in the metadata
    return set(consumer.partitions_for_topic(ARTICLES) or ())


async def _read(
    consumer: AIOKafkaConsumer, partition: TopicPartition, since: datetime, until: datetime
) -> list[tuple[int, int, int, Article]]:
    first, last = int(since.timestamp() * 1000), int(until.timestamp() * 1000)
    start = (await consumer.offsets_for_times({partition: first}))[partition]
    if start is None:
        return []
    end = (await consumer.end_offsets([partition]))[partition]
    stop = (await consumer.offsets_for_times({partition: last}))[partition]
    end = min(end, stop.offset) if stop is not None else end
    consumer.assign([partition])
    consumer.seek(partition, start.offset)
    decoder = ArticleDecoder()
    found: list[tuple[int, int, int, Article]] = []
    while await consumer.position(partition) < end:
        for record in (await consumer.getmany(partition, timeout_ms=200)).get(partition, ()):
            if record.offset < end and record.value is not None:
                try:
                    article = decoder.decode(record.value, record.timestamp)
                except (msgspec.DecodeError, UnicodeDecodeError):
                    continue
                found.append((record.timestamp, partition.partition, record.offset, article))
    return found
