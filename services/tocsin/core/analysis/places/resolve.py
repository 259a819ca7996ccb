"""Decides which of its places each name of a text stands for: one place for all its mentions."""

import math
from collections import defaultdict
from collections.abc import Mapping
from operator import mul
from typing import NamedTuple

from tocsin.core.analysis.places.profile import masses, softmax
from tocsin.core.analysis.places.sense import Sense

_ADMIN = frozenset({"admin1", "admin2"})
_CITY = frozenset({"city", "admin2"})

ROUNDS = 2
"""The names' first guesses help each other to second ones."""

SETTLED = 14.0
"""A name whose likeliest place leads by so much is not asked again unless its neighbours speak up."""

Dynamic = tuple[float, ...]
DYNAMIC = (
    "country support", "division support", "division presence", "inside", "around", "held", "holds", "suits", "misfits",
)  # fmt: skip
"""What the text says for a place, as the weights call it."""


class Crowd(NamedTuple):
    """What all names of a text together say: for countries and divisions, and which lie in which."""

    countries: Mapping[str, float]
    divisions: Mapping[str, float]
    presence: Mapping[str, float]
    holders: Mapping[str, int]
    contents: Mapping[str, int]
    regions: Mapping[str, float]


def resolve(senses: list[Sense], weights: Mapping[str, float]) -> None:
    """Choose a place for each sense: what is likely by itself, what "X, Y" says, and what the other names agree on."""
    connect(senses)
    pull = tuple(weights[name] for name in DYNAMIC)
    open_senses = [sense for sense in senses if not _settled(sense)]
    for _ in range(ROUNDS):
        crowd = gather(senses)
        for sense in open_senses:
            scores = [
                base + sum(map(mul, pull, features))
                for base, features in zip(sense.profile.bases, dynamic_features(sense, crowd), strict=True)
            ]
            sense.shares = tuple(softmax(scores))
        for sense in open_senses:
            sense.countries, sense.divisions = masses(sense.profile.places, sense.shares)
    for sense in open_senses:
        shares = sense.shares
        sense.chosen = shares.index(max(shares))
    _support(senses)


def _settled(sense: Sense) -> bool:
    bases = sense.profile.bases
    if len(bases) == 1:
        return True
    return bases[0] - bases[1] > SETTLED and not (sense.containers or sense.contents or sense.asks)


def _support(senses: list[Sense]) -> None:
    """Note how many other names agree with each choice."""
    countries: dict[str, float] = defaultdict(float)
    divisions: dict[str, float] = defaultdict(float)
    for sense in senses:
        for code, share in sense.countries.items():
            countries[code] += share
        for division, share in sense.divisions.items():
            divisions[division] += share
    for sense in senses:
        place = sense.place
        if place.country:
            sense.country_support = countries[place.country] - sense.countries.get(place.country, 0.0)
        if place.admin1_id:
            sense.division_support = divisions[place.admin1_id] - sense.divisions.get(place.admin1_id, 0.0)


def connect(senses: list[Sense]) -> None:
    """Note "X, Y" and "X (Y)", where Y may hold X, and "X province", which asks for a kind of place."""
    mentions = sorted(
        ((mention.text.field, mention.start, mention, sense) for sense in senses for mention in sense.mentions),
        key=lambda entry: entry[:2],
    )
    for (_, _, one, first), (_, _, other, second) in zip(mentions, mentions[1:], strict=False):
        if 0 < other.start - one.end <= 3 and one.text is other.text:  # noqa: PLR2004 - ", " or " ("
            between = one.text.text[one.end : other.start]
            if between in {", ", " (", ","}:
                first.containers.update(place.id for place in second.profile.places)
                second.contents.update(holder for place in first.profile.places for holder in place.within[1:])
    for _, _, mention, sense in mentions:
        if mention.asks:
            sense.asks.add(mention.asks)


def gather(senses: list[Sense]) -> Crowd:
    """What all names say together."""
    countries: dict[str, float] = defaultdict(float)
    divisions: dict[str, float] = defaultdict(float)
    presence: dict[str, float] = defaultdict(float)
    holders: dict[str, int] = defaultdict(int)
    contents: dict[str, int] = defaultdict(int)
    for sense in senses:
        for code, share in sense.countries.items():
            countries[code] += share
        for division, share in sense.divisions.items():
            divisions[division] += share
        for division, share in sense.profile.presence.items():
            presence[division] += share
        for place in sense.profile.places:
            if place.kind == "admin2":
                holders[place.id] += 1
            elif place.kind == "city" and place.holder_id:
                contents[place.holder_id] += 1
    regions = _regions(senses) if any(_is_at_sea(sense) for sense in senses) else {}
    return Crowd(countries, divisions, presence, holders, contents, regions)


def _is_at_sea(sense: Sense) -> bool:
    """Whether it may be one of several places, of which the likeliest lies in no country ("the Gulf")."""
    return len(sense.profile.places) > 1 and sense.profile.places[0].country is None


def _regions(senses: list[Sense]) -> Mapping[str, float]:
    """How much the names speak for each region."""
    found: dict[str, float] = defaultdict(float)
    for sense in senses:
        share = max(sense.shares)
        for holder in sense.profile.places[sense.shares.index(share)].within:
            if holder.startswith("region:"):
                found[holder] += share
    return found


def dynamic_features(sense: Sense, crowd: Crowd) -> list[Dynamic]:
    """For each place of a sense: how many other names speak for its country and its division, and may lie in that
    division; whether others may be the district around it, or lie in it; whether what follows holds it, whether it holds
    what precedes; and whether a neighbouring word asks for its kind, or for another.
    """
    found: list[Dynamic] = []
    own_countries, own_divisions, own_presence = sense.countries, sense.divisions, sense.profile.presence
    log1p = math.log1p
    for place in sense.profile.places:
        country, division = place.country, place.admin1_id
        by_country = by_division = present = inside = around = held = holds = suits = misfits = 0.0
        if country is None:
            if len(place.within) > 1:
                by_country = log1p(crowd.regions.get(place.within[1], 0.0))
        else:
            by_country = log1p(max(0.0, crowd.countries[country] - own_countries.get(country, 0.0)))
        if division:
            by_division = log1p(max(0.0, crowd.divisions[division] - own_divisions.get(division, 0.0)))
            present = log1p(max(0.0, crowd.presence[division] - own_presence[division]))
        if place.kind == "city":
            inside = 1.0 if place.holder_id in crowd.holders else 0.0
        elif place.kind == "admin2":
            around = 1.0 if place.id in crowd.contents else 0.0
        if sense.containers and not sense.containers.isdisjoint(place.within[1:]):
            held = 1.0
        if place.id in sense.contents:
            holds = 1.0
        for kind in sense.asks:
            if (kind == "admin" and place.kind in _ADMIN) or (kind == "city" and place.kind in _CITY) or kind == place.kind:
                suits = 1.0
            else:
                misfits = 1.0
        found.append((by_country, by_division, present, inside, around, held, holds, suits, misfits))
    return found
