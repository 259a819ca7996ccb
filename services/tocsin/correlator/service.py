"""The correlator's wiring: Faust inside the service's own loop, configuration followed beside it."""

import asyncio
import logging
import time
from contextlib import AsyncExitStack
from dataclasses import dataclass
from typing import Any

import faust
import structlog

from tocsin.correlator.app import APP_ID, create_app, create_table, matches_topic
from tocsin.correlator.correlator import Correlator, Outlets
from tocsin.correlator.guards import Watchdog, end_process, generation
from tocsin.correlator.metrics import CorrelatorMetrics
from tocsin.correlator.reminders import Reminders
from tocsin.correlator.rulebook import Rulebook
from tocsin.correlator.table import KeptStories, StoryTable
from tocsin.edge.kafka.admin import find_differences
from tocsin.edge.kafka.clients import create_producer
from tocsin.edge.kafka.config import ConfigFollower
from tocsin.edge.kafka.deadletters import DeadLetters
from tocsin.edge.kafka.topics import ALERTS, DEAD_LETTERS, MATCHES, STORIES_CHANGELOG
from tocsin.edge.service import Runtime, ServiceError, run_together

log = structlog.get_logger(__name__)

_NEEDED = (MATCHES, ALERTS, DEAD_LETTERS, STORIES_CHANGELOG)
_INDEXED_AT_ONCE = 200
"""Stories indexed between two turns of the loop: about 50 ms."""

_CRASH_POLL_SECONDS = 0.2


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
    rulebook = Rulebook(KeptStories(table))
    metrics = CorrelatorMetrics(runtime.registry, lambda: len(rulebook))
    producer = create_producer(runtime.settings, linger_ms=0)
    follower = ConfigFollower(runtime.settings, rulebook.use)
    async with AsyncExitStack() as stack:
        stack.push_async_callback(follower.close)
        await follower.start(runtime.stop, runtime.health.tick)
        await producer.start()
        stack.push_async_callback(producer.stop)
        letters = DeadLetters(producer, "correlator", runtime.registry)
        correlator = Correlator(table, rulebook, Outlets(producer, letters, metrics))
        worker = _Worker(runtime, app, table, rulebook, correlator, metrics)
        worker.attach()
        if not runtime.stop.is_set():
            watchdog = Watchdog(runtime.health, lambda: generation(app))
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
    """Faust with its one agent and one table."""

    runtime: Runtime
    app: faust.App
    table: StoryTable
    rulebook: Rulebook
    correlator: Correlator
    metrics: CorrelatorMetrics

    def attach(self) -> None:
        """Give the app its agent, and have the index follow the table through every rebalance."""
        self.app.agent(matches_topic(self.app), name="correlate", concurrency=1)(self._correlate)
        self.table.on_recover(self._index)

    async def run(self) -> None:
        """Run until asked to stop; then finish what is on the way, commit, and leave the group."""
        self.correlator.offsets.govern(self.app.consumer)
        starting = asyncio.create_task(self.app.maybe_start(), name=APP_ID)
        try:
            while not self.runtime.stop.is_set():
                if self.app.crashed or (starting.done() and starting.exception() is not None):
                    reason = self.app.crash_reason or starting.exception()
                    end_process(f"Faust crashed: {type(reason).__name__}: {reason}")
                await asyncio.sleep(_CRASH_POLL_SECONDS)
            await self.correlator.completion.drained()
        finally:
            await self.app.stop()
            await asyncio.gather(starting, return_exceptions=True)

    async def _correlate(self, stream: Any) -> None:
        try:
            async for event in stream.noack().events():
                await self.correlator.handle(event)
        except Exception as error:  # noqa: BLE001 - Faust would start the agent anew and go on behind the record
            end_process(f"the agent failed: {type(error).__name__}: {error}")

    async def _index(self) -> None:
        """Called by Faust when the changelogs of new partitions have been read, before their matches are."""
        start = time.perf_counter()
        self.rulebook.keep_only(self.table.held - self.table.fresh)
        for count, story in enumerate(self.table.stories_of(self.table.fresh)):
            if story is None:
                self.metrics.unreadable.inc()
            else:
                self.rulebook.take_in(story)
            if count % _INDEXED_AT_ONCE == 0:
                await asyncio.sleep(0)
        self.table.fresh = frozenset()
        await self.correlator.offsets.seek(self.app.consumer, MATCHES)
        self.metrics.partitions.set(len(self.table.held))
        self.metrics.recovery.observe(time.perf_counter() - start)
        log.info("partitions_held", count=len(self.table.held), stories=len(self.rulebook))
        self.runtime.health.ready()
