"""The correlator's wiring: Faust inside the service's own loop, configuration followed beside it."""

import asyncio
import gc
import logging
import time
from contextlib import AsyncExitStack
from dataclasses import dataclass
from typing import Any

import faust
import structlog

from tocsin.correlator.announcer import Announcer
from tocsin.correlator.app import APP_ID, create_app, create_table, matches_topic
from tocsin.correlator.correlator import Correlator
from tocsin.correlator.guards import Offsets, Watchdog, end_process, member_generation
from tocsin.correlator.intake import Intake
from tocsin.correlator.memory import Memory
from tocsin.correlator.metrics import CorrelatorMetrics
from tocsin.correlator.outbox import Outbox
from tocsin.correlator.recovery import take_in
from tocsin.correlator.reminders import Reminders
from tocsin.correlator.rulebook import Rulebook
from tocsin.correlator.table import StoryTable
from tocsin.edge.kafka.admin import find_differences
from tocsin.edge.kafka.clients import create_producer
from tocsin.edge.kafka.config import ConfigFollower
from tocsin.edge.kafka.deadletters import DeadLetters
from tocsin.edge.kafka.topics import ALERTS, DEAD_LETTERS, MATCHES, STORIES_CHANGELOG
from tocsin.edge.service import Runtime, ServiceError, run_together

log = structlog.get_logger(__name__)

_NEEDED = (MATCHES, ALERTS, DEAD_LETTERS, STORIES_CHANGELOG)
_CRASH_POLL_SECONDS = 0.2

CHANGELOG_BATCH = 131_072
"""Bytes of stories that are one batch of a partition, and are acknowledged together."""


async def run(runtime: Runtime) -> None:
    """Fold matches into stories until asked to stop.

    Raises:
        ServiceError: Topics are missing or have other partitions than the table of topics says; Faust crashed.
    """
    for name in ("faust", "mode", "aiokafka"):
        logging.getLogger(name).setLevel(logging.WARNING)
    await _check_topics(runtime)
    app = create_app(runtime.settings)
    table = create_table(app)
    rulebook = Rulebook(table.stories)
    metrics = CorrelatorMetrics(runtime.registry, lambda: len(rulebook))
    producer = create_producer(runtime.settings, linger_ms=0)
    follower = ConfigFollower(runtime.settings, rulebook.use)
    async with AsyncExitStack() as stack:
        stack.push_async_callback(follower.close)
        await follower.start(runtime.stop, runtime.health.tick)
        await producer.start()
        stack.push_async_callback(producer.stop)
        changelog = create_producer(runtime.settings, linger_ms=0, max_batch_size=CHANGELOG_BATCH)
        await changelog.start()
        stack.push_async_callback(changelog.stop)
        letters = DeadLetters(producer, "correlator", runtime.registry)
        offsets = Offsets()
        outbox = Outbox(
            Announcer(producer, letters, metrics), changelog, offsets, table, observe=metrics.seconds.observe
        )
        intake = Intake(table, outbox, Correlator(table, rulebook, metrics, outbox).handle)
        worker = _Worker(runtime, app, table, rulebook, metrics, offsets, outbox, intake, Memory())
        worker.attach()
        if not runtime.stop.is_set():
            watchdog = Watchdog(runtime.health, lambda: member_generation(app))
            reminders = Reminders(runtime.settings, rulebook, producer)
            await run_together(
                follower.follow(runtime.stop),
                watchdog.watch(runtime.stop),
                reminders.run(runtime.stop),
                worker.run(),
            )


async def _check_topics(runtime: Runtime) -> None:
    wrong = [d for d in await find_differences(runtime.settings) if d.topic in _NEEDED]
    fatal = [str(d) for d in wrong if d.setting in ("topic", "partitions")]
    if fatal:
        raise ServiceError(f"{'; '.join(fatal)}: run `tocsin topics`")
    for difference in wrong:
        log.warning("topic_differs", difference=str(difference))


@dataclass(frozen=True)
class _Worker:
    """Faust with its one table; its records go through the intake."""

    runtime: Runtime
    app: faust.App
    table: StoryTable
    rulebook: Rulebook
    metrics: CorrelatorMetrics
    offsets: Offsets
    outbox: Outbox
    intake: Intake
    memory: Memory

    def attach(self) -> None:
        """Have Faust subscribe to matches, and index and account follow the table through every rebalance."""
        self.app.agent(matches_topic(self.app), name="correlate", concurrency=1)(self._no_record)
        self.app.on_partitions_revoked.connect(self._settle)
        self.table.on_recover(self._index)

    async def run(self) -> None:
        """Run until asked to stop; then finish what is on the way, commit, and leave the group."""
        self.offsets.govern(self.app.consumer)
        self.intake.govern(self.app.consumer)
        writing = asyncio.create_task(self.outbox.run())
        starting = asyncio.create_task(self.app.maybe_start(), name=APP_ID)
        try:
            while not self.runtime.stop.is_set():
                if self.app.crashed or (starting.done() and starting.exception() is not None):
                    reason = self.app.crash_reason or starting.exception()
                    end_process(f"Faust crashed: {type(reason).__name__}: {reason}")
                self.memory.settle(len(self.rulebook))
                await asyncio.sleep(_CRASH_POLL_SECONDS)
            self.app.consumer.stop_flow()
            await self.outbox.settled()
        finally:
            await self.app.stop()
            writing.cancel()
            await asyncio.gather(starting, writing, return_exceptions=True)

    async def _no_record(self, stream: Any) -> None:
        async for _ in stream.noack().events():
            end_process("a record went past the intake")

    async def _settle(self, *_: Any, **__: Any) -> None:
        """Called by Faust when a rebalance begins, with no more records flowing, before others may have ours."""
        await self.outbox.settled()
        await self.app.consumer.commit()

    async def _index(self) -> None:
        """Called by Faust when the changelogs of new partitions have been read, before their matches are."""
        start = time.perf_counter()
        gc.disable()
        self.rulebook.keep_only(self.table.held - self.table.fresh)
        self.metrics.unreadable.inc(await take_in(self.table, self.rulebook))
        self.table.fresh = frozenset()
        self.memory.settle(len(self.rulebook))
        gc.enable()
        await self.offsets.seek(self.app.consumer, MATCHES)
        self.metrics.partitions.set(len(self.table.held))
        self.metrics.recovery.observe(time.perf_counter() - start)
        log.info("partitions_held", count=len(self.table.held), stories=len(self.rulebook))
        self.runtime.health.ready()
