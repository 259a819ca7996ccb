"""The console's own settings, from ``TOCSIN_*`` variables."""

from ipaddress import IPv4Network, IPv6Network

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from tocsin.core.wording.text import safe_url
from tocsin.edge.http.addresses import parse_networks
from tocsin.edge.settings import read_environment


class ConsoleSettings(BaseSettings):
    """All settings of the console, each from the variable ``TOCSIN_`` and its name in capitals."""

    model_config = SettingsConfigDict(env_prefix="TOCSIN_", extra="ignore", frozen=True)

    console_host: str = "127.0.0.1"
    console_port: int = Field(default=9481, ge=0, le=65535)
    """Of the page and of Slack's interactions; 0 takes a free one."""

    console_url: str = ""
    """Where people reach the console, when that is not where it listens: with https, cookies are kept to it."""

    console_hours: int = Field(default=72, ge=1, le=720)
    """So far back alerts and receipts are read at the start."""

    console_alerts: int = Field(default=2000, ge=10, le=100_000)
    """At most so many stories are held in memory."""

    slack_api_url: str = "https://slack.com/api"
    """The notifier's; answers to presses go to Slack's hosts or to this one, and nowhere else."""

    allow_networks: str = ""
    """The notifier's; where a stand-in for Slack may be."""

    @field_validator("allow_networks")
    @classmethod
    def _are_networks(cls, value: str) -> str:
        parse_networks(value)
        return value

    @field_validator("console_url")
    @classmethod
    def _is_an_address(cls, value: str) -> str:
        if value and (not value.startswith(("http://", "https://")) or safe_url(value) != value):
            raise ValueError("must be the address of the console: https://HOST/")
        return value

    @property
    def allowed(self) -> tuple[IPv4Network | IPv6Network, ...]:
        """``allow_networks`` as networks."""
        return parse_networks(self.allow_networks)

    @property
    def is_secure(self) -> bool:
        """Whether people reach it by https."""
        return self.console_url.startswith("https://")


def load_console_settings() -> ConsoleSettings:
    """Read the environment.

    Raises:
        SettingsError: A variable can't be used; the message names it.
    """
    return read_environment(ConsoleSettings)
