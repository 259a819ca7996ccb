"""``tocsin backtest``: the messages that desks would have got from some rules, beside those in force."""

import asyncio
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from tocsin.cli._backtesting import Side
    from tocsin.core.analysis.reader import Reader
    from tocsin.core.model.article import Article

_PATH = click.Path(exists=True, path_type=Path)
_TIME = click.DateTime(["%Y-%m-%d", "%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"])


@click.command()
@click.option("--rules", "rule_files", required=True, multiple=True, type=_PATH, help="Rules on trial: files, folders.")
@click.option("--against", multiple=True, type=_PATH, help="Compare with these files.")
@click.option("--in-force", is_flag=True, help="Compare with what is in force on the configuration topic.")
@click.option("--topic", is_flag=True, help="Take articles from the articles topic; needs --since.")
@click.option("--since", type=_TIME, help="With --topic: from this time on, in UTC.")
@click.option("--until", type=_TIME, help="With --topic: until before this time, in UTC; now when left out.")
@click.option("--all", "every", is_flag=True, help="List all alerts, not only the first twenty of each sort.")
@click.option("--json", "as_json", is_flag=True, help="Print the comparison as one JSON object.")
@click.argument("files", nargs=-1, type=click.Path(exists=True, allow_dash=True, dir_okay=False, path_type=Path))
def command(
    rule_files: tuple[Path, ...],
    against: tuple[Path, ...],
    since: datetime | None,
    until: datetime | None,
    files: tuple[Path, ...],
    *,
    in_force: bool,
    topic: bool,
    every: bool,
    as_json: bool,
) -> None:
    """Say what rules would have told desks about the articles of FILES (JSON Lines), or of the topic since a time.

    Articles go through scoring, story grouping, quiet times, subscriptions and silences as in the services, so that the
    count is of messages a desk would have got; nothing is sent and no topic is written. Rules are compared with those
    of the same id in force (--in-force, or with --topic) or in other files (--against). Subscriptions and silences are
    those in force and in the files; without any subscription each revision of an alert counts as one message.
    """
    import msgspec

    from tocsin.cli._backtesting import page, snapshot_of, standing_side, trial_side
    from tocsin.cli._config_files import read_objects
    from tocsin.core.analysis.reader import Reader
    from tocsin.core.backtest import compare
    from tocsin.core.config.snapshot import ConfigSnapshot
    from tocsin.edge.gazetteer import load_gazetteer
    from tocsin.edge.kafka.config_store import read_config
    from tocsin.edge.settings import load_settings

    if bool(files) == topic:
        raise click.UsageError("give either article FILES or --topic")
    if topic and since is None:
        raise click.UsageError("--topic needs --since")
    gazetteer = load_gazetteer()
    parsed = read_objects(rule_files)
    beside = bool(against) or in_force or topic
    standing = ConfigSnapshot()
    if against:
        standing = snapshot_of(read_objects(against))
    elif beside:
        standing = asyncio.run(read_config(load_settings()))
    trial = trial_side(parsed, standing, gazetteer)
    wanted = {ready.rule.id for ready in trial.rules}
    before = standing_side(standing, wanted, gazetteer)
    articles = list(_articles(files, since, until))
    _replay(articles, Reader(gazetteer), [trial, before])
    compared = compare(trial.replay.told, before.replay.told)
    if as_json:
        click.echo(msgspec.json.encode(compared))
    else:
        for line in page(compared, len(articles), beside=beside, every=every):
            click.echo(line)


def _articles(files: tuple[Path, ...], since: datetime | None, until: datetime | None) -> Iterator["Article"]:
    """In the order in which the services would have seen them: files by their dates, the topic as it came."""
    from datetime import UTC

    from tocsin.cli._articles import read_articles
    from tocsin.cli._topic_articles import read_topic
    from tocsin.edge.settings import load_settings

    if since is not None and not files:
        end = until.replace(tzinfo=UTC) if until else datetime.now(UTC)
        yield from asyncio.run(read_topic(load_settings(), since.replace(tzinfo=UTC), end))
        return
    articles = [article for file in files for article in read_articles(file)]
    undated = datetime.max.replace(tzinfo=UTC)
    yield from sorted(articles, key=lambda article: article.published or article.fetched or undated)


def _replay(articles: list["Article"], reader: "Reader", sides: list["Side"]) -> None:
    """Each article is read at most once, for both sides; a bar shows how far it is when a person is watching."""
    import msgspec

    from tocsin.core.rules import Scan
    from tocsin.core.stories import signature

    with click.progressbar(articles, label="articles", file=sys.stderr, hidden=not sys.stderr.isatty()) as progress:
        for article in progress:
            scan = Scan(article)
            asked = [side for side in sides if article.status == "usable" and side.rules.might_match(article, scan)]
            found = {}
            if asked:
                analysis = reader.read(article)
                for number, side in enumerate(sides):
                    found[number] = side.rules.match(article, analysis, scan) if side in asked else []
                if any(found.values()):
                    signed = signature(article, analysis)
                    found = {
                        number: [msgspec.structs.replace(match, signature=signed) for match in matches]
                        for number, matches in found.items()
                    }
            for number, side in enumerate(sides):
                side.replay.take(article, found.get(number, []))
