"""A table of words that loops over letters read: far faster than a trie where this is compiled, far slower where not.

A word of up to ``LONGEST`` letters a to z is a number, its letters being digits to the base 27. The table has slots of
``SLOT`` bytes: the number (0: empty), what is known of the word, and classes that whoever reads the table may add. A
word's slots begin where ``first_slot`` says and go on, round the end, to the first empty one (linear probing: Knuth,
The Art of Computer Programming 3, 6.4).
"""

import struct
from collections.abc import Mapping
from typing import Final

from mypy_extensions import i64

LONGEST: Final = 13
"""Letters of the longest words: more don't fit into 63 bits."""

BASE: Final = 27
SLOT: Final = 11
ENTRY: Final = struct.Struct("<QHB")
"""A slot: the word's number, what is known of it, its classes."""

FILLED: Final = 0.6
"""The part of the slots that is taken: looking up a word costs two slots then, finding that it is not there four."""

_A: Final = 96
_Z: Final = 26


EITHER_CASE: Final = 32
"""The bit that tells a small letter of ASCII from a capital."""


def word_number(word: str, case: i64 = 0) -> i64:
    """The number of a word of letters a to z, or of A to Z as well with ``EITHER_CASE``; 0 for what has none."""
    size: i64 = len(word)
    if size > LONGEST:
        return 0
    number: i64 = 0
    at: i64 = 0
    while at < size:
        letter: i64 = (ord(word[at]) | case) - _A
        if letter < 1 or letter > _Z:
            return 0
        number = number * BASE + letter
        at += 1
    return number


def first_slot(number: i64, slots: i64) -> i64:
    """Where the slots of a word begin: multiplicative hashing of the folded number (Knuth, 6.4)."""
    folded: i64 = (number ^ (number >> 28)) & 0xFFFFFFF
    return (((folded * 0x9E3779B1) & 0xFFFFFFFF) * slots) >> 32


def pack_words(known: Mapping[str, int]) -> bytes:
    """The table of what is known of words; those that have no number are left out."""
    numbered = {int(word_number(word)): told for word, told in known.items()}
    numbered.pop(0, None)
    slots = int(len(numbered) / FILLED) + 1
    table = bytearray(slots * SLOT)
    for number in sorted(numbered):
        ENTRY.pack_into(table, _free(table, number, slots), number, numbered[number], 0)
    return bytes(table)


def _free(table: bytearray, number: int, slots: int) -> int:
    """The offset of the word's slot, or of the first empty one when it has none."""
    slot = int(first_slot(number, slots))
    while ENTRY.unpack_from(table, slot * SLOT)[0] not in {0, number}:
        slot = (slot + 1) % slots
    return slot * SLOT


def _marked(data: bytes | memoryview, classes: Mapping[str, int]) -> bytes:
    """A copy of the table in which these words have their classes."""
    table = bytearray(data)
    for word, bits in classes.items():
        number = int(word_number(word))
        if number:
            at = _free(table, number, len(table) // SLOT)
            ENTRY.pack_into(table, at, number, ENTRY.unpack_from(table, at)[1], bits)
    return bytes(table)


class WordTable:
    """Looks up words by their numbers. ``classes`` are words to mark with bits that ``find`` tells too."""

    def __init__(self, data: bytes | memoryview, classes: Mapping[str, int] | None = None) -> None:
        self._slots: i64 = len(data) // SLOT
        self._table: bytes = _marked(data, classes) if classes else bytes(data)

    def find(self, number: i64) -> i64:
        """What is known of a word, and above that 16 bits its classes; 0 when nothing is known."""
        table = self._table
        lowest: i64 = number & 255
        slot: i64 = first_slot(number, self._slots)
        while True:
            at: i64 = slot * SLOT
            if table[at] == lowest and _number(table, at) == number:
                return i64(table[at + 8]) | i64(table[at + 9]) << 8 | i64(table[at + 10]) << 16
            if table[at] == 0 and _number(table, at) == 0:
                return 0
            slot += 1
            if slot == self._slots:
                slot = 0


def _number(table: bytes, at: i64) -> i64:
    low: i64 = i64(table[at]) | i64(table[at + 1]) << 8 | i64(table[at + 2]) << 16 | i64(table[at + 3]) << 24
    high: i64 = i64(table[at + 4]) | i64(table[at + 5]) << 8 | i64(table[at + 6]) << 16 | i64(table[at + 7]) << 24
    return low | high << 32
