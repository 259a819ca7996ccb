"""Tells at once of most pairs of words that no name begins with them: a Bloom filter with one hash function.

Words go by their numbers in the word table. Of pairs that begin no name, one in ``SPREAD`` is let through, so that
what is let through must be asked of the gazetteer (Bloom, Space/time trade-offs in hash coding, 1970).
"""

from collections.abc import Iterable
from typing import Final

from mypy_extensions import i64

from tocsin.core.analysis.gazetteer.word_table import word_number

SPREAD: Final = 32
"""Bits for each pair."""


def _bit(one: i64, other: i64, bits: i64) -> i64:
    """Multiplicative hashing of both folded numbers, of 28 bits each."""
    first: i64 = (one ^ (one >> 28)) & 0xFFFFFFF
    second: i64 = (other ^ (other >> 28)) & 0xFFFFFFF
    mixed: i64 = first * 0x9E3779B1 + second * 0x85EBCA77
    return (mixed ^ (mixed >> 25)) % bits


def pack_pairs(pairs: Iterable[tuple[str, str]]) -> bytes:
    """The filter of pairs; those with a word that has no number are left out."""
    numbered = {(int(word_number(one)), int(word_number(other))) for one, other in pairs}
    table = bytearray(len(numbered) * SPREAD // 8 + 1)
    for one, other in numbered:
        if one and other:
            bit = int(_bit(one, other, len(table) * 8))
            table[bit >> 3] |= 1 << (bit & 7)
    return bytes(table)


class PairFilter:
    """Asks the filter."""

    def __init__(self, data: bytes | memoryview) -> None:
        self._table = bytes(data)
        self._bits: i64 = len(data) * 8

    def may_begin(self, one: i64, other: i64) -> bool:
        """False only if no name begins with two words that have these numbers."""
        bit = _bit(one, other, self._bits)
        return i64(self._table[bit >> 3]) >> (bit & 7) & 1 != 0
