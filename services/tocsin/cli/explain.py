"""``tocsin explain``: an article with its evidence marked, and why each rule did or did not fire."""

import shutil
import sys
from pathlib import Path

import click

from tocsin.cli._rules_option import rules_option

_WIDTH = 100
"""Columns of a page where the terminal's own width is not known or larger."""


@click.command()
@rules_option
@click.option("--rule", "only", multiple=True, metavar="ID", help="Explain only this rule; may be given again.")
@click.option("--article", "wanted", metavar="ID", help="Explain only the article with this id.")
@click.option("--all", "every_rule", is_flag=True, help="Also show rules that found no evidence, if there are several.")
@click.option("--json", "as_json", is_flag=True, help="One JSON line an article instead of a page.")
@click.argument("file", type=click.Path(exists=True, allow_dash=True, dir_okay=False, path_type=Path))
def command(
    rule_files: tuple[Path, ...],
    only: tuple[str, ...],
    wanted: str | None,
    file: Path,
    *,
    every_rule: bool,
    as_json: bool,
) -> None:
    """Show the articles of FILE (JSON Lines, gzip too, - for standard input) with what rules make of them.

    Each article's text with the evidence marked and numbered, then each rule: its score and threshold, what every item
    of evidence added and on which words, or why it did not count ("279 killed: tied to no place").
    """
    import msgspec

    from tocsin.cli._articles import read_articles
    from tocsin.cli._explaining import Page
    from tocsin.cli._rules import load_rules
    from tocsin.core.analysis.reader import Reader
    from tocsin.core.config.nearest import did_you_mean
    from tocsin.core.rules import Reading, explain
    from tocsin.edge.gazetteer import load_gazetteer

    gazetteer = load_gazetteer()
    rules = load_rules(rule_files, gazetteer)
    known = {ready.rule.id for ready in rules}
    for name in only:
        if name not in known:
            raise click.UsageError(f"--rule {name}: no such rule in the files{did_you_mean(name, known)}")
    reader = Reader(gazetteer)
    width = min(_WIDTH, shutil.get_terminal_size((_WIDTH, 24)).columns)
    page = Page(width=width, colour=sys.stdout.isatty(), every_rule=every_rule)
    found = False
    for article in read_articles(file):
        if wanted is not None and article.id != wanted:
            continue
        found = True
        analysis = reader.read(article)
        explained = explain(rules, Reading(article, analysis), only)
        if as_json:
            click.echo(msgspec.json.encode({"id": article.id, "rules": explained}))
        else:
            click.echo(page.render(article, analysis, explained))
    if wanted is not None and not found:
        raise click.ClickException(f"--article {wanted}: no article has this id")
