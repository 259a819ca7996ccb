"""What every compiled condition offers."""

from typing import Protocol

from tocsin.core.rules.hits import Found
from tocsin.core.rules.keys import Needs
from tocsin.core.rules.regions import Region
from tocsin.core.rules.view import View

EVERY = 64
"""Instances looked at when parts must stand together; BEST when one condition stands alone."""
BEST = 8


class Compiled(Protocol):
    """A condition made ready. Immutable; one may serve several rules."""

    @property
    def needs(self) -> Needs:
        """What an article must have for the condition to be able to hold."""
        ...

    def find(self, view: View, limit: int = BEST) -> Found:
        """How the condition holds, the nearest to the region first, at most ``limit`` instances; None if it doesn't."""
        ...

    def miss(self, view: View) -> str:
        """Why it does not hold, in words for the rule's author. Called only when ``find`` gave None."""
        ...


class Scope:
    """What a condition inherits from its rule: where it looks, and which statuses count."""

    __slots__ = ("label", "region", "statuses")

    def __init__(self, region: Region, statuses: frozenset[str], label: str = "") -> None:
        self.region = region
        self.statuses = statuses
        self.label = label
