"""What records lead to, in the one order that loses nothing: alerts, then stories, then the commit.

Folding goes on while alerts are on their way: the stories in memory are ahead of the changelog. What holds is that the
changelog of a partition is at all times a beginning of the row of writes that its records led to, in their order, and
that no write enters it before all alerts of its record and of the records before are durable. So whenever the process
dies, the next one finds stories whose every alert was told, and folds the rest again under the same ids and numbers.
"""

import asyncio
import time
from collections import deque
from collections.abc import Callable

from aiokafka import AIOKafkaProducer
from aiokafka.errors import KafkaError
from faust.types import TP

from tocsin.correlator.announcer import Announcer
from tocsin.correlator.changelog import Changelog
from tocsin.correlator.guards import End, Offsets, end_process
from tocsin.correlator.step import Source, Step
from tocsin.correlator.table import StoryTable

MAX_IN_FLIGHT = 500
"""Records whose alerts and writes are not all acknowledged; beyond, the next record waits."""

GATHERED_SECONDS = 0.02
"""Stories are written so often at most: nobody waits for a story's write but the commit, and few large batches cost
least.
"""


class Outbox:
    """Takes steps in the order of their records and sees each to its end.

    What records of a partition led to that is no longer this worker's is dropped: the new owner does them again.
    ``observe`` gets each step's seconds until all that it led to is durable.
    """

    def __init__(
        self,
        announcer: Announcer,
        producer: AIOKafkaProducer,
        offsets: Offsets,
        table: StoryTable,
        *,
        observe: Callable[[float], None] = lambda _: None,
        end: End = end_process,
    ) -> None:
        self._announcer = announcer
        self._changelog = Changelog(producer, self._done, self._refused)
        self._offsets = offsets
        self._table = table
        self._observe = observe
        self._end = end
        self._folded: deque[Step] = deque()
        self._announced: deque[Step] = deque()
        self._to_announce = asyncio.Event()
        self._to_write = asyncio.Event()
        self._in_flight = 0
        self._room = asyncio.Event()
        self._room.set()
        self._empty = asyncio.Event()
        self._empty.set()

    @property
    def full(self) -> bool:
        """Whether so many records are on the way that the next one is to wait for ``room``."""
        return self._in_flight >= MAX_IN_FLIGHT

    async def room(self) -> None:
        """Wait until fewer than ``MAX_IN_FLIGHT`` records are on the way."""
        await self._room.wait()

    async def settled(self) -> None:
        """Wait until no record is on the way: before a rebalance, and before a graceful stop."""
        await self._empty.wait()

    def begin(self, tp: TP, source: Source, generation: int) -> Step:
        """A record has arrived; end the process if those before it were skipped."""
        self._offsets.arrived(tp, source.offset)
        self._in_flight += 1
        self._empty.clear()
        if self.full:
            self._room.clear()
        return Step(tp, source, generation)

    def put(self, step: Step) -> None:
        """The record was folded: its alerts are to be sent, then its writes."""
        self._folded.append(step)
        self._to_announce.set()

    async def run(self) -> None:
        """See steps to their end, until cancelled. What fails ends the process: to go on would lose a record."""
        announcing = asyncio.create_task(self._announce())
        try:
            await asyncio.gather(announcing, self._write())
        except (KafkaError, OSError) as error:
            self._end(f"an alert or a changelog write was refused: {type(error).__name__}: {error}")
        finally:
            announcing.cancel()

    async def _announce(self) -> None:
        """Put alerts on their way, without waiting for those before."""
        while True:
            await self._to_announce.wait()
            self._to_announce.clear()
            while self._folded:
                step = self._folded.popleft()
                if step.alerts or step.buried is not None:
                    await self._announcer.announce(step)
                self._announced.append(step)
                self._to_write.set()

    async def _write(self) -> None:
        """Write stories once all alerts before them are durable: what there is, every so often."""
        while True:
            await self._to_write.wait()
            self._to_write.clear()
            while self._announced:
                step = self._announced[0]
                for ack in step.acks:
                    if not ack.done():
                        await self._changelog.flush()
                    await ack
                self._announced.popleft()
                if self._table.owns(step.tp.partition, step.generation):
                    await self._changelog.add(step)
                else:
                    self._table.lose(step.tp.partition)
                    self._leave()
            await self._changelog.flush()
            await asyncio.sleep(GATHERED_SECONDS)

    def _done(self, step: Step) -> None:
        self._offsets.finished(step.tp, step.source.offset)
        self._observe(time.perf_counter() - step.begun)
        self._leave()

    def _refused(self, error: BaseException) -> None:
        self._end(f"a changelog write was refused: {type(error).__name__}: {error}")

    def _leave(self) -> None:
        self._in_flight -= 1
        self._room.set()
        if self._in_flight == 0:
            self._empty.set()
