"""In which order settling writes, on a real Kafka."""

from datetime import UTC, datetime
from typing import Any

from prometheus_client import CollectorRegistry

from tocsin.core.delivery.keys import partition_of
from tocsin.core.delivery.owed import Owed
from tocsin.core.model.delivery import Delivery, Sent
from tocsin.core.model.ids import delivery_id
from tocsin.edge.kafka.clients import create_producer
from tocsin.edge.kafka.deadletters import DeadLetters
from tocsin.edge.kafka.topics import DELIVERIES, PARTITIONS, RECEIPTS
from tocsin.notifier.sending.later import Later
from tocsin.notifier.sending.receipts import Ending
from tocsin.notifier.sending.settle import Settler


class NotingProducer:
    """A real producer; notes, at each send, which sends were acknowledged by then."""

    def __init__(self, producer: Any) -> None:
        self._producer = producer
        self.acknowledged: set[str] = set()
        self.order: list[tuple[str, frozenset[str]]] = []
        self.partitions: set[int | None] = set()

    async def send(self, topic: str, value: Any = None, key: bytes = b"", partition: Any = None, **options: Any) -> Any:
        name = "receipt" if topic == RECEIPTS else key.decode().split("/")[0]
        self.order.append((name, frozenset(self.acknowledged)))
        if topic == DELIVERIES:
            self.partitions.add(partition)
        future = await self._producer.send(topic, value, key=key, partition=partition, **options)
        future.add_done_callback(lambda _: self.acknowledged.add(name))
        return future


async def test_what_was_delivered_is_settled_with_its_tombstone_last(bench: Any) -> None:
    real = create_producer(bench.settings)
    await real.start()
    noting = NotingProducer(real)
    alert = bench.alert("a")
    delivery = Delivery(id=delivery_id(alert.id, "somebody"), subscription="somebody", alert=alert)
    item = Sent(subscription="somebody", alert=delivery.alert.id, seq=1, at=datetime.now(UTC))
    try:
        later = Later(noting)
        settler = Settler(noting, DeadLetters(real, "sender", CollectorRegistry()), later)
        await settler.delivered([Owed(delivery)], Ending("delivered", "ok", 200, 0.1), [item])
        assert noting.acknowledged == {"receipt", "sent"}
        await later.flush()
    finally:
        await real.stop()
    assert sorted(name for name, _ in noting.order[:2]) == ["receipt", "sent"]
    assert noting.order[2:] == [("due", frozenset({"receipt", "sent"}))]
    assert noting.partitions == {partition_of("somebody", PARTITIONS)}
    assert noting.acknowledged == {"receipt", "sent", "due"}


async def test_what_ends_otherwise_has_its_receipt_before_its_tombstone(bench: Any) -> None:
    real = create_producer(bench.settings)
    await real.start()
    noting = NotingProducer(real)
    alert = bench.alert("a")
    delivery = Delivery(id=delivery_id(alert.id, "somebody"), subscription="somebody", alert=alert)
    try:
        later = Later(noting)
        settler = Settler(noting, DeadLetters(real, "sender", CollectorRegistry()), later)
        await settler.settle([Owed(delivery)], Ending("silenced"))
    finally:
        await real.stop()
    assert noting.order == [("receipt", frozenset()), ("due", frozenset({"receipt"}))]
