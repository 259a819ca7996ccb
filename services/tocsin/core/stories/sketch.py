"""Near-copies: a bounded sketch of a text from which the share of common word sequences can be told."""

import zlib
from collections.abc import Collection, Sequence

SIZE = 32
"""Hashes in a sketch: the estimate's standard error is at most 0.09 (sqrt(0.25 / 32))."""

SHINGLE = 4
"""Words in a sequence: short enough to survive cuts by an editor, long enough to be no figure of speech."""

_MASK = 0xFFFFFFFF
_MIX = 0x9E3779B1
"""2^32 / golden ratio: Knuth's multiplicative hash, so that CRC's linearity does not order the shingles."""


def sketch(stems: Sequence[str]) -> tuple[int, ...]:
    """The bottom-k sketch of the shingles: their ``SIZE`` smallest hashes, ascending.

    Source: Cohen and Kaplan, Summarizing data using bottom-k sketches, PODC 2007.
    """
    shingles = {" ".join(stems[i : i + SHINGLE]) for i in range(len(stems) - SHINGLE + 1)}
    hashes = {(zlib.crc32(shingle.encode("utf-8", "surrogatepass")) * _MIX) & _MASK for shingle in shingles}
    return tuple(sorted(hashes)[:SIZE])


def overlap(one: Collection[int], other: Collection[int]) -> float:
    """The estimated Jaccard similarity of the two texts' shingles, 0..1; 0 if either sketch is empty."""
    mine = set(one)
    if mine.isdisjoint(other):
        return 0.0
    theirs = set(other)
    shared = mine & theirs
    smallest = sorted(mine | theirs)[: max(len(mine), len(theirs))]
    return sum(h in shared for h in smallest) / len(smallest)
