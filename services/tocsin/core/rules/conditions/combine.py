"""All, any, none, at least some of several conditions, anywhere or close together."""

from collections.abc import Sequence

from tocsin.core.model.rule import Reach
from tocsin.core.rules.conditions.base import BEST, EVERY, Compiled
from tocsin.core.rules.conditions.reach import together
from tocsin.core.rules.hits import Found, Instance
from tocsin.core.rules.keys import Needs, both, either
from tocsin.core.rules.view import View


class Nothing:
    """None of the parts holds."""

    def __init__(self, parts: Sequence[Compiled]) -> None:
        self.parts = tuple(parts)
        self.needs = Needs()

    def find(self, view: View, limit: int = BEST) -> Found:
        """One instance without words when no part holds."""
        del limit
        return None if any(part.find(view) for part in self.parts) else [Instance(1.0, "none", ())]

    def miss(self, view: View) -> str:
        """The words that should not stand there."""
        held = [found[0] for part in self.parts if (found := part.find(view))]
        words = [hit.why for instance in held for hit in instance.hits]
        return f"there is {', '.join(words)}" if words else "a part that must not hold does"


class Either:
    """Any of the parts holds."""

    def __init__(self, parts: Sequence[Compiled]) -> None:
        self._parts = tuple(parts)
        self.needs = either([part.needs for part in parts])

    def find(self, view: View, limit: int = BEST) -> Found:
        """The instances of all parts that hold."""
        found = [instance for part in self._parts for instance in part.find(view, limit) or ()]
        found.sort(key=_farthest)
        return found[:limit] or None

    def miss(self, view: View) -> str:
        """Why each part does not hold."""
        return "; ".join(dict.fromkeys(part.miss(view) for part in self._parts))


class Several:
    """At least ``count`` of the parts hold, within reach of each other; ``all`` is as many as there are."""

    __slots__ = ("_barred", "_count", "_parts", "_reach", "needs")

    def __init__(self, parts: Sequence[Compiled], count: int, reach: Reach) -> None:
        self._parts = tuple(part for part in parts if not isinstance(part, Nothing))
        self._barred = tuple(part for part in parts if isinstance(part, Nothing))
        self._count = count - len(self._barred)
        self._reach = reach
        needs = [part.needs for part in self._parts]
        self.needs = both(needs) if self._count >= len(needs) else either(needs)

    def find(self, view: View, limit: int = BEST) -> Found:
        """An instance for each place where enough parts stand together; anywhere, the nearest of each."""
        if self._reach == "article":
            return self._anywhere(view)
        parts = [part.find(view, EVERY) or [] for part in self._parts]
        if sum(map(bool, parts)) < self._count:
            return None
        barred = [instance for bar in self._barred for part in bar.parts for instance in part.find(view, EVERY) or ()]
        found = [_joined(ways) for ways in together(view.reading, parts, barred, self._count, self._reach)]
        found.sort(key=_farthest)
        return found[:limit] or None

    def _anywhere(self, view: View) -> Found:
        if any(bar.find(view) is None for bar in self._barred):
            return None
        allowed_to_miss = len(self._parts) - self._count
        ways: list[Instance] = []
        for part in self._parts:
            found = part.find(view)
            if found is not None:
                ways.append(found[0])
            elif allowed_to_miss > 0:
                allowed_to_miss -= 1
            else:
                return None
        return [_joined(ways)]

    def miss(self, view: View) -> str:
        """Which parts do not hold; if all do, that they stand too far apart."""
        missing = [part.miss(view) for part in (*self._parts, *self._barred) if part.find(view) is None]
        if missing:
            return "; ".join(dict.fromkeys(missing))
        where = f"{self._reach} words" if isinstance(self._reach, int) else f"one {self._reach}"
        return f"the parts don't stand within {where}"


def _joined(ways: Sequence[Instance]) -> Instance:
    """One instance of several parts: as near as the farthest of them."""
    closeness = min((instance.closeness for instance in ways), default=1.0)
    hits = tuple(hit for instance in ways for hit in instance.hits)
    return Instance(closeness, tuple(instance.distinct for instance in ways), hits)


def _farthest(instance: Instance) -> float:
    return -instance.closeness
