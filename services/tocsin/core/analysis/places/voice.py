"""What one name of a text says for a country or a first-level division, where others may speak for it too."""

from math import log1p
from typing import Final

from mypy_extensions import mypyc_attr

from tocsin.core.analysis.places.profile import Holding
from tocsin.core.analysis.places.shares import greatest

_log1p: Final = log1p
"""Found at once where this is compiled, unlike names that are imported."""

_NOTHING: Final = 1e-6
"""Less than this is what rounding leaves."""


@mypyc_attr(acyclic=True)
class Tally:
    """How much the names of a text speak for one country or division (``told``, at most 1 a name), and how much it adds
    to that that they may lie in it (``presence``).
    """

    __slots__ = ("holder", "presence", "told")

    def __init__(self, holder: object) -> None:
        self.holder = holder
        self.told = 0.0
        self.presence = 0.0


@mypyc_attr(acyclic=True)
class Voice:
    """One name's share (``own``) in a tally; ``numbers`` are its places there, by where they stand in its profile."""

    __slots__ = ("numbers", "own", "tally")

    def __init__(self, tally: Tally, holding: Holding) -> None:
        self.tally = tally
        self.numbers = holding.numbers
        self.own = holding.share
        tally.told += holding.share

    def others(self) -> float:
        """How much the other names say for it."""
        return self.tally.told - self.own

    def support(self) -> float:
        """The same as what it adds to the name's own places there; 0 where they say nothing."""
        others = self.tally.told - self.own
        return _log1p(others) if others > _NOTHING else 0.0

    def learn(self, shares: list[float]) -> None:
        """Take what the name says now for what it said before: the likeliest of its places there counts."""
        most = greatest(shares, self.numbers)
        tally = self.tally
        tally.told = tally.told - self.own + most
        self.own = most


def others_say(voices: list[Voice], holder: int) -> float:
    """How much other names say for one of the holders that a name has voices for, or for none of them: nothing."""
    for voice in voices:
        if voice.tally.holder == holder:
            return voice.others()
    return 0.0
