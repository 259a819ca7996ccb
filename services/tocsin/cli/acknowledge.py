"""``tocsin acknowledge``: somebody has seen a story; no more of it unless it escalates."""

import asyncio
from datetime import UTC, datetime

import click

from tocsin.cli._silences import author_option, until_options


@click.command()
@click.argument("stories", nargs=-1, required=True, metavar="STORY...")
@until_options("7d")
@click.option("--reason", default="acknowledged", show_default=True, help="Why, for those who wonder.")
@click.option("--end", "ending", is_flag=True, help="Take the acknowledgement back.")
@author_option
def command(
    stories: tuple[str, ...], *, length: str | None, until: str | None, reason: str, ending: bool, author: str
) -> None:
    """Acknowledge stories: nobody is told of them again unless they escalate, or are withdrawn.

    STORY is a story's id, or its alert's. `tocsin silence list` shows what is acknowledged.
    """
    from tocsin.cli._silences import end_of, line, write
    from tocsin.core.routing.silencing import acknowledgement_of
    from tocsin.edge.kafka.config_store import read_config
    from tocsin.edge.settings import load_settings
    from tocsin.notifier.routing.seen import newest_revisions

    settings = load_settings()
    now = datetime.now(UTC)
    end = end_of(length, until, now)
    standing = asyncio.run(read_config(settings))
    found = asyncio.run(newest_revisions(settings, stories, standing.rules))
    for story in stories:
        if story not in found:
            raise click.UsageError(f"{story}: nobody was told of a story or alert with this id")
    silences = [acknowledgement_of(alert, seq, end, author, reason, since=now) for alert, seq in found.values()]
    if ending:
        write((), [silence.id for silence in silences if silence.id in standing.silences])
    else:
        write(silences)
    for silence in silences:
        click.echo(silence.id)
        click.echo(f"ended {silence.id}" if ending else line(silence, now), err=True)
