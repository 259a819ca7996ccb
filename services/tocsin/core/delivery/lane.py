"""One subscriber's queue: what is owed, in which order, and when the next attempt may be made.

Pure: times are seconds since 1970, handed in. One attempt is under way at a time (``take`` to ``done``,
``answered`` or ``failed``).
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

import msgspec

from tocsin.core.delivery.breaker import Breaker
from tocsin.core.delivery.owed import Owed
from tocsin.core.delivery.pace import Turns
from tocsin.core.model.delivery import Delivery, Gathered, Held, Shown

MAX_DIGEST = 20
"""At most so many alerts go into one message."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A message that is to show an acknowledgement, or no longer. ``version`` is what ``shown.marked`` is then, empty
    for none; ``offset`` is where the message's record stands.
    """

    shown: Shown
    offset: int
    version: str


@dataclass(frozen=True, slots=True)
class Work:
    """What to attempt next: alerts, or the number of those held back, or what was gathered, or a message to be marked.
    ``merged``: the alerts are of one article.
    """

    owed: tuple[Owed, ...] = ()
    merged: bool = False
    held: Held | None = None
    gathered: Gathered | None = None
    mark: Mark | None = None


Merging = Callable[[Owed, Iterable[Owed]], tuple[Owed, ...]]
"""Of what is pending, those that go out as one message with the first, itself among them."""


class Lane:
    """The queue. ``turns`` say when its receiver may be asked; ``digest_at`` or more alerts that are ready go out as
    one message (0: never); past ``bound`` pending alerts the oldest are to be held back. ``merging`` chooses what goes
    out with the first of those that are ready.
    """

    def __init__(self, *, bound: int = 1000, turns: Turns | None = None, digest_at: int = 0) -> None:
        self.bound = bound
        self.turns = turns or Turns()
        self.digest_at = digest_at
        self.pending: dict[str, Owed] = {}
        self.held: Held | None = None
        self.gathered: dict[str, Gathered] = {}
        self.marks: dict[str, Mark] = {}
        self.merging: Merging | None = None
        self.breaker = Breaker()
        self.under_way: Work | None = None
        self._taken = 0.0

    def __len__(self) -> int:
        return len(self.pending) + (len(self.under_way.owed) if self.under_way else 0)

    @property
    def is_idle(self) -> bool:
        """Whether nothing is owed."""
        empty = not self.pending and not self.gathered and not self.marks
        return empty and self.held is None and self.under_way is None

    def add(self, delivery: Delivery, offset: int = -1, *, told: int = 0) -> None:
        """Owe a revision; one of an alert that is pending already joins it, less what the subscriber has had: all up to
        ``told``.
        """
        known = self.pending.get(delivery.alert.id)
        owed = Owed(delivery, offset=offset) if known is None else known.joined(delivery, offset).after(told)
        self.pending[delivery.alert.id] = owed

    def told(self, alert: str, seq: int) -> None:
        """The subscriber has had revisions up to that one: what is still owed says nothing of them."""
        known = self.pending.get(alert)
        if known is not None:
            self.pending[alert] = known.after(seq)

    def drop(self, alert: str, seq: int) -> None:
        """Forget a revision that is settled; newer ones stay."""
        known = self.pending.get(alert)
        if known is None:
            return
        if known.delivery.alert.seq == seq:
            del self.pending[alert]
        elif seq in known.older:
            self.pending[alert] = replace(known, older=tuple(number for number in known.older if number != seq))

    def next_at(self, now: float) -> float | None:
        """When the next attempt may be made; None: nothing is owed, or an attempt is under way."""
        if self.under_way is not None:
            return None
        gate = max(self.turns.next_at, self.breaker.until)
        if self.held is not None or self.marks or next(self._ready(now), None) is not None:
            return gate
        times = [owed.not_before for owed in self.pending.values()]
        times += [gathered.until.timestamp() for gathered in self.gathered.values()]
        return max(gate, min(times)) if times else None

    def take(self, now: float) -> Work | None:
        """The next thing to attempt, now under way; None when it is not time."""
        at = self.next_at(now)
        if at is None or at > now:
            return None
        if self.held is not None:
            work = Work(held=self.held)
        elif gathered := self._gathered_by(now):
            work = Work(gathered=gathered)
        else:
            ready = [owed for _, owed in zip(range(MAX_DIGEST), self._ready(now), strict=False)]
            many = self.digest_at and len(ready) >= self.digest_at
            if not ready:
                work = Work(mark=self.marks.pop(next(iter(self.marks))))
            else:
                work = Work(tuple(ready)) if many else self._with_others(ready[0])
            for owed in work.owed:
                del self.pending[owed.delivery.alert.id]
        self.under_way = work
        self._taken = now
        self.turns.take(now)
        return work

    def attempted(self, now: float) -> None:
        """Note that a request went out."""
        self.turns.sent(now)

    def done(self, returned: tuple[Owed, ...] = ()) -> None:
        """The work under way was ended without a request, but for what is ``returned``."""
        self.under_way = None
        self.turns.give_back(self._taken)
        self.put_back(returned)

    def answered(self) -> None:
        """The work under way is settled, and the receiver is there."""
        self.under_way = None
        if self.breaker.is_open:  # the receiver is back: what waited for it need not wait longer
            self.release()
        self.breaker = self.breaker.succeeded()

    def release(self) -> None:
        """Nothing need wait longer."""
        self.breaker = Breaker()
        for alert, owed in self.pending.items():
            self.pending[alert] = replace(owed, delivery=msgspec.structs.replace(owed.delivery, not_before=None))

    def failed(self, retries: tuple[Owed, ...], now: float, wait: float | None = None) -> None:
        """The work under way is to be tried again as ``retries``, once the receiver's ``wait`` (in seconds) is over."""
        self.under_way = None
        self.put_back(retries)
        if wait:
            self.turns.pause(now + wait)
        else:
            self.breaker = self.breaker.failed(now)

    def put_back(self, works: Iterable[Owed]) -> None:
        """Owe again what was taken; newer revisions that came meanwhile join it."""
        for owed in works:
            newer = self.pending.pop(owed.delivery.alert.id, None)
            joined = owed
            if newer is not None:
                joined = owed.joined(newer.delivery, newer.offset)
                joined = replace(joined, older=tuple(dict.fromkeys((*joined.older, *newer.older))))
            self.pending[owed.delivery.alert.id] = joined

    def overflow(self) -> tuple[Owed, ...]:
        """The oldest alerts past the bound, a tenth of it more so that it is not met at once again; taken out."""
        if len(self.pending) <= self.bound:
            return ()
        excess = len(self.pending) - self.bound + self.bound // 10
        oldest = tuple(owed for owed, _ in zip(self.pending.values(), range(excess), strict=False))
        for owed in oldest:
            del self.pending[owed.delivery.alert.id]
        return oldest

    def _with_others(self, first: Owed) -> Work:
        group = self.merging(first, self.pending.values()) if self.merging is not None else (first,)
        return Work(group, merged=len(group) > 1)

    def _gathered_by(self, now: float) -> Gathered | None:
        """What was gathered and is to be told by now, the earliest first."""
        due = [gathered for gathered in self.gathered.values() if gathered.until.timestamp() <= now]
        return min(due, key=lambda gathered: (gathered.until, gathered.cause), default=None)

    def _ready(self, now: float) -> Iterator[Owed]:
        return (owed for owed in self.pending.values() if owed.not_before <= now)
