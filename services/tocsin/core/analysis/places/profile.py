"""What a name may stand for, made ready for choosing: all that does not depend on the text, computed once a name."""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from tocsin.core.analysis.gazetteer import KnownPlace, Naming

CONSIDERED = 40
"""Places considered of one name, the likeliest."""

KIND_OF = {
    "city": "city",
    "admin2": "admin2",
    "admin1": "admin1",
    "country": "country",
    **dict.fromkeys(("region", "water", "base", "feature"), "curated"),
}
"""Kinds of place as the weights know them: what was entered by hand counts as one."""

_SIZELESS = frozenset({"country", "admin1", "curated"})
"""Kinds of place whose size says little."""

SETTLED = 8.0
"""By so much must a name's likeliest place lead to need no second thought."""

_FAINT = 0.01
"""A share below this adds nothing that counts."""


class Profile(NamedTuple):
    """The places of a name, best first, with parallel ``bases``: how likely each is without knowing the text.

    ``shares`` are the same as shares of one, ``countries`` and ``divisions`` the most that any place of each has, and
    ``specific`` what a mere possibility adds to each division: the less, the more divisions have such a place.
    ``in_country``, ``in_division``, ``districts`` (by their ids) and ``in_district`` say which places lie there or are
    that, by their numbers. ``grades`` name what each place is, and how big. ``at_sea`` means that the first lies in no
    country but others may be meant, ``settled`` that only neighbours can speak for another than the first.
    """

    namings: tuple[Naming, ...]
    places: tuple[KnownPlace, ...]
    bases: tuple[float, ...]
    shares: tuple[float, ...]
    countries: Mapping[str, float]
    divisions: Mapping[str, float]
    specific: float
    in_country: Mapping[str, tuple[int, ...]]
    in_division: Mapping[str, tuple[int, ...]]
    districts: Mapping[str, tuple[int, ...]]
    in_district: Mapping[str, tuple[int, ...]]
    grades: tuple[str, ...]
    at_sea: bool
    settled: bool


NOTHING = Profile((), (), (), (), {}, {}, 0.0, {}, {}, {}, {}, (), at_sea=False, settled=True)
"""The profile of a name that no known place bears."""


def profile(namings: tuple[Naming, ...], weights: Mapping[str, float]) -> Profile:
    """The profile of what a name may stand for."""
    if not namings:
        return NOTHING
    kept = namings[:CONSIDERED]
    places = tuple(naming.place for naming in kept)
    bases = tuple(base_scores(kept, weights))
    shares = tuple(softmax(bases))
    in_division = _numbers((place.admin1_id, at) for at, place in enumerate(places))
    return Profile(
        kept,
        places,
        bases,
        shares,
        *masses(places, shares),
        specific=1 / (1 + math.log2(len(in_division))) if in_division else 0.0,
        in_country=_numbers((place.country, at) for at, place in enumerate(places)),
        in_division=in_division,
        districts=_numbers((place.id, at) for at, place in enumerate(places) if place.kind == "admin2"),
        in_district=_numbers((place.holder_id, at) for at, place in enumerate(places) if place.kind == "city"),
        grades=tuple(map(_grade, places)),
        at_sea=len(places) > 1 and places[0].country is None,
        settled=len(bases) == 1 or bases[0] - max(bases[1:]) > SETTLED,
    )


def _grade(place: KnownPlace) -> str:
    kind = KIND_OF[place.kind]
    return kind if kind in _SIZELESS else f"{kind} {int(place.weight)}"


def _numbers(pairs: Iterable[tuple[str | None, int]]) -> Mapping[str, tuple[int, ...]]:
    """Id → the numbers of the places beside it."""
    found: dict[str, tuple[int, ...]] = {}
    for name, at in pairs:
        if name:
            found[name] = (*found.get(name, ()), at)
    return found


def base_scores(namings: Sequence[Naming], weights: Mapping[str, float]) -> Iterable[float]:
    """How likely each place is meant without knowing the text, as logarithms up to a constant."""
    cities = {naming.place.admin1_id for naming in namings if naming.place.kind == "city"}
    for naming in namings:
        place = naming.place
        score = (
            weights["weight"] * place.weight
            + weights[f"kind {KIND_OF[place.kind]}"]
            + weights[f"manner {naming.manner}"]
        )
        yield score + weights["namesake"] if is_namesake(place, cities) else score


def is_namesake(place: KnownPlace, cities: "set[str | None]") -> bool:
    """Whether it is a division named for a city in it: then mostly the city is meant."""
    return place.kind in {"admin1", "admin2"} and place.admin1_id in cities


def masses(places: Sequence[KnownPlace], shares: Sequence[float]) -> tuple[dict[str, float], dict[str, float]]:
    """How much a name speaks for each country and each first-level division: the likeliest place of each counts."""
    countries: dict[str, float] = {}
    divisions: dict[str, float] = {}
    for at, share in enumerate(shares):
        if share < _FAINT:
            continue
        place = places[at]
        country, division = place.country, place.admin1_id
        if country and share > countries.get(country, 0.0):
            countries[country] = share
        if division and share > divisions.get(division, 0.0):
            divisions[division] = share
    return countries, divisions


def softmax(scores: Sequence[float]) -> list[float]:
    """Scores as shares of one."""
    if len(scores) == 1:
        return [1.0]
    top = max(scores)
    powers = [math.exp(score - top) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]
