"""When to try again."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.core.delivery.breaker import FAILURES_TO_OPEN, LONGEST_PAUSE_SECONDS, Breaker
from tocsin.core.delivery.schedule import (
    JITTER,
    MAX_ATTEMPTS,
    STEPS_SECONDS,
    next_attempt,
    retry_after_seconds,
)

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC).timestamp()
CAP = 6 * 3600.0


def test_the_schedule_covers_about_28_hours() -> None:
    assert timedelta(hours=27) < timedelta(seconds=sum(STEPS_SECONDS)) < timedelta(hours=29)


@given(delivery=st.text(), attempts=st.integers(1, MAX_ATTEMPTS - 1))
def test_each_step_is_kept_with_jitter_and_is_the_same_in_a_replay(delivery: str, attempts: int) -> None:
    at = next_attempt(delivery, attempts, NOW)
    assert at is not None
    step = STEPS_SECONDS[attempts - 1]
    assert step <= at - NOW <= step * (1 + JITTER) + 1e-3
    assert at == next_attempt(delivery, attempts, NOW)


def test_jitter_spreads() -> None:
    assert len({next_attempt(str(number), 3, NOW) for number in range(100)}) > 90


def test_after_the_last_attempt_there_is_none() -> None:
    assert next_attempt("d", MAX_ATTEMPTS, NOW) is None


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        (None, None),
        ("0", 0.0),
        ("10", 10.0),
        (" 120 ", 120.0),
        ("999999999999999999999999", CAP),
        ("soon", None),
        ("-1", None),
        ("1.5", None),
        ("", None),
        ("Wed, 99 Foo 2026 00:00:00 GMT", None),
    ],
)
def test_retry_after_in_seconds(header: str | None, seconds: float | None) -> None:
    assert retry_after_seconds(header, NOW, CAP) == seconds


@given(ahead=st.integers(-100_000, 100_000))
def test_retry_after_as_a_date(ahead: int) -> None:
    moment = datetime.fromtimestamp(NOW + ahead, UTC)
    assert retry_after_seconds(format_datetime(moment, usegmt=True), NOW, CAP) == min(max(0, ahead), CAP)


@given(header=st.text())
def test_whatever_a_receiver_writes_gives_a_sane_wait(header: str) -> None:
    seconds = retry_after_seconds(header, NOW, CAP)
    assert seconds is None or 0 <= seconds <= CAP


def test_the_breaker_opens_after_failures_in_a_row_and_asks_ever_more_seldom() -> None:
    breaker = Breaker()
    for _ in range(FAILURES_TO_OPEN - 1):
        breaker = breaker.failed(NOW)
        assert not breaker.is_open
        assert breaker.until <= NOW
    pauses = []
    for _ in range(12):
        breaker = breaker.failed(NOW)
        assert breaker.is_open
        pauses.append(breaker.until - NOW)
    assert pauses == sorted(pauses)
    assert pauses[-1] == LONGEST_PAUSE_SECONDS
    assert breaker.succeeded() == Breaker()
