"""The documents say what is so: settings, links, commands and the rule in the README."""

import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from tocsin.cli import tocsin
from tocsin.console.settings import ConsoleSettings
from tocsin.core.analysis.reader import Reader
from tocsin.core.config import parse_config
from tocsin.core.model.article import Article
from tocsin.core.model.rule import Rule
from tocsin.core.rules import compile_rules
from tocsin.edge.gazetteer import load_gazetteer
from tocsin.edge.settings import Settings
from tocsin.notifier.settings import NotifierSettings
from tocsin.scorer.score import score_article

ROOT = Path(__file__).parents[2]
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]


def test_every_setting_is_in_the_table_and_nothing_else_is() -> None:
    text = (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")
    documented = set(re.findall(r"^\| `TOCSIN_(\w+)` \|", text, re.MULTILINE))
    known = {**Settings.model_fields, **NotifierSettings.model_fields, **ConsoleSettings.model_fields}
    assert documented == {name.upper() for name in known}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    targets = [t.split("#")[0] for t in re.findall(r"\]\(([^)\s]+)\)", text) if not t.startswith(("http", "#"))]
    assert [target for target in targets if not (document.parent / target).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_commands_in_the_documents_exist(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    mentioned = set(re.findall(r"(?:`|^\$ (?:\.venv/bin/)?)tocsin ([a-z][a-z-]+)", text, re.MULTILINE))
    assert mentioned - set(tocsin.list_commands(click.Context(tocsin))) == set()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_objects_in_the_documents_can_be_applied_as_they_stand(document: Path) -> None:
    blocks = re.findall(r"^```yaml\n(.*?)^```", document.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    for block in blocks:
        if re.match(r"\{?kind:", block):
            assert parse_config(block, document.name)


def test_the_rule_in_the_readme_fires_on_what_it_is_for() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    (rule_text,) = re.findall(r"```yaml\n(kind: rule.*?)```", text, re.DOTALL)
    gazetteer = load_gazetteer()
    parsed = parse_config(rule_text, "README.md")
    rules = compile_rules([item for item in parsed if isinstance(item, Rule)], gazetteer)
    assert not rules.broken
    reader = Reader(gazetteer)
    bombing = "A suicide bomber killed 14 people at a checkpoint in Mogadishu on Monday, police said."
    elsewhere = "A suicide bomber killed 14 people at a checkpoint in Kandahar on Monday, police said."
    assert score_article(Article(id="1", title="Bombing", body=bombing), reader, rules)
    assert not score_article(Article(id="2", title="Bombing", body=elsewhere), reader, rules)


def test_what_the_readme_says_explain_prints_is_what_it_prints(tmp_path: Path) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    (rule_text,) = re.findall(r"```yaml\n(kind: rule.*?)```", text, re.DOTALL)
    shown = r"^\$ echo '([^\n]*)' > mogadishu.jsonl\n\$ .venv/bin/tocsin explain [^\n]*\n(.*?)\n```"
    ((article, page),) = re.findall(shown, text, re.DOTALL | re.MULTILINE)
    (tmp_path / "rule.yaml").write_text(rule_text, encoding="utf-8")
    (tmp_path / "article.jsonl").write_text(article, encoding="utf-8")
    result = CliRunner().invoke(
        tocsin, ["explain", "--rules", str(tmp_path / "rule.yaml"), str(tmp_path / "article.jsonl")]
    )
    assert result.stdout.strip() == page.strip()
