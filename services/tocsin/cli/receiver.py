"""``tocsin receiver``: a stand-in for Slack and webhook consumers on this machine."""

import asyncio
import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from tocsin.local.receiver.kept import Message
    from tocsin.local.receiver.server import Receiver


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=9480, show_default=True, help="Port to listen on; 0 takes a free one.")
@click.option(
    "--secret",
    metavar="VARIABLE",
    help="The TOCSIN_SECRET_* variable with the webhooks' signing secret; what it did not sign is refused.",
)
@click.option("--interactions", metavar="URL", help="Where the console hears of presses on buttons.")
@click.option("--signing-secret", metavar="VARIABLE", help="The TOCSIN_SECRET_* variable with what signs presses.")
@click.option("--public-url", metavar="URL", help="Where the console reaches this receiver, if not at its own address.")
@click.option("--quiet", is_flag=True, help="Print no messages.")
def command(
    *,
    host: str,
    port: int,
    secret: str | None,
    interactions: str | None,
    signing_secret: str | None,
    public_url: str | None,
    quiet: bool,
) -> None:
    """Take messages as Slack and webhook consumers would, refuse what Slack refuses, and show them.

    Prints its address, then each message. The page at that address shows them as Slack would; with --interactions and
    --signing-secret its buttons can be pressed.
    """
    from tocsin.core.messages.sign import SecretError, parse_secret
    from tocsin.edge.port import PortTakenError
    from tocsin.edge.secrets import Secrets, SecretUnavailableError
    from tocsin.local.receiver.server import Receiver

    try:
        key = None if secret is None else parse_secret(Secrets().get(secret))
        signing = None if signing_secret is None else Secrets().get(signing_secret)
    except (SecretUnavailableError, SecretError) as error:
        raise click.UsageError(f"--secret {secret} --signing-secret {signing_secret}: {error}") from None
    receiver = Receiver(
        host=host,
        port=port,
        key=key,
        on_message=None if quiet else _show,
        interactions=interactions,
        signing_secret=signing,
        public_url=public_url,
    )
    try:
        asyncio.run(_serve(receiver))
    except PortTakenError as error:
        raise click.ClickException(str(error)) from None


def _show(message: "Message") -> None:
    from tocsin.local.receiver.printed import lines

    click.echo("\n".join(lines(message)))
    sys.stdout.flush()


async def _serve(receiver: "Receiver") -> None:
    import signal

    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    await receiver.start()
    try:
        click.echo(f"receiver at {receiver.url}")
        sys.stdout.flush()
        await stop.wait()
    finally:
        await receiver.stop()
