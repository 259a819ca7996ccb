"""What a text says for each of the places that a name may stand for."""

from collections.abc import Iterator
from math import log1p
from typing import Final

from tocsin.core.analysis.gazetteer.layout import KINDS, NO_COUNTRY
from tocsin.core.analysis.places.crowd import Crowd
from tocsin.core.analysis.places.profile import ADMIN1, ADMIN2, CITY, Numbers
from tocsin.core.analysis.places.sense import Sense

DYNAMIC: Final = (
    "country support",
    "division support",
    "division presence",
    "inside",
    "around",
    "held",
    "surely held",
    "holds",
    "suits",
    "misfits",
)
"""What may speak for a place.

How many other names speak for its country, for its division, and may lie in that division; whether another name may be
the district around it, or lie in it; whether what follows in "X, Y" may hold it, or, as a country or division, surely
does, whether it may hold what precedes; whether a neighbouring word asks for its kind, or for another.
"""

_NOTHING: Final = 1e-6

_WATER: Final = KINDS.index("water")
_KINDS: Final = {"admin": frozenset({ADMIN1, ADMIN2}), "city": frozenset({CITY, ADMIN2}), "water": frozenset({_WATER})}


def dynamic_scores(sense: Sense, crowd: Crowd, weights: dict[str, float]) -> list[float]:
    """How likely each place is, given the text: its score by itself and all that ``dynamic_features`` weighs."""
    scores = list(sense.profile.bases)
    for numbers, name, value in _found(sense, crowd):
        weighed = weights[name] * value
        for at in numbers:
            scores[at] += weighed
    return scores


def dynamic_features(sense: Sense, crowd: Crowd) -> list[dict[str, float]]:
    """What the text says for each place, by the names in ``DYNAMIC``; what says nothing is left out."""
    features: list[dict[str, float]] = [{} for _ in sense.profile.places]
    for numbers, name, value in _found(sense, crowd):
        for at in numbers:
            features[at][name] = features[at].get(name, 0.0) + value
    return features


def _found(sense: Sense, crowd: Crowd) -> list[tuple[Numbers, str, float]]:
    """(Where places stand in the profile, feature, value)."""
    profile = sense.profile
    found: list[tuple[Numbers, str, float]] = []
    in_country = profile.in_country
    countries, own_countries = crowd.countries, sense.countries
    for country, numbers in in_country.items():
        told = countries.get(country)
        if told is not None:
            others = told - own_countries.get(country, 0.0)
            if others > _NOTHING:
                found.append((numbers, "country support", log1p(others)))
    if crowd.shared:
        _add_divisions(found, sense, crowd)
    if crowd.districts and profile.in_district:
        _add_districts(found, profile.in_district, crowd.districts, "inside")
    if profile.districts:
        _add_districts(found, profile.districts, crowd.in_districts, "around")
    if sense.containers or sense.contents or sense.asks or crowd.regions:
        found += _special(sense, crowd)
    return found


def _add_districts(
    found: list[tuple[Numbers, str, float]], own: dict[int, Numbers], named: set[int], feature: str
) -> None:
    """The same for those of its districts that other names speak of."""
    for district, numbers in own.items():
        if district in named:
            found.append((numbers, feature, 1.0))


def _add_divisions(found: list[tuple[Numbers, str, float]], sense: Sense, crowd: Crowd) -> None:
    """The same for the first-level divisions in which several names may lie."""
    divisions, own, presence, shared = crowd.divisions, sense.divisions, crowd.presence, crowd.shared
    specific = sense.profile.specific
    for division, numbers in sense.profile.in_division.items():
        if division in shared:
            told = divisions.get(division)
            if told is not None:
                others = told - own.get(division, 0.0)
                if others > _NOTHING:
                    found.append((numbers, "division support", log1p(others)))
            found.append((numbers, "division presence", log1p(presence[division] - specific)))


def _special(sense: Sense, crowd: Crowd) -> Iterator[tuple[Numbers, str, float]]:
    """The same for what few names have: neighbours that speak of it, and seas."""
    records = crowd.records
    for at, place in enumerate(sense.profile.places):
        if sense.containers:
            around = records.within(place)[1:]
            if not sense.containers.isdisjoint(around):
                yield (at,), "held", 1.0
                if not sense.holders.isdisjoint(around):
                    yield (at,), "surely held", 1.0
        if place in sense.contents:
            yield (at,), "holds", 1.0
        for kind in sense.asks:
            yield (at,), "suits" if records.kinds[place] in _KINDS[kind] else "misfits", 1.0
        if crowd.regions and sense.profile.lands[at] == NO_COUNTRY and len(records.within(place)) > 1:
            yield (at,), "country support", log1p(crowd.regions.get(records.within(place)[1], 0.0))
