"""What records lead to, in the one order that loses nothing: alerts, then stories, then the commit.

Folding goes on while alerts are on their way: the stories in memory are ahead of the changelog. What holds is that the
changelog of a partition is at all times a beginning of the row of writes that its records led to, in their order, and
that no write enters it before all alerts of its record and of the records before are durable. So whenever the process
dies, the next one finds stories whose every alert was told, and folds the rest again under the same ids and numbers.
"""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from aiokafka import AIOKafkaProducer
from aiokafka.errors import KafkaError
from faust.types import TP

from tocsin.correlator.guards import End, Offsets, end_process
from tocsin.correlator.table import StoryTable
from tocsin.edge.kafka.topics import STORIES_CHANGELOG

MAX_IN_FLIGHT = 500
"""Records whose alerts and writes are not all acknowledged; beyond, the next record waits."""


@dataclass(slots=True)
class Step:
    """One record, and what it leads to. A write is a key and a value; None takes the key away."""

    tp: TP
    offset: int
    generation: int
    begun: float = field(default_factory=time.perf_counter)
    alerts: "list[asyncio.Future[Any]]" = field(default_factory=list)
    writes: list[tuple[bytes, bytes | None]] = field(default_factory=list)


class Outbox:
    """Takes steps in the order of their records and sees each to its end.

    What records of a partition led to that is no longer this worker's is dropped: the new owner does them again.
    ``observe`` gets each step's seconds until its writes are on their way.
    """

    def __init__(
        self,
        producer: AIOKafkaProducer,
        offsets: Offsets,
        table: StoryTable,
        observe: Callable[[float], None] = lambda _: None,
        end: End = end_process,
    ) -> None:
        self._producer = producer
        self._offsets = offsets
        self._table = table
        self._observe = observe
        self._end = end
        self._steps: asyncio.Queue[Step] = asyncio.Queue()
        self._in_flight = 0
        self._room = asyncio.Event()
        self._room.set()
        self._empty = asyncio.Event()
        self._empty.set()

    async def room(self) -> None:
        """Wait until fewer than ``MAX_IN_FLIGHT`` records are on the way."""
        await self._room.wait()

    async def settled(self) -> None:
        """Wait until no record is on the way: before a rebalance, and before a graceful stop."""
        await self._empty.wait()

    def begin(self, tp: TP, offset: int, generation: int) -> Step:
        """A record has arrived; end the process if those before it were skipped."""
        self._offsets.arrived(tp, offset)
        self._in_flight += 1
        self._empty.clear()
        if self._in_flight >= MAX_IN_FLIGHT:
            self._room.clear()
        return Step(tp, offset, generation)

    def put(self, step: Step) -> None:
        """The record was folded: its alerts are on their way, its writes are to follow."""
        self._steps.put_nowait(step)

    async def run(self) -> None:
        """See steps to their end, until cancelled. What fails ends the process: to go on would lose a record."""
        try:
            while True:
                await self._finish(await self._steps.get())
        except (KafkaError, OSError) as error:
            self._end(f"an alert or a changelog write was refused: {type(error).__name__}: {error}")

    async def _finish(self, step: Step) -> None:
        for alert in step.alerts:
            await alert
        if not self._table.owns(step.tp.partition, step.generation):
            self._table.lose(step.tp.partition)
            self._leave()
            return
        left = len(step.writes)
        if not left:
            self._done(step)

        def written(write: "asyncio.Future[Any]") -> None:
            nonlocal left
            error = asyncio.CancelledError() if write.cancelled() else write.exception()
            if error is not None:
                self._end(f"a changelog write was refused: {type(error).__name__}: {error}")
            left -= 1
            if left == 0:
                self._done(step)

        for key, value in step.writes:
            write = await self._producer.send(STORIES_CHANGELOG, value, key=key, partition=step.tp.partition)
            write.add_done_callback(written)
        self._observe(time.perf_counter() - step.begun)

    def _done(self, step: Step) -> None:
        self._offsets.finished(step.tp, step.offset)
        self._leave()

    def _leave(self) -> None:
        self._in_flight -= 1
        self._room.set()
        if self._in_flight == 0:
            self._empty.set()
