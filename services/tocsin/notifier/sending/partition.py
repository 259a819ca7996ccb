"""One partition of the deliveries topic in this sender's hands: read, then live, then given up."""

import asyncio
import contextlib
import time
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta

import msgspec
import structlog
from aiokafka import ConsumerRecord

from tocsin.core.delivery.keys import sent_key, shown_key
from tocsin.core.delivery.lane import Lane
from tocsin.core.delivery.outbox import Outbox, Placed
from tocsin.core.delivery.pace import Turns, pace_of
from tocsin.core.model.delivery import Held, Sent
from tocsin.core.routing.gathering import cause_of, silence_in
from tocsin.core.routing.marking import marks
from tocsin.core.routing.merging import merged, merges
from tocsin.notifier.reading import CatchingUp
from tocsin.notifier.sending.deliver import Deliverer
from tocsin.notifier.sending.settle import WRITER_HEADER

log = structlog.get_logger(__name__)

GRACE_SECONDS = 5.0
"""How long a partition that is given up waits for requests under way; those cut off are made again elsewhere."""

_LONGEST_SLEEP_SECONDS = 3600.0
_SHOWN = b"shown/"


class Partition:
    """Folds the partition's records and, once live, runs a task for each subscription that is owed something."""

    def __init__(self, number: int, deliverer: Deliverer) -> None:
        self.number = number
        self.catching_up: CatchingUp | None = None
        self.is_live = False
        self.failed: BaseException | None = None
        self.outbox = Outbox(self._make_lane)
        self.unreadable: dict[bytes, tuple[ConsumerRecord[bytes, bytes], str]] = {}
        self._deliverer = deliverer
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._wake: dict[str, asyncio.Event] = {}
        self._closing = False
        self._busy: set[str] = set()

    def apply(self, record: "ConsumerRecord[bytes, bytes]") -> None:
        """Take one record in, or note it as unreadable.

        Our own writes were taken in when they were written, but for those from before the partition was live, and for
        messages shown, of which it counts where their records stand.
        """
        raw_key = record.key or b""
        own = (WRITER_HEADER, self._deliverer.settler.writer) in record.headers
        if self.is_live and own and not raw_key.startswith(_SHOWN):
            return
        self.unreadable.pop(raw_key, None)
        try:
            key = self.outbox.apply(raw_key, record.value, record.offset)
        except ValueError as error:  # msgspec's and Unicode's errors are ValueErrors
            if record.value is not None:
                self.unreadable[raw_key] = (record, f"{type(error).__name__}: {error}")
            return
        if self.is_live and key.kind in ("due", "held", "gathered"):
            self._start(key.subscription)
        if self.is_live and key.kind == "shown":
            self._set_marks({key.alert: self.outbox.shown.get(key.alert, {})})

    async def forget(self, raw_key: bytes) -> None:
        """Take a record that can't be read off the topic."""
        await self._deliverer.settler.write_to(self.number, [(raw_key, None)])
        self.unreadable.pop(raw_key, None)

    def go_live(self) -> None:
        """All that stood at the beginning is read: begin to send."""
        self.is_live = True
        for name, lane in list(self.outbox.lanes.items()):
            self._set_ends(lane)
            self._start(name)
        self._set_marks(self.outbox.shown)

    def wake_all(self) -> None:
        """The configuration changed: what waits may be ended or sent."""
        for name, lane in self.outbox.lanes.items():
            self._set_pace(name, lane)
            self._set_ends(lane)
            if self._deliverer.current.subscription(name) is None:
                lane.release()
        if self.is_live:
            self._set_marks(self.outbox.shown)
        for event in self._wake.values():
            event.set()

    async def close(self, grace: float = GRACE_SECONDS) -> None:
        """Begin no more requests, give those under way some time, and end."""
        self._closing = True
        self.is_live = False
        tasks = dict(self._tasks)
        for name, task in tasks.items():
            if name not in self._busy:
                task.cancel()
        if tasks:
            _done, late = await asyncio.wait(tasks.values(), timeout=grace)
            for task in late:
                task.cancel()
            await asyncio.gather(*tasks.values(), return_exceptions=True)

    async def prune(self, kept: timedelta, most: int) -> None:
        """Forget what subscribers saw of stories long over, a few at a time."""
        old = list(self.outbox.oldest_sent(time.time() - kept.total_seconds(), most))
        for sent in old:
            keys = [sent_key(sent.subscription, sent.alert)]
            if sent.subscription in self.outbox.shown.get(sent.alert, {}):
                keys.append(shown_key(sent.subscription, sent.alert))
            await self._deliverer.settler.write(sent.subscription, [(key, None) for key in keys])
            self._forget(sent)

    def pending_since(self) -> Iterator[datetime]:
        """When the oldest alert of each subscription was written."""
        for lane in self.outbox.lanes.values():
            first = next(iter(lane.pending.values()), None)
            if first is not None and first.delivery.alerted is not None:
                yield first.delivery.alerted

    def _forget(self, sent: Sent) -> None:
        self.outbox.sent.pop((sent.subscription, sent.alert), None)

    def _make_lane(self, name: str) -> Lane:
        lane = Lane(bound=self._deliverer.settings.pending_bound)
        self._set_pace(name, lane)
        return lane

    def _set_pace(self, name: str, lane: Lane) -> None:
        """As often as the subscription's target allows, as it stands now."""
        subscription = self._deliverer.current.subscription(name)
        lane.merging = merged if subscription is not None and merges(subscription) else None
        lane.turns, lane.digest_at = self._turns(name), pace_of(subscription).digest_at

    def _turns(self, name: str) -> Turns:
        subscription = self._deliverer.current.subscription(name)
        return Turns() if subscription is None else self._deliverer.channels.turns(subscription)

    def _set_ends(self, lane: Lane) -> None:
        """What silences kept back is told when they end, as they now stand."""
        for cause, gathered in lane.gathered.items():
            name = silence_in(cause_of(gathered))
            if name is not None:
                silence = self._deliverer.current.silence(name)
                until = datetime.now(UTC) if silence is None else silence.until
                lane.gathered[cause] = msgspec.structs.replace(gathered, until=until)

    def _set_marks(self, shown: Mapping[str, Mapping[str, Placed]]) -> None:
        """What messages in Slack say of acknowledgements is to be what stands."""
        for mark in marks(shown, self._deliverer.current.silences(), datetime.now(UTC)):
            self.outbox.lane(mark.shown.subscription).marks[mark.shown.alert] = mark
            self._start(mark.shown.subscription)

    def _start(self, name: str) -> None:
        wake = self._wake.get(name)
        if wake is not None:
            wake.set()
            return
        if self._closing or self.outbox.lane(name).is_idle:
            return
        self._wake[name] = asyncio.Event()
        task = self._tasks[name] = asyncio.create_task(self._run(name))
        task.add_done_callback(lambda done: self._ended(name, done))

    def _ended(self, name: str, task: "asyncio.Task[None]") -> None:
        self._tasks.pop(name, None)
        self._wake.pop(name, None)
        if not task.cancelled() and task.exception() is not None:
            self.failed = task.exception()
        elif not self._closing and not self.outbox.lane(name).is_idle:
            self._start(name)

    async def _run(self, name: str) -> None:
        """Serve one subscription until nothing is owed."""
        lane, wake = self.outbox.lane(name), self._wake[name]
        while not self._closing and not lane.is_idle:
            wake.clear()
            await self._hold_back(name, lane)
            now = time.time()
            at = lane.next_at(now)
            if at is None or at > now:
                pause = _LONGEST_SLEEP_SECONDS if at is None else min(at - now, _LONGEST_SLEEP_SECONDS)
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(wake.wait(), pause)
                continue
            lane.turns = self._turns(name)  # its secrets may be others by now, and so its channel
            work = lane.take(now)
            if work is not None:
                self._busy.add(name)
                try:
                    await self._deliverer.work(name, work, self.outbox)
                finally:
                    self._busy.discard(name)

    async def _hold_back(self, name: str, lane: Lane) -> None:
        excess = lane.overflow()
        if not excess:
            return
        before = lane.held
        since = datetime.now(UTC) if before is None else before.since
        held = Held(subscription=name, count=len(excess) + (0 if before is None else before.count), since=since)
        lane.held = held
        await self._deliverer.settler.hold(held, excess)
        self._deliverer.metrics.suppressed.labels(reason="held_back").inc(len(excess))
        log.warning("alerts_held_back", subscription=name, count=len(excess))
