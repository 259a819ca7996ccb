"""docs/rules.md says what is so: its examples are read as what they stand for."""

import re
from pathlib import Path

import pytest

from tocsin.core.config import parse_config
from tocsin.core.model.rule import Rule, WatchList
from tocsin.core.rules import compile_rules
from tocsin.core.rules.trial import parse_trials
from tocsin.edge.gazetteer import load_gazetteer

GUIDE = Path(__file__).parents[2] / "docs" / "rules.md"
EXAMPLES = re.findall(r"```yaml\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
HEAD = "kind: rule\nid: r\ntitle: T\nevidence:\n  - "
TRUE_LISTS = "\n---\n{kind: list, id: armed-groups, terms: [militia*]}"


@pytest.mark.parametrize("example", EXAMPLES, ids=range(len(EXAMPLES)))
def test_example(example: str) -> None:
    if "tests:" in example:
        assert len(parse_trials(example, "rules.md").content.tests) == 2
        return
    text = example if "kind:" in example else HEAD + "    ".join(example.splitlines(keepends=True)) + TRUE_LISTS
    objects = parse_config(text, "rules.md")
    rules = [each for each in objects if isinstance(each, Rule)]
    lists = [each for each in objects if isinstance(each, WatchList)]
    assert rules
    assert not compile_rules(rules, load_gazetteer(), lists).broken


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 8
