"""Signatures, checked against the reference library of Standard Webhooks."""

import base64
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from standardwebhooks import Webhook
from standardwebhooks.webhooks import WebhookVerificationError

from tocsin.core.messages.sign import SecretError, SignatureError, parse_secret, signature_headers, verify

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
keys = st.binary(min_size=24, max_size=64)


def written(key: bytes) -> str:
    return "whsec_" + base64.b64encode(key).decode()


@given(key=keys, body=st.text(max_size=200))
def test_the_reference_library_takes_our_signatures(key: bytes, body: str) -> None:
    encoded = body.encode("utf-8", "replace")
    headers = signature_headers([parse_secret(written(key))], "msg_1", datetime.now(UTC), encoded)
    Webhook(written(key)).verify(encoded, headers, json_parse=False)
    verify(key, headers, encoded, datetime.now(UTC))


@given(old=keys, new=keys)
def test_during_a_rotation_both_secrets_fit(old: bytes, new: bytes) -> None:
    headers = signature_headers([new, old], "msg_1", datetime.now(UTC), b"{}")
    for key in (old, new):
        Webhook(written(key)).verify(b"{}", headers, json_parse=False)
        verify(key, headers, b"{}", datetime.now(UTC))


@given(key=keys, other=keys)
def test_another_secret_id_time_or_body_does_not_fit(key: bytes, other: bytes) -> None:
    headers = signature_headers([key], "msg_1", NOW, b"body")
    wrong = [headers | {"webhook-id": "msg_2"}, headers | {"webhook-timestamp": str(int(NOW.timestamp()) + 1)}]
    for bad in wrong:
        with pytest.raises(SignatureError):
            verify(key, bad, b"body", NOW)
    with pytest.raises(SignatureError):
        verify(key, headers, b"bodY", NOW)
    if key != other:
        with pytest.raises(SignatureError):
            verify(other, headers, b"body", NOW)


@pytest.mark.parametrize("off", [timedelta(minutes=6), timedelta(minutes=-6)])
def test_old_and_early_messages_are_refused(off: timedelta) -> None:
    key = bytes(32)
    headers = signature_headers([key], "msg_1", NOW, b"")
    with pytest.raises(SignatureError, match="five minutes"):
        verify(key, headers, b"", NOW + off)


@pytest.mark.parametrize("bad", ["", "x", "-5", "1" * 40, "٣"])
def test_a_timestamp_that_is_none_is_refused(bad: str) -> None:
    headers = signature_headers([bytes(32)], "msg_1", NOW, b"") | {"webhook-timestamp": bad}
    with pytest.raises(SignatureError):
        verify(bytes(32), headers, b"", NOW)
    with pytest.raises(WebhookVerificationError):
        Webhook(written(bytes(32))).verify(b"", headers, json_parse=False)


@pytest.mark.parametrize("bad", ["whsec_", "whsec_!!!", "whsec_" + base64.b64encode(bytes(23)).decode(), "ä" * 40])
def test_a_secret_that_is_none_is_refused_without_being_told(bad: str) -> None:
    with pytest.raises(SecretError) as caught:
        parse_secret(bad)
    assert bad.removeprefix("whsec_") == "" or bad.removeprefix("whsec_") not in str(caught.value)
