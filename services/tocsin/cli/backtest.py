"""``tocsin backtest``: the messages that desks would have got from some rules, beside those in force."""

import asyncio
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tocsin.cli._rules_option import rules_option

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

    from tocsin.cli._course import Course

_PATH = click.Path(exists=True, path_type=Path)
_TIME = click.DateTime(["%Y-%m-%d", "%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"])


@click.command()
@rules_option
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

    Articles go through scoring, story grouping, quiet times, subscriptions, silences, limits, digests and merging as in
    the services, so that the count is of messages a desk would have got; nothing is sent and no topic is written. Rules
    are compared with those of the same id in force (--in-force, or with --topic) or in other files (--against).
    Subscriptions and silences are those in force and in the files; without any subscription each revision of an alert
    counts as one message. Articles of FILES are put into the order of their dates in a temporary file.
    """
    import msgspec

    from tocsin.cli._backtesting import page, snapshot_of, standing_side, trial_side
    from tocsin.cli._config_files import read_objects
    from tocsin.cli._course import Course
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
    course = Course(Reader(gazetteer), [trial, before])
    if since is not None and topic:
        asyncio.run(_replay_topic(course, since, until))
    else:
        _replay_files(course, files)
    compared = compare(trial.replay.end(), before.replay.end())
    if as_json:
        click.echo(msgspec.json.encode(compared))
    else:
        for line in page(compared, course.articles, beside=beside, every=every):
            click.echo(line)


async def _replay_topic(course: "Course", since: datetime, until: datetime | None) -> None:
    """The articles of the topic as they came."""
    from datetime import UTC

    from tocsin.cli._topic_articles import open_topic
    from tocsin.edge.settings import load_settings

    end = until.replace(tzinfo=UTC) if until else datetime.now(UTC)
    async with open_topic(load_settings(), since.replace(tzinfo=UTC), end) as articles:
        with _progress(articles.length) as bar:
            async for article in articles:
                course.take(article)
                bar.update(1)


def _replay_files(course: "Course", files: tuple[Path, ...]) -> None:
    """The articles of the files by their dates, in which order the services would have seen them."""
    from tocsin.cli._by_date import articles_by_date

    with articles_by_date(files) as articles, _progress(len(articles)) as bar:
        for article in articles:
            course.take(article)
            bar.update(1)


def _progress(length: int) -> "ProgressBar[int]":
    """A bar that shows how far it is, when a person is watching."""
    return click.progressbar(length=length, label="articles", file=sys.stderr, hidden=not sys.stderr.isatty())
