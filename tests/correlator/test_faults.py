"""Faults on a real broker: refused changelog writes, a garbled changelog, the wrong number of partitions."""

import asyncio
from collections.abc import Callable
from typing import Any

import msgspec
from aiokafka.admin import NewTopic
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType

from tocsin.core.model.match import ArticleRef, Retraction
from tocsin.edge.kafka.clients import create_admin
from tocsin.edge.kafka.topics import ALERTS, DEAD_LETTERS, MATCHES, PARTITIONS, STORIES_CHANGELOG
from tocsin.edge.settings import Settings
from tocsin.local.broker import EmbeddedBroker

Make = Callable[..., Any]


async def test_a_worker_meets_refused_writes_a_garbled_changelog_and_withdrawals(
    kafka: Any, start_worker: Make, match: Make, event: int
) -> None:
    """The changelog refuses a story: the worker ends and commits nothing; once it may write, nothing is missing."""
    start = await kafka.ends(ALERTS)
    await kafka.producer.send_and_wait(STORIES_CHANGELOG, b"\xff\x00 no story", key=b"garbled", partition=3)
    worker = start_worker("faulty")
    await worker.ready(partitions=PARTITIONS)
    assert (await worker.metrics())["tocsin_correlator_unreadable_stories_total"] == 1
    await _limit(kafka.settings, "100")
    first = await kafka.send(match("rule-1", event, 1))
    assert await asyncio.to_thread(worker.wait) == 1
    assert "changelog write" in worker.events("process_ends")[-1]["reason"]
    await _limit(kafka.settings, "1048588")
    worker = start_worker("faulty")
    second = await kafka.send(match("rule-1", event, 2, killed=60, minutes=1))
    alerts = await kafka.alerts(start, lambda seen: any(alert.seq == second[0] for alert in seen))
    assert {(alert.kind, alert.seq) for alert in alerts} == {("new", first[0]), ("escalation", second[0])}
    gone = [
        Retraction(
            id=f"gone{n}", article=ArticleRef(id=f"rule-1-{event}-{n}", revision="x", title="", status="withdrawn")
        )
        for n in (1, 2)
    ]
    for retraction in gone:
        for partition in range(PARTITIONS):
            await kafka.producer.send_and_wait(MATCHES, msgspec.json.encode(retraction), partition=partition)
    alerts = await kafka.alerts(start, lambda seen: any(alert.kind == "withdrawal" for alert in seen))
    assert [alert.kind for alert in alerts][-1] == "withdrawal"
    assert worker.stop() == 0


async def test_other_partitions_in_the_changelog_are_refused_at_the_start(tmp_path: Any, start_worker_at: Make) -> None:
    with EmbeddedBroker(tmp_path / "kafka", port=0) as broker:
        settings = Settings(brokers=broker.bootstrap)
        admin = create_admin(settings)
        await admin.start()
        topics = {MATCHES: PARTITIONS, ALERTS: PARTITIONS, DEAD_LETTERS: PARTITIONS, STORIES_CHANGELOG: 6}
        await admin.create_topics([NewTopic(name, partitions, 1) for name, partitions in topics.items()])
        await admin.close()
        worker = start_worker_at(broker.bootstrap, "mismatch")
        assert await asyncio.to_thread(worker.wait) == 1
        reason = worker.events("service_failed")[-1]["reason"]
        assert "partitions is 6, should be 12" in reason
        assert "tocsin topics" in reason


async def _limit(settings: Settings, size: str) -> None:
    """Have the broker refuse changelog records above this size."""
    admin = create_admin(settings)
    await admin.start()
    resource = ConfigResource(ConfigResourceType.TOPIC, STORIES_CHANGELOG, configs={"max.message.bytes": size})
    await admin.alter_configs([resource])
    await admin.close()
