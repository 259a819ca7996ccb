"""Slack's signatures: its documented example, and everything that must be refused."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.core.messages.slack.signature import (
    SIGNATURE_HEADER,
    TIMESTAMP_HEADER,
    SlackSignatureError,
    SlackVerifier,
    signed_headers,
    slack_signature,
)

SECRET = "8f742231b10e8888abcd99yyyzzz85a5"  # noqa: S105 - the one in Slack's documentation
NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


def test_the_example_in_slacks_documentation() -> None:
    body = (
        b"token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V"
        b"&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text="
        b"&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
        b"&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c"
    )
    expected = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503"
    assert slack_signature(SECRET, "1531420618", body) == expected


@given(body=st.binary(max_size=200), late=st.integers(-300, 300))
def test_what_slack_signed_is_taken_once(body: bytes, late: int) -> None:
    verifier = SlackVerifier()
    headers = signed_headers(SECRET, body, NOW)
    verifier.verify(SECRET, headers, body, NOW + timedelta(seconds=late))
    with pytest.raises(SlackSignatureError, match="seen before"):
        verifier.verify(SECRET, headers, body, NOW + timedelta(seconds=late))


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({TIMESTAMP_HEADER: ""}, "no timestamp"),
        ({TIMESTAMP_HEADER: "١٢٣"}, "no timestamp"),
        ({TIMESTAMP_HEADER: "-5"}, "no timestamp"),
        ({TIMESTAMP_HEADER: "9" * 400}, "no timestamp"),
        ({SIGNATURE_HEADER: ""}, "does not fit"),
        ({SIGNATURE_HEADER: "v0=" + "0" * 64}, "does not fit"),
        ({SIGNATURE_HEADER: "ü\ud800"}, "does not fit"),
    ],
)
def test_what_it_did_not_is_refused(changes: dict[str, str], reason: str) -> None:
    headers = signed_headers(SECRET, b"payload=1", NOW) | changes
    with pytest.raises(SlackSignatureError, match=reason):
        SlackVerifier().verify(SECRET, headers, b"payload=1", NOW)


def test_another_body_another_secret_and_another_time_are_refused() -> None:
    headers = signed_headers(SECRET, b"payload=1", NOW)
    for secret, body, now in (
        (SECRET, b"payload=2", NOW),
        ("other", b"payload=1", NOW),
        (SECRET, b"payload=1", NOW + timedelta(seconds=301)),
        (SECRET, b"payload=1", NOW - timedelta(seconds=301)),
    ):
        with pytest.raises(SlackSignatureError):
            SlackVerifier().verify(secret, headers, body, now)


def test_memory_of_what_was_seen_ends_with_the_window() -> None:
    verifier = SlackVerifier()
    for minute in range(30):
        now = NOW + timedelta(minutes=minute)
        verifier.verify(SECRET, signed_headers(SECRET, b"x", now), b"x", now)
        assert len(verifier._seen) <= 6  # noqa: SLF001 - what is bounded can be seen only there
