"""Common words, recognised by one number that is made of their letters while a text is read letter by letter."""

from collections.abc import Iterable
from typing import Final

from mypy_extensions import i64

LONGEST: Final = 12
"""Letters of the longest word that is told by its number: five bits each leave room for no more."""

BITS: Final = 5
LETTER: Final = 31
ROOM: Final = 0x7F_FFFF_FFFF_FFFF
"""The bits of eleven letters, before which another is set."""

_SPARE: Final = 4
"""Places in the table for each word: with so many most searches end at the first."""


def with_letter(number: i64, code: i64) -> i64:
    """The number of a word, 0 of none, to which the letter with this code is added: each word of ``LONGEST`` letters
    from a to z, or fewer, has another.
    """
    return (number & ROOM) << BITS | code & LETTER


class _Entry:
    __slots__ = ("number", "word")

    def __init__(self, number: i64, word: str) -> None:
        self.number: i64 = number
        self.word = word


class CommonWords:
    """Words, of which ``find`` gives the one string that is kept of each. That is cheaper than to cut it out of a text,
    and cheaper where it is looked up then, since a string keeps its hash.
    """

    __slots__ = ("_last", "_table", "words")

    def __init__(self, words: Iterable[str]) -> None:
        """``words`` are rows of letters from a to z."""
        self.words = frozenset(words)
        size = 1
        while size < _SPARE * len(self.words):
            size *= 2
        self._last: i64 = size - 1
        self._table: list[_Entry | None] = [None] * size
        for word in sorted(self.words):
            if len(word) <= LONGEST:
                number: i64 = 0
                for letter in word:
                    number = with_letter(number, ord(letter))
                self._table[self._place(number)] = _Entry(number, word)

    def find(self, number: i64) -> str | None:
        """The word that has this number; fast only where it is compiled."""
        entry = self._table[self._place(number)]
        return entry.word if entry is not None else None

    def _place(self, number: i64) -> i64:
        """Where in the table the word with this number is, or might be."""
        place = (number ^ number >> 13 ^ number >> 29) & self._last
        while True:
            entry = self._table[place]
            if entry is None or entry.number == number:
                return place
            place = (place + 1) & self._last
