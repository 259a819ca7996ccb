"""When to try again: a schedule over 28 hours, and what the receiver asks for.

Source of the steps: the schedule that Standard Webhooks' authors run (Svix): at once, then 5 s, 5 min, 30 min, 2 h,
5 h, 10 h and 10 h after the attempt before.
"""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from tocsin.core.model.ids import digest

STEPS_SECONDS = (5.0, 300.0, 1800.0, 7200.0, 18_000.0, 36_000.0, 36_000.0)
MAX_ATTEMPTS = len(STEPS_SECONDS) + 1

JITTER = 0.2
"""A step is stretched by up to this share, so that receivers are not met by all at once when they are back."""

GIVE_UP_SECONDS = 72 * 3600.0
"""A delivery that receivers put off again and again ends after this time, whatever its attempts."""

_MOST_DIGITS = 12


def next_attempt(delivery: str, attempts: int, now: float) -> float | None:
    """When to make the next attempt after ``attempts`` failed ones, in seconds since 1970; None: no more.

    The jitter derives from the delivery's id and the attempt's number, so that a replay gives the same.
    """
    if attempts >= MAX_ATTEMPTS:
        return None
    chance = int(digest("jitter", delivery, str(attempts))[:8], 16) / 0xFFFFFFFF
    return now + STEPS_SECONDS[max(attempts, 1) - 1] * (1 + JITTER * chance)


def is_over(since: datetime | None, now: float) -> bool:
    """Whether what has been owed ``since`` then is given up, however it was put off."""
    return since is not None and now - since.timestamp() > GIVE_UP_SECONDS


def retry_after_seconds(header: str | None, now: float, cap: float) -> float | None:
    """How long the receiver asks to wait, from seconds or an HTTP date, at most ``cap``; None: it asks for nothing.

    Source: RFC 9110, section 10.2.3.
    """
    if header is None:
        return None
    text = header.strip()
    if text.isascii() and text.isdigit():
        return min(float(text[:_MOST_DIGITS]), cap)
    try:
        wanted = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if wanted.tzinfo is None:
        wanted = wanted.replace(tzinfo=UTC)
    return min(max(0.0, (wanted - datetime.fromtimestamp(now, UTC)).total_seconds()), cap)
