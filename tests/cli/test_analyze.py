import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from tocsin.cli.analyze import command


def test_each_article_gives_a_line_of_facts_in_order(tmp_path: Path) -> None:
    file = tmp_path / "articles.jsonl"
    file.write_text(
        '{"id": "b", "title": "Blast", "body": "A bomb killed 12 people in Mosul, Iraq, on Monday."}\n'
        '{"id": "a", "title": "Fair", "body": "The fair opens on Friday."}\n',
        encoding="utf-8",
    )
    done = CliRunner().invoke(command, [str(file)])
    assert done.exit_code == 0
    first, second = map(json.loads, done.stdout.splitlines())
    assert (first["id"], second["id"]) == ("b", "a")
    (casualty,) = first["casualties"]
    assert (casualty["kind"], casualty["min"], casualty["max"], casualty["status"]) == ("killed", 12, 12, "stated")
    assert casualty["place"] == "Mosul"
    assert {place["country"] for place in first["places"]} == {"IQ"}
    assert second["casualties"] == second["deployments"] == []


def test_standard_input_is_read_for_a_dash() -> None:
    done = CliRunner().invoke(command, ["-"], input='{"id": "a", "body": "Nothing happened."}\n')
    assert done.exit_code == 0
    assert json.loads(done.stdout)["id"] == "a"


@pytest.mark.parametrize("line", ["{", '{"id": "a"}'])
def test_bad_input_exits_with_two_and_says_where(tmp_path: Path, line: str) -> None:
    file = tmp_path / "articles.jsonl"
    file.write_text(line, encoding="utf-8")
    done = CliRunner().invoke(command, [str(file)])
    assert done.exit_code == 2
    assert "line 1" in done.stderr
