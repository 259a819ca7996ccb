"""Quiet hours, over midnight and over changes of the clock."""

from datetime import UTC, datetime

import pytest

from tocsin.core.model.subscription import QuietHours
from tocsin.core.routing.quiet import quiet_until

NIGHT = QuietHours(zone="Europe/Berlin", start="22:00", end="07:00")
NOON = QuietHours(zone="UTC", start="12:00", end="13:00", days=("mon",))


@pytest.mark.parametrize(
    ("quiet", "now", "until"),
    [
        (NIGHT, "2026-11-23T20:59:59Z", None),
        (NIGHT, "2026-11-23T21:00:00Z", "2026-11-24T06:00:00Z"),
        (NIGHT, "2026-11-24T05:59:59Z", "2026-11-24T06:00:00Z"),
        (NIGHT, "2026-11-24T06:00:00Z", None),
        (NIGHT, "2026-10-24T22:00:00Z", "2026-10-25T06:00:00Z"),  # summer time ends in this night
        (NOON, "2026-11-23T12:30:00Z", "2026-11-23T13:00:00Z"),
        (NOON, "2026-11-24T12:30:00Z", None),
        (QuietHours(zone="Mars/Olympus", start="00:00", end="23:59"), "2026-11-24T12:30:00Z", None),
        (
            QuietHours(zone="UTC", start="22:00", end="07:00", days=("sun",)),
            "2026-11-23T05:00:00Z",
            "2026-11-23T07:00:00Z",
        ),
    ],
)
def test_quiet_until(quiet: QuietHours, now: str, until: str | None) -> None:
    expected = None if until is None else datetime.fromisoformat(until)
    assert quiet_until(quiet, datetime.fromisoformat(now).astimezone(UTC)) == expected
