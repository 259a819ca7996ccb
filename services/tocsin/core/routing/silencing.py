"""Silences and acknowledgements: making them, and what they cover."""

from collections.abc import Iterable
from datetime import datetime, timedelta

import msgspec

from tocsin.core.model.alert import Alert
from tocsin.core.model.ids import digest
from tocsin.core.model.subscription import Filter, Silence

ACKNOWLEDGED = "acknowledged"
"""The reason of an acknowledgement whose author gave none."""


KEPT_AFTER_END = timedelta(days=1)
"""So long the list still shows a silence that has ended."""

LONGEST_NOTICE = timedelta(hours=1)
"""No longer before its end is a silence said to end."""


def silence_of(match: Filter, until: datetime, reason: str, author: str, since: datetime | None = None) -> Silence:
    """A silence whose id derives from what it covers: made again, it takes the place of the one before."""
    return Silence(
        id=f"silence-{digest('silence', msgspec.json.encode(match).decode())}",
        match=match,
        until=until,
        reason=reason,
        author=author,
        since=since,
    )


def acknowledgement_of(
    alert: str,
    seq: int,
    until: datetime,
    author: str,
    reason: str = ACKNOWLEDGED,
    *,
    since: datetime | None = None,
    marked: str = "",
) -> Silence:
    """Keeps one story silent until it escalates: ``alert`` is its alert's id, ``seq`` the revision that was seen.
    ``marked`` is the message in Slack that shows it already.

    There is one for each story: a later one takes its place.
    """
    return Silence(
        id=f"ack-{digest('acknowledgement', alert)}",
        match=Filter(story=alert),
        until=until,
        reason=reason,
        author=author,
        since=since,
        until_escalates=True,
        seq=seq,
        marked=marked,
    )


def is_acknowledgement(silence: Silence) -> bool:
    """Whether somebody has seen the story: what it keeps back is not told later either."""
    return silence.until_escalates and silence.seq is not None


def in_force(silence: Silence, now: datetime) -> bool:
    """Whether it has begun and not ended."""
    return now < silence.until and (silence.since is None or silence.since <= now)


def lifted(silence: Silence, alert: Alert) -> bool:
    """Whether the alert's story has escalated since it was silenced, and the silence ends with that."""
    escalated = alert.seq if alert.kind == "escalation" and alert.escalated is None else alert.escalated
    return (
        silence.until_escalates and escalated is not None and escalated > (-1 if silence.seq is None else silence.seq)
    )


def long_ended(silences: Iterable[Silence], now: datetime) -> list[str]:
    """The ids of those that ended a while ago: they can be deleted."""
    return sorted(silence.id for silence in silences if silence.until + KEPT_AFTER_END <= now)


def ends_soon(silence: Silence, now: datetime) -> bool:
    """Whether it is in force and in its last quarter, at most an hour before its end: time to say so."""
    if not in_force(silence, now) or is_acknowledgement(silence):
        return False
    longest = LONGEST_NOTICE if silence.since is None else (silence.until - silence.since) / 4
    return now >= silence.until - min(longest, LONGEST_NOTICE)
