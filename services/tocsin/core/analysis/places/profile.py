"""What a name may stand for, made ready for choosing: all that does not depend on the text, computed once a name."""

import math
from collections.abc import Sequence
from typing import Final

from tocsin.core.analysis.gazetteer.layout import KINDS, MANNERS, NO_COUNTRY, NOWHERE
from tocsin.core.analysis.gazetteer.records import Records

CONSIDERED: Final = 40
"""Places considered of one name, the likeliest."""

CURATED: Final = "curated"
"""What seas, regions, bases and features go by together: all were entered by hand."""

CAPITAL: Final = "capital"
"""Capitals of countries are a kind of their own where one of several places is chosen."""

KIND_OF: Final = tuple(kind if kind in {"city", "admin2", "admin1", "country"} else CURATED for kind in KINDS)
"""Kinds of place as the weights know them, by their numbers."""

CITY: Final = 0
ADMIN2: Final = 1
ADMIN1: Final = 2
COUNTRY: Final = 3
"""Places in ``layout.KINDS``; what is higher was entered by hand."""

DEMONYM: Final = 3
CODE: Final = 4
"""Places in ``layout.MANNERS``. Written as numbers, which compiled code has at hand."""

LARGEST: Final = 12
"""Greater than any size, a decimal logarithm of people."""

_SIZELESS = frozenset({"country", "admin1", CURATED})
"""Kinds of place whose size says little."""

GRADES: Final = (
    *(kind if kind in _SIZELESS else f"{kind} {size}" for kind in KIND_OF for size in range(LARGEST)),
    CAPITAL,
)
"""What a place is, and how big: by its kind times ``LARGEST``, and its whole size; the capitals come last."""

CAPITAL_GRADE: Final = 96
"""Where ``GRADES`` has ``CAPITAL``."""

SETTLED: Final = 6.0
"""By so much must a name's likeliest place lead to need no second thought."""

_FAINT: Final = 0.01
"""A share below this adds nothing that counts."""

Numbers = tuple[int, ...]


class Profile:
    """The places of a name by their numbers in the gazetteer, best first, with parallel ``manners`` and ``bases``: how
    likely each is without knowing the text, ``lands`` and ``parts``: the country and the first-level division of each.

    ``shares`` are the same as shares of one, ``countries`` and ``divisions`` the most that any place of each has, and
    ``specific`` what a mere possibility adds to each division: the less, the more divisions have such a place.
    ``in_country``, ``in_division``, ``districts`` and ``in_district`` say which places lie there or are that, by where
    they stand in ``places``. ``at_sea`` means that the first lies in no country but others may be meant, ``settled``
    that only neighbours can speak for another than the first. Nobody changes what is in them.
    """

    __slots__ = (
        "at_sea",
        "bases",
        "countries",
        "districts",
        "divisions",
        "in_country",
        "in_district",
        "in_division",
        "lands",
        "manners",
        "parts",
        "places",
        "settled",
        "shares",
        "specific",
    )

    def __init__(
        self,
        places: Numbers,
        manners: Numbers,
        lands: Numbers,
        parts: Numbers,
        *,
        bases: list[float],
        shares: list[float],
        countries: dict[int, float],
        divisions: dict[int, float],
        specific: float,
        in_country: dict[int, Numbers],
        in_division: dict[int, Numbers],
        districts: dict[int, Numbers],
        in_district: dict[int, Numbers],
        at_sea: bool,
        settled: bool,
    ) -> None:
        self.places = places
        self.manners = manners
        self.lands = lands
        self.parts = parts
        self.bases = bases
        self.shares = shares
        self.countries = countries
        self.divisions = divisions
        self.specific = specific
        self.in_country = in_country
        self.in_division = in_division
        self.districts = districts
        self.in_district = in_district
        self.at_sea = at_sea
        self.settled = settled


_NONE: Final[dict[int, Numbers]] = {}

NOTHING: Final = Profile(
    (),
    (),
    (),
    (),
    bases=[],
    shares=[],
    countries={},
    divisions={},
    specific=0.0,
    in_country=_NONE,
    in_division=_NONE,
    districts=_NONE,
    in_district=_NONE,
    at_sea=False,
    settled=True,
)
"""The profile of a name that no known place bears."""


def profile(postings: Numbers, records: Records, weights: dict[str, float]) -> Profile:
    """The profile of what a name may stand for, as the gazetteer's postings tell it."""
    if not postings:
        return NOTHING
    kept = postings[:CONSIDERED]
    places = tuple([entry >> 4 for entry in kept])
    manners = tuple([entry & 15 for entry in kept])
    kinds = [records.kinds[place] for place in places]
    lands = tuple([records.countries[place] for place in places])
    parts = tuple([records.divisions[place] for place in places])
    bases = base_scores(places, manners, records, weights)
    shares = softmax(bases)
    in_division = _numbers(parts, NOWHERE)
    countries, divisions = masses(lands, parts, shares)
    cities = [records.parents[place] if kind == CITY else NOWHERE for place, kind in zip(places, kinds, strict=True)]
    return Profile(
        places,
        manners,
        lands,
        parts,
        bases=bases,
        shares=shares,
        countries=countries,
        divisions=divisions,
        specific=1 / (1 + math.log2(len(in_division))) if in_division else 0.0,
        in_country=_numbers(lands, NO_COUNTRY),
        in_division=in_division,
        districts={place: (at,) for at, place in enumerate(places) if kinds[at] == ADMIN2}
        if ADMIN2 in kinds
        else _NONE,
        in_district=_numbers(cities, NOWHERE),
        at_sea=len(places) > 1 and lands[0] == NO_COUNTRY,
        settled=len(bases) == 1 or bases[0] - max(bases[1:]) > SETTLED,
    )


def _numbers(holders: Sequence[int], nothing: int) -> dict[int, Numbers]:
    """What holds → where in ``holders`` it stands."""
    if len(holders) == 1:
        return _NONE if holders[0] == nothing else {holders[0]: (0,)}
    found: dict[int, Numbers] = {}
    for at, holder in enumerate(holders):
        if holder != nothing:
            found[holder] = (*found[holder], at) if holder in found else (at,)
    return found or _NONE


def base_scores(places: Numbers, manners: Numbers, records: Records, weights: dict[str, float]) -> list[float]:
    """How likely each place is meant without knowing the text, as logarithms up to a constant."""
    namesakes = find_namesakes(places, records)
    weight, namesake = weights["weight"], weights["namesake"]
    return [
        weight * records.sizes[place]
        + weights["kind " + kind_of(place, records)]
        + weights["manner " + MANNERS[manner]]
        + (namesake if at in namesakes else 0.0)
        for at, (place, manner) in enumerate(zip(places, manners, strict=True))
    ]


def kind_of(place: int, records: Records) -> str:
    """What kind of place it is for the choice among namesakes: news speaks of capitals more than their size tells."""
    return CAPITAL if place in records.capitals else KIND_OF[records.kinds[place]]


def find_namesakes(places: Numbers, records: Records) -> frozenset[int]:
    """Which are divisions named for a city in them, by where they stand: then mostly the city is meant."""
    if len(places) == 1 or not any(records.kinds[place] in (ADMIN1, ADMIN2) for place in places):
        return frozenset()
    cities = {records.divisions[place] for place in places if records.kinds[place] == CITY}
    return frozenset(
        at
        for at, place in enumerate(places)
        if records.kinds[place] in {ADMIN1, ADMIN2} and records.divisions[place] in cities
    )


def masses(lands: Numbers, parts: Numbers, shares: list[float]) -> tuple[dict[int, float], dict[int, float]]:
    """How much a name speaks for each country and each first-level division: the likeliest place of each counts."""
    countries: dict[int, float] = {}
    divisions: dict[int, float] = {}
    for at, share in enumerate(shares):
        if share >= _FAINT:
            country, division = lands[at], parts[at]
            if country != NO_COUNTRY and share > countries.get(country, 0.0):
                countries[country] = share
            if division != NOWHERE and share > divisions.get(division, 0.0):
                divisions[division] = share
    return countries, divisions


def softmax(scores: list[float]) -> list[float]:
    """Scores as shares of one."""
    if len(scores) == 1:
        return [1.0]
    top = scores[0]
    for score in scores:  # quicker, where this is compiled, than max() of them all
        top = max(top, score)
    powers = [math.exp(score - top) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]
