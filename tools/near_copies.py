"""Articles that copy each other: those that share much of their wording belong in one fold of a validation."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations

_RUN = 6
"""Words in a row that count as shared wording."""

_SHARED = 0.25
"""The share of the shorter article's runs that makes two articles one group."""

_COMMONPLACE = 20
"""Runs of more articles than this are phrases of the trade ("words indistinct") and tell nothing."""


def groups(texts: Sequence[str]) -> list[int]:
    """For each text the number of its group: that of the first text in it."""
    runs = [_runs(text) for text in texts]
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, own in enumerate(runs):
        for run in own:
            holders[run].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for numbers in holders.values():
        if len(numbers) <= _COMMONPLACE:
            shared.update(combinations(numbers, 2))
    group = list(range(len(texts)))
    for (one, other), count in sorted(shared.items()):
        if count >= _SHARED * min(len(runs[one]), len(runs[other])) and group[one] != group[other]:
            low, high = sorted((group[one], group[other]))
            group = [low if each == high else each for each in group]
    return group


def _runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"[a-z0-9]+", text.lower())
    return {tuple(words[start : start + _RUN]) for start in range(len(words) - _RUN + 1)}
