"""``tocsin route``: who would be told of an alert, and why."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

if TYPE_CHECKING:
    from tocsin.core.config.snapshot import ConfigSnapshot


@click.command()
@click.argument("file", type=click.File("rb"))
@click.option(
    "--config",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Subscriptions and silences of this YAML file instead of those in force.",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
def command(file: BinaryIO, *, config: Path | None, as_json: bool) -> None:
    """Say for each alert in FILE (JSON Lines as on the alerts topic, - for standard input) who would be told, and why.

    A dry run: nothing is sent and nothing written. Each story is taken as one that nobody has heard of yet.
    """
    from datetime import UTC, datetime, timedelta

    import msgspec

    from tocsin.core.model.alert import Alert
    from tocsin.edge.regions import LazyRegions
    from tocsin.edge.settings import load_settings
    from tocsin.notifier.routing.dryrun import who_would_be_told

    settings = load_settings()
    snapshot = _read(config)
    decoder = msgspec.json.Decoder(Alert)
    for number, line in enumerate(file, start=1):
        if not line.strip():
            continue
        try:
            alert = decoder.decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise click.UsageError(f"{file.name}, line {number}: no alert: {error}") from None
        stale_after = timedelta(seconds=settings.stale_after_seconds)
        for answer in who_would_be_told(alert, snapshot, LazyRegions(), datetime.now(UTC), stale_after):
            told = f"{'yes' if answer.told else 'no '} {answer.subscription}: {answer.why}"
            click.echo(msgspec.json.encode(answer).decode() if as_json else f"{alert.id}: {told}")


def _read(config: Path | None) -> "ConfigSnapshot":
    from tocsin.core.config import parse_config
    from tocsin.core.config.snapshot import ConfigSnapshot
    from tocsin.core.model.subscription import Silence, Subscription
    from tocsin.edge.kafka.config_store import read_config
    from tocsin.edge.settings import load_settings

    if config is None:
        return asyncio.run(read_config(load_settings()))
    things = parse_config(config.read_text(encoding="utf-8"), str(config))
    return ConfigSnapshot(
        subscriptions={thing.id: thing for thing in things if isinstance(thing, Subscription)},
        silences={thing.id: thing for thing in things if isinstance(thing, Silence)},
    )
