"""The places of one field by where they stand, and which of them a fact is tied to."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from tocsin.core.analysis.text import Text
from tocsin.core.analysis.ties.standing import WHENCE, WHERE, WHITHER, Standing, standings
from tocsin.core.model.analysis import Casualty, Deployment, Fact, Place

_OUT, _IN = WHENCE | WHERE, WHITHER | WHERE

_NEAR: Final = 160
"""What a preposition that fits is worth, in code points between a fact and a place."""

_MARK: Final = 40
"""What a mark that ends a clause is worth, or that a name is a whole country's."""

_BEFORE: Final = 15
"""What it is worth that a place stands before its fact."""

_CLAUSE_MARKS: Final = frozenset(",;:")
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
            own = [standing for standing in own if standing.place.kind != "demonym"] or own
        if len(own) > 1:
            prepositions = _fitting(fact)
            return min(own, key=lambda standing: self._cost(fact, standing, prepositions)).place
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
            found = [one for one in _settled(fact, self._within(before)) if one.place.kind != "demonym"]
            if found:
                return _narrowest(found)
        return None

    def _within(self, number: int) -> list[Standing]:
        """How the places in a sentence stand there."""
        known = self._standings.get(number)
        if known is None:
            start, end = self._text.origin(*self._text.sentences[number])
            first = bisect_left(self._starts, start)
            found = self._places[first : bisect_left(self._starts, end, first)]
            known = self._standings[number] = standings(self._text.original, found) if found else []
        return known

    def _cost(self, fact: Fact, standing: Standing, prepositions: frozenset[str]) -> float:
        """How loosely a place of the same sentence is tied to the fact: code points between, more for clause marks and
        for places before the fact, less behind a preposition that fits.
        """
        original, place = self._text.original, standing.place
        behind = place.start >= fact.end
        gap = original[fact.end : place.start] if behind else original[place.end : fact.start]
        inside = place.start < fact.end and fact.start < place.end
        distance = 0.0 if inside else float(len(gap))
        distance += _MARK * sum(gap.count(mark) for mark in _CLAUSE_MARKS) + (0 if behind or inside else _BEFORE)
        if standing.lead in prepositions:
            distance -= _NEAR
        if place.kind == "country":
            distance += _MARK
        return distance


def _settled(fact: Fact, found: list[Standing]) -> list[Standing]:
    """Those where the fact can be. People are not hurt where they come from or go to, and forces do not arrive where
    they leave; who was driven out is where either is.
    """
    there = [standing for standing in found if not standing.who and not _sends(fact, standing)]
    if isinstance(fact, Deployment):
        leaves = fact.action == "withdraw"
        return [one for one in there if not (one.whither if leaves else one.whence)] or there
    if isinstance(fact, Casualty) and fact.kind == "displaced":
        return there
    return [one for one in there if not one.whence and not one.whither]


def _sends(fact: Fact, standing: Standing) -> bool:
    """Whether a country is whose forces move: "France sent troops"."""
    place = standing.place
    if not isinstance(fact, Deployment) or place.kind != "country" or fact.actor != place.country:
        return False
    return standing.lead not in _OUT | _IN


def _fitting(fact: Fact) -> frozenset[str]:
    """The prepositions that lead to where a fact is: a withdrawal's is where it is from."""
    if isinstance(fact, Deployment):
        return _OUT if fact.action == "withdraw" else _IN
    return WHERE


def _narrowest(found: list[Standing]) -> Place:
    """The place that lies within most others, the last of equals."""
    return max(reversed(found), key=lambda standing: len(standing.place.within)).place
