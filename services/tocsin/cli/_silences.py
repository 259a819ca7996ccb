"""What the commands for silences and acknowledgements share."""

import asyncio
import getpass
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from tocsin.core.config.snapshot import ConfigSnapshot
    from tocsin.core.model.subscription import Silence


def author_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """``--author``; who runs the command if it is not given."""
    return click.option("--author", default=_user, show_default="you", help="Who answers for it.")(command)


def until_options(default: str | None) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """``--for`` and ``--until``, of which one is enough."""

    def add(command: Callable[..., Any]) -> Callable[..., Any]:
        length = click.option(
            "--for", "length", metavar="DURATION", default=default, show_default=True, help="30m, 2h, 3d"
        )
        end = click.option("--until", type=str, metavar="TIME", help="Instead: its end, as 2026-12-01T12:00:00Z.")
        return length(end(command))

    return add


def end_of(length: str | None, until: str | None, now: datetime) -> datetime:
    """The end that the options name.

    Raises:
        click.UsageError: None, or one that can't be read, or that has passed.
    """
    from tocsin.core.config import parse_duration

    if until is not None:
        end = time_of("--until", until)
    elif length is not None:
        try:
            end = now + parse_duration(length)
        except ValueError as error:
            raise click.UsageError(f"--for: {error}") from None
    else:
        raise click.UsageError("how long? give --for DURATION or --until TIME")
    if end <= now:
        raise click.UsageError(f"--until: {end:%Y-%m-%d %H:%M:%S} UTC has passed")
    return end


def time_of(option: str, text: str) -> datetime:
    """A time as people write it; UTC without an offset.

    Raises:
        click.UsageError: It is none.
    """
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise click.UsageError(f"{option}: {text!r} is no time such as 2026-12-01T12:00:00Z") from None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def write(silences: Iterable["Silence"], ended: Iterable[str] = ()) -> "ConfigSnapshot":
    """Put silences in force, or out of it (``ended`` are their ids), as ``tocsin apply`` does; those that ended long
    ago are deleted with it. Returns what was in force before.
    """
    from tocsin.core.routing.silencing import long_ended
    from tocsin.edge.kafka.config_store import read_config, write_config
    from tocsin.edge.settings import load_settings

    settings = load_settings()
    made = list(silences)
    standing = asyncio.run(read_config(settings))
    gone = {*ended, *long_ended(standing.silences.values(), datetime.now(UTC))} - {silence.id for silence in made}
    asyncio.run(write_config(settings, made, [f"silence/{name}" for name in sorted(gone)]))
    return standing


def line(silence: "Silence", now: datetime) -> str:
    """One silence for people."""
    import msgspec

    if silence.since is not None and silence.since > now:
        when = f"begins {silence.since:%Y-%m-%d %H:%M} UTC, until {silence.until:%Y-%m-%d %H:%M} UTC"
    elif silence.until > now:
        when = f"until {silence.until:%Y-%m-%d %H:%M} UTC, {_left(silence.until - now)} left"
    else:
        when = f"ended {silence.until:%Y-%m-%d %H:%M} UTC"
    lifts = " or an escalation" if silence.until_escalates else ""
    by = f", {silence.author}" if silence.author else ""
    return f"{silence.id}: {msgspec.json.encode(silence.match).decode()} {when}{lifts}: {silence.reason}{by}"


def _left(time: timedelta) -> str:
    minutes = int(time.total_seconds() // 60)
    days, hours = divmod(minutes // 60, 24)
    return f"{days}d{hours}h" if days else f"{hours}h{minutes % 60}m" if hours else f"{minutes}m"


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no name for this user id, as in a container
        return "tocsin"
