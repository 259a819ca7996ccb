"""What messages let their readers do, as the operator has set it up."""

from dataclasses import dataclass
from datetime import UTC, datetime

from tocsin.core.messages.links import Linker, LinkKeyError, parse_link_key
from tocsin.core.messages.slack.controls import NO_CONTROLS, Controls
from tocsin.core.routing.notice import Notice
from tocsin.edge.secrets import Secrets, SecretUnavailableError
from tocsin.edge.service import ServiceError

LINK_SECRET = "TOCSIN_SECRET_CONSOLE_KEY"  # noqa: S105 - the secret's name
"""Signs links into the console; the console reads the same."""


@dataclass(frozen=True)
class Offers:
    """Makes the controls of each message. Without ``console_url`` there are no links."""

    secrets: Secrets
    console_url: str = ""
    slack_buttons: bool = False

    def check(self) -> None:
        """Find out at the start whether links can be signed.

        Raises:
            ServiceError: They can't; the message names the secret.
        """
        if not self.console_url:
            return
        try:
            parse_link_key(self.secrets.get(LINK_SECRET))
        except (SecretUnavailableError, LinkKeyError) as error:
            raise ServiceError(f"TOCSIN_CONSOLE_URL is set, and {LINK_SECRET} is needed for it: {error}") from None

    def controls(self, notice: Notice, *, bot: bool = False) -> Controls:
        """What a message offers; ``bot``: one that a Slack bot posts. A secret that has gone missing costs the links,
        never the message.
        """
        if self.slack_buttons and bot:
            return Controls(buttons=True)
        linker = self.linker()
        if linker is None:
            return NO_CONTROLS
        alert, now = notice.alert, datetime.now(UTC)
        return Controls(
            acknowledge=linker.link("acknowledge", alert.id, alert.rule, notice.subscription, now),
            mute=linker.link("mute", alert.id, alert.rule, notice.subscription, now),
        )

    def linker(self) -> Linker | None:
        """What signs links now; None: there is no console, or no secret."""
        if not self.console_url:
            return None
        try:
            return Linker(self.console_url, parse_link_key(self.secrets.get(LINK_SECRET)))
        except (SecretUnavailableError, LinkKeyError):
            return None
