"""What a text says for each of the places that a name may stand for."""

from collections.abc import Mapping
from math import log1p
from typing import Final

from tocsin.core.analysis.gazetteer.layout import KINDS, NO_COUNTRY
from tocsin.core.analysis.places.crowd import Crowd
from tocsin.core.analysis.places.profile import ADMIN1, ADMIN2, CITY, Profile
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

_log1p: Final = log1p
"""Found at once where this is compiled, unlike names that are imported."""

_WATER: Final = KINDS.index("water")
_KINDS: Final = {"admin": frozenset({ADMIN1, ADMIN2}), "city": frozenset({CITY, ADMIN2}), "water": frozenset({_WATER})}


class Supports:
    """The weights of all in ``DYNAMIC``, as fields, which compiled code reads at once."""

    __slots__ = (
        "around",
        "country",
        "division",
        "held",
        "holds",
        "inside",
        "misfits",
        "presence",
        "suits",
        "surely_held",
    )

    def __init__(self, weights: Mapping[str, float]) -> None:
        self.country = weights["country support"]
        self.division = weights["division support"]
        self.presence = weights["division presence"]
        self.inside = weights["inside"]
        self.around = weights["around"]
        self.held = weights["held"]
        self.surely_held = weights["surely held"]
        self.holds = weights["holds"]
        self.suits = weights["suits"]
        self.misfits = weights["misfits"]


def dynamic_scores(sense: Sense, crowd: Crowd, weights: Supports) -> list[float]:
    """How likely each place is, given the text: its score by itself and all that the text says for it."""
    scores = sense.profile.bases.copy()
    _add_support(scores, sense, crowd, weights)
    return scores


def dynamic_features(sense: Sense, crowd: Crowd) -> list[dict[str, float]]:
    """What the text says for each place, by the names in ``DYNAMIC``; what says nothing is left out."""
    features: list[dict[str, float]] = [{} for _ in sense.profile.places]
    for name in DYNAMIC:
        scores = [0.0] * len(features)
        _add_support(scores, sense, crowd, Supports({**dict.fromkeys(DYNAMIC, 0.0), name: 1.0}))
        for found, score in zip(features, scores, strict=True):
            if score:
                found[name] = score
    return features


def _add_support(scores: list[float], sense: Sense, crowd: Crowd, weights: Supports) -> None:
    """Add to the score of each place what the text says for it."""
    profile = sense.profile
    for voice in sense.countries:
        support = voice.support()
        if support:
            _add(scores, voice.numbers, weights.country * support)
    for voice in sense.divisions:
        support = voice.support()
        if support:
            _add(scores, voice.numbers, weights.division * support)
        _add(scores, voice.numbers, weights.presence * _log1p(voice.tally.presence - profile.specific))
    if sense.inside:
        _add(scores, sense.inside, weights.inside)
    if profile.districts and crowd.in_districts:
        _add_districts(scores, profile, crowd, weights)
    if sense.containers or sense.contents or sense.asks or crowd.regions:
        _add_special(scores, sense, crowd, weights)


def lies_in(around: tuple[object, ...], holders: frozenset[object]) -> bool:
    """Whether a place, which comes first with all around it, lies in one of some others. Numbers are called objects
    because compiled code would otherwise make one of each for looking it up.
    """
    return any(around[at] in holders for at in range(1, len(around)))


def _add_districts(scores: list[float], profile: Profile, crowd: Crowd, weights: Supports) -> None:
    """Add that other names may lie in a district."""
    places: tuple[object, ...] = profile.places
    for at, place in enumerate(places):
        if profile.kinds[at] == ADMIN2 and place in crowd.in_districts:
            score = scores[at]
            scores[at] = score + weights.around


def _add(scores: list[float], numbers: list[int], weighed: float) -> None:
    """Add the same to several."""
    for at in numbers:
        score = scores[at]
        scores[at] = score + weighed


def _add_special(scores: list[float], sense: Sense, crowd: Crowd, weights: Supports) -> None:
    """Add what few names have: neighbours that speak of it, and seas."""
    profile, records = sense.profile, crowd.records
    containers, holders, regions = sense.containers, sense.holders, crowd.regions
    contents = sense.contents
    asked = [_KINDS[kind] for kind in sense.asks]
    places: tuple[object, ...] = profile.places
    for at, place in enumerate(profile.places):
        score = scores[at]
        if containers or regions:
            around = records.within(place)
            if containers and lies_in(around, containers):
                score += weights.held
                if lies_in(around, holders):
                    score += weights.surely_held
            if regions and profile.lands[at] == NO_COUNTRY and len(around) > 1:
                score += weights.country * _log1p(regions.get(around[1], 0.0))
        if contents and places[at] in contents:
            score += weights.holds
        for kinds in asked:
            score += weights.suits if profile.kinds[at] in kinds else weights.misfits
        scores[at] = score
