"""The configuration in force, as router and sender ask it."""

from collections.abc import Callable, Iterable
from datetime import datetime

import structlog

from tocsin.core.config.objects import content_version
from tocsin.core.config.snapshot import ConfigSnapshot
from tocsin.core.model.alert import Alert
from tocsin.core.model.rule import Limit
from tocsin.core.model.subscription import Silence, Subscription
from tocsin.core.routing.filters import Regions
from tocsin.core.routing.route import Routing, build_routing

log = structlog.get_logger(__name__)


class Current:
    """What stands now. Listeners are called after each change."""

    def __init__(self, regions: Regions) -> None:
        self._regions = regions
        self._snapshot = ConfigSnapshot()
        self._versions: dict[str, str] = {}
        self.routing: Routing = build_routing({}, {}, regions)
        self.listeners: list[Callable[[], None]] = []

    def use(self, snapshot: ConfigSnapshot) -> None:
        """Put a new snapshot in force; objects that can't be used are left out and named in the log."""
        self._snapshot = snapshot
        self._versions = {}
        self.routing = build_routing(snapshot.subscriptions, snapshot.silences, self._regions, self.routing)
        for name, problem in self.routing.broken.items():
            log.error("object_skipped", object=name, problem=problem)
        log.info("subscriptions_in_force", count=len(snapshot.subscriptions), silences=len(snapshot.silences))
        for listener in self.listeners:
            listener()

    def subscription(self, name: str) -> Subscription | None:
        """The subscription as it stands, or None."""
        return self._snapshot.subscriptions.get(name)

    def version(self, subscription: Subscription) -> str:
        """A hash of the subscription's content."""
        known = self._versions.get(subscription.id)
        if known is None:
            known = self._versions[subscription.id] = content_version(subscription)
        return known

    def silencing(self, alert: Alert, now: datetime) -> Silence | None:
        """A silence that covers the alert now."""
        return self.routing.silencing(alert, now)

    def silence(self, name: str) -> Silence | None:
        """The silence as it stands, or None."""
        return self._snapshot.silences.get(name)

    def silences(self) -> Iterable[Silence]:
        """All silences there are."""
        return self._snapshot.silences.values()

    def limit_of_rule(self, rule: str) -> Limit | None:
        """How many of the rule's alerts each subscriber is to get one by one."""
        known = self._snapshot.rules.get(rule)
        return None if known is None else known.story.limit

    def matches(self, subscription: str, alert: Alert) -> bool:
        """Whether the alert meets the subscription's filter; true where the filter can't be read."""
        compiled = self.routing.subscriptions.filters.get(subscription)
        return compiled is None or compiled.matches(alert)
