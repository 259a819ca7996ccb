"""The console's secrets, looked up at each use so that a rotated one is taken at once."""

from dataclasses import dataclass

from tocsin.console.sessions import NAME_LIMIT, Login
from tocsin.core.messages.links import LinkKeyError, parse_link_key
from tocsin.core.wording.text import clean, cut
from tocsin.edge.secrets import Secrets, SecretUnavailableError
from tocsin.edge.service import ServiceError

TOKEN = "TOCSIN_SECRET_CONSOLE_TOKEN"  # noqa: S105 - the secret's name
"""What everybody may log in with."""

TOKENS = "TOCSIN_SECRET_CONSOLE_TOKENS"
"""What each logs in with: a line a person, their name and their token."""

KEY = "TOCSIN_SECRET_CONSOLE_KEY"
"""Signs sessions, forms, and links in messages; the notifier reads the same."""

SIGNING = "TOCSIN_SECRET_SLACK_SIGNING"
"""Slack's signing secret; without it no presses on buttons are taken."""

_LEAST = 16
_RULE = f"of at least {_LEAST} characters"


@dataclass(frozen=True)
class Keys:
    """Looks them up."""

    secrets: Secrets

    def check(self) -> None:
        """Find out at the start what is missing.

        Raises:
            ServiceError: The tokens or the key are; the message names what is wrong and the remedy.
        """
        try:
            self.key()
            if not self._get(TOKENS):
                self.secrets.get(TOKEN)
        except (SecretUnavailableError, LinkKeyError) as error:
            raise ServiceError(f"the console needs {TOKEN} (or {TOKENS}) and {KEY}: {error}") from None
        for number, line in enumerate(self._lines(), 1):
            if _login(line) is None:
                raise ServiceError(f"{TOKENS}, line {number}: write a name, a space, and a token {_RULE}")
        if any(len(login.token) < _LEAST for login in self.logins()):
            raise ServiceError(f"{TOKEN} must be {_RULE}: it guards what people are told")

    def logins(self) -> tuple[Login, ...]:
        """Who may log in, each person before what all share. Lines that can't be used are passed over."""
        named = tuple(login for line in self._lines() if (login := _login(line)) is not None)
        shared = self._get(TOKEN)
        return (*named, Login(shared)) if shared else named

    def key(self) -> bytes:
        """What signs."""
        return parse_link_key(self.secrets.get(KEY))

    def signing(self) -> str | None:
        """Slack's signing secret, None where none is set."""
        return self._get(SIGNING)

    def _lines(self) -> list[str]:
        return [line for line in (self._get(TOKENS) or "").splitlines() if line.strip()]

    def _get(self, name: str) -> str | None:
        try:
            return self.secrets.get(name)
        except SecretUnavailableError:
            return None


def _login(line: str) -> Login | None:
    name, _, token = line.strip().rpartition(" ")
    known = cut(clean(name), NAME_LIMIT)
    return Login(token, known) if known and len(token) >= _LEAST else None
