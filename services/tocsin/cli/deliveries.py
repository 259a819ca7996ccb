"""``tocsin deliveries``: what is pending, for whom, why and until when."""

import asyncio
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from tocsin.core.delivery.owed import Owed
    from tocsin.core.model.subscription import Subscription
    from tocsin.notifier.sending.owing import Owing


@click.command()
@click.option("--subscription", metavar="ID", help="Only of this subscription.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
def command(*, subscription: str | None, as_json: bool) -> None:
    """Print each alert that a subscriber is still owed: when the next attempt is due, and why the last one failed.

    Then, how many alerts were held back from whom or are gathered for one message, and which subscriptions are out of
    use. Prints nothing when nothing is owed.
    """
    from tocsin.edge.kafka.config_store import read_config
    from tocsin.edge.settings import load_settings
    from tocsin.notifier.sending.owing import read_owing

    settings = load_settings()
    standing, owing = asyncio.run(read_config(settings)), asyncio.run(read_owing(settings))
    rows = [row for row in _rows(owing, standing.subscriptions) if subscription in (None, row["subscription"])]
    for row in rows:
        click.echo(_json(row) if as_json else _line(row))
    pending = sum(row["state"] == "pending" for row in rows)
    oldest = owing.since()
    since = "" if oldest is None or not pending else f", the oldest since {oldest:%Y-%m-%d %H:%M:%S} UTC"
    click.echo(f"{pending} pending{since}", err=True)
    if owing.unreadable:
        click.echo(f"{owing.unreadable} records can't be read; the notifier moves them to the dead letters", err=True)


def _rows(owing: "Owing", subscriptions: Mapping[str, "Subscription"]) -> Iterator[dict[str, Any]]:
    for name, items in owing.owed.items():
        yield from (_pending(name, item, subscriptions.get(name)) for item in items)
    for name, held in sorted(owing.held.items()):
        yield {"state": "held back", "subscription": name, "count": held.count, "since": held.since.isoformat()}
    for item in owing.gathered:
        yield {
            "state": "gathered",
            "subscription": item.subscription,
            "cause": item.cause,
            "count": item.count,
            "stories": item.stories,
            "since": item.since.isoformat(),
            "until": item.until.isoformat(),
        }
    for name, disabled in sorted(owing.disabled.items()):
        at = disabled.at.isoformat()
        yield {"state": "out of use", "subscription": name, "reason": disabled.reason, "since": at}


def _pending(name: str, item: "Owed", subscription: "Subscription | None") -> dict[str, Any]:
    from datetime import UTC, datetime

    from tocsin.core.routing.deciding import quiet_for

    delivery = item.delivery
    quiet = None if subscription is None else quiet_for(delivery, subscription, datetime.now(UTC))
    return {
        "state": "pending",
        "subscription": name,
        "alert": delivery.alert.id,
        "seq": delivery.alert.seq,
        "severity": delivery.alert.severity,
        "headline": delivery.alert.headline,
        "since": None if delivery.alerted is None else delivery.alerted.isoformat(),
        "attempts": delivery.attempts,
        "next_attempt": None if delivery.not_before is None else delivery.not_before.isoformat(),
        "reason": delivery.reason,
        "quiet_until": None if quiet is None else quiet.isoformat(),
    }


def _json(row: dict[str, Any]) -> str:
    import msgspec

    return msgspec.json.encode(row).decode()


def _line(row: dict[str, Any]) -> str:
    from tocsin.core.wording.text import clean, cut

    if row["state"] == "held back":
        return f"{row['subscription']}: {row['count']} alerts held back since {row['since']}"
    if row["state"] == "gathered":
        what = f"{row['count']} alerts of {row['stories']} stories gathered since {row['since']}"
        return f"{row['subscription']}: {what} for one message at {row['until']}: {row['cause']}"
    if row["state"] == "out of use":
        return f"{row['subscription']}: out of use since {row['since']}: {row['reason']}"
    when = f"next attempt {row['next_attempt']}" if row["next_attempt"] else "due now"
    when = f"quiet until {row['quiet_until']}" if row["quiet_until"] else when
    why = f", {row['reason']}" if row["reason"] else ""
    headline = cut(clean(row["headline"]), 60)
    return f"{row['subscription']}: {row['severity']} {headline!r}: {when}, {row['attempts']} attempts{why}"
