"""The configuration that a replay is held to."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from tocsin.core.config import content_version
from tocsin.core.model.alert import Alert
from tocsin.core.model.rule import Limit, Rule
from tocsin.core.model.subscription import Silence, Subscription
from tocsin.core.routing.route import Routing


@dataclass(frozen=True)
class Given:
    """Rules, subscriptions and silences by id, and the routing made of them; see ``Standing`` for the methods."""

    rules: Mapping[str, Rule]
    subscriptions: Mapping[str, Subscription]
    silences: Mapping[str, Silence]
    routing: Routing

    def subscription(self, name: str) -> Subscription | None:
        """See ``Standing``."""
        return self.subscriptions.get(name)

    def version(self, subscription: Subscription) -> str:
        """See ``Standing``."""
        return content_version(subscription)

    def matches(self, subscription: str, alert: Alert) -> bool:
        """See ``Standing``."""
        return self.routing.subscriptions.filters[subscription].matches(alert)

    def silencing(self, alert: Alert, now: datetime) -> Silence | None:
        """See ``Standing``."""
        return self.routing.silencing(alert, now)

    def silence(self, name: str) -> Silence | None:
        """See ``Standing``."""
        return self.silences.get(name)

    def limit_of_rule(self, rule: str) -> Limit | None:
        """See ``Standing``."""
        known = self.rules.get(rule)
        return None if known is None else known.story.limit
