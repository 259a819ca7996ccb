"""The bars on labelled corpora that lie beside the repository; skipped where they are absent."""

import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec
import pytest

from tocsin.core.model.analysis import Place

Find = Callable[..., tuple[Place, ...]]

EVALUATION = Path(__file__).resolve().parents[4].parent / "shared" / "eval"

pytestmark = pytest.mark.skipif(
    not (EVALUATION / "evaluate.py").exists(), reason=f"no labelled corpora: {EVALUATION} is absent"
)


@pytest.fixture(scope="module")
def evaluation() -> ModuleType:
    spec = importlib.util.spec_from_file_location("tocsin_evaluate", EVALUATION / "evaluate.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def answers(find: Find, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{"places": [msgspec.to_builtins(place) for place in find(row["body"], row["title"])]} for row in rows]


@pytest.mark.parametrize(
    ("name", "detected", "near"), [("geo-lgl", 0.80, 0.65), ("geo-geovirus", 0.90, 0.79), ("re3d", 0.75, None)]
)
def test_reaches_the_bars(find: Find, evaluation: ModuleType, name: str, detected: float, near: float | None) -> None:
    rows = evaluation.load(EVALUATION / "data" / f"{name}.jsonl.gz")
    measure = evaluation.locations if name == "re3d" else evaluation.places
    figures = measure(rows, answers(find, rows))
    assert figures["overlap f1"] >= detected
    if near is not None:
        assert figures["within 161 km, end to end"] >= near
