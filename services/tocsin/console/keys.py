"""The console's secrets, looked up at each use so that a rotated one is taken at once."""

from dataclasses import dataclass

from tocsin.core.messages.links import LinkKeyError, parse_link_key
from tocsin.edge.secrets import Secrets, SecretUnavailableError
from tocsin.edge.service import ServiceError

TOKEN = "TOCSIN_SECRET_CONSOLE_TOKEN"  # noqa: S105 - the secret's name
"""What people log in with."""

KEY = "TOCSIN_SECRET_CONSOLE_KEY"
"""Signs sessions, forms, and links in messages; the notifier reads the same."""

SIGNING = "TOCSIN_SECRET_SLACK_SIGNING"
"""Slack's signing secret; without it no presses on buttons are taken."""

_LEAST = 16


@dataclass(frozen=True)
class Keys:
    """Looks them up."""

    secrets: Secrets

    def check(self) -> None:
        """Find out at the start what is missing.

        Raises:
            ServiceError: The token or the key is; the message names it and the remedy.
        """
        try:
            self.key()
            if len(self.token()) < _LEAST:
                raise ServiceError(f"{TOKEN} must have at least {_LEAST} characters: it guards what people are told")
        except (SecretUnavailableError, LinkKeyError) as error:
            raise ServiceError(f"the console needs {TOKEN} and {KEY}: {error}") from None

    def token(self) -> str:
        """The login token."""
        return self.secrets.get(TOKEN)

    def key(self) -> bytes:
        """What signs."""
        return parse_link_key(self.secrets.get(KEY))

    def signing(self) -> str | None:
        """Slack's signing secret, None where none is set."""
        try:
            return self.secrets.get(SIGNING)
        except SecretUnavailableError:
            return None
