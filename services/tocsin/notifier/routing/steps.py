"""What one alert gives rise to in topics: records to write, in their order, before it counts as routed."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, NamedTuple

import msgspec
from aiokafka import ConsumerRecord, TopicPartition
from aiokafka.errors import MessageSizeTooLargeError

from tocsin.core.delivery.keys import due_key, partition_of, routed_key
from tocsin.core.model.alert import Alert
from tocsin.core.model.delivery import Delivery, Outcome, Routed
from tocsin.core.model.ids import digest
from tocsin.core.model.receipt import Receipt
from tocsin.edge.kafka.clients import MAX_MESSAGE_BYTES
from tocsin.edge.kafka.headers import Headers, event_headers
from tocsin.edge.kafka.topics import DELIVERIES, PARTITIONS, RECEIPTS

_ENCODER = msgspec.json.Encoder()
_ROOM_BYTES = 4096
"""Left in a delivery's record for its key, its headers, and what the sender adds to it after a failed attempt."""


class Record(NamedTuple):
    """A record to write; ``partition`` None leaves it to the key."""

    topic: str
    key: bytes
    value: bytes | None
    headers: Headers
    partition: int | None = None


@dataclass
class Step:
    """One alert on its way to being routed: ``first`` must be durable before ``remember`` is written, and that before
    the alert, which stands at ``offset`` of ``source``, is committed. ``acks`` None: ``first`` is still to be sent.
    """

    source: TopicPartition
    offset: int
    first: list[Record] = field(default_factory=list)
    remember: Record | None = None
    acks: list["asyncio.Future[Any]"] | None = None


def delivery_records(deliveries: Iterable[Delivery], cause: "ConsumerRecord[bytes, bytes]") -> list[Record]:
    """What is owed.

    Raises:
        MessageSizeTooLargeError: It would not fit into a message, with what the sender may add.
    """
    records: list[Record] = []
    for delivery in deliveries:
        value = _ENCODER.encode(delivery)
        if len(value) > MAX_MESSAGE_BYTES - _ROOM_BYTES:
            raise MessageSizeTooLargeError(f"{len(value)} bytes with what the sender will add")
        key = due_key(delivery.subscription, delivery.alert.id, delivery.alert.seq)
        headers = event_headers("tocsin.delivery.v1", delivery.id, "router", cause.headers)
        records.append(Record(DELIVERIES, key, value, headers, partition_of(delivery.subscription, PARTITIONS)))
    return records


def routed_record(routed: Routed, partition: int) -> Record:
    """What to remember of an alert."""
    headers = event_headers("tocsin.delivery.v1", routed.alert, "router")
    return Record(DELIVERIES, routed_key(routed.alert), _ENCODER.encode(routed), headers, partition)


def forgotten_record(alert: str, partition: int) -> Record:
    """That an alert need no longer be remembered."""
    return Record(DELIVERIES, routed_key(alert), None, [], partition)


def alerted_at(cause: "ConsumerRecord[bytes, bytes]") -> datetime:
    """When the alert was written to its topic."""
    return datetime.fromtimestamp(cause.timestamp / 1000, UTC)


def receipt_record(alert: Alert, outcome: Outcome, cause: "ConsumerRecord[bytes, bytes]") -> Record:
    """The receipt of an alert that is settled for all subscriptions at once."""
    receipt = Receipt(
        id=digest("receipt", alert.id, str(alert.seq), outcome),
        delivery="",
        subscription="",
        alert=alert.id,
        seq=alert.seq,
        attempt=0,
        outcome=outcome,
        at=datetime.now(UTC),
        published=alert.last_published,
        alerted=alerted_at(cause),
    )
    headers = event_headers("tocsin.receipt.v1", receipt.id, "router", cause.headers)
    return Record(RECEIPTS, receipt.subscription.encode(), _ENCODER.encode(receipt), headers)
