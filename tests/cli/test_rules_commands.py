"""``score``, ``explain``, ``test`` and ``schema`` as people and scripts call them, on the real reader and gazetteer."""

import json
import os
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from tocsin.cli.explain import command as explain
from tocsin.cli.schema import command as schema
from tocsin.cli.score import command as score
from tocsin.cli.test import command as run_tests
from tocsin.core.config import ConfigError

GOLDEN = Path(__file__).parent / "golden"

RULES = """
kind: rule
id: deaths
title: Deaths in Iraq
severity: critical
labels: {desk: middle-east}
regions: [Iraq]
evidence:
  - casualties: {kinds: [killed], at_least: 10}
    weight: 0.6
  - terms: ["mass execution*", beheading]
    weight: 0.4
threshold: 0.6
---
kind: rule
id: ships
title: Ships
regions: [{list: waters}]
evidence: [{deployment: {forces: [aircraft carrier]}}]
---
{kind: list, id: waters, regions: [Persian Gulf]}
"""
BODY = (
    "BAGHDAD (AP) — Gunmen killed 14 policemen in Mosul on Monday, the interior ministry said.\n\n"
    "Residents spoke of a mass execution in Mosul. \x1b[31mNobody\x1b[0m was arrested."
)


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    path = tmp_path / "rules.yaml"
    path.write_text(RULES, encoding="utf-8")
    return path


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    path = tmp_path / "articles.jsonl"
    lines = [
        {"id": "m1", "title": "Policemen killed in Mosul", "body": BODY},
        {"id": "q1", "title": "Shares rise", "body": "Shares rose 3 percent in Tokyo."},
    ]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def run(command: click.Command, *arguments: object) -> Result:
    return CliRunner().invoke(command, [str(each) for each in arguments])


def test_score_prints_a_line_an_article_with_words_and_reasons(rules: Path, articles: Path) -> None:
    result = run(score, "--rules", rules, articles)
    assert result.exit_code == 0, result.output
    first, second = map(json.loads, result.stdout.splitlines())
    assert second == {"id": "q1", "matches": []}
    (match,) = first["matches"]
    assert (match["rule"], match["severity"], match["labels"]) == ("deaths", "critical", {"desk": "middle-east"})
    assert match["score"] == pytest.approx(1.0)
    casualty, term = match["evidence"]
    assert casualty["why"] == "killed 14 ≥ 10, in Mosul"
    assert term["text"] == BODY[term["start"] : term["end"]] == "mass execution"


def test_a_folder_of_rules_is_taken_too(rules: Path, articles: Path) -> None:
    (rules.parent / "rules.test.yaml").write_text("not: rules", encoding="utf-8")
    assert run(score, "--rules", rules.parent, articles).exit_code == 0


def test_rules_that_do_not_compile_are_told_at_their_place(rules: Path, articles: Path) -> None:
    rules.write_text(RULES.replace("[Iraq]", "[Irak]").replace("list: waters}]", "list: watres}]"), encoding="utf-8")
    result = run(score, "--rules", rules, articles)
    assert isinstance(result.exception, ConfigError)
    assert [str(each).removeprefix(str(rules)) for each in result.exception.problems] == [
        ":7:11: unknown region 'Irak': did you mean 'Iraq'?",
        ":18:18: unknown list 'watres': did you mean 'waters'?",
    ]


def test_explain_is_as_the_golden_page(rules: Path, articles: Path) -> None:
    """UPDATE_GOLDEN=1 writes the page anew; look at the difference before you commit it."""
    result = run(explain, "--rules", rules, "--all", articles)
    assert result.exit_code == 0, result.output
    golden = GOLDEN / "explain.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(result.stdout, encoding="utf-8")
    assert result.stdout == golden.read_text(encoding="utf-8")
    assert "\x1b" not in result.stdout


def test_explain_counts_rules_that_found_nothing_and_always_explains_a_single_one(rules: Path, articles: Path) -> None:
    all_of_them = run(explain, "--rules", rules, "--article", "q1", articles).stdout
    assert "2 rules found no evidence" in all_of_them
    assert "1 more rule found no evidence" in run(explain, "--rules", rules, "--article", "m1", articles).stdout
    only = run(explain, "--rules", rules, "--rule", "ships", "--article", "m1", articles).stdout
    assert "no deployment in the text" in only
    assert "found no evidence" not in only


def test_explain_speaks_json(rules: Path, articles: Path) -> None:
    result = run(explain, "--rules", rules, "--rule", "ships", "--article", "m1", "--json", articles)
    (line,) = map(json.loads, result.stdout.splitlines())
    (rule,) = line["rules"]
    assert (line["id"], rule["rule"], rule["outcome"], rule["score"]) == ("m1", "ships", "below threshold", 0.0)
    assert rule["items"][0]["miss"] == "no deployment in the text"


@pytest.mark.parametrize(
    ("option", "value", "said"), [("--rule", "deahts", "did you mean 'deaths'"), ("--article", "x", "no article")]
)
def test_explain_names_what_is_not_there(rules: Path, articles: Path, option: str, value: str, said: str) -> None:
    result = run(explain, "--rules", rules, option, value, articles)
    assert result.exit_code != 0
    assert said in result.output


TESTS = """
rules: [rules.yaml]
tests:
  - name: deaths
    article: {title: Deaths, body: Gunmen killed 14 policemen in Mosul on Monday.}
    fires: [{rule: deaths, severity: critical, at_least: 0.6, words: [killed 14]}]
  - name: quiet
    article: {title: Shares, body: Shares rose in Tokyo.}
    fires: []
"""


def test_rule_tests_that_pass(rules: Path) -> None:
    file = rules.parent / "deaths.test.yaml"
    file.write_text(TESTS, encoding="utf-8")
    result = run(run_tests, "--verbose", rules.parent)
    assert result.exit_code == 0, result.output
    assert "passed  deaths" in result.stdout
    assert "2 passed, 0 failed, 1 of 2 rules tested" in result.stdout
    assert "no test fires ships" in result.output


def test_rule_tests_that_fail_say_what_and_why(rules: Path) -> None:
    spoiled = TESTS.replace("severity: critical", "severity: info").replace("fires: []", "fires: [ships]")
    spoiled = spoiled.replace("at_least: 0.6", "at_least: 0.9").replace("words: [killed 14]", "words: [killed 15]")
    (rules.parent / "deaths.test.yaml").write_text(spoiled, encoding="utf-8")
    result = run(run_tests, rules.parent)
    assert result.exit_code == 1
    for said in (
        "deaths is critical, expected info",
        "deaths scored 0.60, expected at least 0.90",
        "deaths fired without evidence on 'killed 15'",
        "ships did not fire",
        "no deployment in the text",
        "0 passed, 2 failed",
    ):
        assert said in result.stdout


def test_a_rule_that_fires_unasked_fails_the_test(rules: Path) -> None:
    surplus = TESTS.replace(
        "fires: [{rule: deaths, severity: critical, at_least: 0.6, words: [killed 14]}]", "fires: []"
    )
    (rules.parent / "deaths.test.yaml").write_text(surplus, encoding="utf-8")
    assert "deaths fired (0.60): killed 14 ≥ 10" in run(run_tests, rules.parent).stdout


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (("rule: deaths", "rule: deahts"), ":4:5: unknown rule 'deahts': did you mean 'deaths'?"),
        (("fires: []", "firse: []"), "unknown field 'firse' in tests: did you mean 'fires'?"),
        (("rules: [rules.yaml]", "rules: [other.yaml]"), "other.yaml is not there"),
    ],
)
def test_mistaken_test_files_are_refused(rules: Path, spoil: tuple[str, str], said: str) -> None:
    (rules.parent / "deaths.test.yaml").write_text(TESTS.replace(*spoil), encoding="utf-8")
    result = run(run_tests, rules.parent)
    assert isinstance(result.exception, ConfigError)
    assert said in str(result.exception)


def test_schema_prints_json_schemas() -> None:
    assert json.loads(run(schema, "rule").stdout)["$ref"] == "#/$defs/Rule"
    assert len(json.loads(run(schema).stdout)["oneOf"]) >= 5
    assert run(schema, "rool").exit_code == 2
