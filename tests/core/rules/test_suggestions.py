"""The nearest right word for a region that nobody knows."""

from typing import Any

import pytest

from tocsin.core.config import parse_objects
from tocsin.core.model.rule import Rule
from tocsin.core.rules import compile_rules, problems_of
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
    nowhere = "unknown region 4711: no place has this GeoNames id"
    assert rules.broken == {"r": f"unknown region 'Qwxzjkv'; {nowhere}"}
    rules = ruleset("regions: [4711]\nevidence: [{terms: [war]}]")
    assert rules.broken == {"r": nowhere}
    assert not compile_rules((), atlas).broken


RULE = """
kind: rule
id: r
title: T
regions: [Iraq, Irak]
evidence:
  - all: [{terms: [{list: words}]}, {casualties: {}, regions: [{near: Mosull, km: 40}]}]
  - deployment: {to: [Siria]}
  - deployment: {actors: [Iraq, Syrai, Wagnr, Hezbollah]}
"""


def test_all_that_is_wrong_with_a_rule_is_told_at_its_place(atlas: Any) -> None:
    parsed = parse_objects(RULE, "r.yaml")
    rules = compile_rules([each.thing for each in parsed if isinstance(each.thing, Rule)], atlas)
    assert [str(problem) for problem in problems_of(rules, parsed)] == [
        "r.yaml:5:17: unknown region 'Irak': did you mean 'Iraq'?",
        "r.yaml:7:27: unknown list 'words'",
        "r.yaml:7:71: unknown region 'Mosull': did you mean 'Mosul'?",
        "r.yaml:8:23: unknown region 'Siria': did you mean 'Syria'?",
        "r.yaml:9:33: unknown actor 'Syrai': did you mean 'Syria'?",
        "r.yaml:9:40: unknown actor 'Wagnr': did you mean 'Wagner'?",
    ]
