"""The places of one field by where they stand, and which of them a fact is tied to."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from tocsin.core.analysis.text import Text
from tocsin.core.analysis.ties.lexicon import WHENCE, WHERE, WHITHER
from tocsin.core.analysis.ties.standing import Standing, standings
from tocsin.core.model.analysis import Casualty, Deployment, Fact, Place

_OUT: Final = WHENCE | WHERE
_IN: Final = WHITHER | WHERE
_LED: Final = _OUT | _IN

_NEAR: Final = 160
"""What a preposition that fits is worth, in code points between a fact and a place."""

_MARK: Final = 40
"""What a mark that ends a clause is worth, or that a name is a whole country's."""

_BEFORE: Final = 15
"""What it is worth that a place stands before its fact."""

_LOOK_BACK: Final = 2
"""Sentences before a fact's own that may still set its scene."""


class Ground:
    """The places of one field that facts can be tied to."""

    def __init__(self, text: Text, places: Sequence[Place]) -> None:
        self._text = text
        self._places = [
            place for place in places if place.field == text.field and place.role == "mention" and place.lat is not None
        ]
        self._starts = [place.start for place in self._places]
        self._standings: dict[int, list[Standing]] = {}

    def place_of(self, fact: Fact) -> Place | None:
        """The fact's place: one of its own sentence, or of the two before; or none."""
        number = self._text.sentence_at(self._text.offset(fact.start))
        if number < 0:
            return None
        named = self._within(number)
        own = _settled(fact, named)
        if len(own) > 1:
            own = [standing for standing in own if standing.kind != "demonym"] or own
        if len(own) > 1:
            return self._nearest(fact, own).place
        if own:
            return own[0].place
        if named and isinstance(fact, Deployment) and fact.action == "alert":
            return named[0].place  # who is put on alert at home
        return self._place_before(fact, number)

    def _place_before(self, fact: Fact, number: int) -> Place | None:
        """The place of the nearest sentence before, of the last few, that tells one."""
        text = self._text
        for before in range(number - 1, max(-1, number - 1 - _LOOK_BACK), -1):
            if text.in_dateline(text.sentences[before][0]):
                return None
            found = [one for one in _settled(fact, self._within(before)) if one.kind != "demonym"]
            if found:
                return _narrowest(found)
        return None

    def _within(self, number: int) -> list[Standing]:
        """How the places in a sentence stand there."""
        known = self._standings.get(number)
        if known is None:
            first, stop = self._text.sentences[number]
            start, end = self._text.origin(first, stop)
            at = bisect_left(self._starts, start)
            found = self._places[at : bisect_left(self._starts, end, at)]
            known = self._standings[number] = standings(self._text.original, found) if found else []
        return known

    def _nearest(self, fact: Fact, several: list[Standing]) -> Standing:
        """The one that is tied to the fact least loosely, the first of equals."""
        original, prepositions = self._text.original, _fitting(fact)
        start, end = fact.start, fact.end
        nearest = several[0]
        least = _cost(original, start, end, nearest, prepositions)
        for standing in several[1:]:
            cost = _cost(original, start, end, standing, prepositions)
            if cost < least:
                nearest, least = standing, cost
        return nearest


def _cost(original: str, start: int, end: int, standing: Standing, prepositions: frozenset[str]) -> int:
    """How loosely a place of the same sentence is tied to a fact, which stands from ``start`` to ``end``: code points
    between, more for clause marks and for places before the fact, less behind a preposition that fits.
    """
    place_start, place_end = standing.place.start, standing.place.end
    if place_start >= end:
        gap, distance = original[end:place_start], 0
    elif start < place_end:
        gap, distance = "", 0
    else:
        gap, distance = original[place_end:start], _BEFORE
    distance += len(gap) + _MARK * (gap.count(",") + gap.count(";") + gap.count(":"))
    if standing.lead in prepositions:
        distance -= _NEAR
    if standing.kind == "country":
        distance += _MARK
    return distance


def _settled(fact: Fact, found: list[Standing]) -> list[Standing]:
    """Those where the fact can be. People are not hurt where they come from or go to, and forces do not arrive where
    they leave; who was driven out is where either is.
    """
    if not found:
        return found
    if isinstance(fact, Deployment):
        there = [standing for standing in found if not standing.who and not _sends(fact, standing)]
        leaves = fact.action == "withdraw"
        return [one for one in there if not (one.whither if leaves else one.whence)] or there
    there = [standing for standing in found if not standing.who]
    if isinstance(fact, Casualty) and fact.kind == "displaced":
        return there
    return [one for one in there if not one.whence and not one.whither]


def _sends(fact: Deployment, standing: Standing) -> bool:
    """Whether a country is whose forces move: "France sent troops"."""
    return standing.kind == "country" and fact.actor == standing.place.country and standing.lead not in _LED


def _fitting(fact: Fact) -> frozenset[str]:
    """The prepositions that lead to where a fact is: a withdrawal's is where it is from."""
    if isinstance(fact, Deployment):
        return _OUT if fact.action == "withdraw" else _IN
    return WHERE


def _narrowest(found: list[Standing]) -> Place:
    """The place that lies within most others, the last of equals."""
    narrowest, most = found[0].place, -1
    for standing in found:
        holders = len(standing.place.within)
        if holders >= most:
            narrowest, most = standing.place, holders
    return narrowest
