"""A name in one text: its mentions, and what they say together."""

from collections.abc import Mapping, Sequence

from tocsin.core.analysis.gazetteer import KnownPlace
from tocsin.core.analysis.places.mention import Mention
from tocsin.core.analysis.places.profile import Profile


class Sense:
    """One name, taken to mean one place in the whole text.

    ``containers`` are the ids of places that may hold it ("X, Y"), ``holders`` those of countries and divisions that
    most likely do, ``contents`` the ids of places that would hold what
    stands before it; ``asks`` the kinds of place that neighbouring words ask for. ``chosen`` is the place among the
    profile's, once resolved, ``country_support`` and ``division_support`` how many other names agree with it.
    """

    __slots__ = (
        "asks",
        "chosen",
        "containers",
        "contents",
        "countries",
        "country_support",
        "division_support",
        "divisions",
        "holders",
        "key",
        "mentions",
        "profile",
        "shares",
    )

    def __init__(self, key: str, profile: Profile) -> None:
        self.key = key
        self.mentions: list[Mention] = []
        self.take(profile)

    def take(self, profile: Profile) -> None:
        """Start from what the name may stand for."""
        self.profile = profile
        self.shares: Sequence[float] = profile.shares
        self.countries: Mapping[str, float] = profile.countries
        self.divisions: Mapping[str, float] = profile.divisions
        self.asks: set[str] = set()
        self.containers: set[str] = set()
        self.holders: set[str] = set()
        self.contents: set[str] = set()
        self.chosen = 0
        self.country_support = 0.0
        self.division_support = 0.0

    @property
    def place(self) -> KnownPlace:
        """What the name stands for."""
        return self.profile.places[self.chosen]

    @property
    def is_settled(self) -> bool:
        """Whether nothing in the text can change what it stands for."""
        return len(self.profile.places) == 1 or (
            self.profile.settled and not (self.containers or self.contents or self.asks)
        )

    @property
    def is_demonym(self) -> bool:
        """Whether the name is that of a place's people."""
        return self.profile.namings[self.chosen].manner == "demonym"
