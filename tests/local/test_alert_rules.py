"""The alert rules for Tocsin itself ask for metrics that its services show."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tocsin.console.metrics import ConsoleMetrics
from tocsin.correlator.metrics import CorrelatorMetrics
from tocsin.edge.kafka.topics import PARTITIONS
from tocsin.edge.metrics import new_registry
from tocsin.notifier.metrics import NotifierMetrics
from tocsin.scorer.metrics import ScorerMetrics

FOLDER = Path(__file__).resolve().parents[2] / "deploy" / "prometheus"


@pytest.fixture(scope="module")
def rules() -> list[dict[str, Any]]:
    groups = yaml.safe_load((FOLDER / "alerts.yaml").read_text(encoding="utf-8"))["groups"]
    return [rule for group in groups for rule in group["rules"]]


@pytest.fixture(scope="module")
def samples() -> dict[str, list[dict[str, str]]]:
    registry = new_registry()
    ScorerMetrics(registry)
    CorrelatorMetrics(registry, lambda: 0)
    NotifierMetrics(registry)
    ConsoleMetrics(registry)
    found: dict[str, list[dict[str, str]]] = {}
    for family in registry.collect():
        for sample in family.samples:
            found.setdefault(sample.name, []).append(sample.labels)
    return found


def test_every_metric_that_is_asked_for_exists(
    rules: list[dict[str, Any]], samples: dict[str, list[dict[str, str]]]
) -> None:
    for rule in rules:
        names = re.findall(r"\btocsin_\w+", rule["expr"])
        assert names or rule["expr"].startswith("up{"), rule["alert"]
        assert set(names) <= set(samples), rule["alert"]


def test_every_label_that_is_asked_for_exists(
    rules: list[dict[str, Any]], samples: dict[str, list[dict[str, str]]]
) -> None:
    asked = [found for rule in rules for found in re.findall(r'(tocsin_\w+)\{(\w+)="(\w+)"\}', rule["expr"])]
    assert asked
    for metric, label, value in asked:
        assert any(labels.get(label) == value for labels in samples[metric]), (metric, label, value)


def test_every_rule_says_what_to_do(rules: list[dict[str, Any]]) -> None:
    assert len({rule["alert"] for rule in rules}) == len(rules)
    for rule in rules:
        assert rule["labels"]["severity"] in {"warning", "critical"}
        assert rule["for"]
        assert rule["annotations"]["summary"]
        assert len(rule["annotations"]["description"]) > len("see the log")


def test_the_number_of_partitions_is_the_tables(rules: list[dict[str, Any]]) -> None:
    (unattended,) = [rule for rule in rules if rule["alert"] == "TocsinPartitionsUnattended"]
    assert unattended["expr"].endswith(f"< {PARTITIONS}")


def test_jobs_are_named_as_the_rules_expect() -> None:
    config = yaml.safe_load((FOLDER / "prometheus.yaml").read_text(encoding="utf-8"))
    assert config["rule_files"] == ["alerts.yaml"]
    assert {job["job_name"] for job in config["scrape_configs"]} == {
        "tocsin-scorer",
        "tocsin-correlator",
        "tocsin-notifier",
        "tocsin-console",
    }
