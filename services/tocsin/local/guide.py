"""What a person who has just started the system is told."""

import os
import shutil
import sys
from pathlib import Path

from tocsin.edge.kafka.topics import TOPICS
from tocsin.local.system import SERVICES, Ports


def program_name() -> str:
    """How this person calls ``tocsin``: by name if it is on the path, else by the path that was used."""
    if shutil.which("tocsin"):
        return "tocsin"
    called = Path(sys.argv[0]).absolute()
    return os.path.relpath(called) if called.is_relative_to(Path.cwd()) else str(called)


class Guide:
    """Where to look, and what to try. ``login`` leads into the console; ``kept`` tells that the state stays for the
    next run.
    """

    def __init__(self, bootstrap: str, ports: Ports, home: Path, *, login: str, kept: bool) -> None:
        self._bootstrap = bootstrap
        self._ports = ports
        self._home = Path(os.path.relpath(home))
        self._login = login
        self._kept = kept

    def where_to_look(self) -> str:
        """Addresses and paths."""
        rows = {
            "messages": f"{self._ports.receiver_url}/",
            "console": self._login,
            "metrics": "\n".join(f"{name:<11}{self._ports.metrics_url(name)}" for name in SERVICES),
            "brokers": f"{self._bootstrap} (commands in this directory find them; elsewhere set TOCSIN_BROKERS)",
            "topics": ", ".join(topic.name for topic in TOPICS if topic.name.startswith("news.")),
            "logs": f"{self._home / 'logs'}/",
            "state": f"{self._home}/ ({'kept' if self._kept else 'begun anew at each start; --data DIR keeps it'})",
        }
        lines = [f"  {name if first else '':<10}{line}" for name, row in rows.items() for first, line in _numbered(row)]
        return "\n".join(["Tocsin runs; Ctrl-C ends it. What would be sent to Slack appears here.", *lines])

    def after_the_feed(self) -> str:
        """What to try next."""
        program = program_name()
        return (
            "The sample feed is published. In another terminal:\n"
            f"  {program} publish --now FILE    more articles (JSON Lines: title, body, url, published, publisher)\n"
            f"  {program} get                   what is watched, and who is told\n"
            f"  {program} apply FILE            your own rules and subscriptions"
        )


def _numbered(row: str) -> list[tuple[bool, str]]:
    return [(number == 0, line) for number, line in enumerate(row.split("\n"))]
