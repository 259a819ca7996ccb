"""``tocsin route``: the dry run says who and why."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest
from click.testing import CliRunner

from tocsin.cli.route import command
from tocsin.core.model.alert import Alert
from tocsin.core.model.analysis import Place
from tocsin.core.model.match import ArticleRef

CONFIG = """
kind: subscription
id: in-region
match: {regions: [Iraq]}
webhook: {url: "https://a.example/", secret: {env: TOCSIN_SECRET_A}}
---
kind: subscription
id: too-mild
match: {severity: critical}
webhook: {url: "https://a.example/", secret: {env: TOCSIN_SECRET_A}}
---
kind: subscription
id: asleep
quiet: {zone: UTC, start: "00:00", end: "23:59"}
webhook: {url: "https://a.example/", secret: {env: TOCSIN_SECRET_A}}
---
kind: subscription
id: reads-in-the-morning
digest: {at: ["07:30"], at_once: [critical]}
webhook: {url: "https://a.example/", secret: {env: TOCSIN_SECRET_A}}
---
kind: subscription
id: unknown-region
match: {regions: [Atlantis-on-Sea]}
webhook: {url: "https://a.example/", secret: {env: TOCSIN_SECRET_A}}
"""
SILENCE = """
---
kind: silence
id: drill
match: {rule: r}
until: 2999-01-01T00:00:00Z
reason: exercise
"""


def alert(**fields: Any) -> str:
    place = Place(
        field="body", start=0, end=5, text="Mosul", kind="city", name="Mosul", within=("geonames:99072", "country:IQ")
    )
    known: dict[str, Any] = {
        "id": "a1",
        "seq": 1,
        "kind": "new",
        "rule": "r",
        "rule_version": "1",
        "story": "s",
        "title": "t",
        "headline": "h",
        "severity": "warning",
        "score": 1.0,
        "labels": {},
        "article": ArticleRef(id="a", revision="r", title="t"),
        "places": (place,),
        "last_published": datetime.now(UTC),
    }
    return msgspec.json.encode(Alert(**(known | fields))).decode() + "\n"


def run(tmp_path: Path, lines: str, *, config: str = CONFIG) -> list[dict[str, Any]]:
    file, rules = tmp_path / "alerts.jsonl", tmp_path / "config.yaml"
    file.write_text(lines, encoding="utf-8")
    rules.write_text(config, encoding="utf-8")
    result = CliRunner().invoke(command, ["--json", "--config", str(rules), str(file)])
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.output.splitlines()]


def test_it_says_who_and_why(tmp_path: Path) -> None:
    answers = {answer["subscription"]: answer for answer in run(tmp_path, alert())}
    assert {name for name, answer in answers.items() if answer["told"]} == {
        "in-region",
        "asleep",
        "reads-in-the-morning",
    }
    assert answers["reads-in-the-morning"]["why"].startswith("in its digest, at ")
    assert answers["reads-in-the-morning"]["why"].endswith(" 07:30 UTC")
    assert answers["in-region"]["why"] == "at once"
    assert answers["asleep"]["why"].startswith("after its quiet hours, at ") or answers["asleep"]["why"] == "at once"
    assert answers["too-mild"]["why"] == "severity warning is below critical"
    assert "unknown region 'Atlantis-on-Sea'" in answers["unknown-region"]["why"]


@pytest.mark.parametrize(
    ("fields", "config", "why"),
    [
        ({}, CONFIG + SILENCE, "silence drill covers it"),
        (
            {"last_published": datetime(2020, 1, 1, tzinfo=UTC)},
            CONFIG,
            "its newest article is too old to alert anybody",
        ),
    ],
)
def test_it_says_what_keeps_an_alert_from_all(tmp_path: Path, fields: dict[str, Any], config: str, why: str) -> None:
    answers = {answer["subscription"]: answer for answer in run(tmp_path, alert(**fields), config=config)}
    assert not any(answer["told"] for answer in answers.values())
    assert answers["in-region"]["why"] == why


def test_a_line_that_is_no_alert_is_named(tmp_path: Path) -> None:
    file, rules = tmp_path / "alerts.jsonl", tmp_path / "config.yaml"
    file.write_text(alert() + "{}\n", encoding="utf-8")
    rules.write_text(CONFIG, encoding="utf-8")
    result = CliRunner().invoke(command, ["--config", str(rules), str(file)])
    assert result.exit_code == 2
    assert "line 2: no alert" in result.output
