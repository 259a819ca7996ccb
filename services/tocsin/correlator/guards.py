"""Everything that keeps Faust 0.15 to our guarantees, in one place; each guard has a fault test.

Faust's producer is not idempotent, and its consumer commits what a stream has passed, whether or not the changelog
took it. So: all writes go through our own producers; a record counts as done only when its alerts and its changelog
writes are acknowledged, and a refused one ends the process before a commit (``outbox``); what is committed is our own
account of that (``Offsets``); losing the group, or a loop that stood still for a session, after which the partitions
may be another's, end the process too (``Watchdog``). A supervisor starts the process again.
"""

import asyncio
import os
import sys
from collections.abc import Callable
from typing import Any, NoReturn

import structlog
from faust.types import TP

from tocsin.edge.health import Health
from tocsin.edge.kafka.clients import SESSION_TIMEOUT_MS

log = structlog.get_logger(__name__)

End = Callable[[str], NoReturn]

EXIT_STATUS = 1
SESSION_SECONDS = SESSION_TIMEOUT_MS / 1000
OUT_OF_GROUP_SECONDS = 60.0
"""Longer than any rebalance, or a broker's restart, keeps a healthy worker without a generation."""

WATCH_SECONDS = 1.0


def end_process(reason: str) -> NoReturn:
    """End at once, with no commit, no leave and no flush: what was not acknowledged will be read again."""
    log.critical("process_ends", reason=reason)
    sys.stderr.flush()
    os._exit(EXIT_STATUS)


class Offsets:
    """Decides what may be committed: offsets up to the first whose writes are not yet acknowledged, never past a gap.

    Faust's own account goes by what its streams have passed; it tolerates gaps, and at a takeover it drops what it
    fetched early, which it reads again only where a committed offset tells it from where. So each partition is sought
    to a known start after every rebalance, and a record that does not follow on the one before ends the process.
    """

    def __init__(self, end: End = end_process) -> None:
        self._end = end
        self._started: dict[TP, int] = {}
        self._seen: dict[TP, int] = {}
        self._done: dict[TP, set[int]] = {}
        self._next: dict[TP, int] = {}

    def govern(self, consumer: Any) -> None:
        """Put this account in place of the consumer's own, and ``seek`` in place of its seeking."""

        async def seek_nothing() -> None:
            """Faust seeks once records flow again: those on their way then count as read, and are lost."""

        consumer.perform_seek = seek_nothing
        consumer._filter_tps_with_pending_acks = lambda *_: list(self._next)  # noqa: SLF001 - asked by Faust before
        consumer._new_offset = self.committable  # noqa: SLF001 - each commit

    async def seek(self, consumer: Any, topic: str) -> None:
        """Seek the partitions held to what was committed; call it while they are still paused after a rebalance."""
        own = [tp for tp in consumer.assignment() if tp.topic == topic]
        committed = {TP(*tp): offset for tp, offset in (await consumer.seek_to_committed()).items()}
        earliest = await consumer.earliest_offsets(*own) if own else {}
        starts = {TP(*tp): max(committed.get(TP(*tp)) or 0, earliest.get(tp) or 0) for tp in own}
        for tp, offset in starts.items():
            await consumer.seek(tp, offset)
            consumer._committed_offset[tp] = committed.get(tp)  # noqa: SLF001 - Faust compares with it
        self.start(starts)

    def start(self, starts: dict[TP, int]) -> None:
        """Begin a generation: these are the partitions held, and the first offset to come of each."""
        self._started = dict(starts)
        self._next = dict(starts)
        self._seen = {}
        self._done = {tp: set() for tp in starts}

    def arrived(self, tp: TP, offset: int) -> None:
        """Note a record's arrival; end the process if records before it were skipped."""
        expected = self._seen.get(tp, self._started.get(tp))
        if expected is not None and offset > expected:
            self._end(f"{tp.topic}/{tp.partition}: records {expected} to {offset - 1} were skipped")
        if expected is not None:
            self._seen[tp] = max(expected, offset + 1)

    def finished(self, tp: TP, offset: int) -> None:
        """Note that all that the record led to is durable."""
        upcoming = self._next.get(tp)
        if upcoming is None or offset < upcoming:
            return
        done = self._done[tp]
        done.add(offset)
        while upcoming in done:
            done.remove(upcoming)
            upcoming += 1
        self._next[tp] = upcoming

    def committable(self, tp: TP) -> int | None:
        """The offset to commit: of the first record not finished; None if none was finished in this generation."""
        upcoming = self._next.get(tp)
        return None if upcoming is None or upcoming == self._started.get(tp) else upcoming


class Watchdog:
    """Ends a process whose loop stood still for a session, or that has been out of the group for long."""

    def __init__(self, health: Health, generation: Callable[[], int], end: End = end_process) -> None:
        self._health = health
        self._generation = generation
        self._end = end

    async def watch(self, stop: asyncio.Event) -> None:
        """Look every second until ``stop`` is set."""
        clock = asyncio.get_running_loop().time
        last = member = clock()
        while not stop.is_set():
            await asyncio.sleep(WATCH_SECONDS)
            now = clock()
            if now - last > SESSION_SECONDS:
                self._end(f"the loop stood still for {now - last:.0f} s: the partitions may be another worker's")
            last = now
            if self._generation() >= 0:
                member = now
            elif now - member > OUT_OF_GROUP_SECONDS:
                self._end(f"out of the consumer group for {now - member:.0f} s")
            self._health.tick()


def member_generation(app: Any) -> int:
    """The consumer's generation in its group; negative while it is in none."""
    thread = getattr(app.consumer, "_thread", None)
    consumer = getattr(thread, "_consumer", None)
    coordinator = getattr(consumer, "_coordinator", None)
    return int(getattr(coordinator, "generation", -1))
