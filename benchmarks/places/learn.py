"""The two small learners: logistic regression over named features, and a choice among candidates. Pure and seeded."""

import math
import random
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple


class Example(NamedTuple):
    """A candidate mention: its features, whether it is a place, and how much it counts."""

    features: tuple[str, ...]
    is_place: bool
    weight: float = 1.0


class Choice(NamedTuple):
    """A name in a text: the features of each place it may stand for, and which of these are right."""

    options: tuple[tuple[tuple[str, float], ...], ...]
    right: tuple[int, ...]
    weight: float = 1.0


def fit_detection(
    examples: Sequence[Example], *, epochs: int = 12, rate: float = 0.12, decay: float = 2e-3, rare: int = 4
) -> tuple[float, dict[str, float]]:
    """(Bias, weights) of a logistic regression by AdaGrad with L2 decay. Features rarer than ``rare`` are left out."""
    counts = Counter(feature for example in examples for feature in set(example.features))
    kept = {feature for feature, count in counts.items() if count >= rare}
    weights = dict.fromkeys(kept, 0.0)
    squares = dict.fromkeys(kept, 1e-2)
    bias, bias_square = 0.0, 1e-2
    prepared = [
        ([feature for feature in example.features if feature in kept], example.is_place, example.weight)
        for example in examples
    ]
    order = random.Random(7)
    for _ in range(epochs):
        order.shuffle(prepared)
        for features, is_place, weight in prepared:
            logit = bias + sum(weights[feature] for feature in features)
            error = weight * ((1.0 if is_place else 0.0) - sigmoid(logit))
            bias_square += error * error
            bias += rate * error / math.sqrt(bias_square)
            for feature in features:
                gradient = error - decay * weights[feature]
                squares[feature] += gradient * gradient
                weights[feature] += rate * gradient / math.sqrt(squares[feature])
    return bias, weights


def fit_choice(
    choices: Sequence[Choice], start: dict[str, float], *, epochs: int = 15, rate: float = 0.05, decay: float = 1e-3
) -> dict[str, float]:
    """Weights of a conditional logistic regression, which makes the right places' share of each choice large."""
    weights = dict(start)
    squares = dict.fromkeys(weights, 1e-1)
    order = random.Random(7)
    prepared = [choice for choice in choices if choice.right and len(choice.right) < len(choice.options)]
    for _ in range(epochs):
        order.shuffle(prepared)
        for choice in prepared:
            scores = [sum(weights[name] * value for name, value in option) for option in choice.options]
            shares = softmax(scores)
            right = sum(shares[i] for i in choice.right) or 1e-9
            gradient: dict[str, float] = {}
            for index, (option, share) in enumerate(zip(choice.options, shares, strict=True)):
                pull = (share / right if index in choice.right else 0.0) - share
                if abs(pull) < 1e-4:  # noqa: PLR2004 - moves nothing
                    continue
                for name, value in option:
                    gradient[name] = gradient.get(name, 0.0) + pull * value
            for name, pull in gradient.items():
                step = choice.weight * pull - decay * weights[name]
                squares[name] += step * step
                weights[name] += rate * step / math.sqrt(squares[name])
    return weights


def sigmoid(value: float) -> float:
    """The logistic function."""
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, value))))


def softmax(scores: Sequence[float]) -> list[float]:
    """Scores as shares of one."""
    top = max(scores)
    powers = [math.exp(score - top) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]
