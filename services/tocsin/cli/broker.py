"""`tocsin broker`: Apache Kafka on this machine, until Ctrl-C."""

from contextlib import suppress
from pathlib import Path

import click

_POLL_SECONDS = 0.25


@click.command("broker")
@click.option(
    "--data",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(".tocsin/kafka"),
    show_default=True,
    help="Where the broker keeps its data. Topics are still there at the next start.",
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=None,
    help="Port on 127.0.0.1; 0 takes any free one. Without it: 9092, or any free one if that is in use.",
)
def command(data: Path, port: int | None) -> None:
    """Run Apache Kafka on this machine, on the loopback interface only, and print its address.

    It needs no Docker, Java or Maven. The first start fetches about 45 MB; later ones take some seconds. It ends with
    Ctrl-C, or when the process that started it ends, and then keeps its data.
    """
    import time

    from tocsin.local.broker import EmbeddedBroker
    from tocsin.local.errors import LocalError, StartError
    from tocsin.local.state import noted_brokers
    from tocsin.local.stopping import stop_as_interrupt

    broker = EmbeddedBroker(data, port=port, say=lambda words: click.echo(words, err=True))
    try:
        with stop_as_interrupt(), broker, noted_brokers(broker.bootstrap), suppress(KeyboardInterrupt):
            click.echo(f"Kafka runs on {data}; Ctrl-C ends it. tocsin finds it from this directory;", err=True)
            click.echo(f"elsewhere set TOCSIN_BROKERS={broker.bootstrap}", err=True)
            click.echo(broker.bootstrap)
            while broker.poll() is None:
                time.sleep(_POLL_SECONDS)
            raise StartError(f"The broker ended by itself (exit code {broker.poll()}). See {broker.log}.")
    except LocalError as error:
        raise click.ClickException(str(error)) from error
