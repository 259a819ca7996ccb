"""Holds the figures reached on the development set, where it is at hand."""

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tocsin.core.model.analysis import Casualty

Read = Callable[..., tuple[Casualty, ...]]

_SET = Path(__file__).parents[5] / "shared" / "eval" / "data" / "muc4-dev.jsonl.gz"


@pytest.mark.skipif(not _SET.exists(), reason="the evaluation data is not beside the repository")
@pytest.mark.parametrize(("kind", "floor"), [("killed", 0.75), ("injured", 0.63)])
def test_numbers_on_the_development_set(kind: str, floor: float, read: Read) -> None:
    hits = predicted = gold = 0
    with gzip.open(_SET, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    for row in rows:
        if row["gold"]["relevance"] == "relevant":
            wanted = {tuple(numbers) for numbers in row["gold"][kind]}
            found = {
                tuple(sorted({n for n in (casualty.min, casualty.max) if n is not None}))
                for casualty in read(row["body"], row["title"])
                if casualty.kind == kind and casualty.status in {"stated", "unverified"}
            } - {()}
            hits, predicted, gold = hits + len(wanted & found), predicted + len(found), gold + len(wanted)
    assert 2 * hits / (predicted + gold) >= floor
