"""What common words mean, as vectors: words that others use alike point the same way.

The trainer of relevance learns from them what a word that it saw a few times has in common with those it saw often.
They are the 20,000 most frequent words of GloVe 6B (J. Pennington, R. Socher and C. Manning, EMNLP 2014; public
domain), each of 50 dimensions brought to mean 0 and spread 1 and each vector to length 1, kept in bytes. Run to make
them anew: python -m tools.word_vectors glove.6B.50d.txt
"""

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]

FILE = Path(__file__).parent / "word_vectors.npz"

DIMENSIONS = 50

_WORDS = 20_000
_ONE = 127
"""The byte that stands for 1."""


def word_vectors(file: Path = FILE) -> dict[str, Vector]:
    """Each word's vector, of length 1 but for rounding."""
    with np.load(file) as kept:
        words = kept["words"].tobytes().decode("ascii").split("\n")
        return dict(zip(words, kept["vectors"] / _ONE, strict=True))


def make(lines: Iterable[str], file: Path = FILE) -> None:
    """Keeps the first words of only letters among the lines, which come by frequency, a word and its numbers each."""
    found: dict[str, Vector] = {}
    for line in lines:
        word, *numbers = line.split(" ")
        if word.isascii() and word.isalpha():
            found[word] = np.array(numbers, dtype=np.float64)
        if len(found) == _WORDS:
            break
    np.savez_compressed(file, words=np.frombuffer("\n".join(found).encode("ascii"), np.uint8), vectors=_bytes(found))


def _bytes(found: Mapping[str, Vector]) -> NDArray[np.int8]:
    table = np.array(list(found.values()))
    table = (table - table.mean(axis=0)) / table.std(axis=0)
    table /= np.linalg.norm(table, axis=1, keepdims=True)
    rounded: NDArray[np.int8] = np.round(table * _ONE).astype(np.int8)
    return rounded


if __name__ == "__main__":
    with Path(sys.argv[1]).open(encoding="utf-8") as glove:
        make(glove)
