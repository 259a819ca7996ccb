"""What a text says for each of the places that a name may stand for."""

from collections.abc import Iterable, Iterator, Mapping
from math import log1p

from tocsin.core.analysis.places.crowd import Crowd
from tocsin.core.analysis.places.sense import Sense

DYNAMIC = (
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

_NOTHING = 1e-6
_KINDS = {
    "admin": frozenset({"admin1", "admin2"}),
    "city": frozenset({"city", "admin2"}),
    "water": frozenset({"water"}),
}


def dynamic_scores(sense: Sense, crowd: Crowd, weights: Mapping[str, float]) -> list[float]:
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


def _found(sense: Sense, crowd: Crowd) -> list[tuple[Iterable[int], str, float]]:
    """(Numbers of places, feature, value)."""
    profile = sense.profile
    found: list[tuple[Iterable[int], str, float]] = []
    for country, numbers in profile.in_country.items():
        if country in crowd.countries:
            others = crowd.countries[country] - sense.countries.get(country, 0.0)
            if others > _NOTHING:
                found.append((numbers, "country support", log1p(others)))
    in_division = profile.in_division
    for division in in_division.keys() & crowd.shared:
        numbers = in_division[division]
        if division in crowd.divisions:
            others = crowd.divisions[division] - sense.divisions.get(division, 0.0)
            if others > _NOTHING:
                found.append((numbers, "division support", log1p(others)))
        found.append((numbers, "division presence", log1p(crowd.presence[division] - profile.specific)))
    if crowd.districts and profile.in_district:
        found += [(profile.in_district[one], "inside", 1.0) for one in profile.in_district.keys() & crowd.districts]
    if profile.districts:
        found += [(profile.districts[one], "around", 1.0) for one in profile.districts.keys() & crowd.in_districts]
    if sense.containers or sense.contents or sense.asks or crowd.regions:
        found += _special(sense, crowd)
    return found


def _special(sense: Sense, crowd: Crowd) -> Iterator[tuple[Iterable[int], str, float]]:
    """The same for what few names have: neighbours that speak of it, and seas."""
    for at, place in enumerate(sense.profile.places):
        if sense.containers and not sense.containers.isdisjoint(place.within[1:]):
            yield (at,), "held", 1.0
            if not sense.holders.isdisjoint(place.within[1:]):
                yield (at,), "surely held", 1.0
        if place.id in sense.contents:
            yield (at,), "holds", 1.0
        for kind in sense.asks:
            yield (at,), "suits" if place.kind in _KINDS[kind] else "misfits", 1.0
        if place.country is None and len(place.within) > 1 and crowd.regions:
            yield (at,), "country support", log1p(crowd.regions.get(place.within[1], 0.0))
