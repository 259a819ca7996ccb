"""The nearest right word for a region that nobody knows."""

from typing import Any

import pytest

from tocsin.core.rules import compile_rules
from tocsin.core.rules.suggestions import suggest_region
from tocsin.edge.gazetteer import load_gazetteer


@pytest.mark.parametrize(
    ("written", "meant"),
    [("Irak", "Iraq"), ("Siria", "Syria"), ("Ukrane", "Ukraine"), ("Persain Gulf", "Persian Gulf"), ("Qwxzjkv", None)],
)
def test_in_the_real_gazetteer(written: str, meant: str | None) -> None:
    assert suggest_region(written, load_gazetteer()) == meant


def test_without_a_near_name_the_message_still_says_which(atlas: Any, ruleset: Any) -> None:
    rules = ruleset("regions: [Qwxzjkv, 4711]\nevidence: [{terms: [war]}]")
    assert rules.broken == {"r": "unknown region 'Qwxzjkv'"}
    rules = ruleset("regions: [4711]\nevidence: [{terms: [war]}]")
    assert rules.broken == {"r": "unknown region 4711: no place has this GeoNames id"}
    assert not compile_rules((), atlas).broken
