"""Fits the weights of a ``LinearModel`` (``tocsin.core.model.rule``): a regularised logistic regression over articles
whose score is a sum over the whole article and over the one sentence that speaks most for it.

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

_LEAST_ARTICLES, _LEAST_SENTENCES = 6, 10
"""Features of fewer say more of those than of others."""

_FREEDOM, _SENTENCE_FREEDOM = 0.3, 0.5
"""How far weights may go for a better fit: the inverse of the L2 penalty."""

_SHARPNESS = 3.0
"""How close the smooth maximum keeps to the largest sentence."""

_KEPT, _SENTENCE_KEPT = 5000, 2000
_TOLERANCE = 1e-6
"""Fitting ends when a step gains less than this share of the loss."""


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
    """The weights that fit best: of all features that are not rare, then again of those that mattered most."""
    labels = np.array([example.relevant for example in examples])
    whole = _Table([example.whole for example in examples], labels, _LEAST_ARTICLES)
    sentences = _Sentences(examples, labels)
    fitted = _fit(whole.rows(), sentences.table.rows(), sentences.starts, labels)
    whole.keep(fitted.whole, _KEPT)
    sentences.table.keep(fitted.sentence, _SENTENCE_KEPT)
    fitted = _fit(whole.rows(), sentences.table.rows(), sentences.starts, labels)
    return Weights(fitted.bias, whole.weights(fitted.whole), sentences.table.weights(fitted.sentence))


class _Table:
    """Which rows have which features, and how much each feature tells."""

    def __init__(self, rows: Sequence[frozenset[Key]], labels: NDArray[np.bool_], least: int) -> None:
        often = Counter(key for row in rows for key in row)
        self._keys = sorted(key for key, count in often.items() if count >= least)
        self._matrix = _matrix(rows, self._keys)
        self.rate(self._matrix, labels)

    def rate(self, presence: Any, labels: NDArray[np.bool_]) -> None:
        """Set how much each feature tells, from whether each article has it."""
        often = [np.asarray(presence[part].sum(axis=0)).ravel() for part in (labels, ~labels)]
        shares = [(1 + count) / (2 + part.sum()) for count, part in zip(often, (labels, ~labels), strict=True)]
        self._scales = np.abs(np.log(shares[0] / shares[1]))
        self._often = often[0] + often[1]

    def rows(self) -> Any:
        """The scaled matrix."""
        return self._matrix.multiply(self._scales).tocsr()

    def of_articles(self, groups: Any) -> Any:
        """Whether each group of rows has each feature."""
        found = groups @ self._matrix
        found.data[:] = 1
        return found

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


class _Sentences:
    """The sentences of all articles, each article's beside each other; one without any has an empty one."""

    def __init__(self, examples: Sequence[Example], labels: NDArray[np.bool_]) -> None:
        own = [example.sentences or (frozenset(),) for example in examples]
        self.starts = np.concatenate([[0], np.cumsum([len(each) for each in own])])
        self.table = _Table(
            [row for each in own for row in each], np.repeat(labels, np.diff(self.starts)), _LEAST_SENTENCES
        )
        total = self.starts[-1]
        groups = csr_matrix((np.ones(total), np.arange(total), self.starts), shape=(len(own), total))
        self.table.rate(self.table.of_articles(groups), labels)


class _Fitted(NamedTuple):
    whole: Vector
    sentence: Vector
    bias: float


def _fit(whole: Any, sentences: Any, starts: NDArray[np.int64], labels: NDArray[np.bool_]) -> _Fitted:
    signs = np.where(labels, 1.0, -1.0)
    owners = np.repeat(np.arange(len(labels)), np.diff(starts))
    first, second = whole.shape[1], whole.shape[1] + sentences.shape[1]
    turned, turned_sentences = whole.T.tocsr(), sentences.T.tocsr()

    def loss(at: Vector) -> tuple[float, Vector]:
        ours, theirs = at[:first], at[first:second]
        best, shares = _smooth_maximum(sentences @ theirs, starts, owners)
        margins = (whole @ ours + best + at[-1]) * signs
        value = (
            np.logaddexp(0, -margins).sum() + ours @ ours / (2 * _FREEDOM) + theirs @ theirs / (2 * _SENTENCE_FREEDOM)
        )
        push = -signs * expit(-margins)
        slope = (
            turned @ push + ours / _FREEDOM,
            turned_sentences @ (push[owners] * shares) + theirs / _SENTENCE_FREEDOM,
            [push.sum()],
        )
        return float(value), np.concatenate(slope)

    found = minimize(loss, np.zeros(second + 1), jac=True, method="L-BFGS-B", options={"ftol": _TOLERANCE}).x
    return _Fitted(found[:first], found[first:second], float(found[-1]))


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
