"""Which place the text ties a fact to: by its clause, its sentence, or the sentences around it; or none."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import TypeVar

import msgspec

from tocsin.core.analysis.lexicon import words
from tocsin.core.analysis.text import Document, Text
from tocsin.core.model.analysis import Deployment, Fact, Place
from tocsin.core.model.base import Field

F = TypeVar("F", bound=Fact)

_WHERE = words(
    "in at near outside inside around off on of across throughout along above below beside north south east west"
)
_WHITHER = words("to into toward towards for onto")
_WHENCE = words("from out")

_OUT, _IN = _WHENCE | _WHERE, _WHITHER | _WHERE
_PREPOSITIONS = _WHERE | _WHITHER | _WHENCE | words("of with")
_VERBS_OF_STATES = words("said says has have had is will would denied denies announced")
"""Behind a country's name these show it to act."""

_LEAD = 24
"""Code points in which the words beside a name are looked for."""

_NEAR = 4
"""What a preposition that fits is worth, in the sentence's own units: see ``_cost``."""

_CLAUSE_MARKS = frozenset(",;:")
_DEMONYM_WEIGHT = 0.5
_FOCUS_LEAST = 2.0
_FOCUS_SHARE = 0.6
"""So many of the places, and such a share of all, must lie in one country for the article to be about it."""

_LOOK_BACK = 2
"""Sentences before a fact's own that may still set its scene."""


class Ties:
    """Ties facts to places. Datelines place nothing; of nested places that stand together ("Mosul, Iraq") the narrower
    counts. A fact with no place near it belongs to the country that the article is about, if it is about one.
    """

    def __init__(self, document: Document, places: Sequence[Place]) -> None:
        self._document = document
        self._places = places
        self._grounds: dict[Field, _Ground] = {}

    def tie(self, facts: Sequence[F]) -> tuple[F, ...]:
        """The facts, each with the place its text ties it to."""
        if not facts or not self._places:
            return tuple(facts)
        focus = _focus(self._places)
        return tuple(self._ground(fact.field, focus).tied(fact) for fact in facts)

    def _ground(self, field: Field, focus: Place | None) -> "_Ground":
        known = self._grounds.get(field)
        if known is None:
            known = self._grounds[field] = _Ground(self._document.field(field), self._places, focus)
        return known


def _focus(places: Sequence[Place]) -> Place | None:
    """The country that most of the article's places lie in, as one of its own mentions or demonyms names it."""
    weights: dict[str, float] = {}
    for place in places:
        if place.country is not None and place.role == "mention":
            weight = _DEMONYM_WEIGHT if place.kind == "demonym" else 1.0
            weights[place.country] = weights.get(place.country, 0.0) + weight
    if not weights:
        return None
    country = max(weights, key=lambda code: weights[code])
    if weights[country] < _FOCUS_LEAST or weights[country] < _FOCUS_SHARE * sum(weights.values()):
        return None
    named = (p for p in places if p.country == country and p.kind in ("country", "demonym") and p.lat is not None)
    return next(named, None)


class _Ground:
    """The places of one field, by where they stand."""

    def __init__(self, text: Text, places: Sequence[Place], focus: Place | None) -> None:
        self._text = text
        self._focus = focus
        self._places = [
            place
            for place in places
            if place.field == text.field
            and place.role == "mention"
            and place.kind != "demonym"
            and place.lat is not None
        ]
        self._starts = [place.start for place in self._places]
        self._leads: dict[int, list[str]] = {}

    def tied(self, fact: F) -> F:
        place = self._place_of(fact) or self._focus
        if place is None:
            return fact
        return msgspec.structs.replace(fact, place=place.name, lat=place.lat, lon=place.lon, within=place.within)

    def _place_of(self, fact: Fact) -> Place | None:
        text = self._text
        number = text.sentence_at(text.offset(fact.start))
        if number < 0:
            return None
        own = [place for place in self._within(number) if not self._acts(fact, place)]
        if own:
            if len(own) == 1:
                return own[0]
            prepositions = _fitting(fact)
            return min(own, key=lambda place: self._cost(fact, place, prepositions))
        for back in range(1, _LOOK_BACK + 1):
            if number - back < 0 or text.in_dateline(text.sentences[number - back][0]):
                return None
            before = self._within(number - back)
            if before:
                return before[-1] if len(before) == 1 else _narrowest(before)
        return None

    def _within(self, number: int) -> list[Place]:
        """The places in a sentence."""
        start, end = self._text.origin(*self._text.sentences[number])
        first = bisect_left(self._starts, start)
        return self._places[first : bisect_left(self._starts, end, first)]

    def _acts(self, fact: Fact, place: Place) -> bool:
        """Whether a country is who, not where: "Iran said", "France sent troops"."""
        if place.kind != "country":
            return False
        if not _PREPOSITIONS.isdisjoint(self._lead(place)):
            return False
        if isinstance(fact, Deployment) and fact.actor == place.country:
            return True
        following = self._text.original[place.end : place.end + _LEAD].lower().split(maxsplit=1)
        return bool(following) and following[0] in _VERBS_OF_STATES

    def _lead(self, place: Place) -> list[str]:
        """The two words before a place."""
        known = self._leads.get(place.start)
        if known is None:
            before = self._text.original[max(0, place.start - _LEAD) : place.start]
            known = self._leads[place.start] = before.lower().split()[-2:]
        return known

    def _cost(self, fact: Fact, place: Place, prepositions: frozenset[str]) -> float:
        """How loosely a place of the same sentence is tied to the fact: code points between, more for clause marks and
        for places before the fact, less behind a preposition that fits.
        """
        original = self._text.original
        behind = place.start >= fact.end
        gap = original[fact.end : place.start] if behind else original[place.end : fact.start]
        inside = place.start < fact.end and fact.start < place.end
        distance = 0.0 if inside else float(len(gap))
        distance += 40 * sum(gap.count(mark) for mark in _CLAUSE_MARKS) + (0 if behind or inside else 15)
        if not prepositions.isdisjoint(self._lead(place)):
            distance -= 40 * _NEAR
        elif place.kind == "country":
            distance += 40
        return distance


def _fitting(fact: Fact) -> frozenset[str]:
    """The prepositions that lead to where a fact is: a withdrawal's is where it is from."""
    if isinstance(fact, Deployment):
        return _OUT if fact.action == "withdraw" else _IN
    return _WHERE


def _narrowest(places: list[Place]) -> Place:
    """The place that lies within most others, the last of equals."""
    return max(reversed(places), key=lambda place: len(place.within))
