"""``tocsin receiver``: a stand-in for Slack and webhook consumers on this machine."""

import asyncio
import sys

import click


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=9480, show_default=True, help="Port to listen on; 0 takes a free one.")
@click.option(
    "--secret",
    metavar="VARIABLE",
    help="The TOCSIN_SECRET_* variable with the webhooks' signing secret; what it did not sign is refused.",
)
@click.option("--quiet", is_flag=True, help="Print no messages.")
def command(*, host: str, port: int, secret: str | None, quiet: bool) -> None:
    """Take messages as Slack and webhook consumers would, refuse what Slack refuses, and show them.

    Prints its address, then each message. The page at that address shows them as Slack would.
    """
    from tocsin.core.delivery.sign import SecretError, parse_secret
    from tocsin.edge.secrets import Secrets, SecretUnavailableError
    from tocsin.local.receiver.server import ReceiverPortError

    try:
        key = None if secret is None else parse_secret(Secrets().get(secret))
    except (SecretUnavailableError, SecretError) as error:
        raise click.UsageError(f"--secret {secret}: {error}") from None
    try:
        asyncio.run(_serve(host, port, key, quiet=quiet))
    except ReceiverPortError as error:
        raise click.ClickException(str(error)) from None


async def _serve(host: str, port: int, key: bytes | None, *, quiet: bool) -> None:
    import signal

    from tocsin.local.receiver.kept import Message
    from tocsin.local.receiver.printed import lines
    from tocsin.local.receiver.server import Receiver

    def show(message: Message) -> None:
        if not quiet:
            click.echo("\n".join(lines(message)))
            sys.stdout.flush()

    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    receiver = Receiver(host=host, port=port, key=key, on_message=show)
    await receiver.start()
    try:
        click.echo(f"receiver at {receiver.url}")
        sys.stdout.flush()
        await stop.wait()
    finally:
        await receiver.stop()
