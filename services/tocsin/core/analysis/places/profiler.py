"""Makes profiles: reads of each place that a name may stand for what choosing needs, and weighs how likely it is."""

import math
from collections.abc import Mapping, Sequence
from typing import Any, Final

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
from tocsin.core.analysis.places.shares import greatest, softmax

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
        parents: list[int] = []
        bases: list[float] = []
        countries: dict[object, Holding] = {}
        divisions: dict[object, Holding] = {}
        for at, entry in enumerate(postings if len(postings) <= CONSIDERED else postings[:CONSIDERED]):
            place: Any = entry >> 4  # numbers that are only looked up stay objects where this is compiled
            land: Any = records.countries[place]
            part: Any = records.divisions[place]
            kind: int = records.kinds[place]
            size: float = records.sizes[place]
            manner = entry & 15
            grade, weighed = kind * LARGEST + int(size), self._kinds[kind]
            if place in records.capitals:
                grade, weighed = CAPITAL_GRADE, self._capital
            places.append(place)
            manners.append(manner)
            kinds.append(kind)
            grades.append(grade)
            lands.append(land)
            parts.append(part)
            parents.append(records.parents[place] if kind == CITY else NOWHERE)
            bases.append(self._size * size + weighed + self._manners[manner])
            _hold(countries, land, at, NO_COUNTRY)
            _hold(divisions, part, at, NOWHERE)
        for at in find_namesakes(kinds, parts):
            bases[at] = bases[at] + self._namesake
        shares = softmax(bases)
        return Profile(
            tuple(places),
            bytes(manners),
            bytes(kinds),
            bytes(grades),
            lands=tuple(lands),
            parts=tuple(parts),
            bases=bases,
            shares=shares,
            countries=_with_shares(countries, shares),
            divisions=_with_shares(divisions, shares),
            specific=1 / (1 + math.log2(len(divisions))) if divisions else 0.0,
            districts=tuple([place for at, place in enumerate(places) if kinds[at] == ADMIN2]),
            parents=tuple(parents) if CITY in kinds else (),
            at_sea=len(places) > 1 and lands[0] == NO_COUNTRY,
            settled=_is_settled(bases),
        )


def kind_of(place: int, records: Records) -> str:
    """What kind of place it is for the choice among namesakes: news speaks of capitals more than their size tells."""
    return CAPITAL if place in records.capitals else KIND_OF[records.kinds[place]]


def find_namesakes(kinds: Sequence[int], parts: Sequence[int]) -> list[int]:
    """Which of a name's places, of such kinds and in such first-level divisions, are divisions named for a city in
    them, by where they stand: then mostly the city is meant.
    """
    if len(kinds) == 1 or CITY not in kinds or (ADMIN1 not in kinds and ADMIN2 not in kinds):
        return []
    cities = {parts[at] for at, kind in enumerate(kinds) if kind == CITY}
    return [at for at, kind in enumerate(kinds) if kind in (ADMIN1, ADMIN2) and parts[at] in cities]


def _hold(holdings: dict[object, Holding], holder: object, at: int, nothing: int) -> None:
    """Note that one of a name's places lies there, unless that is the number that says nothing."""
    holding = holdings.get(holder)
    if holding is not None:
        holding.numbers.append(at)
    elif holder != nothing:
        holdings[holder] = Holding(holder, at)


def _with_shares(holdings: dict[object, Holding], shares: list[float]) -> list[Holding]:
    """The holdings, each with what the likeliest of its places says for it."""
    found = list(holdings.values())
    for holding in found:
        holding.share = greatest(shares, holding.numbers)
    return found


def _is_settled(bases: list[float]) -> bool:
    """Whether the first leads by far."""
    return all(bases[0] - bases[at] > SETTLED for at in range(1, len(bases)))
