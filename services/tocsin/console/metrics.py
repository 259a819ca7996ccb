"""What the console counts."""

from itertools import product
from typing import Literal, get_args

from prometheus_client import CollectorRegistry, Counter, Gauge

Way = Literal["page", "link", "slack"]
"""How somebody acted."""

Deed = Literal["acknowledge", "mute", "silence", "end"]
DeedOutcome = Literal["done", "refused", "failed"]
"""Written; not allowed as it was asked; not written, since the brokers did not take it."""


class ConsoleMetrics:
    """Names and meanings: docs/metrics.md."""

    def __init__(self, registry: CollectorRegistry) -> None:
        self.alerts = Gauge("tocsin_console_alerts", "Stories held in memory.", registry=registry)
        self.requests = Counter(
            "tocsin_console_requests", "Requests answered, by class of status.", ["status"], registry=registry
        )
        self.logins = Counter("tocsin_console_logins", "Attempts to log in.", ["outcome"], registry=registry)
        self.deeds = Counter(
            "tocsin_console_deeds",
            "Acknowledgements and silences asked for.",
            ["deed", "way", "outcome"],
            registry=registry,
        )
        self.interactions = Counter(
            "tocsin_console_interactions",
            "Requests from Slack, by what became of them.",
            ["outcome"],
            registry=registry,
        )
        for status in ("2xx", "3xx", "4xx", "5xx"):
            self.requests.labels(status=status)
        for deed, way, ended in product(get_args(Deed), get_args(Way), get_args(DeedOutcome)):
            self.deeds.labels(deed=deed, way=way, outcome=ended)
        for outcome in ("ok", "refused"):
            self.logins.labels(outcome=outcome)
        for outcome in ("taken", "refused", "unreadable", "nothing", "busy"):
            self.interactions.labels(outcome=outcome)
