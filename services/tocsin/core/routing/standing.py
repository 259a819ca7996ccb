"""What a decision about one delivery asks of the configuration."""

from datetime import datetime
from typing import Protocol

from tocsin.core.model.alert import Alert
from tocsin.core.model.rule import Limit
from tocsin.core.model.subscription import Silence, Subscription


class Standing(Protocol):
    """The configuration in force."""

    def subscription(self, name: str) -> Subscription | None:
        """The subscription as it stands, or None."""
        ...

    def version(self, subscription: Subscription) -> str:
        """A hash of the subscription's content."""
        ...

    def matches(self, subscription: str, alert: Alert) -> bool:
        """Whether the alert meets the subscription's filter."""
        ...

    def silencing(self, alert: Alert, now: datetime) -> Silence | None:
        """A silence that covers the alert now."""
        ...

    def silence(self, name: str) -> Silence | None:
        """The silence as it stands, or None."""
        ...

    def limit_of_rule(self, rule: str) -> Limit | None:
        """How many of the rule's alerts each subscriber is to get one by one."""
        ...
