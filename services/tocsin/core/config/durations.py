"""Durations as people write them: ``90s``, ``30m``, ``2h``, ``1d``, and sums such as ``1h30m``."""

import re
from datetime import timedelta

_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400, "w": 604800}
_DURATION = re.compile(r"(?:\d{1,6}[smhdw])+")
_PART = re.compile(r"(\d+)([smhdw])")
LONGEST = timedelta(days=366)


def parse_duration(text: str) -> timedelta:
    """The duration that ``text`` names.

    Raises:
        ValueError: it is no number and unit, or longer than a year.
    """
    if not _DURATION.fullmatch(text):
        raise ValueError(f"{text!r} is no duration: write a number and s, m, h, d or w, such as 30m or 2h")
    duration = timedelta(seconds=sum(int(number) * _UNITS[unit] for number, unit in _PART.findall(text)))
    if duration > LONGEST:
        raise ValueError(f"{text!r} is longer than {LONGEST.days} days")
    return duration
