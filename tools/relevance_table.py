"""Which rows of a training set have which features, how much each feature tells, and what the words of a row mean.

A row is an article or a sentence. Of some sentences the trainer is told that they tell of what makes an article
relevant; then the others of that article, and those of irrelevant articles, are the ones that do not.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from functools import cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from tools.word_vectors import DIMENSIONS, Vector, word_vectors

Key = tuple[str, str]
"""Group and feature."""


class Bag(NamedTuple):
    """An article's rows: what each has, and whether it is known to tell; nothing where that is not known of any."""

    rows: Sequence[frozenset[Key]]
    telling: Sequence[bool] = ()


_SLOTS = ("near", "words", "victims", "actors")
"""Groups of words, and facts that name one (``victims peasants``); what words mean has weights of its own in each."""


class Table:
    """Which rows have which features, which rows are each article's, how much each feature tells, what words mean.

    ``starts`` says with which row each article begins, and where the last ends; ``owners`` each row's article;
    ``meanings`` holds the sums of the vectors of each row's words. ``tells`` marks rows that are known to tell,
    ``silent`` the other rows of their articles.
    """

    def __init__(self, bags: Sequence[Bag], labels: NDArray[np.bool_], least: int, meaning: float) -> None:
        rows = [row for bag in bags for row in bag.rows]
        often = Counter(key for row in rows for key in row)
        self._keys = sorted(key for key, count in often.items() if count >= least)
        self._matrix = _matrix(rows, self._keys)
        self.starts = np.concatenate([[0], np.cumsum([len(bag.rows) for bag in bags])])
        self.owners = np.repeat(np.arange(len(bags)), np.diff(self.starts))
        self.tells = np.array([tells for bag in bags for tells in bag.telling or [False] * len(bag.rows)])
        self.silent = np.array([any(bag.telling) for bag in bags])[self.owners] & ~self.tells
        self._words = self._keys
        self._vectors = csr_matrix(np.array([_vector(key) for key in self._keys]) * meaning)
        self.meanings: Vector = (self._matrix @ self._vectors).toarray()
        self._rate(labels)

    def _rate(self, labels: NDArray[np.bool_]) -> None:
        """Set how much each feature tells: from sentences where it is known which tell, otherwise from articles."""
        total = self.starts[-1]
        groups = csr_matrix((np.ones(total), np.arange(total), self.starts), shape=(len(labels), total))
        present = groups @ self._matrix
        present.data[:] = 1
        told, others = present[labels], present[~labels]
        if self.tells.any():
            told, others = self._matrix[self.tells], self._matrix[self.silent | ~labels[self.owners]]
        self._scales = np.abs(np.log(_shares(told) / _shares(others)))
        self._often = np.asarray(present.sum(axis=0)).ravel()

    def rows(self) -> Any:
        """The scaled matrix."""
        return self._matrix.multiply(self._scales).tocsr()

    def keep(self, fitted: Vector, count: int) -> None:
        """Keep the features that matter most: by weight times the square root of how often they occur."""
        own = fitted[: len(self._keys)]
        order = np.argsort(-np.abs(own * self._scales) * np.sqrt(self._often), kind="stable")
        kept = np.sort(order[:count])
        self._keys = [self._keys[number] for number in kept]
        self._matrix = self._matrix[:, kept]
        self._scales, self._often = self._scales[kept], self._often[kept]

    def weights(self, fitted: Vector) -> dict[Key, float]:
        """The weights of unscaled features: their own, and those of what their words mean."""
        meant = self._vectors @ fitted[len(self._keys) : -1]
        weights = {key: weight for key, weight in zip(self._words, meant.tolist(), strict=True) if weight}
        for key, weight in zip(self._keys, (fitted[: len(self._keys)] * self._scales).tolist(), strict=True):
            weights[key] = weights.get(key, 0.0) + weight
        return weights


def _shares(rows: Any) -> Vector:
    """The share of rows that have each feature, two more rows counted of which one has it."""
    return np.asarray((1 + rows.sum(axis=0)) / (2 + rows.shape[0])).ravel()


def _matrix(rows: Iterable[Iterable[Hashable]], keys: Sequence[Hashable]) -> Any:
    numbers = {key: number for number, key in enumerate(keys)}
    found = [sorted(numbers[key] for key in row if key in numbers) for row in rows]
    ends = np.concatenate([[0], np.cumsum([len(row) for row in found])])
    columns = np.array([number for row in found for number in row], dtype=np.int64)
    return csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(found), len(keys)))


def _vector(key: Key) -> Vector:
    """What a word means, in its slot's dimensions; nothing of other facts, of two words, and of words little known."""
    group, word = key
    slot, _, named = word.partition(" ") if group == "facts" else (group, "", word)
    vector = np.zeros(len(_SLOTS) * DIMENSIONS)
    if slot in _SLOTS and (known := _meanings().get(named)) is not None:
        first = _SLOTS.index(slot) * DIMENSIONS
        vector[first : first + DIMENSIONS] = known
    return vector


@cache
def _meanings() -> dict[str, Vector]:
    return word_vectors()
