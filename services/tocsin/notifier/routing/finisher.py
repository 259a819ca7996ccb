"""Brings routed alerts to their end while the router reads on: deliveries durable, then remembered, then committed.

A delivery's way to its subscriber waits for none of this; only a crash would have the router do again what is not yet
committed, and the same twice has the same keys.
"""

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import structlog
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.errors import IllegalStateError, KafkaError

from tocsin.edge.kafka.clients import MEMBERSHIP_LOST
from tocsin.notifier.routing.steps import Record, Step
from tocsin.notifier.writing import until_written

log = structlog.get_logger(__name__)

PAUSE_SECONDS = 0.1
"""The broker is asked no more often than this, whatever comes: a delivery does not wait for it."""

MOST = 1000
"""So many alerts may be on their way at once; then the router waits."""


@dataclass
class Finisher:
    """``take`` steps in the order of the topic; ``run`` beside the router until ``close``, which it outlives only to
    end what it has.
    """

    consumer: AIOKafkaConsumer
    producer: AIOKafkaProducer
    _room: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(MOST))
    _waiting: list[Step] = field(default_factory=list)
    _came: asyncio.Event = field(default_factory=asyncio.Event)
    _idle: asyncio.Event = field(default_factory=asyncio.Event)
    _closing: bool = False

    def __post_init__(self) -> None:
        """Nothing is on its way."""
        self._idle.set()

    async def take(self, step: Step) -> None:
        """Send what comes first, and leave the rest to ``run``; waits while too much is on its way."""
        await self._room.acquire()
        try:
            step.acks = await self.send(step.first)
        except KafkaError as error:
            if not error.retriable:
                raise
            log.warning("routing_waits_for_broker", reason=type(error).__name__)  # ``run`` sends it again
        self._idle.clear()
        self._waiting.append(step)
        self._came.set()

    async def drained(self) -> None:
        """Wait until nothing is on its way."""
        await self._idle.wait()

    def close(self) -> None:
        """No more will come."""
        self._closing = True
        self._came.set()

    async def run(self) -> None:
        """End what was taken, all that waits at once."""
        while self._waiting or not self._closing:
            await self._came.wait()
            self._came.clear()
            steps, self._waiting = self._waiting, []
            if steps:
                await self._finish(steps)
                for _ in steps:
                    self._room.release()
            if not self._waiting:
                self._idle.set()
            if not self._closing:
                await asyncio.sleep(PAUSE_SECONDS)

    async def send(self, records: Iterable[Record]) -> list["asyncio.Future[Any]"]:
        """Hand records to the producer; a future each, done when it is durable."""
        return [
            await self.producer.send(r.topic, r.value, key=r.key, partition=r.partition, headers=r.headers)
            for r in records
        ]

    async def _finish(self, steps: Sequence[Step]) -> None:
        await until_written(partial(self._first, steps))
        newest = {step.remember.key: step.remember for step in steps if step.remember is not None}
        await until_written(partial(self._remember, list(newest.values())))
        await until_written(partial(self._commit, {step.source: step.offset + 1 for step in steps}))

    async def _first(self, steps: Sequence[Step]) -> None:
        acks: list[asyncio.Future[Any]] = []
        for step in steps:
            acks += step.acks if step.acks is not None else await self.send(step.first)
            step.acks = None  # should one fail, all are sent again
        await asyncio.gather(*acks)

    async def _remember(self, records: Sequence[Record]) -> None:
        await asyncio.gather(*await self.send(records))

    async def _commit(self, offsets: dict[TopicPartition, int]) -> None:
        """Another router has what was taken away meanwhile, and does it again: ids are the same both times."""
        held = self.consumer.assignment()
        ours = {tp: offset for tp, offset in offsets.items() if tp in held}
        if not ours:
            return
        try:
            await self.consumer.commit(ours)
        except (*MEMBERSHIP_LOST, IllegalStateError) as error:
            log.warning("commit_refused", reason=type(error).__name__)
