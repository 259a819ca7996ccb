"""Reads the configuration topic once, and writes to it: all of one ``apply`` in one transaction, or nothing."""

from collections.abc import Iterable

from aiokafka import AIOKafkaConsumer, TopicPartition

from tocsin.core.config import ConfigObject, config_key, content_version, encode_object
from tocsin.core.config.snapshot import ConfigSnapshot, ConfigState
from tocsin.edge.kafka.clients import create_consumer, create_producer
from tocsin.edge.kafka.headers import event_headers
from tocsin.edge.kafka.present import TopicMissingError
from tocsin.edge.kafka.topics import CONFIG
from tocsin.edge.settings import Settings

_PARTITION = TopicPartition(CONFIG, 0)
_TRANSACTIONAL_ID = "tocsin-apply"
"""One for all: a new ``apply`` ends what a killed one left open, which would otherwise hold back every reader."""

_TRANSACTION_TIMEOUT_MS = 10_000


async def read_config(settings: Settings) -> ConfigSnapshot:
    """All that stands on the configuration topic now.

    Raises:
        TopicMissingError: Nobody ran ``tocsin topics``.
        KafkaError: The broker can't be reached or refuses.
    """
    consumer = create_consumer(settings, isolation_level="read_committed")
    try:
        await consumer.start()
        if CONFIG not in await consumer.topics():
            raise TopicMissingError(CONFIG)
        return await _read_to_end(consumer)
    finally:
        await consumer.stop()


async def _read_to_end(consumer: AIOKafkaConsumer) -> ConfigSnapshot:
    consumer.assign([_PARTITION])
    await consumer.seek_to_beginning(_PARTITION)
    end = (await consumer.end_offsets([_PARTITION]))[_PARTITION]
    state = ConfigState()
    while await consumer.position(_PARTITION) < end:
        batch = await consumer.getmany(_PARTITION, timeout_ms=200)
        for record in batch.get(_PARTITION, ()):
            state.apply(record.key or b"", record.value)
    return state.snapshot()


async def write_config(settings: Settings, objects: Iterable[ConfigObject], deleted: Iterable[str] = ()) -> None:
    """Put ``objects`` and tombstones for the keys ``deleted`` (``KIND/ID``), in one transaction.

    Raises:
        KafkaError: The broker can't be reached or refuses; nothing was written.
    """
    producer = create_producer(
        settings, transactional_id=_TRANSACTIONAL_ID, transaction_timeout_ms=_TRANSACTION_TIMEOUT_MS
    )
    await producer.start()
    try:
        async with producer.transaction():
            for item in objects:
                headers = event_headers("tocsin.config.v1", content_version(item), "apply")
                value = encode_object(item)
                await producer.send(CONFIG, value, key=config_key(item).encode(), partition=0, headers=headers)
            for key in deleted:
                await producer.send(CONFIG, None, key=key.encode(), partition=0)
    finally:
        await producer.stop()
