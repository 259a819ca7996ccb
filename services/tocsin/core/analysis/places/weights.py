"""The learned weights: what speaks for a name's being a place, and for one place rather than another of that name."""

from collections.abc import Callable, Iterable
from typing import Generic, NamedTuple, TypeVar

from tocsin.core.analysis.gazetteer import GazetteerError
from tocsin.core.analysis.gazetteer.memory import remember

_Found = TypeVar("_Found")


class Weights(NamedTuple):
    """``benchmarks/places/train.py`` learns them and writes gazetteer/tables/weights.tsv; the data file carries them.

    ``detection`` holds the weight of each feature of a mention in a logistic regression, ``bias`` its constant.
    ``resolution`` holds those of a choice among the places of one name.
    """

    bias: float
    detection: dict[str, float]
    resolution: dict[str, float]

    def weigh(self, features: Iterable[str]) -> float:
        """What features of a mention weigh together, without the bias."""
        return weigh(self.detection, features)


def weigh(detection: dict[str, float], features: Iterable[str]) -> float:
    """What features of a mention weigh together; those that the weights don't know weigh nothing."""
    total = 0.0
    for feature in features:
        total += detection.get(feature, 0.0)
    return total


class Weigher(Generic[_Found]):
    """Weighs what comes in few kinds, each with a number of its own, and remembers what it has weighed; ``features``
    says what the weights call it.
    """

    def __init__(self, weights: Weights, features: Callable[[_Found], Iterable[str]]) -> None:
        self._detection = weights.detection
        self._features = features
        self._known: dict[int, float] = {}

    def weigh(self, found: _Found, code: int) -> float:
        """The sum of the weights of its features; ``code`` is its number."""
        known = self._known.get(code)
        if known is None:
            known = remember(self._known, code, weigh(self._detection, self._features(found)))
        return known


def read_weights(table: str) -> Weights:
    """The weights of a table with lines of kind, feature and weight, parted by tabs.

    Raises:
        GazetteerError: when a line is none such; names it.
    """
    found: dict[str, dict[str, float]] = {"bias": {}, "detection": {}, "resolution": {}}
    for number, line in enumerate(table.rstrip("\n").split("\n"), 1):
        try:
            kind, feature, weight = line.split("\t")
            found[kind][feature] = float(weight)
        except (ValueError, KeyError):
            raise GazetteerError(f"weights.tsv:{number}: not kind, feature and weight: {line!r}") from None
    return Weights(found["bias"].get("", 0.0), found["detection"], found["resolution"])
