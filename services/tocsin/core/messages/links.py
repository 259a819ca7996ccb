"""Links in messages that lead to the console's actions: signed, so that who has the message may act, and expiring."""

import base64
import hashlib
import hmac
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal

import msgspec

DeedKind = Literal["acknowledge", "mute"]
"""What can be done about an alert from a message: acknowledge its story, or mute its rule for ``MUTE``."""

MUTE = timedelta(hours=1)
LINK_LIFE = timedelta(days=3)
"""How long a link works: an open story's life, and a weekend."""

LINK_PREFIX = "/act/"
_KEY_BYTES = 24
"""The least that a signing secret must have."""

_MAX_TOKEN = 1500
_PURPOSE = b"tocsin.link.v1:"


class LinkError(ValueError):
    """A link does not prove that it comes from a message of ours, or is too old. The message is for who followed it."""


class LinkKeyError(ValueError):
    """The secret that signs links can't be used. The message never tells what it is."""


class SignedDeed(msgspec.Struct, frozen=True, array_like=True):
    """What a link is for. ``to`` is the subscription whose message held it, ``until`` the end of its life (seconds)."""

    deed: DeedKind
    alert: str
    rule: str
    to: str
    until: int


@dataclass(frozen=True, slots=True)
class Linker:
    """Makes links below the console's address ``base``."""

    base: str
    key: bytes

    def __repr__(self) -> str:
        """Without what it could tell."""
        return "Linker()"

    def link(self, deed: DeedKind, alert: str, rule: str, to: str, now: datetime) -> str:
        """A link that does this when it is followed and confirmed."""
        until = int((now + LINK_LIFE).timestamp())
        return self.base.rstrip("/") + LINK_PREFIX + sign_deed(self.key, SignedDeed(deed, alert, rule, to, until))


def parse_link_key(written: str) -> bytes:
    """The key in a secret.

    Raises:
        LinkKeyError: It is too short to sign anything with.
    """
    key = written.strip().encode()
    if len(key) < _KEY_BYTES:
        raise LinkKeyError(f"the secret that signs links and sessions must have at least {_KEY_BYTES} characters")
    return key


def sign_deed(key: bytes, deed: SignedDeed) -> str:
    """The token of a link."""
    body = msgspec.json.encode(deed)
    return f"{_base64(body)}.{_base64(_mac(key, body))}"


def read_deed(key: bytes, token: str, now: datetime) -> SignedDeed:
    """What a token says.

    Raises:
        LinkError: It is not ours, or its time is over.
    """
    body, _, mac = token.partition(".") if len(token) <= _MAX_TOKEN else ("", "", "")
    try:
        content, given = _unbase64(body), _unbase64(mac)
        if not hmac.compare_digest(_mac(key, content), given):
            raise LinkError("This link is not from a message of this system.")
        deed = msgspec.json.decode(content, type=SignedDeed)
    except (ValueError, msgspec.DecodeError):
        raise LinkError("This link is not from a message of this system.") from None
    if now.astimezone(UTC).timestamp() > deed.until:
        raise LinkError("This link is too old to act on. The console shows how things stand.")
    return deed


def _mac(key: bytes, body: bytes) -> bytes:
    return hmac.new(key, _PURPOSE + body, hashlib.sha256).digest()


def _base64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _unbase64(text: str) -> bytes:
    return base64.b64decode(text.encode("ascii") + b"=" * (-len(text) % 4), altchars=b"-_", validate=True)
