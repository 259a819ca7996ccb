"""The notifier's own settings, from ``TOCSIN_*`` variables."""

from ipaddress import IPv4Network, IPv6Network
from typing import Self

from pydantic import Field, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from tocsin.core.wording.text import safe_url
from tocsin.edge.http.addresses import parse_networks
from tocsin.edge.mail import SmtpServer, SmtpTls
from tocsin.edge.settings import read_environment

DAY_SECONDS = 86_400


class NotifierSettings(BaseSettings):
    """All settings of the notifier, each from the variable ``TOCSIN_`` and its name in capitals."""

    model_config = SettingsConfigDict(env_prefix="TOCSIN_", extra="ignore", frozen=True)

    allow_networks: str = ""
    """Comma-separated networks of special purpose (loopback, private, ...) that subscribers may be in."""

    slack_api_url: str = "https://slack.com/api"
    """Where Slack's Web API is; another only to try things against a stand-in."""

    retry_after_cap_seconds: float = Field(default=6 * 3600, ge=1)
    """The longest time that a receiver's Retry-After may put deliveries off."""

    pending_bound: int = Field(default=1000, ge=10, le=100_000)
    """Past so many pending alerts of one subscription the oldest are told as a number only."""

    attempt_seconds: float = Field(default=15.0, gt=0, le=120)
    """How long one request may take by the clock."""

    sent_kept_seconds: int = Field(default=7 * DAY_SECONDS, ge=3600)
    """How long it is remembered what a subscriber has seen of a story; longer than any story's window."""

    smtp_host: str = ""
    """The mail server that subscriptions with ``email`` go through; none when empty."""

    smtp_port: int = Field(default=587, ge=1, le=65_535)
    """Its port: 587 to hand mail over, 465 with ``smtp_tls=implicit``."""

    smtp_tls: SmtpTls = "starttls"
    """``starttls``, ``implicit`` (from the first byte), or ``none`` for a server on this machine."""

    smtp_username: str = ""
    """Who we are to it; its password is the secret TOCSIN_SECRET_SMTP_PASSWORD."""

    mail_from: str = ""
    """The address that mail comes from; needed with ``smtp_host``."""

    operators_subscription: str = ""
    """The id of the subscription that is told of Tocsin's own state; none when empty."""

    console_url: str = ""
    """Where people reach the console: messages then offer links to acknowledge a story and to mute its rule."""

    slack_buttons: bool = False
    """Whether messages posted with a bot token have buttons, because Slack tells the console of presses on them."""

    @field_validator("console_url")
    @classmethod
    def _is_an_address(cls, value: str) -> str:
        if value and (not value.startswith(("http://", "https://")) or safe_url(value) != value):
            raise ValueError("must be the address of the console: https://HOST/")
        return value

    dead_letter_burst: int = Field(default=20, ge=1)
    """So many dead letters of one stage within five minutes are told to the operators' subscription."""

    stall_seconds: float = Field(default=300.0, ge=1)
    """A stage that has committed nothing for so long though records wait is told to it too."""

    @field_validator("allow_networks")
    @classmethod
    def _are_networks(cls, value: str) -> str:
        parse_networks(value)
        return value

    @model_validator(mode="after")
    def _mail_is_whole(self) -> Self:
        if self.smtp_host and "@" not in self.mail_from:
            raise ValueError("TOCSIN_SMTP_HOST needs TOCSIN_MAIL_FROM, the address that mail comes from")
        return self

    @property
    def smtp_server(self) -> SmtpServer | None:
        """The mail server, or None."""
        if not self.smtp_host:
            return None
        return SmtpServer(host=self.smtp_host, port=self.smtp_port, tls=self.smtp_tls, username=self.smtp_username)

    @property
    def mail_password(self) -> str:
        """The name of the secret that the mail server takes as a password; empty when it takes none."""
        return "TOCSIN_SECRET_SMTP_PASSWORD" if self.smtp_username else ""

    @property
    def allowed(self) -> tuple[IPv4Network | IPv6Network, ...]:
        """``allow_networks`` as networks."""
        return parse_networks(self.allow_networks)


def load_notifier_settings() -> NotifierSettings:
    """Read the environment.

    Raises:
        SettingsError: A variable can't be used; the message names it.
    """
    return read_environment(NotifierSettings)
