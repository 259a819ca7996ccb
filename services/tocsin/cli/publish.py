"""``tocsin publish``: articles into Kafka."""

import asyncio
import sys
from pathlib import Path

import click


@click.command()
@click.argument("file", type=click.Path(exists=True, allow_dash=True, dir_okay=False, path_type=Path))
@click.option("--now", is_flag=True, help="Shift dates so that the newest article is of this moment; intervals stay.")
@click.option("--pause", type=click.FloatRange(min=0), default=0.0, help="Seconds to wait between articles.")
def command(file: Path, *, now: bool, pause: float) -> None:
    """Publish the articles of FILE (JSON Lines, gzip too, - for standard input).

    Old news alerts nobody: without --now, articles older than a day (TOCSIN_STALE_AFTER_SECONDS) raise no message.
    """
    from datetime import UTC, datetime

    from tocsin.cli._articles import read_articles
    from tocsin.edge.settings import load_settings
    from tocsin.feeds.dates import shift_to
    from tocsin.feeds.publish import publish_articles

    articles = list(read_articles(file))
    if now:
        articles = shift_to(articles, datetime.now(UTC))
    with click.progressbar(length=len(articles), label="publishing", file=sys.stderr) as bar:
        count = asyncio.run(
            publish_articles(load_settings(), articles, pause_seconds=pause, published=lambda: bar.update(1))
        )
    click.echo(f"published {count} article{'' if count == 1 else 's'}", err=True)
