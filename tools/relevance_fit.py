"""Fits the weights of a ``LinearModel`` (``tocsin.core.model.rule``): a regularised logistic regression over articles
whose score is a sum over the whole article and over the one sentence that speaks most for it.

The two parts are fitted apart, each as if it had to decide alone, and their mean is the model. Fitted together they
share out what both see, and the part that knows the training set best leaves the other little to learn: two witnesses
that were not heard together are worth more.

The best sentence is a hidden choice, as in multiple-instance learning; training takes a smooth maximum (log-sum-exp) so
that it has a slope. Each feature is scaled by its naive-Bayes log-ratio before fitting, so that what tells little must
fight to weigh anything (NB-SVM: S. Wang and C. Manning, Baselines and bigrams, ACL 2012).
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from scipy.special import expit

Vector = NDArray[np.float64]
Key = tuple[str, str]
"""Group and feature."""

_Bags = Sequence[Sequence[frozenset[Key]]]
"""The rows of each article, and what each row has."""

_SHARPNESS = 3.0
"""How close the smooth maximum keeps to the largest sentence."""

_TOLERANCE = 1e-5
"""Fitting ends when a step gains less than this share of the loss."""


class _Part(NamedTuple):
    """How one part of the model is fitted."""

    least: int
    """Features of fewer rows say more of those than of others."""
    freedom: float
    """How far weights may go for a better fit: the inverse of the L2 penalty."""
    kept: int
    """Features that the model keeps."""


_WHOLE, _SENTENCE = _Part(6, 0.3, 5000), _Part(10, 0.5, 3000)


@dataclass(frozen=True)
class Example:
    """One article: whether it is relevant, what it has as a whole, and what each sentence that may tell has."""

    relevant: bool
    whole: frozenset[Key]
    sentences: tuple[frozenset[Key], ...]


class Weights(NamedTuple):
    """Log-odds by feature."""

    bias: float
    whole: Mapping[Key, float]
    sentence: Mapping[Key, float]

    def log_odds(self, example: Example) -> float:
        """What they say of an article."""
        best = max((_sum(self.sentence, each) for each in example.sentences), default=0.0)
        return self.bias + _sum(self.whole, example.whole) + best


def train(examples: Sequence[Example]) -> Weights:
    """The weights that fit best."""
    labels = np.array([example.relevant for example in examples])
    whole, first = _train([(example.whole,) for example in examples], labels, _WHOLE)
    sentence, second = _train([example.sentences or (frozenset(),) for example in examples], labels, _SENTENCE)
    return Weights((first + second) / 2, whole, sentence)


def _train(
    bags: Sequence[Sequence[frozenset[Key]]], labels: NDArray[np.bool_], part: _Part
) -> tuple[dict[Key, float], float]:
    """Half the weights, and the bias, of a model of articles by the best of the rows that each has.

    All features that are not rare are fitted, then again those that mattered most.
    """
    table = _Table(bags, labels, part.least)
    table.keep(_fit(table, labels, part.freedom)[:-1], part.kept)
    fitted = _fit(table, labels, part.freedom)
    return table.weights(fitted[:-1] / 2), float(fitted[-1])


class _Table:
    """Which rows have which features, which rows are each article's, and how much each feature tells."""

    def __init__(self, bags: _Bags, labels: NDArray[np.bool_], least: int) -> None:
        rows = [row for bag in bags for row in bag]
        often = Counter(key for row in rows for key in row)
        self._keys = sorted(key for key, count in often.items() if count >= least)
        self._matrix = _matrix(rows, self._keys)
        self.starts = np.concatenate([[0], np.cumsum([len(bag) for bag in bags])])
        self._rate(labels)

    def _rate(self, labels: NDArray[np.bool_]) -> None:
        """Set how much each feature tells, from whether each article has it in any row."""
        total = self.starts[-1]
        groups = csr_matrix((np.ones(total), np.arange(total), self.starts), shape=(len(labels), total))
        present = groups @ self._matrix
        present.data[:] = 1
        often = [np.asarray(present[part].sum(axis=0)).ravel() for part in (labels, ~labels)]
        shares = [(1 + count) / (2 + part.sum()) for count, part in zip(often, (labels, ~labels), strict=True)]
        self._scales = np.abs(np.log(shares[0] / shares[1]))
        self._often = often[0] + often[1]

    def rows(self) -> Any:
        """The scaled matrix."""
        return self._matrix.multiply(self._scales).tocsr()

    def keep(self, fitted: Vector, count: int) -> None:
        """Keep the features that matter most: by weight times the square root of how often they occur."""
        order = np.argsort(-np.abs(fitted * self._scales) * np.sqrt(self._often), kind="stable")
        kept = np.sort(order[:count])
        self._keys = [self._keys[number] for number in kept]
        self._matrix = self._matrix[:, kept]
        self._scales, self._often = self._scales[kept], self._often[kept]

    def weights(self, fitted: Vector) -> dict[Key, float]:
        """The weights of unscaled features."""
        return dict(zip(self._keys, (fitted * self._scales).tolist(), strict=True))


def _fit(table: _Table, labels: NDArray[np.bool_], freedom: float) -> Vector:
    """The weights of the scaled features, and the bias last."""
    rows, starts = table.rows(), table.starts
    turned = rows.T.tocsr()
    signs = np.where(labels, 1.0, -1.0)
    owners = np.repeat(np.arange(len(labels)), np.diff(starts))

    def loss(at: Vector) -> tuple[float, Vector]:
        weights = at[:-1]
        best, shares = _smooth_maximum(rows @ weights, starts, owners)
        margins = (best + at[-1]) * signs
        value = np.logaddexp(0, -margins).sum() + weights @ weights / (2 * freedom)
        push = -signs * expit(-margins)
        slope = turned @ (push[owners] * shares) + weights / freedom
        return float(value), np.append(slope, push.sum())

    found = minimize(loss, np.zeros(rows.shape[1] + 1), jac=True, method="L-BFGS-B", options={"ftol": _TOLERANCE})
    return np.asarray(found.x)


def _smooth_maximum(values: Vector, starts: NDArray[np.int64], owners: NDArray[np.int64]) -> tuple[Vector, Vector]:
    """The smooth maximum of each article's sentences, and each sentence's share in it."""
    largest = np.maximum.reduceat(values, starts[:-1])
    powers = np.exp(_SHARPNESS * (values - largest[owners]))
    sums = np.add.reduceat(powers, starts[:-1])
    return largest + np.log(sums) / _SHARPNESS, powers / sums[owners]


def _matrix(rows: Iterable[Iterable[Hashable]], keys: Sequence[Hashable]) -> Any:
    numbers = {key: number for number, key in enumerate(keys)}
    found = [sorted(numbers[key] for key in row if key in numbers) for row in rows]
    ends = np.concatenate([[0], np.cumsum([len(row) for row in found])])
    columns = np.array([number for row in found for number in row], dtype=np.int64)
    return csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(found), len(keys)))


def _sum(weights: Mapping[Key, float], keys: Iterable[Key]) -> float:
    return sum(weights.get(key, 0.0) for key in keys)
