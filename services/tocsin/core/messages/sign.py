"""Signatures of webhooks after Standard Webhooks 1.0: symmetric, ``v1``, with rotation of secrets.

Source: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
"""

import base64
import hashlib
import hmac
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from tocsin.core.model.subscription import HmacSignature

SECRET_PREFIX = "whsec_"  # noqa: S105 - says what follows, and is none
_SECRET_BYTES = range(24, 65)
"""The specification's bounds, both inclusive."""

_TOLERANCE = timedelta(minutes=5)
"""How old or early a message may be for a verifier; the reference libraries' value."""


class SecretError(ValueError):
    """The signing secret can't be used. The message says why, never what it is."""


class SignatureError(ValueError):
    """A received message does not prove that it comes from who holds the secret."""


def parse_secret(written: str) -> bytes:
    """The key in ``whsec_`` and 24 to 64 bytes of base64; the prefix may be left out.

    Raises:
        SecretError: It is no base64, or too short or long.
    """
    encoded = written.strip().removeprefix(SECRET_PREFIX)
    try:
        key = base64.b64decode(encoded + "=" * (-len(encoded) % 4), validate=True)
    except ValueError:  # binascii.Error is one
        raise SecretError("a signing secret is whsec_ and base64; this one is no base64") from None
    if len(key) not in _SECRET_BYTES:
        raise SecretError(f"a signing secret has 24 to 64 bytes; this one has {len(key)}")
    return key


def signature_headers(keys: Sequence[bytes], message_id: str, at: datetime, body: bytes) -> dict[str, str]:
    """The three headers of a message: one signature for each key, the current one first."""
    timestamp = str(int(at.timestamp()))
    return {
        "webhook-id": message_id,
        "webhook-timestamp": timestamp,
        "webhook-signature": " ".join(_signature(key, message_id, timestamp, body) for key in keys),
    }


def hmac_header(form: HmacSignature, key: str, timestamp: str, body: bytes) -> str:
    """What the header of another form of signature holds; ``timestamp`` is that of ``webhook-timestamp``."""
    signed = body if form.covers == "body" else b".".join((timestamp.encode(), body))
    code = hmac.new(key.encode(), signed, form.algorithm).digest()
    return form.prefix + (code.hex() if form.encoding == "hex" else base64.b64encode(code).decode())


def verify(key: bytes, headers: Mapping[str, str], body: bytes, now: datetime) -> None:
    """Check a received message; ``headers`` are looked up in lower case.

    Raises:
        SignatureError: A header is missing, the time is off by over five minutes, or no signature fits.
    """
    message_id, timestamp = headers.get("webhook-id"), headers.get("webhook-timestamp")
    signatures = headers.get("webhook-signature")
    if not (message_id and timestamp and signatures):
        raise SignatureError("webhook-id, webhook-timestamp and webhook-signature are needed")
    if not timestamp.isascii() or not timestamp.isdigit() or len(timestamp) > len("253402300799"):
        raise SignatureError("webhook-timestamp is no number of seconds")
    if abs(int(timestamp) - now.timestamp()) > _TOLERANCE.total_seconds():
        raise SignatureError("webhook-timestamp is more than five minutes off")
    expected = _signature(key, message_id, timestamp, body).encode()
    if not any(hmac.compare_digest(expected, given.encode()) for given in signatures.split(" ")):
        raise SignatureError("no signature fits")


def _signature(key: bytes, message_id: str, timestamp: str, body: bytes) -> str:
    signed = b".".join((message_id.encode(), timestamp.encode(), body))
    return "v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
