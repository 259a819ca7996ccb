"""Where the brokers are, which ports to open, and limits: read from ``TOCSIN_*`` variables, never at import."""

from pathlib import Path
from typing import Annotated, Literal, TypeVar

from pydantic import AliasChoices, Field, SecretStr, ValidationError, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

BROKERS_FILE = Path(".tocsin") / "brokers"
"""Below the working directory: where ``tocsin up`` notes the brokers it started, for commands in other terminals."""

DEFAULT_BROKERS = "127.0.0.1:9092"


Kind = TypeVar("Kind", bound=BaseSettings)


class SettingsError(Exception):
    """The environment holds a setting that can't be used; the message names the variable and what is wrong with it."""


class Settings(BaseSettings):
    """All settings, each from the variable ``TOCSIN_`` and its name in capitals."""

    model_config = SettingsConfigDict(env_prefix="TOCSIN_", extra="ignore", frozen=True)

    brokers: Annotated[str, NoDecode] = ""
    """Comma-separated ``host:port`` list; when unset, what ``tocsin up`` noted, else 127.0.0.1:9092."""

    security_protocol: Literal["PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL"] = "PLAINTEXT"
    sasl_mechanism: Literal["PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"] = "SCRAM-SHA-512"
    sasl_username: str | None = None
    sasl_password: SecretStr | None = Field(default=None, validation_alias=AliasChoices("TOCSIN_SASL_PASSWORD"))
    sasl_password_file: Path | None = None
    """A file whose first line is the SASL password, for orchestrators that mount secrets."""

    tls_ca_file: Path | None = None
    tls_cert_file: Path | None = None
    tls_key_file: Path | None = None

    replication_factor: int = Field(default=1, ge=1, le=10)
    """Of topics that ``tocsin topics`` and Faust create; 3 in production."""

    instance: str | None = Field(default=None, pattern=r"^[A-Za-z0-9._-]{1,100}$")
    """A name that is this worker's alone and survives its restarts: Kafka's static group membership."""

    metrics_host: str = "127.0.0.1"
    metrics_port: int | None = Field(default=None, ge=0, le=65535)
    """Of /metrics, /healthz and /readyz; when unset, each service's own (docs/metrics.md)."""

    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    log_format: Literal["json", "console"] = "json"

    data_dir: Path | None = None
    """Where a service may keep files; when unset, a temporary folder. Nothing there is needed after a restart."""

    stale_after_seconds: int = Field(default=86_400, ge=60)
    """Alerts whose newest article is older than this are settled as ``stale``."""

    @model_validator(mode="after")
    def _sasl_is_whole(self) -> "Settings":
        if self.security_protocol.startswith("SASL") and not (
            self.sasl_username and (self.sasl_password or self.sasl_password_file)
        ):
            raise ValueError(
                f"TOCSIN_SECURITY_PROTOCOL={self.security_protocol} needs TOCSIN_SASL_USERNAME and "
                "TOCSIN_SASL_PASSWORD (or TOCSIN_SASL_PASSWORD_FILE)"
            )
        if bool(self.tls_cert_file) != bool(self.tls_key_file):
            raise ValueError("TOCSIN_TLS_CERT_FILE and TOCSIN_TLS_KEY_FILE go together")
        return self

    def bootstrap_servers(self) -> str:
        """The brokers to use: those set, else those that ``tocsin up`` noted, else the local machine's."""
        if self.brokers:
            return self.brokers
        try:
            noted = BROKERS_FILE.read_text(encoding="utf-8").strip()
        except OSError:
            noted = ""
        return noted or DEFAULT_BROKERS


def load_settings() -> Settings:
    """The settings that all services share, as the environment has them.

    Raises:
        SettingsError: A variable can't be used.
    """
    return read_environment(Settings)


def read_environment(kind: type[Kind]) -> Kind:
    """Settings of one kind, as the environment has them.

    Raises:
        SettingsError: A variable can't be used; the message names it, without its value, since that may be a secret.
    """
    try:
        return kind()
    except ValidationError as error:
        found = error.errors(include_input=False, include_url=False)
        problems = "; ".join(_problem(each["loc"], each["msg"]) for each in found)
        raise SettingsError(f"settings: {problems}") from None


def _problem(location: tuple[int | str, ...], written: str) -> str:
    message = written.removeprefix("Value error, ")
    if not location:
        return message
    name = str(location[0])
    return f"{name if name.startswith('TOCSIN_') else 'TOCSIN_' + name.upper()}: {message}"
