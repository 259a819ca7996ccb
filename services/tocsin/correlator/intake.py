"""The way of records from Faust's consumer to the correlator, and of the changelog into the table, by the batch.

Faust 0.15 makes four tasks and two turns of the loop for each record on its way through conductor, channel and stream,
and as much again for each record of a changelog; that was more work than the fold. Its group membership, assignment
and account of recovery are kept: of each batch of a changelog the last record goes the way that it knows.
"""

import asyncio
import time
from collections.abc import Callable, Sequence
from typing import Any

from aiokafka.errors import ConsumerStoppedError
from faust.types import TP

from tocsin.correlator.outbox import Outbox
from tocsin.correlator.step import Source
from tocsin.correlator.table import StoryTable
from tocsin.edge.kafka.topics import MATCHES

TURN_SECONDS = 0.004
"""Work this long at most without giving other tasks a turn, those that send alerts among them."""

_FETCH_SECONDS = 0.2
"""Partitions resumed meanwhile wait for the next fetch."""

_PAUSED_SECONDS = 0.02


class Intake:
    """Takes batches while records may flow, and gives each match to ``handle`` once ``outbox`` has room for it."""

    def __init__(self, table: StoryTable, outbox: Outbox, handle: Callable[[TP, Source, int], None]) -> None:
        self._table = table
        self._app: Any = table.app
        self._outbox = outbox
        self._handle = handle
        self._turn = 0.0

    def govern(self, consumer: Any) -> None:
        """Put this in place of Faust's own loop over records, and of its look-out for streams that take none."""
        consumer._drain_messages = self._drain  # noqa: SLF001 - called by Faust's fetcher
        consumer.verify_event_path = lambda *_: None

    async def _drain(self, fetcher: Any) -> None:
        consumer: Any = self._app.consumer
        while not (consumer.should_stop or fetcher.should_stop):
            await asyncio.sleep(0)
            try:
                fetched = await self._fetch(consumer)
            except ConsumerStoppedError:
                if self._app.should_stop:
                    return
                raise
            self._turn = time.perf_counter()
            generation = self._app.consumer_generation_id
            for tp, records in fetched.items():
                if tp.topic == MATCHES:
                    await self._take(tp, records, generation)
                elif tp in consumer._get_active_partitions() and self._flows(generation):  # noqa: SLF001
                    self._table.restore(records)
                    last = consumer._to_message(tp, records[-1])  # noqa: SLF001
                    await consumer.wait_first(consumer.callback(last), consumer.suspend_flow.wait())

    async def _fetch(self, consumer: Any) -> "dict[TP, list[Source]]":
        """Records of the partitions that are not paused now.

        Faust gives its client the set itself, which takes an empty one for all: when a recovery ended while a fetch was
        on its way, matches came before the index was there, and those behind them were skipped.
        """
        if not consumer.flow_active:
            await consumer.wait(consumer.can_resume_flow)
        active = frozenset(consumer._get_active_partitions())  # noqa: SLF001
        if not active:
            await asyncio.sleep(_PAUSED_SECONDS)
            return {}
        return await consumer._getmany(active, _FETCH_SECONDS) or {}  # noqa: SLF001

    async def _take(self, tp: TP, records: Sequence[Source], generation: int) -> None:
        """Hand on matches, until a rebalance begins: what is left is read again after it, from a known start."""
        for record in records:
            if self._outbox.full:
                await self._outbox.room()
            if time.perf_counter() - self._turn > TURN_SECONDS:
                await asyncio.sleep(0)
                self._turn = time.perf_counter()
            if not self._flows(generation):
                return
            self._handle(tp, record, generation)

    def _flows(self, generation: int) -> bool:
        return bool(self._app.consumer.flow_active) and generation == self._app.consumer_generation_id
