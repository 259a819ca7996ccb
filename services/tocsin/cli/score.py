"""``tocsin score``: which rules fire on articles, how strongly, and on which words."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tocsin.cli._rules_option import rules_option

if TYPE_CHECKING:
    from tocsin.core.model.match import Match


@click.command()
@rules_option
@click.argument("file", type=click.Path(exists=True, allow_dash=True, dir_okay=False, path_type=Path))
def command(rule_files: tuple[Path, ...], file: Path) -> None:
    """Score the articles of FILE (JSON Lines, gzip too, - for standard input) against rules.

    One JSON line an article, in the same order: its id, and the rules that fire, each with its score, severity, labels
    and evidence (start and end count Unicode code points).
    """
    import msgspec

    from tocsin.cli._articles import read_articles
    from tocsin.cli._rules import load_rules
    from tocsin.core.analysis.reader import Reader
    from tocsin.edge.garbage import collect_less
    from tocsin.edge.gazetteer import load_gazetteer
    from tocsin.scorer.score import score_article

    gazetteer = load_gazetteer()
    rules = load_rules(rule_files, gazetteer)
    reader = Reader(gazetteer)
    collect_less()
    encoder = msgspec.json.Encoder()
    write = sys.stdout.buffer.write
    for article in read_articles(file):
        matches = score_article(article, reader, rules)
        write(encoder.encode({"id": article.id, "matches": [_shown(match) for match in matches]}))
        write(b"\n")
    sys.stdout.buffer.flush()


def _shown(match: "Match") -> dict[str, Any]:
    return {
        "rule": match.rule,
        "score": match.score,
        "severity": match.severity,
        "labels": match.labels,
        "evidence": match.evidence,
    }
