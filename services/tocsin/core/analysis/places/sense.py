"""A name in one text: its mentions, and what they say together."""

from typing import Final

from tocsin.core.analysis.places.mention import Mention
from tocsin.core.analysis.places.profile import DEMONYM, Profile
from tocsin.core.analysis.places.voice import Voice

_NONE: Final[frozenset[int]] = frozenset()
_NOTHING: Final[frozenset[str]] = frozenset()
_SILENT: Final[list[Voice]] = []
_NOWHERE: Final[list[int]] = []


class Sense:
    """One name, taken to mean one place in the whole text. Places go by their numbers in the gazetteer.

    Neighbours: ``containers`` are places that may hold it ("X, Y"), ``holders`` the countries and divisions that most
    likely do. ``follows`` means that a name which may lie somewhere stands before it so, ``contents`` are those of its
    own places that would hold that. ``asks`` are the kinds of place that neighbouring words ask for; ``holder`` is the
    name of what a village or town is said to lie in.

    The crowd, once it has heard the name: ``countries`` and ``divisions`` are what it says for those that others may
    lie in too, ``inside`` tells which of its places may lie in a district that a name may be.

    Once resolved: ``chosen`` is where its place stands in the profile, ``shares`` how likely each place is;
    ``elsewhere`` is the country or division that it lies in where none of its places can be meant. ``evidence`` is how
    much the article as a whole speaks for its being a place, ``opens`` and ``with_article`` what a mention adds that
    begins a sentence or stands behind "the".
    """

    __slots__ = (
        "asks",
        "chosen",
        "containers",
        "contents",
        "countries",
        "divisions",
        "elsewhere",
        "evidence",
        "follows",
        "holder",
        "holders",
        "inside",
        "key",
        "mentions",
        "opens",
        "profile",
        "shares",
        "with_article",
    )

    def __init__(self, key: str, profile: Profile) -> None:
        self.key = key
        self.mentions: list[Mention] = []
        self.elsewhere: int | None = None
        self.evidence = self.opens = self.with_article = 0.0
        self.take(profile)

    def take(self, profile: Profile) -> None:
        """Start from what the name may stand for."""
        self.profile = profile
        self.shares: list[float] = profile.shares
        self.countries: list[Voice] = _SILENT
        self.divisions: list[Voice] = _SILENT
        self.asks: frozenset[str] = _NOTHING
        self.containers: frozenset[int] = _NONE
        self.holders: frozenset[int] = _NONE
        self.contents: frozenset[object] = _NONE
        self.follows = False
        self.holder: Sense | None = None
        self.inside: list[int] = _NOWHERE
        self.chosen = 0

    @property
    def place(self) -> int:
        """What the name stands for."""
        return self.profile.places[self.chosen]

    @property
    def is_settled(self) -> bool:
        """Whether nothing in the text can change what it stands for."""
        return len(self.profile.places) == 1 or (
            self.profile.settled and not (self.containers or self.follows or self.asks)
        )

    @property
    def land(self) -> int:
        """The country that its place lies in."""
        return self.profile.lands[self.chosen]

    @property
    def is_demonym(self) -> bool:
        """Whether the name is that of a place's people."""
        return self.profile.manners[self.chosen] == DEMONYM
