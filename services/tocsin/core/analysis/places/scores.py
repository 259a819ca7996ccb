"""The arithmetic of choosing: scores by what a place is, and scores as shares."""

import math
from collections.abc import Iterable, Mapping, Sequence

from tocsin.core.analysis.gazetteer import Naming


def base_scores(namings: Iterable[Naming], weights: Mapping[str, float]) -> tuple[float, ...]:
    """How likely each place is meant without knowing the text, as logarithms up to a constant."""
    return tuple(
        weights["weight"] * naming.place.weight
        + weights[f"kind {naming.place.kind}"]
        + weights[f"manner {naming.manner}"]
        for naming in namings
    )


def softmax(scores: Sequence[float]) -> list[float]:
    """Scores as shares of one."""
    if len(scores) == 1:
        return [1.0]
    top = max(scores)
    powers = [math.exp(score - top) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]
