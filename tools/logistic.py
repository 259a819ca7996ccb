"""L2-regularised logistic regression on sparse 0/1 features, by limited-memory BFGS (Nocedal 1980)."""

import math
from collections.abc import Callable, Sequence
from itertools import chain
from operator import mul

Row = Sequence[int]
"""The numbers of the features that an example has."""

Vector = list[float]
_MEMORY, _STEPS, _TOLERANCE = 8, 150, 1e-4
_ARMIJO = 1e-4


def fit(rows: Sequence[Row], labels: Sequence[bool], scales: Sequence[float], strength: float) -> Vector:
    """Weights of the features, the bias last: minimises |w / scales|² / 2 + strength · Σ log-loss, bias unpenalised.

    ``scales`` say how freely each feature's weight may grow.
    """
    size = len(scales)
    scaled = [*scales, 1.0]
    examples = [(*row, size) for row in rows]

    def loss(weights: Vector) -> tuple[float, Vector]:
        actual = list(map(mul, weights, scaled))
        value = sum(w * w for w in weights[:size]) / 2
        slope = [*weights[:size], 0.0]
        for row, label in zip(examples, labels, strict=True):
            margin = sum(map(actual.__getitem__, row))
            signed = margin if label else -margin
            value += strength * (math.log1p(math.exp(-abs(signed))) + max(-signed, 0.0))
            push = strength * (_sigmoid(margin) - label)
            for feature in row:
                slope[feature] += push * scaled[feature]
        return value, slope

    return list(map(mul, _minimise(loss, [0.0] * (size + 1)), scaled))


def log_odds(weights: Sequence[float], row: Row) -> float:
    """What the weights say of an example."""
    return weights[-1] + sum(weights[feature] for feature in row)


def _minimise(loss: Callable[[Vector], tuple[float, Vector]], at: Vector) -> Vector:
    value, slope = loss(at)
    memory: list[tuple[Vector, Vector, float]] = []
    for _ in range(_STEPS):
        direction = _direction(slope, memory)
        descent = _dot(direction, slope)
        if max(map(abs, slope)) < _TOLERANCE * max(1.0, abs(value)) or descent >= 0:
            break
        step = 1.0 if memory else 1.0 / max(1.0, math.sqrt(_dot(slope, slope)))
        while True:
            ahead = [a + step * d for a, d in zip(at, direction, strict=True)]
            new_value, new_slope = loss(ahead)
            if new_value <= value + _ARMIJO * step * descent:
                break
            step /= 2
        moved = [b - a for a, b in zip(at, ahead, strict=True)]
        turned = [b - a for a, b in zip(slope, new_slope, strict=True)]
        curvature = _dot(moved, turned)
        if curvature > 0:
            memory = [*memory[-_MEMORY + 1 :], (moved, turned, curvature)]
        at, value, slope = ahead, new_value, new_slope
    return at


def _direction(slope: Vector, memory: Sequence[tuple[Vector, Vector, float]]) -> Vector:
    """The two-loop recursion."""
    direction = [-s for s in slope]
    shares: list[float] = []
    for moved, turned, curvature in reversed(memory):
        share = _dot(moved, direction) / curvature
        shares.append(share)
        direction = [d - share * t for d, t in zip(direction, turned, strict=True)]
    if memory:
        _, turned, curvature = memory[-1]
        scale = curvature / _dot(turned, turned)
        direction = [d * scale for d in direction]
    for (moved, turned, curvature), share in zip(memory, reversed(shares), strict=True):
        back = share - _dot(turned, direction) / curvature
        direction = [d + back * m for d, m in zip(direction, moved, strict=True)]
    return direction


def _dot(one: Vector, other: Vector) -> float:
    return math.fsum(map(mul, one, other))


def _sigmoid(value: float) -> float:
    return 1 / (1 + math.exp(-value)) if value >= 0 else math.exp(value) / (1 + math.exp(value))


def prune(rows: Sequence[Row], weights: Sequence[float], keep: int) -> set[int]:
    """The features that matter most: by weight times the square root of how often they occur."""
    often = [0] * len(weights)
    for feature in chain.from_iterable(rows):
        often[feature] += 1
    order = sorted(range(len(weights) - 1), key=lambda f: -abs(weights[f]) * math.sqrt(often[f]))
    return set(order[:keep])
