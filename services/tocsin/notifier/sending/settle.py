"""Writes how things ended, so that nothing is forgotten and nothing is sent twice, whenever the process is killed.

The order is what counts: the receipt and what was sent; once both are durable, the tombstone of what was owed. What
ends without having been sent, or is to be tried again, has its receipt first.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

import msgspec
from aiokafka import AIOKafkaProducer, ConsumerRecord

from tocsin.core.delivery.keys import (
    disabled_key,
    due_key,
    gathered_key,
    held_key,
    parse_key,
    partition_of,
    sent_key,
    shown_key,
    tally_key,
)
from tocsin.core.delivery.owed import Owed
from tocsin.core.model.deadletter import DeadLetterReason
from tocsin.core.model.delivery import Delivery, DeliveryRecord, Disabled, Gathered, Held, Sent, Shown, Tally
from tocsin.core.model.ids import digest
from tocsin.core.model.receipt import Receipt
from tocsin.core.routing.gathering import set_apart
from tocsin.edge.kafka.deadletters import DeadLetters
from tocsin.edge.kafka.headers import event_headers
from tocsin.edge.kafka.topics import DELIVERIES, PARTITIONS, RECEIPTS
from tocsin.notifier.sending.later import Later
from tocsin.notifier.sending.receipts import Ending, make_receipt, receipts_of, receipts_of_lines
from tocsin.notifier.writing import until_written

WRITER_HEADER = "tocsin-writer"

Write = tuple[bytes, Any]
"""A key of the deliveries topic and its record, None for a tombstone."""


@dataclass(frozen=True)
class Settler:
    """Writes for one partition in hand. ``writer`` marks its records, to tell them when they are read back."""

    producer: AIOKafkaProducer
    letters: DeadLetters
    later: Later
    writer: bytes = b""
    encoder: msgspec.json.Encoder = field(default_factory=msgspec.json.Encoder)

    async def settle(self, owed: Sequence[Owed], ending: Ending) -> None:
        """End what is owed, older revisions included."""
        await self._receipts(receipts_of(owed, ending))
        await self.write(owed[0].delivery.subscription, _tombstones(owed))

    async def delivered(
        self, owed: Sequence[Owed], ending: Ending, sent: Sequence[Sent], *memories: Tally | Shown
    ) -> None:
        """End what was delivered; ``sent`` is what the subscriber has seen by now. ``memories`` are how much came of
        late, where that is bounded, and the message in Slack, where it can be marked.

        Once this returns it can't be sent again. The tombstones come later: see decision 0092.
        """
        subscription = owed[0].delivery.subscription
        partition = partition_of(subscription, PARTITIONS)
        receipts = receipts_of(owed, ending)
        writes: list[Write] = [(sent_key(item.subscription, item.alert), item) for item in sent]
        writes += [(_memory_key(memory), memory) for memory in memories]
        await until_written(partial(self._send_delivered, receipts, partition, writes))
        for key, _ in _tombstones(owed):
            self.later.bury(partition, key, [(WRITER_HEADER, self.writer)])

    async def retry(self, owed: Sequence[Owed], ending: Ending) -> None:
        """Note a failed attempt; ``owed`` carry the new number of attempts and time of the next."""
        await self._receipts([make_receipt(item.delivery, ending, item.delivery.alert.seq) for item in owed])
        await self.write(owed[0].delivery.subscription, [(_due_key(item), item.delivery) for item in owed])

    async def bury(self, owed: Sequence[Owed], ending: Ending) -> None:
        """End what can't be delivered: into the dead letters, with the reason."""
        for item in owed:
            delivery = msgspec.structs.replace(item.delivery, attempts=0, not_before=None)
            await self._letter(_due_key(item), delivery, ending, item.offset)
        await self.settle(owed, ending)

    async def bury_gathered(self, gathered: Gathered, ending: Ending) -> None:
        """End what was gathered and can't be told, likewise. Sent back, it is told for itself, beside what has been
        gathered since.
        """
        apart = set_apart(gathered)
        await self._letter(gathered_key(apart.subscription, apart.cause), apart, ending)
        await self._receipts(receipts_of_lines(gathered, ending))
        await self.write(gathered.subscription, [(gathered_key(gathered.subscription, gathered.cause), None)])

    async def bury_held(self, held: Held, remaining: Held | None, ending: Ending) -> None:
        """End a number held back that can't be told, likewise."""
        await self._letter(held_key(held.subscription), held, ending)
        await self.told_held(held.subscription, remaining)

    async def hold(self, held: Held, owed: Sequence[Owed]) -> None:
        """End the oldest as a number, which is written in one batch with their tombstones."""
        ending = Ending("held_back")
        await self._receipts([make_receipt(item.delivery, ending, item.delivery.alert.seq) for item in owed])
        await self.write(held.subscription, [(held_key(held.subscription), held), *_tombstones(owed)])

    async def gather(self, gathered: Gathered, owed: Owed, ending: Ending) -> None:
        """End what is to be told with others, which is written in one batch with its tombstones."""
        await self._receipts(receipts_of([owed], ending))
        await self.keep(gathered, _tombstones([owed]))

    async def keep(self, gathered: Gathered, more: Sequence[Write] = ()) -> None:
        """Write what is gathered as it now is; nothing is left of it without stories and numbers."""
        key = gathered_key(gathered.subscription, gathered.cause)
        await self.write(gathered.subscription, [(key, gathered if gathered.stories else None), *more])

    async def told_gathered(self, gathered: Gathered, ending: Ending, sent: Sequence[Sent]) -> None:
        """The stories were told: the subscriber has seen those that were listed."""
        writes: list[Write] = [(sent_key(item.subscription, item.alert), item) for item in sent]
        await self._receipts(receipts_of_lines(gathered, ending))
        await self.write(gathered.subscription, [*writes, (gathered_key(gathered.subscription, gathered.cause), None)])

    async def forget_gathered(self, gathered: Gathered) -> None:
        """Nobody is left to tell."""
        await self.write(gathered.subscription, [(gathered_key(gathered.subscription, gathered.cause), None)])

    async def told_held(self, subscription: str, remaining: Held | None) -> None:
        """The number was told; more may have been held back since."""
        await self.write(subscription, [(held_key(subscription), remaining)])

    async def disable(self, disabled: Disabled) -> None:
        """The subscription is out of use."""
        await self.write(disabled.subscription, [(disabled_key(disabled.subscription), disabled)])

    async def enable(self, subscription: str) -> None:
        """The subscription is in use again."""
        await self.write(subscription, [(disabled_key(subscription), None)])

    async def owe(self, delivery: Delivery) -> None:
        """Owe something to any subscription, as the router does; whoever serves it reads it like all else."""
        key = due_key(delivery.subscription, delivery.alert.id, delivery.alert.seq)
        await replace(self, writer=b"").write(delivery.subscription, [(key, delivery)])

    async def write(self, subscription: str, writes: Sequence[Write]) -> None:
        """Write records of a subscription in order and wait until all are durable."""
        await self.write_to(partition_of(subscription, PARTITIONS), writes)

    async def write_to(self, partition: int, writes: Sequence[Write]) -> None:
        """Write records to a partition in order and wait until all are durable."""
        if writes:
            await until_written(partial(self._send_all, partition, writes))

    async def _send_all(self, partition: int, writes: Sequence[Write]) -> None:
        acks = [await self._send(partition, key, record) for key, record in writes]
        await asyncio.gather(*acks)

    async def _send(self, partition: int, key: bytes, record: Any) -> "asyncio.Future[Any]":
        value, headers = None, [(WRITER_HEADER, self.writer)]
        if record is not None:
            value = self.encoder.encode(record)
            headers += event_headers("tocsin.delivery.v1", digest("record", key.decode("utf-8", "replace")), "sender")
        future: asyncio.Future[Any] = await self.producer.send(
            DELIVERIES, value, key=key, partition=partition, headers=headers
        )
        return future

    async def _receipts(self, receipts: Sequence[Receipt]) -> None:
        await until_written(partial(self._send_receipts, receipts))

    async def _send_receipts(self, receipts: Sequence[Receipt]) -> None:
        await asyncio.gather(*[await self._send_receipt(receipt) for receipt in receipts])

    async def _send_delivered(self, receipts: Sequence[Receipt], partition: int, writes: Sequence[Write]) -> None:
        acks = [await self._send(partition, key, record) for key, record in writes]
        await asyncio.gather(*acks, *[await self._send_receipt(receipt) for receipt in receipts])

    async def _send_receipt(self, receipt: Receipt) -> "asyncio.Future[Any]":
        future: asyncio.Future[Any] = await self.producer.send(
            RECEIPTS,
            self.encoder.encode(receipt),
            key=receipt.subscription.encode(),
            headers=event_headers("tocsin.receipt.v1", receipt.id, "sender"),
        )
        return future

    async def _letter(self, key: bytes, record: DeliveryRecord, ending: Ending, offset: int = -1) -> None:
        reason: DeadLetterReason = "exhausted" if ending.outcome == "exhausted" else "permanent"
        reason = "error" if ending.reason == "internal" else reason
        original: ConsumerRecord[bytes, bytes] = ConsumerRecord(
            topic=DELIVERIES,
            partition=partition_of(parse_key(key).subscription, PARTITIONS),
            offset=offset,
            timestamp=0,
            timestamp_type=0,
            key=key,
            value=self.encoder.encode(record),
            checksum=None,
            serialized_key_size=0,
            serialized_value_size=0,
            headers=(),
        )
        await until_written(partial(self.letters.bury, original, reason, f"{ending.outcome}: {ending.reason}"))


def _memory_key(memory: Tally | Shown) -> bytes:
    if isinstance(memory, Shown):
        return shown_key(memory.subscription, memory.alert)
    return tally_key(memory.subscription)


def _due_key(owed: Owed) -> bytes:
    return due_key(owed.delivery.subscription, owed.delivery.alert.id, owed.delivery.alert.seq)


def _tombstones(owed: Sequence[Owed]) -> list[Write]:
    keys = [
        due_key(item.delivery.subscription, item.delivery.alert.id, seq)
        for item in owed
        for seq in (*item.older, item.delivery.alert.seq)
    ]
    return [(key, None) for key in keys]
