"""The router's promises, on a real broker."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
from aiokafka import TopicPartition
from prometheus_client import CollectorRegistry

from tocsin.core.config.snapshot import ConfigSnapshot
from tocsin.core.delivery.keys import due_key, parse_key, partition_of, routed_key
from tocsin.core.model.subscription import Filter, Silence
from tocsin.edge.health import Health
from tocsin.edge.kafka.clients import create_consumer, create_producer
from tocsin.edge.kafka.deadletters import DeadLetters
from tocsin.edge.kafka.topics import ALERTS, DELIVERIES, PARTITIONS
from tocsin.edge.regions import LazyRegions
from tocsin.edge.service import Runtime
from tocsin.edge.settings import Settings
from tocsin.notifier.config import Current
from tocsin.notifier.metrics import NotifierMetrics
from tocsin.notifier.routing import router
from tocsin.notifier.routing.finisher import Finisher
from tocsin.notifier.routing.memory import RoutedMemory

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


async def test_only_the_highest_seq_of_an_alert_is_sent_also_after_a_restart(bench: Any) -> None:
    hook = bench.webhook("hook")
    await bench.apply(hook)
    notifier = bench.start("n1")
    await bench.publish(bench.alert("a", 1))
    await bench.got(hook.id, 1)
    await bench.publish(bench.alert("a", 7), bench.alert("a", 3), bench.alert("a", 7))
    await bench.got(hook.id, 2)
    await bench.until_nothing_is_owed(hook.id)
    notifier.kill()
    bench.start("n1")
    await bench.publish(bench.alert("a", 5), bench.alert("a", 7), bench.alert("a", 1), bench.alert("end"))
    bodies = await bench.got(hook.id, 3)
    assert [(body["data"]["seq"], body["data"]["kind"]) for body in bodies] == [(1, "new"), (7, "update"), (1, "new")]
    assert len({body["id"] for body in bodies}) == 3


async def test_all_records_of_a_subscription_are_in_its_partition(bench: Any) -> None:
    hooks = [bench.webhook(f"hook{number}") for number in range(5)]
    await bench.apply(*hooks)
    bench.start()
    await bench.publish(bench.alert("a"), bench.alert("b"))
    for hook in hooks:
        await bench.until_receipt(hook.id, "delivered", 2)
    consumer = create_consumer(bench.settings)
    await consumer.start()
    try:
        partitions = [TopicPartition(DELIVERIES, p) for p in range(PARTITIONS)]
        consumer.assign(partitions)
        ends = await consumer.end_offsets(partitions)
        await consumer.seek_to_beginning(*partitions)
        seen = 0
        for tp in partitions:
            while await consumer.position(tp) < ends[tp]:
                for record in (await consumer.getmany(tp, timeout_ms=200)).get(tp, ()):
                    key = parse_key(record.key)
                    if key.subscription:
                        seen += 1
                        assert partition_of(key.subscription, PARTITIONS) == record.partition
        assert seen >= 10
    finally:
        await consumer.stop()


async def test_old_news_alerts_nobody_and_says_so(bench: Any) -> None:
    hook = bench.webhook("hook")
    await bench.apply(hook)
    bench.start()
    old = bench.alert("old", last_published=LONG_AGO)
    await bench.publish(old, bench.alert("fresh"))
    (body,) = await bench.got(hook.id, 1)
    assert body["data"]["alert"].startswith("fresh")
    stale = await bench.until_receipt("", "stale")
    assert old.id in {receipt.alert for receipt in stale}


async def test_a_silenced_alert_is_told_nobody(bench: Any) -> None:
    hook = bench.webhook("hook")
    silence = Silence(
        id=f"drill-{bench.rule}",
        match=Filter(rule=bench.rule),
        until=datetime.now(UTC) + timedelta(hours=1),
        reason="exercise",
    )
    await bench.apply(hook, silence)
    bench.start()
    await bench.publish(bench.alert("a", 1))
    await bench.until_receipt(hook.id, "silenced")
    assert bench.accepted(hook.id) == []


async def test_who_was_told_of_a_story_is_told_when_it_leaves_the_filter_or_is_withdrawn(bench: Any) -> None:
    grave = bench.webhook("grave", match=Filter(rule=bench.rule, severity="critical"))
    every = bench.webhook("every")
    await bench.apply(grave, every)
    notifier = bench.start("n1")
    await bench.publish(bench.alert("a", 1, severity="warning"))
    await bench.got(every.id, 1)
    await bench.publish(bench.alert("a", 2, severity="critical", kind="escalation"))
    await bench.got(grave.id, 1)
    await bench.got(every.id, 2)
    await bench.until_nothing_is_owed(grave.id, every.id)
    notifier.kill()
    bench.start("n1")
    await bench.publish(bench.alert("a", 3, severity="warning"))
    await bench.got(grave.id, 2)
    await bench.got(every.id, 3)
    await bench.publish(bench.alert("a", 4, kind="withdrawal"), bench.alert("end", severity="critical"))
    kinds = [body["data"]["kind"] for body in await bench.got(grave.id, 3)]
    assert kinds == ["new", "left", "new"]
    kinds = [body["data"]["kind"] for body in await bench.got(every.id, 5)]
    assert kinds == ["new", "escalation", "update", "withdrawal", "new"]


async def test_what_is_no_alert_is_a_dead_letter_and_the_rest_flows(bench: Any) -> None:
    hook = bench.webhook("hook")
    await bench.apply(hook)
    bench.start()
    poison = [b"{", b"\xff\xfe", b'{"id": 3}', None]
    await bench.produce(ALERTS, *((bench.rule.encode(), value) for value in poison))
    await bench.publish(bench.alert("a"))
    await bench.got(hook.id, 1)
    letters = await bench.letters(ALERTS)
    assert [letter.reason for letter in letters] == ["undecodable", "undecodable", "invalid", "undecodable"]
    assert all(letter.stage == "router" for letter in letters)


class HeldProducer:
    """A real producer whose acks to one topic are kept back until released; notes the keys of what was sent."""

    def __init__(self, producer: Any, topic: str) -> None:
        self._producer = producer
        self._topic = topic
        self.release = asyncio.Event()
        self.sent: list[bytes] = []

    async def send(self, topic: str, *args: Any, **options: Any) -> Any:
        future = await self._producer.send(topic, *args, **options)
        self.sent.append(options["key"])
        if topic != self._topic:
            return future

        async def later() -> Any:
            await self.release.wait()
            return await future

        return asyncio.ensure_future(later())


async def test_alerts_are_committed_only_when_what_they_give_rise_to_is_durable(bench: Any) -> None:
    hook = bench.webhook("hook")
    current = Current(LazyRegions())
    current.use(ConfigSnapshot(subscriptions={hook.id: hook}))
    runtime = Runtime(bench.settings, CollectorRegistry(), Health(), asyncio.Event())
    real = create_producer(bench.settings)
    await real.start()
    held = HeldProducer(real, DELIVERIES)
    memory = RoutedMemory(bench.settings)
    consumer = create_consumer(bench.settings, group=f"test-{bench.rule}")
    consumer.subscribe([ALERTS], listener=router.Reassignment(memory))
    await consumer.start()
    letters = DeadLetters(real, "router", runtime.registry)
    metrics = NotifierMetrics(runtime.registry)
    kept = timedelta(days=7)
    tested = router.Router(runtime, consumer, Finisher(consumer, held), letters, current, memory, metrics, kept)
    running = asyncio.create_task(tested.run())
    try:
        alert = bench.alert("a")
        value = msgspec.json.encode(alert)
        written = await real.send_and_wait(ALERTS, value, key=alert.rule.encode())
        tp = TopicPartition(ALERTS, written.partition)
        due = due_key(hook.id, alert.id, alert.seq)
        while due not in held.sent:
            await asyncio.sleep(0.02)
        for _ in range(20):
            await asyncio.sleep(0.02)  # a chance to commit too early
            assert (await consumer.committed(tp) or 0) <= written.offset
        assert routed_key(alert.id) not in held.sent
        held.release.set()

        async def is_committed() -> bool:
            return bool((await consumer.committed(tp) or 0) > written.offset)

        await bench.until(is_committed, "the commit")
        assert routed_key(alert.id) in held.sent
    finally:
        held.release.set()
        runtime.stop.set()
        await running
        await consumer.stop()
        await real.stop()


def test_the_producer_is_idempotent_and_waits_for_all_replicas() -> None:
    async def options() -> tuple[bool, Any]:
        producer = create_producer(Settings())
        return producer._txn_manager is not None, producer._sender._acks  # noqa: SLF001 - aiokafka tells it nowhere else

    assert asyncio.run(options()) == (True, -1)
