"""When Tocsin's own state is worth an alert: many dead letters at once, a stage that stands still. Pure: times are
handed in, in seconds since 1970.
"""

from collections import defaultdict, deque
from collections.abc import Iterable
from typing import Literal, NamedTuple

from tocsin.core.model.deadletter import Stage

_HOUR_SECONDS = 3600.0


class Bursts:
    """Counts dead letters by stage. ``most`` of one stage within ``seconds`` are a burst, told once an hour."""

    def __init__(self, most: int, seconds: float) -> None:
        self._most = most
        self._seconds = seconds
        self._times: dict[Stage, deque[float]] = defaultdict(deque)
        self._told: dict[Stage, float] = {}

    def add(self, stage: Stage, at: float) -> int | None:
        """Count one; how many there were within the time, if this makes a burst that was not told of yet."""
        times = self._times[stage]
        times.append(at)
        while times[0] < at - self._seconds:
            times.popleft()
        hour = at // _HOUR_SECONDS
        if len(times) < self._most or self._told.get(stage) == hour:
            return None
        self._told[stage] = hour
        return len(times)


class Standing(NamedTuple):
    """A consumer group as it is: the sum of its committed offsets, and how many records lie past them."""

    group: str
    position: int
    behind: int


class Change(NamedTuple):
    """A group that has come to stand ``still`` for ``seconds``, or that ``moves`` again."""

    kind: Literal["still", "moves"]
    standing: Standing
    seconds: float = 0.0


class Progress:
    """Watches groups: one that commits nothing for ``seconds`` though records wait stands still."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._since: dict[str, tuple[Standing, float]] = {}
        self._told: dict[str, Standing] = {}

    def look(self, standings: Iterable[Standing], now: float) -> list[Change]:
        """What has changed since the last look."""
        changes: list[Change] = []
        for standing in standings:
            before = self._since.get(standing.group)
            if before is None or before[0].position != standing.position or standing.behind == 0:
                self._since[standing.group] = (standing, now)
                told = self._told.pop(standing.group, None)
                if told is not None:
                    changes.append(Change("moves", told))
            elif now - before[1] >= self._seconds and standing.group not in self._told:
                self._told[standing.group] = standing
                changes.append(Change("still", standing, now - before[1]))
        return changes
