"""Seeks phrases that begin where a word does, and may end inside one."""

from collections.abc import Iterable
from typing import Final

from daachorse import CharwiseDoubleArrayAhoCorasick
from mypy_extensions import i64

from tocsin.core.analysis.compiled import IS_COMPILED

_LETTERS: Final = 4
"""So many letters tell most words from the beginning of a phrase."""

_PLACES: Final = 4096
_SHIFT: Final = 3
_A: Final = 97
_Z: Final = 122


class Openings:
    """Folded phrases of four letters or more. What is found where no word begins does no harm to those who ask."""

    def __init__(self, phrases: Iterable[str]) -> None:
        listed = list(phrases)
        self._automaton = None if IS_COMPILED else CharwiseDoubleArrayAhoCorasick(listed)
        self._by_opening: dict[str, tuple[str, ...]] = {}
        places = bytearray(_PLACES)
        for phrase in listed:
            opening = phrase[:_LETTERS]
            self._by_opening[opening] = (*self._by_opening.get(opening, ()), phrase)
            places[_place(opening, 0)] = 1
        self._places = bytes(places)

    def may_stand_in(self, folded: str, start: int, end: int) -> bool:
        """Whether one of them stands between these offsets; perhaps also where one stands inside a word."""
        if self._automaton is None:
            return self.by_letters(folded, start, end)
        return bool(self._automaton.find(folded[start:end]))

    def by_letters(self, folded: str, start: int, end: int) -> bool:
        """Whether one of them stands where a word begins. What is compiled does that faster than an automaton."""
        places = self._places
        at: i64 = start
        last: i64 = end - _LETTERS
        inside = False
        while at <= last:
            code: i64 = ord(folded[at])
            letter = _A <= code <= _Z
            if letter and not inside and places[_place(folded, at)]:
                phrases = self._by_opening.get(folded[at : at + _LETTERS])
                if phrases is not None and folded.startswith(phrases, at, end):
                    return True
            inside = letter
            at += 1
        return False


def _place(text: str, at: i64) -> i64:
    key: i64 = 0
    for letter in range(_LETTERS):
        key = (key << _SHIFT) ^ ord(text[at + letter])
    return key & (_PLACES - 1)
