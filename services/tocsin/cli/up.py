"""`tocsin up`: the whole system on this machine."""

from contextlib import suppress
from pathlib import Path

import click


@click.command("up")
@click.option(
    "--data",
    type=click.Path(file_okay=False, path_type=Path),
    default=None,
    help="Keep state here and go on with it at the next start. Without it each start begins anew, in .tocsin/up.",
)
@click.option("--sample/--no-sample", default=True, help="Whether to apply the example configuration and its feed.")
def command(data: Path | None, *, sample: bool) -> None:
    """Run everything on this machine: Kafka, all services, a stand-in for Slack, a sample feed.

    Messages appear on standard output as subscribers get them. Kafka is embedded, unless TOCSIN_BROKERS names brokers.
    Ctrl-C ends everything.
    """
    from tocsin.edge.settings import load_settings
    from tocsin.local.errors import LocalError
    from tocsin.local.stopping import stop_as_interrupt
    from tocsin.local.up import Up

    def say(words: str) -> None:
        with suppress(OSError):  # the terminal may be gone while children still have to be ended
            click.echo(words, err=True)

    try:
        with stop_as_interrupt(), suppress(KeyboardInterrupt):
            Up(load_settings(), data=data, sample=sample, show=click.echo, say=say).run()
    except LocalError as error:
        raise click.ClickException(str(error)) from error
