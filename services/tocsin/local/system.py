"""What runs on this machine: the services, the receiver that stands in for Slack, their ports and environments."""

import base64
import os
import secrets
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tocsin.console.slack import PATH as INTERACTIONS_PATH
from tocsin.edge.service import SERVICE_PORTS
from tocsin.local.ports import LOOPBACK, usual_or_free
from tocsin.local.receiver.server import API_PATH, WEBHOOK_PATH
from tocsin.local.supervisor import Program

SERVICES = ("scorer", "correlator", "notifier", "console")
RECEIVER_PORT = 9480
CONSOLE_PORT = 9481
MESSAGES_FILE = "messages.txt"
"""In the home of a run: what the receiver printed."""


@dataclass(frozen=True)
class Ports:
    """Where things listen: the receiver, the console's page, and the metrics of each service."""

    receiver: int
    console: int
    metrics: Mapping[str, int]

    @property
    def receiver_url(self) -> str:
        """The receiver's page."""
        return f"http://{LOOPBACK}:{self.receiver}"

    @property
    def console_url(self) -> str:
        """The console's first page."""
        return f"http://{LOOPBACK}:{self.console}"

    def metrics_url(self, service: str) -> str:
        """A service's metrics page."""
        return f"http://{LOOPBACK}:{self.metrics[service]}/metrics"


def choose_ports() -> Ports:
    """The usual ports, and free ones for those that are in use."""
    metrics = {name: usual_or_free(SERVICE_PORTS[name]) for name in SERVICES}
    return Ports(usual_or_free(RECEIVER_PORT), usual_or_free(CONSOLE_PORT), metrics)


def tocsin_command(*words: str) -> list[str]:
    """The command line of ``tocsin``. ``-P``: a folder named tocsin in the working directory is not it."""
    return [sys.executable, "-P", "-m", "tocsin.cli", *words]


def common_environment(bootstrap: str) -> dict[str, str]:
    """Ours, with the brokers named."""
    return {**os.environ, "TOCSIN_BROKERS": bootstrap, "PYTHONUNBUFFERED": "1"}


def new_secrets() -> dict[str, str]:
    """Secrets made anew for each run and known to nobody else, by the names that services ask for."""
    return {
        "TOCSIN_SECRET_SLACK": f"xoxb-stand-in-{secrets.token_hex(8)}",
        "TOCSIN_SECRET_SLACK_SIGNING": secrets.token_hex(16),
        "TOCSIN_SECRET_RISK_ENGINE": f"whsec_{base64.b64encode(secrets.token_bytes(32)).decode()}",
        "TOCSIN_SECRET_CONSOLE_TOKEN": secrets.token_urlsafe(18),
        "TOCSIN_SECRET_CONSOLE_KEY": secrets.token_urlsafe(32),
    }


def login_link(ports: Ports, secrets_of_run: Mapping[str, str]) -> str:
    """Leads into the console. The token stands where browsers keep it to themselves."""
    return f"{ports.console_url}/login#token={secrets_of_run['TOCSIN_SECRET_CONSOLE_TOKEN']}"


def programs(bootstrap: str, ports: Ports, home: Path, secrets_of_run: Mapping[str, str]) -> list[Program]:
    """Everything to keep running but the broker."""
    env = common_environment(bootstrap) | {
        **secrets_of_run,
        "TOCSIN_ALLOW_NETWORKS": f"{LOOPBACK}/32",  # only here: subscribers on the same machine are refused otherwise
        "TOCSIN_SLACK_API_URL": f"{ports.receiver_url}{API_PATH}",
        "TOCSIN_SLACK_BUTTONS": "true",
        "TOCSIN_SECRET_RISK_ENGINE_URL": f"{ports.receiver_url}{WEBHOOK_PATH}",
        "TOCSIN_CONSOLE_URL": ports.console_url,
        "TOCSIN_CONSOLE_PORT": str(ports.console),
    }
    receiver = tocsin_command(
        "receiver",
        *("--port", str(ports.receiver)),
        *("--secret", "TOCSIN_SECRET_RISK_ENGINE"),
        *("--interactions", f"{ports.console_url}{INTERACTIONS_PATH}"),
        *("--signing-secret", "TOCSIN_SECRET_SLACK_SIGNING"),
    )
    return [
        Program("receiver", receiver, env, output=home / MESSAGES_FILE),
        *(Program(name, tocsin_command(name), env | _own(name, ports, home)) for name in SERVICES),
    ]


def _own(service: str, ports: Ports, home: Path) -> dict[str, str]:
    return {
        "TOCSIN_METRICS_PORT": str(ports.metrics[service]),
        "TOCSIN_INSTANCE": f"up-{service}",  # a restart under its own name takes its partitions back sooner
        "TOCSIN_DATA_DIR": str(home / service),
    }
