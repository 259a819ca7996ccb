"""The learned weights: what speaks for a name's being a place, and for one place rather than another of that name."""

from collections.abc import Mapping
from typing import NamedTuple

from tocsin.core.analysis.gazetteer import GazetteerError


class Weights(NamedTuple):
    """``benchmarks/places/train.py`` learns them and writes gazetteer/tables/weights.tsv; the data file carries them.

    ``detection`` holds the weight of each feature of a mention in a logistic regression, ``bias`` its constant.
    ``resolution`` holds those of a choice among the places of one name.
    """

    bias: float
    detection: Mapping[str, float]
    resolution: Mapping[str, float]


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
