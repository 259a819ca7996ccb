"""Makes profiles: reads of each place that a name may stand for what choosing needs, and weighs how likely it is."""

import math
from collections.abc import Mapping, Sequence
from typing import Final

from tocsin.core.analysis.gazetteer.layout import MANNERS, NO_COUNTRY, NOWHERE
from tocsin.core.analysis.gazetteer.records import Records
from tocsin.core.analysis.places.profile import (
    ADMIN1,
    ADMIN2,
    CAPITAL,
    CAPITAL_GRADE,
    CITY,
    KIND_OF,
    LARGEST,
    NOTHING,
    Holding,
    Numbers,
    Profile,
)
from tocsin.core.analysis.places.shares import FAINT, softmax

CONSIDERED: Final = 40
"""Places considered of one name, the likeliest."""

SETTLED: Final = 6.0
"""By so much must a name's likeliest place lead to need no second thought."""


class Profiler:
    """Makes the profiles of names with the places of one gazetteer, once a name: what a place weighs by itself hangs on
    its size, its kind, and how the name names it.
    """

    def __init__(self, records: Records, weights: Mapping[str, float]) -> None:
        self._records = records
        self._size = weights["weight"]
        self._kinds = [weights["kind " + kind] for kind in KIND_OF]
        self._capital = weights["kind " + CAPITAL]
        self._manners = [weights["manner " + manner] for manner in MANNERS]
        self._namesake = weights["namesake"]

    def profile(self, postings: Numbers) -> Profile:
        """The profile of what a name may stand for, as the gazetteer's postings tell it."""
        if not postings:
            return NOTHING
        records = self._records
        places: list[int] = []
        manners: list[int] = []
        kinds: list[int] = []
        grades: list[int] = []
        lands: list[int] = []
        parts: list[int] = []
        bases: list[float] = []
        for entry in postings if len(postings) <= CONSIDERED else postings[:CONSIDERED]:
            place, manner = entry >> 4, entry & 15
            kind: int = records.kinds[place]
            size: float = records.sizes[place]
            places.append(place)
            manners.append(manner)
            kinds.append(kind)
            lands.append(records.countries[place])
            parts.append(records.divisions[place])
            if place in records.capitals:
                grade, weighed = CAPITAL_GRADE, self._capital
            else:
                grade, weighed = kind * LARGEST + int(size), self._kinds[kind]
            grades.append(grade)
            bases.append(self._size * size + weighed + self._manners[manner])
        for at in find_namesakes(kinds, parts):
            bases[at] = bases[at] + self._namesake
        shares = softmax(bases)
        divisions = _holdings(parts, NOWHERE, shares)
        return Profile(
            tuple(places),
            bytes(manners),
            bytes(kinds),
            bytes(grades),
            lands=tuple(lands),
            parts=tuple(parts),
            bases=bases,
            shares=shares,
            countries=_holdings(lands, NO_COUNTRY, shares),
            divisions=divisions,
            specific=1 / (1 + math.log2(len(divisions))) if divisions else 0.0,
            districts=tuple([place for at, place in enumerate(places) if kinds[at] == ADMIN2]),
            parents=self._parents(places, kinds) if CITY in kinds else (),
            at_sea=len(places) > 1 and lands[0] == NO_COUNTRY,
            settled=_is_settled(bases),
        )

    def _parents(self, places: list[int], kinds: list[int]) -> Numbers:
        """What each city lies in, and nowhere for other places."""
        parents = self._records.parents
        return tuple([parents[place] if kinds[at] == CITY else NOWHERE for at, place in enumerate(places)])


def kind_of(place: int, records: Records) -> str:
    """What kind of place it is for the choice among namesakes: news speaks of capitals more than their size tells."""
    return CAPITAL if place in records.capitals else KIND_OF[records.kinds[place]]


def find_namesakes(kinds: Sequence[int], parts: Sequence[int]) -> list[int]:
    """Which of a name's places, of such kinds and in such first-level divisions, are divisions named for a city in
    them, by where they stand: then mostly the city is meant.
    """
    if len(kinds) == 1 or (ADMIN1 not in kinds and ADMIN2 not in kinds):
        return []
    cities = {parts[at] for at, kind in enumerate(kinds) if kind == CITY}
    return [at for at, kind in enumerate(kinds) if kind in (ADMIN1, ADMIN2) and parts[at] in cities]


def _holdings(holders: list[int], nothing: int, shares: list[float]) -> list[Holding]:
    """What holds places, which each holds, and how much the likeliest of them says for it."""
    if len(holders) == 1:
        return [] if holders[0] == nothing else [_only(holders[0])]
    found: dict[int, Holding] = {}
    for at, holder in enumerate(holders):
        if holder != nothing:
            holding = found.get(holder)
            if holding is None:
                holding = found[holder] = Holding(holder)
            holding.numbers.append(at)
            share = shares[at]
            if share >= FAINT and share > holding.share:
                holding.share = share
    return list(found.values())


def _only(holder: int) -> Holding:
    """What holds the one place of a name."""
    holding = Holding(holder)
    holding.numbers.append(0)
    holding.share = 1.0
    return holding


def _is_settled(bases: list[float]) -> bool:
    """Whether the first leads by far."""
    return all(bases[0] - bases[at] > SETTLED for at in range(1, len(bases)))
