"""How likely each place of a name is, as shares of one."""

import math
from typing import Final

FAINT: Final = 0.01
"""A share below this adds nothing that counts."""


def softmax(scores: list[float]) -> list[float]:
    """Scores, which are logarithms up to a constant, as shares of one."""
    if len(scores) == 1:
        return [1.0]
    top = scores[0]
    for score in scores:  # quicker, where this is compiled, than max() of them all
        top = max(top, score)
    powers: list[float] = []
    total = 0.0
    for score in scores:
        power = math.exp(score - top)
        powers.append(power)
        total += power
    return [power / total for power in powers]


def likeliest(shares: list[float]) -> int:
    """Where the greatest share stands, the first of several."""
    best, most = 0, shares[0]
    for at, share in enumerate(shares):
        if share > most:
            best, most = at, share
    return best


def greatest(shares: list[float], numbers: list[int]) -> float:
    """The greatest of those that stand there; nothing where it is faint."""
    most = 0.0
    for at in numbers:
        most = max(most, shares[at])
    return most if most >= FAINT else 0.0
