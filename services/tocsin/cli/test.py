"""``tocsin test``: rule tests, as a team keeps them beside its rules and runs them in its CI."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from tocsin.core.analysis.gazetteer import Gazetteer
    from tocsin.core.analysis.reader import Reader
    from tocsin.core.rules import RuleSet
    from tocsin.core.rules.trial import ParsedTrials, Trial

_SUFFIXES = (".test.yaml", ".test.yml")


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("-v", "--verbose", is_flag=True, help="Name the tests that pass, too.")
def command(paths: tuple[Path, ...], *, verbose: bool) -> None:
    """Run the rule tests in PATHS: files named *.test.yaml, or folders of them.

    A test is an article and the rules that must fire on it; no other rule of the file may. A failed test is told with
    its place and with why each rule did or did not fire. Exit code 1 when a test fails, 2 when a file is mistaken.
    """
    from tocsin.cli._config_files import read_text
    from tocsin.core.analysis.reader import Reader
    from tocsin.core.config import ConfigError, Problem
    from tocsin.core.rules.trial import expectations, parse_trials
    from tocsin.edge.gazetteer import load_gazetteer

    files = list(_test_files(paths))
    if not files:
        raise click.UsageError("no *.test.yaml file in these paths")
    gazetteer = load_gazetteer()
    reader = Reader(gazetteer)
    sets: dict[tuple[Path, ...], RuleSet] = {}
    problems: list[Problem] = []
    passed = failed = 0
    untested: set[str] = set()
    tested: set[str] = set()
    for file in files:
        try:
            parsed = parse_trials(read_text(file), str(file))
            rules = _rules_of(parsed, file, gazetteer, sets)
        except ConfigError as error:
            problems += error.problems
            continue
        untested |= {ready.rule.id for ready in rules}
        for number, trial in enumerate(parsed.content.tests):
            tested |= {wanted.rule for wanted in expectations(trial)}
            told = _run(parsed, number, trial, reader, rules)
            failed, passed = failed + bool(told), passed + (not told)
            if told:
                click.echo("\n".join(told))
            elif verbose:
                click.echo(f"passed  {trial.name}")
    if problems:
        raise ConfigError(problems)
    missing = sorted(untested - tested)
    if missing:
        click.echo(f"no test fires {', '.join(missing)}", err=True)
    click.echo(f"{passed} passed, {failed} failed, {len(untested) - len(missing)} of {len(untested)} rules tested")
    if failed:
        raise SystemExit(1)


def _test_files(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        yield from sorted(p for p in path.rglob("*") if p.name.endswith(_SUFFIXES)) if path.is_dir() else [path]


def _rules_of(
    parsed: "ParsedTrials", file: Path, gazetteer: "Gazetteer", sets: "dict[tuple[Path, ...], RuleSet]"
) -> "RuleSet":
    """The compiled rules under test; files that test the same rules share them."""
    from tocsin.cli._rules import load_rules
    from tocsin.core.config import ConfigError, Problem
    from tocsin.core.rules.trial import unknown_rules

    paths = tuple(file.parent / each for each in parsed.content.rules)
    absent = [path for path in paths if not path.exists()]
    if absent:
        raise ConfigError([Problem(str(file), 1, 1, f"rules: {absent[0]} is not there")])
    if paths not in sets:
        sets[paths] = load_rules(paths, gazetteer)
    problems = unknown_rules(parsed, frozenset(ready.rule.id for ready in sets[paths]))
    if problems:
        raise ConfigError(problems)
    return sets[paths]


def _run(parsed: "ParsedTrials", number: int, trial: "Trial", reader: "Reader", rules: "RuleSet") -> list[str]:
    """What to print of a test that failed; nothing when it passed."""
    from tocsin.core.model.article import Article
    from tocsin.core.rules import Reading, explain
    from tocsin.core.rules.trial import expectations, run_trial
    from tocsin.scorer.score import score_article

    failures = run_trial(trial, lambda article: score_article(article, reader, rules))
    if not failures:
        return []
    told = [click.style(f"FAILED  {parsed.problem(number, trial.name)}", fg="red")]
    told += [f"        {failure}" for failure in failures]
    silent = [wanted.rule for wanted in expectations(trial) if f"{wanted.rule} did not fire" in failures]
    if silent:
        article = Article(id="test", title=trial.article.title, body=trial.article.body)
        for each in explain(rules, Reading(article, reader.read(article)), silent):
            reason = f": {each.reason}" if each.reason else ""
            told.append(f"          {each.rule}: {each.outcome}{reason}, {each.score:.2f} of {each.threshold:.2f}")
            told += [f"            {item.asks}: {item.miss or f'added {item.added:.2f}'}" for item in each.items]
    return told
