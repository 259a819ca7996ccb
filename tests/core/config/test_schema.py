"""The editors' schemas: up to date, true of what the parser takes, and not of what it refuses."""

from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from tocsin.core.config.schema import config_schema
from tools.write_config_schemas import main, outdated

GOOD = """
kind: rule
id: r
title: T
severity_when: {critical: [{casualties: {at_least: 50}}]}
regions: [Iraq, 99072, {list: sahel}, {near: Mosul, km: 5}]
evidence:
  - terms: [war, {any: [US], case: true}]
    weight: 0.5
  - all: [{terms: [a]}, {none: [{topics: [sport]}]}]
    within: 10
story: {quiet_for: 2h, escalate_when: {killed: doubles, injured: 100}}
"""


def validator(kind: str | None = None) -> Any:
    schema = config_schema(kind)
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def test_schemas_are_up_to_date() -> None:
    assert not outdated(), "run python -m tools.write_config_schemas"


def test_drift_is_seen(tmp_path: Path) -> None:
    assert {path.name for path in outdated(tmp_path)} >= {"rule.schema.json", "config.schema.json"}
    assert main(["--chekc"]) == 2


@pytest.mark.parametrize("kind", ["rule", None])
def test_what_the_parser_takes_is_valid(kind: str | None) -> None:
    validator(kind).validate(yaml.safe_load(GOOD))


@pytest.mark.parametrize(
    "broken",
    ["titel: x", "severity: grave", "threshold: 0", "evidence: []", "evidence: [{weight: 3}]", "kind: subscription"],
)
def test_what_it_refuses_is_not(broken: str) -> None:
    spoiled = yaml.safe_load(GOOD) | yaml.safe_load(broken)
    with pytest.raises(jsonschema.ValidationError):
        validator("rule").validate(spoiled)


def test_fields_are_described() -> None:
    fields = config_schema("rule")["$defs"]["Rule"]["properties"]
    assert "fires when" in fields["threshold"]["description"]
