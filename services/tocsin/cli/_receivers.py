"""Test messages to subscriptions, and what came of them in words."""

import asyncio
import sys
from collections.abc import Sequence

import click

from tocsin.core.model.receipt import Receipt
from tocsin.edge.settings import Settings
from tocsin.notifier.trying import send_test

CHECK_SECONDS = 30.0
"""How long ``apply --check`` waits for receipts."""


def in_words(receipt: Receipt | None, seconds: float) -> str:
    """How the test message ended; None: there was no receipt within ``seconds``."""
    if receipt is None:
        return f"no receipt within {seconds:g} s: is `tocsin notifier` running?"
    took = "" if receipt.seconds is None else f" in {receipt.seconds * 1000:.0f} ms"
    status = "" if receipt.status is None else f" (status {receipt.status})"
    if receipt.outcome == "delivered":
        return f"delivered{took}{status}"
    remedy = (
        "the notifier's TOCSIN_ALLOW_NETWORKS must name its network, " if receipt.reason == "address_refused" else ""
    )
    return f"not delivered: {receipt.outcome}, {receipt.reason or 'no reason'}{status}; {remedy}see docs/delivery.md"


def check_receivers(settings: Settings, subscriptions: Sequence[str]) -> None:
    """Send each a test message, say how it ended, and leave with 1 if one was not delivered."""
    receipts = asyncio.run(_try(settings, subscriptions))
    for name, receipt in zip(subscriptions, receipts, strict=True):
        click.echo(f"{name}: {in_words(receipt, CHECK_SECONDS)}")
    if any(receipt is None or receipt.outcome != "delivered" for receipt in receipts):
        sys.exit(1)


async def _try(settings: Settings, subscriptions: Sequence[str]) -> list[Receipt | None]:
    return await asyncio.gather(*(send_test(settings, name, CHECK_SECONDS) for name in subscriptions))
