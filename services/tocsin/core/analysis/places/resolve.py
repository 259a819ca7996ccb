"""Decides which of its places each name of a text stands for: one place for all its mentions."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from operator import mul

from tocsin.core.analysis.gazetteer import KnownPlace, Naming
from tocsin.core.analysis.places.mention import Mention
from tocsin.core.analysis.places.scores import softmax

CONSIDERED = 40
"""Places considered of one name, the likeliest."""

_ADMIN = frozenset({"admin1", "admin2"})
_CITY = frozenset({"city", "admin2"})


class Sense:
    """A name in one text: its mentions, what it may stand for, and, once resolved, what it does."""

    __slots__ = (
        "admin_support",
        "asks",
        "bases",
        "chosen",
        "containers",
        "contents",
        "country_support",
        "features",
        "key",
        "margin",
        "mentions",
        "namings",
        "shares",
    )

    def __init__(self, key: str, namings: tuple[Naming, ...], bases: tuple[float, ...]) -> None:
        self.key = key
        self.namings = namings[:CONSIDERED]
        self.bases = bases[:CONSIDERED]
        self.mentions: list[Mention] = []
        self.shares: list[float] = softmax(self.bases)
        self.asks: dict[str, int] = {}
        self.containers: set[str] = set()
        self.contents: set[str] = set()
        self.features: list[str] = []
        self.chosen = 0
        self.margin = 0.0
        self.country_support = 0.0
        self.admin_support = 0.0

    @property
    def place(self) -> KnownPlace:
        """What the name stands for."""
        return self.namings[self.chosen].place


def resolve(senses: list[Sense], weights: Mapping[str, float]) -> None:
    """Choose a place for each sense: what is likely by itself, what "X, Y" says, and what the other names agree on."""
    connect(senses)
    pull = tuple(weights[name] for name in DYNAMIC)
    for _ in range(2):
        countries, divisions = masses(senses)
        for sense in senses:
            scores = [
                base + sum(map(mul, pull, features))
                for base, features in zip(sense.bases, dynamic_features(sense, countries, divisions), strict=True)
            ]
            sense.shares = softmax(scores)
    countries, divisions = masses(senses)
    for sense in senses:
        shares = sense.shares
        best = max(range(len(shares)), key=shares.__getitem__)
        sense.chosen = best
        sense.margin = shares[best]
        own_country, own_divisions = own_masses(sense)
        place = sense.namings[best].place
        sense.country_support = countries.get(place.country, 0.0) - own_country.get(place.country, 0.0) if place.country else 0.0
        sense.admin_support = (
            divisions.get(place.admin1_id, 0.0) - own_divisions.get(place.admin1_id, 0.0) if place.admin1_id else 0.0
        )


def connect(senses: list[Sense]) -> None:
    """Note "X, Y" and "X (Y)": Y may hold X."""
    mentions = sorted(
        ((mention, sense) for sense in senses for mention in sense.mentions),
        key=lambda pair: (pair[0].text.field, pair[0].start),
    )
    for (one, first), (other, second) in zip(mentions, mentions[1:], strict=False):
        if one.text is not other.text or not 0 < other.start - one.end <= 3:  # noqa: PLR2004 - ", " or " ("
            continue
        between = one.text.text[one.end : other.start]
        if between in {", ", " (", ",", " / ", " - "}:
            first.containers.update(naming.place.id for naming in second.namings)
            second.contents.update(holder for naming in first.namings for holder in naming.place.within[1:])
    for sense in senses:
        for mention in sense.mentions:
            if mention.asks:
                sense.asks[mention.asks] = sense.asks.get(mention.asks, 0) + 1


def masses(senses: Iterable[Sense]) -> tuple[dict[str, float], dict[str, float]]:
    """How much the names speak for each country, and for each first-level division: at most 1 a name."""
    countries: dict[str, float] = defaultdict(float)
    divisions: dict[str, float] = defaultdict(float)
    for sense in senses:
        own_country, own_divisions = own_masses(sense)
        for code, share in own_country.items():
            countries[code] += share
        for division, share in own_divisions.items():
            divisions[division] += share
    return countries, divisions


def own_masses(sense: Sense) -> tuple[dict[str, float], dict[str, float]]:
    """What one name adds to the masses."""
    countries: dict[str, float] = {}
    divisions: dict[str, float] = {}
    for naming, share in zip(sense.namings, sense.shares, strict=True):
        if share < 0.01:  # noqa: PLR2004 - adds nothing that counts
            continue
        place = naming.place
        if place.country:
            countries[place.country] = max(countries.get(place.country, 0.0), share)
        if place.admin1_id:
            divisions[place.admin1_id] = max(divisions.get(place.admin1_id, 0.0), share)
    return countries, divisions


Dynamic = tuple[float, float, float, float, float, float]


def dynamic_features(sense: Sense, countries: dict[str, float], divisions: dict[str, float]) -> list[Dynamic]:
    """For each place of a sense: support for its country, for its division, whether what follows holds it, whether it
    holds what precedes, and whether a neighbouring word asks for its kind, or for another.
    """
    own_country, own_divisions = own_masses(sense)
    found: list[Dynamic] = []
    for naming in sense.namings:
        place = naming.place
        country = place.country
        division = place.admin1_id
        by_country = math.log1p(max(0.0, countries.get(country, 0.0) - own_country.get(country, 0.0))) if country else 0.0
        by_division = (
            math.log1p(max(0.0, divisions.get(division, 0.0) - own_divisions.get(division, 0.0))) if division else 0.0
        )
        held = 1.0 if sense.containers and not sense.containers.isdisjoint(place.within[1:]) else 0.0
        holds = 1.0 if place.id in sense.contents else 0.0
        suits = misfits = 0.0
        for kind in sense.asks:
            if (kind == "admin" and place.kind in _ADMIN) or (kind == "city" and place.kind in _CITY) or kind == place.kind:
                suits = 1.0
            else:
                misfits = 1.0
        found.append((by_country, by_division, held, holds, suits, misfits))
    return found


DYNAMIC = ("country support", "division support", "held", "holds", "suits", "misfits")
"""Their names among the weights."""
