"""``tocsin test-send``: one marked test message through the real path."""

import asyncio
import sys

import click


@click.command()
@click.argument("subscription")
@click.option("--wait", "seconds", default=30.0, show_default=True, help="Seconds to wait for the receipt.")
def command(subscription: str, seconds: float) -> None:
    """Send SUBSCRIPTION a message marked as a test, through Kafka and the running notifier.

    It goes out whatever filters, silences and quiet hours say, and is tried once. When it is delivered, a subscription
    that was put out of use is in use again. Exit code 0: delivered; 1: not, with the reason.
    """
    import difflib

    from tocsin.cli._receivers import in_words
    from tocsin.edge.kafka.config_store import read_config
    from tocsin.edge.settings import load_settings
    from tocsin.notifier.trying import send_test

    settings = load_settings()
    known = asyncio.run(read_config(settings)).subscriptions
    if subscription not in known:
        near = difflib.get_close_matches(subscription, known, n=1)
        hint = f" Did you mean {near[0]!r}?" if near else " `tocsin get subscription` lists them."
        raise click.UsageError(f"There is no subscription {subscription!r}.{hint}")
    receipt = asyncio.run(send_test(settings, subscription, seconds))
    if receipt is None:
        raise click.ClickException(in_words(receipt, seconds))
    click.echo(in_words(receipt, seconds))
    if receipt.outcome != "delivered":
        sys.exit(1)
