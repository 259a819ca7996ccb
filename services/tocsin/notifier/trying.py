"""Sends one test message through the real path and waits for its receipt."""

import asyncio
from datetime import UTC, datetime

import msgspec
from aiokafka import TopicPartition

from tocsin.core.delivery.keys import due_key, partition_of
from tocsin.core.messages.sample import sample_delivery
from tocsin.core.model.receipt import Receipt
from tocsin.edge.kafka.clients import create_consumer, create_producer
from tocsin.edge.kafka.headers import event_headers
from tocsin.edge.kafka.topics import DELIVERIES, PARTITIONS, RECEIPTS
from tocsin.edge.settings import Settings

_POLL_MS = 200


async def send_test(settings: Settings, subscription: str, seconds: float) -> Receipt | None:
    """The receipt of a test message; None: there was none within ``seconds``.

    Raises:
        KafkaError: The broker can't be reached or refuses.
    """
    delivery = sample_delivery(subscription, datetime.now(UTC))
    consumer = create_consumer(settings, auto_offset_reset="latest")
    producer = create_producer(settings)
    await consumer.start()
    try:
        partitions = [TopicPartition(RECEIPTS, p) for p in range(PARTITIONS)]
        consumer.assign(partitions)
        for tp, end in (await consumer.end_offsets(partitions)).items():
            consumer.seek(tp, end)
        await producer.start()
        await producer.send_and_wait(
            DELIVERIES,
            msgspec.json.encode(delivery),
            key=due_key(subscription, delivery.alert.id, delivery.alert.seq),
            partition=partition_of(subscription, PARTITIONS),
            headers=event_headers("tocsin.delivery.v1", delivery.id, "test-send"),
        )
        decoder = msgspec.json.Decoder(Receipt)
        deadline = asyncio.get_running_loop().time() + seconds
        while asyncio.get_running_loop().time() < deadline:
            for records in (await consumer.getmany(timeout_ms=_POLL_MS)).values():
                for record in records:
                    receipt = decoder.decode(record.value)
                    if receipt.delivery == delivery.id:
                        return receipt
        return None
    finally:
        await producer.stop()
        await consumer.stop()
