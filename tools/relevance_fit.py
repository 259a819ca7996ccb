"""Fits the weights of a ``LinearModel`` (``tocsin.core.model.rule``): a regularised logistic regression over articles.

It has two parts, the article as a whole, and its sentences, of which each may tell of an event by itself.
They are fitted apart, each as if it had to decide alone, and their mean is the model. Fitted together they share out
what both see, and the part that knows the training set best leaves the other little to learn: two witnesses that were
not heard together are worth more.

Which sentence tells is hidden: an article is relevant if any does (noisy-or, a form of multiple-instance learning).
Where annotators said which, those sentences and the others beside them are fitted by themselves too (rationales: O.
Zaidan, J. Eisner and C. Piatko, Using annotator rationales, NAACL 2007). The model then hears the sentence that speaks
most: what many sentences half tell, the part that sees the whole article has heard already.

Each feature is scaled by its naive-Bayes log-ratio before fitting, so that what tells little must fight to weigh
anything (NB-SVM: S. Wang and C. Manning, Baselines and bigrams, ACL 2012). What words mean (``tools.word_vectors``) is
fitted beside them, and comes out as part of each word's weight.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import expit

from tools.relevance_table import Bag, Key, Table
from tools.word_vectors import Vector

_TOLERANCE = 1e-5
"""Fitting ends when a step gains less than this share of the loss."""

_LEAST_DOUBT = 1e-12
"""The surest that training takes a model to be, which keeps its logarithms finite."""


class _Part(NamedTuple):
    """How one part of the model is fitted."""

    least: int
    """Features of fewer rows say more of those than of others."""
    freedom: float
    """How far weights may go for a better fit: the inverse of the L2 penalty."""
    kept: int
    """Features that the model keeps for themselves, not only for what their word means."""
    meaning: float
    """How much of a word is what it means."""


_WHOLE, _SENTENCE = _Part(6, 0.3, 5000, 0.3), _Part(10, 0.5, 3000, 0.2)

_TELLS, _SILENT = 0.1, 0.2
"""What a sentence that is known to tell, or to stand silent beside one that does, weighs beside an article's 1."""

WEIGHT = 0.5
"""What each part has of the model."""


@dataclass(frozen=True)
class Example:
    """One article: whether it is relevant, what it has as a whole, and what each sentence that may tell has.

    ``telling`` says of each sentence whether it names what a relevant incident hit; it may be missing.
    """

    relevant: bool
    whole: frozenset[Key]
    sentences: tuple[frozenset[Key], ...]
    telling: tuple[bool, ...] = ()

    def bag(self) -> Bag:
        """Its sentences; one of nothing if it has none."""
        return Bag(self.sentences, self.telling) if self.sentences else Bag((frozenset(),))


class Weights(NamedTuple):
    """Log-odds by feature; those of a sentence are yet to be multiplied by ``WEIGHT``."""

    bias: float
    whole: Mapping[Key, float]
    sentence: Mapping[Key, float]

    def log_odds(self, example: Example) -> float:
        """What they say of an article."""
        told = max((_sum(self.sentence, each) for each in example.sentences), default=0.0)
        return self.bias + _sum(self.whole, example.whole) + WEIGHT * told


def train(examples: Sequence[Example]) -> Weights:
    """The weights that fit best."""
    labels = np.array([example.relevant for example in examples])
    whole, bias = _train([Bag((example.whole,)) for example in examples], labels, _WHOLE)
    sentence, own = _train([example.bag() for example in examples], labels, _SENTENCE)
    return Weights(WEIGHT * (bias + own), {key: WEIGHT * weight for key, weight in whole.items()}, sentence)


def _train(bags: Sequence[Bag], labels: NDArray[np.bool_], part: _Part) -> tuple[dict[Key, float], float]:
    """The weights, and the bias, of a model of articles by any of the rows that each has.

    All features that are not rare are fitted, then again those that mattered most.
    """
    table = Table(bags, labels, part.least, part.meaning)
    table.keep(_fit(table, labels, part.freedom), part.kept)
    fitted = _fit(table, labels, part.freedom)
    return table.weights(fitted), float(fitted[-1])


def _fit(table: Table, labels: NDArray[np.bool_], freedom: float) -> Vector:
    """The weights of the scaled features, of the dimensions of meaning, and the bias last."""
    rows, meanings, starts = table.rows(), table.meanings, table.starts
    turned = rows.T.tocsr()
    count = rows.shape[1]
    tells, known = _TELLS * table.tells, _TELLS * table.tells + _SILENT * table.silent

    def loss(at: Vector) -> tuple[float, Vector]:
        told = rows @ at[:count] + meanings @ at[count:-1] + at[-1]
        doubted = np.logaddexp(0, told)
        doubts = np.add.reduceat(doubted, starts[:-1])
        none = np.exp(-doubts)
        some = np.maximum(1 - none, _LEAST_DOUBT)
        value = np.where(labels, -np.log(some), doubts).sum() + at[:-1] @ at[:-1] / (2 * freedom)
        value += known @ doubted - tells @ told
        push = (np.where(labels, -none / some, 1.0)[table.owners] + known) * expit(told) - tells
        slope = np.concatenate([turned @ push, meanings.T @ push]) + at[:-1] / freedom
        return float(value), np.append(slope, push.sum())

    start = np.zeros(count + meanings.shape[1] + 1)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"ftol": _TOLERANCE})
    return np.asarray(found.x)


def _sum(weights: Mapping[Key, float], keys: Iterable[Key]) -> float:
    return sum(weights.get(key, 0.0) for key in keys)
