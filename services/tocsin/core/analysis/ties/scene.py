"""Where an article as a whole is set."""

from collections.abc import Sequence

from tocsin.core.analysis.text import Document
from tocsin.core.analysis.ties.standing import is_bystander
from tocsin.core.model.analysis import Place

_DEMONYM_WEIGHT = 0.5
_TITLE_WEIGHT = 2.0
"""A title names one place of many: it counts as two mentions."""

_FOCUS_LEAST = 2.0
_FOCUS_SHARE = 0.6
"""So many of the places, and such a share of all, must lie in one country for the article to be about it."""

_ALONE_LEAST = 1.5
"""What is enough where no other country is named: once in the title, once in the body, be it only as a people."""

_TITLE_SHARE = 0.4
"""The share that must lie in the country of the title's place for what is told without a place to be there."""


def find_scene(document: Document, places: Sequence[Place]) -> Place | None:
    """Where the article is set: its title's place, else the country that most of its places lie in; or nowhere known.

    The country is a mention of it, or a demonym. A title that names two places that do not hold each other tells none.
    """
    weights: dict[str, float] = {}
    titled: list[Place] = []
    for place in places:
        if place.role != "mention":
            continue
        kind, field, country = place.kind, place.field, place.country
        weight = _TITLE_WEIGHT if field == "title" else 1.0
        if kind == "demonym":
            weight *= _DEMONYM_WEIGHT
        elif is_bystander(document.field(field).original, place):
            continue
        elif field == "title":
            titled.append(place)
        if country is not None:
            weights[country] = weights.get(country, 0.0) + weight
    if not weights:
        return None
    total = sum(weights.values())
    inner = _innermost(titled)
    if inner is not None and inner.country is not None and weights[inner.country] >= _TITLE_SHARE * total:
        return inner
    focus = max(weights, key=lambda code: weights[code])
    least = max(_ALONE_LEAST if len(weights) == 1 else _FOCUS_LEAST, _FOCUS_SHARE * total)
    if weights[focus] < least:
        return None
    named = (p for p in places if p.country == focus and p.kind in ("country", "demonym") and p.lat is not None)
    return next(named, None)


def _innermost(places: Sequence[Place]) -> Place | None:
    """The place that lies within all the others, if there is one and it is on the map."""
    if not places:
        return None
    inner = max(places, key=lambda place: len(place.within))
    holds_all = all(place.within and place.within[0] in inner.within for place in places)
    return inner if holds_all and inner.lat is not None else None
