"""``tocsin topics``: create what is missing, report what differs."""

import asyncio
import sys

import click


@click.command()
@click.option("--check", is_flag=True, help="Only report; create nothing.")
def command(*, check: bool) -> None:
    """Create missing topics, with partitions, retention and compaction as docs/topics.md has them.

    Topics that exist are never changed: where they differ, each difference is printed and the exit code is 1.
    """
    from tocsin.edge.kafka.admin import create_missing_topics, find_differences
    from tocsin.edge.settings import load_settings

    settings = load_settings()
    if not check:
        for name in asyncio.run(create_missing_topics(settings)):
            click.echo(f"created {name}")
    differences = asyncio.run(find_differences(settings))
    for difference in differences:
        click.echo(str(difference))
    if differences:
        sys.exit(1)
    click.echo("all topics are as they should be", err=True)
