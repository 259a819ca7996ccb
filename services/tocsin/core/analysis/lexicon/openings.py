"""Seeks phrases that begin where a word does, and may end inside one."""

from collections.abc import Iterable
from typing import Final

from daachorse import CharwiseDoubleArrayAhoCorasick
from mypy_extensions import i64

from tocsin.core.analysis.compiled import IS_COMPILED

_LETTERS: Final = 6
"""So many letters tell most words from the beginning of a phrase."""

_SHIFT: Final = 3
_KEPT: Final = (1 << (_LETTERS * _SHIFT)) - 1
"""A key is made by the last letters alone: what was shifted further is forgotten."""

_PLACES: Final = 4096
_FOLD: Final = 9
_BEGUN: Final = 1 << (_LETTERS - 1)
_RECENT: Final = 2 * _BEGUN - 1
_A: Final = 97
_Z: Final = 122


class Openings:
    """Folded phrases of six letters or more. What is found where no word begins does no harm to those who ask."""

    def __init__(self, phrases: Iterable[str]) -> None:
        listed = list(phrases)
        self._automaton = None if IS_COMPILED else CharwiseDoubleArrayAhoCorasick(listed)
        self._by_opening: dict[str, tuple[str, ...]] = {}
        places = bytearray(_PLACES)
        for phrase in listed:
            opening = phrase[:_LETTERS]
            self._by_opening[opening] = (*self._by_opening.get(opening, ()), phrase)
            places[_place(opening.encode())] = 1
        self._places = bytes(places)

    def may_stand_in(self, folded: str, start: int, end: int) -> bool:
        """Whether one of them stands between these offsets; perhaps also where one stands inside a word."""
        if self._automaton is None:
            return self.by_letters(folded, start, end)
        return bool(self._automaton.find(folded[start:end]))

    def by_letters(self, folded: str, start: int, end: int) -> bool:
        """Whether one of them stands where a word begins. What is compiled does that faster than an automaton."""
        places = self._places
        letters = folded[start:end].encode("latin-1", "replace")
        size: i64 = len(letters)
        at: i64 = 0
        key: i64 = 0
        begun: i64 = 0  # a bit for each of the last letters: whether a word began with it
        inside = False
        while at < size:
            code: i64 = letters[at]
            key = ((key << _SHIFT) ^ code) & _KEPT
            begun = (begun << 1) & _RECENT
            if _A <= code <= _Z:
                if not inside:
                    begun |= 1
                    inside = True
            else:
                inside = False
            at += 1
            if begun & _BEGUN and places[(key ^ (key >> _FOLD)) & (_PLACES - 1)]:
                first = start + at - _LETTERS
                phrases = self._by_opening.get(folded[first : start + at])
                if phrases is not None and folded.startswith(phrases, first, end):
                    return True
        return False


def _place(opening: bytes) -> int:
    key = 0
    for code in opening:
        key = ((key << _SHIFT) ^ code) & _KEPT
    return (key ^ (key >> _FOLD)) & (_PLACES - 1)
