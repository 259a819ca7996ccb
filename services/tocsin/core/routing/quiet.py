"""Quiet hours: when a subscription is not to be disturbed by less than critical alerts."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from tocsin.core.model.subscription import QuietHours, Weekday

_DAYS: tuple[Weekday, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def quiet_until(quiet: QuietHours, now: datetime) -> datetime | None:
    """The end of the quiet time that ``now`` lies in (UTC); None: it lies in none, or the zone is unknown."""
    try:
        zone = ZoneInfo(quiet.zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
    today = now.astimezone(zone).date()
    for day in (today - timedelta(days=1), today):
        begin, end = _bounds(quiet, day, zone)
        if (not quiet.days or _DAYS[day.weekday()] in quiet.days) and begin <= now < end:
            return end
    return None


def _bounds(quiet: QuietHours, day: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    start, end = time.fromisoformat(quiet.start), time.fromisoformat(quiet.end)
    last = day if end > start else day + timedelta(days=1)
    return (
        datetime.combine(day, start, zone).astimezone(UTC),
        datetime.combine(last, end, zone).astimezone(UTC),
    )
