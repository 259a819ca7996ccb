"""What desks get of what is owed to them: the notifier's own queues and decisions, and receivers that always answer."""

import heapq
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import NamedTuple

from msgspec.structs import replace

from tocsin.core.delivery.lane import Lane, Work
from tocsin.core.delivery.outbox import Outbox
from tocsin.core.delivery.owed import Owed
from tocsin.core.delivery.pace import Turns, pace_of
from tocsin.core.model.delivery import Delivery, Gathered, Posted, Sent
from tocsin.core.model.subscription import Subscription
from tocsin.core.routing.deciding import End, Send, Wait, decide, summary_waits
from tocsin.core.routing.gathering import gather, without
from tocsin.core.routing.limits import is_urgent, tallied
from tocsin.core.routing.merging import merged, merges
from tocsin.core.routing.notice import Notice
from tocsin.core.routing.standing import Standing
from tocsin.core.routing.together import Gather, is_limited


class Line(NamedTuple):
    """One revision that a message tells of."""

    alert: str
    seq: int


class Message(NamedTuple):
    """What one desk gets at once. ``cause`` says why it is a summary; it is empty for a message about alerts."""

    desk: str
    at: datetime
    lines: tuple[Line, ...]
    cause: str = ""


class Desks:
    """All subscribers, in the time of the articles. ``messages`` are those they got so far. Changes as it goes."""

    def __init__(self, standing: Standing) -> None:
        self.messages: list[Message] = []
        self._standing = standing
        self._outbox = Outbox(self._lane)
        self._due: list[tuple[float, str]] = []
        self._now = 0.0

    def owe(self, deliveries: Iterable[Delivery], at: datetime) -> None:
        """What the router owes from then on."""
        self.pass_to(at.timestamp())
        for delivery in deliveries:
            self._outbox.put(delivery)
            self._wait(delivery.subscription)

    def pass_to(self, moment: float) -> None:
        """Let the time pass until then (seconds since 1970); what is due by then is sent."""
        while self._due and self._due[0][0] <= moment:
            at, name = heapq.heappop(self._due)
            self._now = max(self._now, at)
            work = self._outbox.lane(name).take(self._now)
            if work is not None:
                self._work(name, work)
            self._wait(name)
        self._now = max(self._now, moment)

    def end(self) -> None:
        """Let all pass that is still to come."""
        while self._due:
            self.pass_to(self._due[0][0])

    def _wait(self, name: str) -> None:
        at = self._outbox.lane(name).next_at(self._now)
        if at is not None:
            heapq.heappush(self._due, (max(at, self._now), name))

    def _lane(self, name: str) -> Lane:
        subscription = self._standing.subscription(name)
        pace = pace_of(subscription)
        lane = Lane(turns=Turns(pace.interval), digest_at=pace.digest_at)
        lane.merging = merged if subscription is not None and merges(subscription) else None
        return lane

    def _work(self, name: str, work: Work) -> None:
        lane, subscription = self._outbox.lane(name), self._standing.subscription(name)
        if subscription is None:
            lane.done()
        elif work.gathered is not None:
            self._summary(subscription, work.gathered, lane)
        else:
            self._alerts(subscription, work.owed, lane)

    def _alerts(self, subscription: Subscription, owed: Iterable[Owed], lane: Lane) -> None:
        told: list[Notice] = []
        waiting: list[Owed] = []
        for item in owed:
            match decide(item, self._standing, self._outbox, self._now):
                case Send(notice):
                    told.append(notice)
                case Wait(until):
                    waiting.append(item.deferred(until))
                case Gather() as wanted:
                    self._gather(item, wanted, lane)
                case End(outcome="untold"):
                    _forget(item.delivery.alert.id, lane)
                case _:
                    pass
        if not told:
            lane.done(tuple(waiting))
            return
        at = datetime.fromtimestamp(self._now, UTC)
        for notice in told:
            ended = notice.kind in ("withdrawal", "left")
            self._see(subscription.id, Line(notice.alert.id, notice.alert.seq), at, ended=ended)
            _forget(notice.alert.id, lane)
        self._tally(subscription, told, at)
        self.messages.append(
            Message(subscription.id, at, tuple(Line(notice.alert.id, notice.alert.seq) for notice in told))
        )
        lane.attempted(self._now)
        lane.answered()
        for item in waiting:
            lane.add(item.delivery)

    def _summary(self, subscription: Subscription, gathered: Gathered, lane: Lane) -> None:
        until = summary_waits(gathered, subscription, self._now)
        if until is not None:
            lane.gathered[gathered.cause] = replace(gathered, until=until)
            lane.done()
            return
        at = datetime.fromtimestamp(self._now, UTC)
        lines = tuple(Line(line.alert, line.seq) for line in gathered.lines)
        for line in lines:
            self._see(subscription.id, line, at)
        self.messages.append(Message(subscription.id, at, lines, gathered.cause))
        del lane.gathered[gathered.cause]
        lane.attempted(self._now)
        lane.answered()

    def _gather(self, item: Owed, wanted: Gather, lane: Lane) -> None:
        now = datetime.fromtimestamp(self._now, UTC)
        known = lane.gathered.get(wanted.cause)
        lane.gathered[wanted.cause] = gather(
            known, item.delivery, wanted.cause, now=now, until=wanted.until, silence=wanted.silence
        )

    def _see(self, desk: str, line: Line, at: datetime, *, ended: bool = False) -> None:
        self._outbox.put(Sent(subscription=desk, alert=line.alert, seq=line.seq, at=at, ended=ended))

    def _tally(self, subscription: Subscription, told: Iterable[Notice], at: datetime) -> None:
        posted = [
            Posted(rule=notice.alert.rule, at=at, urgent=is_urgent(notice.alert))
            for notice in told
            if is_limited(subscription, notice.alert.rule, self._standing)
        ]
        if posted:
            self._outbox.put(tallied(self._outbox.tallies.get(subscription.id), subscription.id, posted))


def _forget(alert: str, lane: Lane) -> None:
    """A story is told otherwise, or was taken back: summaries need not tell it."""
    for cause, known in list(lane.gathered.items()):
        less = without(known, alert)
        if less.stories:
            lane.gathered[cause] = less
        else:
            del lane.gathered[cause]
