"""The program in docs/topics.md does on a real Kafka what the page promises: each revision once."""

import re
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from typing import Any

import pytest
from aiokafka import AIOKafkaProducer
from aiokafka.admin import AIOKafkaAdminClient, NewTopic

from tocsin.local.broker import EmbeddedBroker
from tools.contract.topics import ROOT, TOPICS

GUIDE = ROOT / "docs" / "topics.md"
TOPIC = "test.guide.alerts"

ReadAlerts = Callable[[str, dict[str, int]], AsyncGenerator[dict[str, Any], None]]


@pytest.fixture
def read_alerts() -> ReadAlerts:
    """The guide's own program, on a topic of this test's."""
    (code,) = re.findall(r"^```python\n(.*?)^```", GUIDE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    names: dict[str, Any] = {}
    exec(code.replace("news.alerts.v1", TOPIC), names)  # noqa: S102 (the text under test)
    read: ReadAlerts = names["read_alerts"]
    return read


async def test_the_program_tells_repeats(broker: EmbeddedBroker, read_alerts: ReadAlerts) -> None:
    folder = TOPICS / "news.alerts.v1" / "examples" / "alert"
    sent = ["new", "update", "new", "update", "escalation", "update", "movement", "withdrawal", "movement"]
    admin = AIOKafkaAdminClient(bootstrap_servers=broker.bootstrap)
    await admin.start()
    await admin.create_topics([NewTopic(TOPIC, num_partitions=1, replication_factor=1)])
    await admin.close()
    producer = AIOKafkaProducer(bootstrap_servers=broker.bootstrap, enable_idempotence=True)
    await producer.start()
    try:
        for name in sent:
            await producer.send_and_wait(TOPIC, (folder / f"{name}.json").read_bytes())
    finally:
        await producer.stop()
    seen: dict[str, int] = {}
    told: list[tuple[str, int]] = []
    async with aclosing(read_alerts(broker.bootstrap, seen)) as alerts:
        async for alert in alerts:
            told.append((alert["kind"], alert["seq"]))
            if alert["kind"] == "withdrawal":
                break
    assert told == [("new", 4211), ("update", 4260), ("escalation", 4307), ("new", 887), ("withdrawal", 4312)]
