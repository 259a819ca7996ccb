"""Who is logged in: a signed cookie, and a token in each form that only pages of that session can hold."""

import hashlib
import hmac
from collections.abc import Sequence
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
class Login:
    """Something to log in with. ``name`` is whose it is, empty when it is shared."""

    token: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Session:
    """``name`` is for silences' authors: whose the token is, or what a person with the shared one calls itself.
    ``csrf`` belongs into each form.
    """

    name: str
    csrf: str


def login_with(given: str, logins: Sequence[Login]) -> Login | None:
    """Whose token this is; takes as long for any that is nobody's."""
    shown = _digest(given.strip())
    fitting = [login for login in logins if hmac.compare_digest(shown, _digest(login.token))]
    return fitting[0] if fitting else None


def begin(key: bytes, login: Login, name: str, now: datetime) -> str:
    """A cookie's value for who has shown that token. Without the token, or with another key, the session is over."""
    token, shown = login.token, login.name or cut(clean(name), NAME_LIMIT) or "console"
    until = int((now + SESSION_LIFE).timestamp())
    content = msgspec.json.encode(_Content(shown, until, _digest(token).hex())).hex()
    return f"{content}.{_mac(key, 'session', content)}"


def read(key: bytes, logins: Sequence[Login], cookie: str | None, now: datetime) -> Session | None:
    """The session of a cookie, None when it is not ours or over."""
    if cookie is None or len(cookie) > _LONGEST:
        return None
    content, _, mac = cookie.partition(".")
    if not hmac.compare_digest(_mac(key, "session", content).encode(), mac.encode("utf-8", "replace")):
        return None
    said = msgspec.json.decode(bytes.fromhex(content), type=_Content)
    fitting = [login for login in logins if hmac.compare_digest(said.token, _digest(login.token).hex())]
    if said.until < now.timestamp() or not fitting:
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
