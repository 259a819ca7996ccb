"""Seeks a few words in a piece of a text."""

import re
from collections.abc import Iterable
from typing import Final

from mypy_extensions import i64

from tocsin.core.analysis.compiled import IS_COMPILED
from tocsin.core.analysis.lexicon.word_sets import any_of

_OTHER: Final = 0
_INNER: Final = 1
_MARK: Final = 2
_ASCII: Final = 128
_FACTOR: Final = 31
_KEPT: Final = 0xFFFFFFFF
_FOLD: Final = 11
_PLACES: Final = 2048
"""More places than words have by far, so that few others are taken for one."""


class Sought:
    """Some words, and perhaps some marks that tell as much as a word. They are whole words where no letter, digit,
    underscore or one of ``joins`` stands beside them; ``joins`` given, what stands before the piece tells, too.
    """

    def __init__(self, sought: Iterable[str], joins: str = "", marks: str = "") -> None:
        self._words = frozenset(sought)
        self._joined = bool(joins)
        inner = rf"[\w{re.escape(joins)}]"
        mark = rf"|[{re.escape(marks)}]" if marks else ""
        self._pattern = re.compile((rf"(?<!{inner}){any_of(self._words)}(?!{inner})" if joins else r"\w+") + mark)
        self._told = self._words | set(marks)
        kinds = bytearray(_ASCII)
        for code in range(_ASCII):
            character = chr(code)
            if character.isalnum() or character in f"_{joins}":
                kinds[code] = _INNER
            elif character in marks:
                kinds[code] = _MARK
        self._kinds = bytes(kinds)
        places = bytearray(_PLACES)
        for word in self._words:
            key = 0
            for character in word:
                key = (key * _FACTOR + ord(character)) & _KEPT
            places[_place(key)] = 1
        self._places = bytes(places)

    def stand_in(self, folded: str, start: int, end: int) -> bool:
        """Whether one of them stands between these offsets of a folded text."""
        return self.by_letters(folded, start, end) if IS_COMPILED else self.by_pattern(folded, start, end)

    def by_pattern(self, folded: str, start: int, end: int) -> bool:
        """The same by a regular expression."""
        if self._joined:
            return self._pattern.search(folded, start, end) is not None
        return not self._told.isdisjoint(self._pattern.findall(folded, start, end))

    def by_letters(self, folded: str, start: int, end: int) -> bool:
        """The same, letter by letter: what is compiled does that faster."""
        kinds, places = self._kinds, self._places
        at: i64 = max(start, 0)
        stop: i64 = min(end, len(folded))
        inside = False
        if self._joined and 0 < at < stop:
            code: i64 = ord(folded[at - 1])
            if code >= _ASCII:
                return self.by_pattern(folded, start, end)
            inside = kinds[code] == _INNER
        while at < stop:
            first = at
            key: i64 = 0
            kind: i64 = _INNER
            while at < stop:
                code = ord(folded[at])
                if code >= _ASCII:
                    return self.by_pattern(folded, start, end)
                kind = kinds[code]
                if kind != _INNER:
                    break
                key = (key * _FACTOR + code) & _KEPT
                at += 1
            if at > first and not inside and places[_place(key)] and folded[first:at] in self._words:
                return True
            if kind == _MARK:
                return True
            inside = False
            at += 1
        return False


def _place(key: i64) -> i64:
    return (key ^ (key >> _FOLD)) & (_PLACES - 1)
