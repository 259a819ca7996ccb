"""What is owed of one alert: its newest revision, with what older ones that were not sent had to say."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import reduce

import msgspec

from tocsin.core.delivery.merge import merge
from tocsin.core.model.delivery import Delivery

MAX_APART = 8
"""So many revisions are kept apart; past that the two oldest are one. Which of them was sent is known soon."""


@dataclass(frozen=True, slots=True)
class Owed:
    """One alert's newest revision, with what it keeps of the older ones; ``older`` are their numbers.

    ``delivery.attempts`` counts the attempts of the newest revision, ``offset`` is where its record stands.
    ``revisions`` are those that ``delivery`` was merged from, oldest first; none where it is one alone.
    """

    delivery: Delivery
    older: tuple[int, ...] = ()
    offset: int = -1
    revisions: tuple[Delivery, ...] = ()

    @property
    def not_before(self) -> float:
        """When the next attempt may be made."""
        return 0.0 if self.delivery.not_before is None else self.delivery.not_before.timestamp()

    def deferred(self, until: float) -> "Owed":
        """With its next attempt not before then (seconds since 1970)."""
        moment = datetime.fromtimestamp(until, UTC)
        return replace(self, delivery=msgspec.structs.replace(self.delivery, not_before=moment))

    def joined(self, delivery: Delivery, offset: int = -1) -> "Owed":
        """With another revision, newer or older than this."""
        seq, own = delivery.alert.seq, self.delivery.alert.seq
        if seq > own:
            revisions = (*(self.revisions or (self.delivery,)), delivery)
            if len(revisions) > MAX_APART:
                revisions = (merge(revisions[0], revisions[1]), *revisions[2:])
            return Owed(merge(self.delivery, delivery), (*self.older, own), offset, revisions)
        if seq < own:
            return self if seq in self.older else replace(self, older=(*self.older, seq))
        if delivery.attempts <= self.delivery.attempts:
            return self
        tried = msgspec.structs.replace(
            self.delivery, attempts=delivery.attempts, not_before=delivery.not_before, reason=delivery.reason
        )
        return replace(self, delivery=tried)

    def after(self, seq: int) -> "Owed":
        """Without what is in it of revisions up to that one, which the subscriber has had; their numbers stay, since
        their records do. Where nothing newer is owed, it is left as it is.
        """
        rest = [revision for revision in self.revisions if revision.alert.seq > seq]
        if not rest or len(rest) == len(self.revisions):
            return self
        own = self.delivery
        delivery = msgspec.structs.replace(
            reduce(merge, rest), attempts=own.attempts, not_before=own.not_before, reason=own.reason
        )
        return replace(self, delivery=delivery, revisions=tuple(rest))
