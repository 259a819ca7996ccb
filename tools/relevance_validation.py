"""How good a model of relevance is on articles that it has not seen, and from which log-odds on it should alert.

Cross-validation in folds that keep near-copies together, repeated with other folds, and in folds of whole months, which
show how well it outlives the events that it was trained on. The threshold is the one with which a test set of the size
and mix of MUC-4's last two (held out, and not here) would most likely meet both its bars.
"""

import math
import random
from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from scipy.stats import binom

from tools.relevance_fit import Example, Weights

Train = Callable[[Sequence[Example]], Weights]
"""What makes weights of examples."""

_FOLDS, _REPEATS = 10, 3

_LEAST_OF_MONTHS = 60
"""Articles of a fold of months."""

_UNKNOWN = -1
"""The month of an article that says none."""

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


def validate(examples: Sequence[Example], group: Sequence[int], train: Train) -> float:
    """The threshold for the model of all examples; tells how good that is.

    Each fold is judged by the threshold that the others call for.
    """
    every: list[Judged] = []
    found: list[Figures] = []
    for repeat in range(_REPEATS):
        folds = _folds(examples, group, random.Random(repeat))  # noqa: S311 - folds, not secrets
        rounds = _held_out(examples, group, folds, train)
        found.append(_moved(rounds))
        print(f"{_FOLDS} folds: {found[-1]}", flush=True)
        every += [each for own in rounds for each in own]
    f1 = [each.f1 for each in found]
    print(f"F1 {np.mean(f1):.3f} on average, {min(f1):.3f} to {max(f1):.3f}")
    threshold = _threshold(every)
    shares = figures(every, threshold)
    print(f"from {threshold:.3f} on: {shares}; {shares.chance:.0%} of such sets would meet both bars")
    return threshold


def validate_months(examples: Sequence[Example], group: Sequence[int], months: Sequence[int], train: Train) -> None:
    """Tells how good models are in months that they were not trained on; articles without a month (-1) are left out."""
    folds = _merged(months)
    rounds = _held_out(examples, group, folds, train)
    found = _moved(rounds)
    print(f"{len(rounds)} runs of months: {found}; {found.chance:.0%} of such sets would meet both bars", flush=True)


def _held_out(
    examples: Sequence[Example], group: Sequence[int], folds: Sequence[int], train: Train
) -> list[list[Judged]]:
    """What models say of each fold that saw neither it nor what copies it; the fold -1 is trained on only."""
    rounds = []
    for fold in sorted(set(folds) - {_UNKNOWN}):
        copied = {first for first, own in zip(group, folds, strict=True) if own == fold}
        weights = train([each for each, first in zip(examples, group, strict=True) if first not in copied])
        held_out = [each for each, own in zip(examples, folds, strict=True) if own == fold]
        rounds.append([Judged(each.relevant, weights.log_odds(each)) for each in held_out])
    return rounds


def _moved(rounds: Sequence[Sequence[Judged]]) -> Figures:
    """What alerts come to when each fold is judged by the threshold that the others call for."""
    moved: list[Judged] = []
    for number, own in enumerate(rounds):
        threshold = _threshold([each for other, some in enumerate(rounds) if other != number for each in some])
        moved += [Judged(each.relevant, each.log_odds - threshold) for each in own]
    return figures(moved, 0.0)


def _merged(months: Sequence[int]) -> list[int]:
    """A fold for each article: its month, which takes later ones in until it has enough articles."""
    often = Counter(month for month in months if month != _UNKNOWN)
    folds = {_UNKNOWN: _UNKNOWN}
    fold, held = 0, 0
    for month in sorted(often):
        if held >= _LEAST_OF_MONTHS:
            fold, held = fold + 1, 0
        folds[month] = fold
        held += often[month]
    return [folds[month] for month in months]


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
