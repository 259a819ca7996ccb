"""Reading topics in tests, from their beginning to what is expected."""

import asyncio
from collections.abc import Callable
from typing import Any

from aiokafka import AIOKafkaConsumer, ConsumerRecord

WAIT_SECONDS = 60.0


async def read_until(
    bootstrap: str, topic: str, enough: Callable[[list["ConsumerRecord[Any, Any]"]], bool]
) -> list["ConsumerRecord[Any, Any]"]:
    """All records of the topic so far, once ``enough`` holds of them; fails after a minute with what there was."""
    consumer = AIOKafkaConsumer(
        topic, bootstrap_servers=bootstrap, auto_offset_reset="earliest", isolation_level="read_committed"
    )
    await consumer.start()
    records: list[ConsumerRecord[Any, Any]] = []
    try:
        async with asyncio.timeout(WAIT_SECONDS):
            while not enough(records):
                batches = await consumer.getmany(timeout_ms=200)
                records += [record for batch in batches.values() for record in batch]
    except TimeoutError:
        seen = [(record.partition, record.offset, record.value[:300]) for record in records[-5:]]
        raise AssertionError(f"{topic}: not enough after {WAIT_SECONDS} s in {len(records)} records: {seen}") from None
    finally:
        await consumer.stop()
    return records
