"""When a subscription's digest is due."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from tocsin.core.config import parse_duration
from tocsin.core.model.alert import Alert
from tocsin.core.model.subscription import Digest


def next_digest(digest: Digest, now: datetime) -> datetime:
    """The first time after ``now``, in UTC: the next multiple of ``every`` since midnight UTC of 1 January 1970, or the
    next of the times of day. A time that a change of clocks skips comes when the clock has passed it.
    """
    if digest.every is not None:
        step = parse_duration(digest.every).total_seconds()
        return datetime.fromtimestamp((now.timestamp() // step + 1) * step, UTC)
    zone = ZoneInfo(digest.zone)  # checked when the subscription was applied
    today = now.astimezone(zone).date()
    times = (
        datetime.combine(today + timedelta(days=days), time.fromisoformat(at), zone).astimezone(UTC)
        for days in (0, 1)
        for at in digest.at
    )
    return min(moment for moment in times if moment > now)


def is_at_once(digest: Digest, alert: Alert) -> bool:
    """Whether the alert is one that the subscription wants without waiting for its digest."""
    return alert.severity in digest.at_once or alert.kind in digest.at_once
