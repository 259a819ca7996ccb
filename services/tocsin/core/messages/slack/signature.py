"""Signatures of requests from Slack.

Source: https://docs.slack.dev/authentication/verifying-requests-from-slack ("v0" over timestamp and raw body).
"""

import hashlib
import hmac
from collections.abc import Mapping
from datetime import datetime, timedelta

TIMESTAMP_HEADER = "X-Slack-Request-Timestamp"
SIGNATURE_HEADER = "X-Slack-Signature"
WINDOW = timedelta(minutes=5)
"""How old or early a request may be."""

_LONGEST_TIMESTAMP = len("253402300799")
_REMEMBERED = 20_000


class SlackSignatureError(ValueError):
    """A request does not prove that it comes from Slack."""


def slack_signature(secret: str, timestamp: str, body: bytes) -> str:
    """``v0=`` and the HMAC-SHA256 of ``v0:timestamp:body``, in hexadecimal digits."""
    signed = b":".join((b"v0", timestamp.encode(), body))
    return "v0=" + hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()


def signed_headers(secret: str, body: bytes, now: datetime) -> dict[str, str]:
    """The headers with which Slack sends a request."""
    timestamp = str(int(now.timestamp()))
    return {TIMESTAMP_HEADER: timestamp, SIGNATURE_HEADER: slack_signature(secret, timestamp, body)}


class SlackVerifier:
    """Tells Slack's requests from others, and each from its repetition."""

    def __init__(self) -> None:
        self._seen: dict[str, float] = {}

    def verify(self, secret: str, headers: Mapping[str, str], body: bytes, now: datetime) -> None:
        """Check a request; ``headers`` must not mind the case of names, or be given in this form.

        Raises:
            SlackSignatureError: A header is missing, the time is off by over five minutes, the signature does not fit,
                or the same request was seen before.
        """
        timestamp, given = headers.get(TIMESTAMP_HEADER, ""), headers.get(SIGNATURE_HEADER, "")
        if not timestamp.isascii() or not timestamp.isdigit() or len(timestamp) > _LONGEST_TIMESTAMP:
            raise SlackSignatureError("no timestamp")
        moment = now.timestamp()
        if abs(int(timestamp) - moment) > WINDOW.total_seconds():
            raise SlackSignatureError("timestamp is more than five minutes off")
        expected = slack_signature(secret, timestamp, body)
        if not hmac.compare_digest(expected.encode(), given.encode("utf-8", "replace")):
            raise SlackSignatureError("signature does not fit")
        self._forget(moment)
        if expected in self._seen or len(self._seen) >= _REMEMBERED:
            raise SlackSignatureError("seen before")
        self._seen[expected] = int(timestamp) + WINDOW.total_seconds()

    def _forget(self, moment: float) -> None:
        """Requests whose time is over would be refused for that."""
        for signature, until in list(self._seen.items()):
            if until >= moment:
                break
            del self._seen[signature]
