"""How good a model of relevance is on articles that it has not seen, and from which log-odds on it should alert.

Cross-validation in folds that keep near-copies together, repeated with other folds. The threshold is the one with which
a test set of the size and mix of MUC-4's last two (held out, and not here) would most likely meet both its bars.
"""

import math
import random
from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from scipy.stats import binom

from tools.relevance_fit import Example, Weights

_FOLDS, _REPEATS = 10, 3

_RELEVANT = 0.676
"""The relevant part of MUC-4's last two test sets, where an alert on everything has F1 .807; F1 rises with it."""

_ARTICLES = 200
"""How many they hold."""

_LEAST_F1, _MOST_ALARMS = 0.89, 0.20
"""The bars: F1, and the share of the irrelevant that raise an alert."""

_CANDIDATES = np.arange(0.10, 0.2001, 0.0025)
"""Shares of false alerts among which the threshold is sought."""


class Judged(NamedTuple):
    """Whether an article is relevant, and what a model that had not seen it said."""

    relevant: bool
    log_odds: float


class Figures(NamedTuple):
    """What alerts from a threshold on come to: the share of the relevant, and of the others, that raise one."""

    recall: float
    alarms: float

    @property
    def f1(self) -> float:
        """At the last test sets' mix."""
        hits = _RELEVANT * self.recall
        return 2 * hits / (_RELEVANT + hits + (1 - _RELEVANT) * self.alarms)

    @property
    def chance(self) -> float:
        """That a sample of those sets' size meets both bars, were these its true shares."""
        relevant = round(_ARTICLES * _RELEVANT)
        others = _ARTICLES - relevant
        alarms = np.arange(math.floor(_MOST_ALARMS * others) + 1)
        needed = np.ceil(_LEAST_F1 * (relevant + alarms) / (2 - _LEAST_F1))
        return float(binom.pmf(alarms, others, self.alarms) @ binom.sf(needed - 1, relevant, self.recall))

    def __str__(self) -> str:
        """In words."""
        shares = f"recall {self.recall:.3f}, false-alert rate {self.alarms:.3f}"
        return f"{shares}, F1 {self.f1:.3f} where {_RELEVANT:.1%} are relevant"


def figures(judged: Sequence[Judged], threshold: float) -> Figures:
    """What alerts above the threshold come to."""
    told = [[each.log_odds > threshold for each in judged if each.relevant is relevant] for relevant in (True, False)]
    return Figures(*(sum(alerts) / len(alerts) for alerts in told))


def validate(examples: Sequence[Example], group: Sequence[int], train: Callable[[Sequence[Example]], Weights]) -> float:
    """The threshold for the model of all examples; tells how good that is.

    Each fold is judged by the threshold that the others call for.
    """
    every: list[Judged] = []
    found: list[Figures] = []
    for repeat in range(_REPEATS):
        folds = _folds(examples, group, random.Random(repeat))  # noqa: S311 - folds, not secrets
        rounds: list[list[Judged]] = []
        for fold in range(_FOLDS):
            weights = train([each for each, own in zip(examples, folds, strict=True) if own != fold])
            held_out = [each for each, own in zip(examples, folds, strict=True) if own == fold]
            rounds.append([Judged(each.relevant, weights.log_odds(each)) for each in held_out])
        moved: list[Judged] = []
        for number, own in enumerate(rounds):
            threshold = _threshold([each for other, some in enumerate(rounds) if other != number for each in some])
            moved += [Judged(each.relevant, each.log_odds - threshold) for each in own]
        found.append(figures(moved, 0.0))
        print(f"{_FOLDS} folds: {found[-1]}", flush=True)
        every += [each for own in rounds for each in own]
    f1 = [each.f1 for each in found]
    print(f"F1 {np.mean(f1):.3f} on average, {min(f1):.3f} to {max(f1):.3f}")
    threshold = _threshold(every)
    shares = figures(every, threshold)
    print(f"from {threshold:.3f} on: {shares}; {shares.chance:.0%} of such sets would meet both bars")
    return threshold


def _folds(examples: Sequence[Example], group: Sequence[int], dice: random.Random) -> list[int]:
    """A fold for each example: groups stay together, and folds have as many of each sort as can be."""
    members: dict[int, list[int]] = {}
    for number, first in enumerate(group):
        members.setdefault(first, []).append(number)
    order = list(members.values())
    dice.shuffle(order)
    order.sort(key=lambda own: (-len(own), examples[own[0]].relevant))
    folds = [0] * len(examples)
    for position, own in enumerate(order):
        for member in own:
            folds[member] = position % _FOLDS
    return folds


def _threshold(judged: Sequence[Judged]) -> float:
    """The log-odds with the best chance to meet both bars: a mean of the best few, as single articles decide little."""
    false = sorted((each.log_odds for each in judged if not each.relevant), reverse=True)
    candidates = [false[int(len(false) * share)] for share in _CANDIDATES]
    candidates.sort(key=lambda threshold: -figures(judged, threshold).chance)
    return float(np.mean(candidates[:5]))
