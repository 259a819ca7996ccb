"""Who is logged in: a signed cookie, and a token in each form that only pages of that session can hold."""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta

import msgspec

from tocsin.core.wording.text import clean, cut

SESSION_LIFE = timedelta(hours=12)
NAME_LIMIT = 60
_LONGEST = 2000


class _Content(msgspec.Struct, frozen=True, array_like=True):
    name: str
    until: int
    token: str


@dataclass(frozen=True, slots=True)
class Session:
    """``name`` is what a person calls itself, for silences' authors; ``csrf`` belongs into each form."""

    name: str
    csrf: str


def is_token(given: str, token: str) -> bool:
    """Whether this is the login token; takes as long for any that is not."""
    return hmac.compare_digest(_digest(given.strip()), _digest(token))


def begin(key: bytes, token: str, name: str, now: datetime) -> str:
    """A cookie's value for who has shown the token. Another token or key ends the session."""
    shown = cut(clean(name), NAME_LIMIT) or "console"
    until = int((now + SESSION_LIFE).timestamp())
    content = msgspec.json.encode(_Content(shown, until, _digest(token).hex())).hex()
    return f"{content}.{_mac(key, 'session', content)}"


def read(key: bytes, token: str, cookie: str | None, now: datetime) -> Session | None:
    """The session of a cookie, None when it is not ours or over."""
    if cookie is None or len(cookie) > _LONGEST:
        return None
    content, _, mac = cookie.partition(".")
    if not hmac.compare_digest(_mac(key, "session", content).encode(), mac.encode("utf-8", "replace")):
        return None
    said = msgspec.json.decode(bytes.fromhex(content), type=_Content)
    if said.until < now.timestamp() or not hmac.compare_digest(said.token, _digest(token).hex()):
        return None
    return Session(said.name, _mac(key, "form", cookie))


def fits(session: Session, csrf: str) -> bool:
    """Whether a form came from a page of this session."""
    return hmac.compare_digest(session.csrf.encode(), csrf.encode("utf-8", "replace"))


def _digest(text: str) -> bytes:
    return hashlib.sha256(b"tocsin.console.token:" + text.encode("utf-8", "replace")).digest()


def _mac(key: bytes, purpose: str, text: str) -> str:
    message = f"tocsin.console.{purpose}:{text}".encode("utf-8", "replace")
    return hmac.new(key, message, hashlib.sha256).hexdigest()
