"""``tocsin redrive``: dead letters back to where they failed."""

import asyncio
import sys
from typing import TYPE_CHECKING, get_args

import click

from tocsin.core.model.deadletter import DeadLetterReason, Stage

if TYPE_CHECKING:
    from datetime import datetime

    from tocsin.core.model.deadletter import DeadLetter
    from tocsin.edge.settings import Settings
    from tocsin.notifier.redriving import Choice


@click.command()
@click.option("--stage", type=click.Choice(get_args(Stage)), help="Only what this stage could not handle.")
@click.option("--reason", type=click.Choice(get_args(DeadLetterReason)), help="Only for this reason.")
@click.option("--topic", help="Only what came from this topic.")
@click.option("--key", metavar="PATTERN", help="Only originals whose key fits, e.g. 'due/mena-*'.")
@click.option("--subscription", metavar="ID", help="Only deliveries to this subscription.")
@click.option("--since", type=click.DateTime(["%Y-%m-%d", "%Y-%m-%dT%H:%M:%S"]), help="Only since then, in UTC.")
@click.option("--force", is_flag=True, help="Send alerts however old they are.")
@click.option("--dry-run", is_flag=True, help="Only list what would go back.")
def command(
    *,
    stage: str | None,
    reason: str | None,
    topic: str | None,
    key: str | None,
    subscription: str | None,
    since: "datetime | None",
    force: bool,
    dry_run: bool,
) -> None:
    """Send dead letters back to the topics they came from, and print each.

    Mend what made them fail first. What was done already is not done twice: each stage knows it by its id. Letters
    stay on their topic until it forgets them, so narrow the choice with --since. Exit code 1: some could not go back
    because their originals were cut or missing.
    """
    from datetime import UTC

    from tocsin.edge.settings import load_settings
    from tocsin.notifier.redriving import Choice

    moment = None if since is None else since.replace(tzinfo=UTC)
    choice = Choice(stage=stage, reason=reason, topic=topic, key=key, subscription=subscription, since=moment)
    sys.exit(asyncio.run(_redrive(load_settings(), choice, force=force, dry_run=dry_run)))


async def _redrive(settings: "Settings", choice: "Choice", *, force: bool, dry_run: bool) -> int:
    from tocsin.edge.kafka.present import require_topics
    from tocsin.edge.kafka.topics import DEAD_LETTERS
    from tocsin.notifier.redriving import can_go_back, chosen_letters, send_back

    await require_topics(settings, DEAD_LETTERS)
    letters = [letter async for letter in chosen_letters(settings, choice)]
    good = [letter for letter in letters if can_go_back(letter)]
    if not dry_run:
        await send_back(settings, good, force=force)
    for letter in good:
        click.echo(_line(letter))
    did = "would go back" if dry_run else "sent back"
    click.echo(f"{len(good)} {did}", err=True)
    bad = len(letters) - len(good)
    if bad:
        click.echo(f"{bad} can't go back: their originals were cut or missing", err=True)
    return 1 if bad else 0


def _line(letter: "DeadLetter") -> str:
    key = ascii((letter.key or b"").decode("utf-8", "replace"))[1:-1]
    return f"{letter.topic} {letter.partition} {letter.offset} {key} {letter.stage} {letter.reason}"
