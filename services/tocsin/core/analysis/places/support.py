"""What a text says for each of the places that a name may stand for."""

from collections.abc import Iterator, Mapping
from math import log1p

from tocsin.core.analysis.gazetteer import KnownPlace
from tocsin.core.analysis.places.crowd import Crowd
from tocsin.core.analysis.places.sense import Sense

DYNAMIC = (
    "country support", "division support", "division presence", "inside", "around", "held", "holds", "suits", "misfits",
)  # fmt: skip
"""How many other names speak for its country, for its division, and may lie in that division; whether another name may
be the district around it, or lie in it; whether what follows in "X, Y" may hold it, whether it may hold what precedes;
whether a neighbouring word asks for its kind, or for another."""

_KINDS = {
    "admin": frozenset({"admin1", "admin2"}),
    "city": frozenset({"city", "admin2"}),
    "water": frozenset({"water"}),
}


def dynamic_scores(sense: Sense, crowd: Crowd, weights: Mapping[str, float]) -> list[float]:
    """How likely each place is, given the text: its score by itself and all that ``dynamic_features`` weighs."""
    profile = sense.profile
    by_country = {
        country: weights["country support"] * value for country, value in _country_support(sense, crowd).items()
    }
    by_division = {
        division: weights["division support"] * support + weights["division presence"] * presence
        for division, (support, presence) in _division_support(sense, crowd).items()
    }
    by_country[None] = by_division[None] = 0.0
    scores = [
        base + by_country[country] + by_division[division]
        for base, country, division in zip(profile.bases, profile.country_of, profile.division_of, strict=True)
    ]
    for at, name, value in _sparse(sense, crowd):
        scores[at] += weights[name] * value
    return scores


def dynamic_features(sense: Sense, crowd: Crowd) -> list[dict[str, float]]:
    """What the text says for each place, by the names in ``DYNAMIC``; what says nothing is left out."""
    profile = sense.profile
    by_country, by_division = _country_support(sense, crowd), _division_support(sense, crowd)
    found: list[dict[str, float]] = []
    for country, division in zip(profile.country_of, profile.division_of, strict=True):
        support, presence = by_division[division] if division else (0.0, 0.0)
        found.append(
            {
                "country support": by_country[country] if country else 0.0,
                "division support": support,
                "division presence": presence,
            }
        )
    for at, name, value in _sparse(sense, crowd):
        found[at][name] = found[at].get(name, 0.0) + value
    return found


def _country_support(sense: Sense, crowd: Crowd) -> "dict[str | None, float]":
    own = sense.countries
    return {
        country: log1p(max(0.0, crowd.countries.get(country, 0.0) - own.get(country, 0.0)))
        for country in set(sense.profile.country_of)
        if country
    }


def _division_support(sense: Sense, crowd: Crowd) -> "dict[str | None, tuple[float, float]]":
    own = sense.divisions
    return {
        division: (
            log1p(max(0.0, crowd.divisions.get(division, 0.0) - own.get(division, 0.0))),
            log1p(max(0.0, crowd.presence[division] - specific)),
        )
        for division, specific in sense.profile.presence.items()
    }


def _sparse(sense: Sense, crowd: Crowd) -> Iterator[tuple[int, str, float]]:
    """(Place, feature, value) of what holds for few places only."""
    profile = sense.profile
    for at, district in profile.cities:
        if district in crowd.holders:
            yield at, "inside", 1.0
    for at, district in profile.districts:
        if district in crowd.contents:
            yield at, "around", 1.0
    if sense.containers or sense.contents:
        for at, place in enumerate(profile.places):
            if not sense.containers.isdisjoint(place.within[1:]):
                yield at, "held", 1.0
            if place.id in sense.contents:
                yield at, "holds", 1.0
    for kind in sense.asks:
        for at, place in enumerate(profile.places):
            yield at, "suits" if place.kind in _KINDS[kind] else "misfits", 1.0
    if crowd.regions:
        for at, place in enumerate(profile.places):
            region = _region_of(place)
            if region:
                yield at, "country support", log1p(crowd.regions.get(region, 0.0))


def _region_of(place: KnownPlace) -> str | None:
    """The region that a sea, which lies in no country, belongs to."""
    return place.within[1] if place.country is None and len(place.within) > 1 else None
