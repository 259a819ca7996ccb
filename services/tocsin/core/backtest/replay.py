"""Articles against one configuration, in memory: matches, stories with their quiet times, and who would be told."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from tocsin.core.model.alert import Alert, AlertKind
from tocsin.core.model.article import Article
from tocsin.core.model.base import Severity, UtcTime, Value
from tocsin.core.model.delivery import Routed
from tocsin.core.model.match import Match, Retraction, retraction_of
from tocsin.core.model.rule import Rule
from tocsin.core.model.story import Story
from tocsin.core.routing.route import Routing, route
from tocsin.core.stories import OpenStories, Policy, apply, fold, policy_of

_NEVER_STALE = timedelta(days=36_500)
"""A replay happens at the time of its articles: none is old news to itself."""

_UNDATED = datetime(1970, 1, 1, tzinfo=UTC)


class Told(Value, frozen=True, kw_only=True):
    """One alert revision, and to whom it would have gone. ``silenced`` names the silence that would have kept it.

    With no subscriptions at all ``subscriptions`` is empty and each revision counts as one message.
    """

    alert: str
    rule: str
    story: str
    kind: AlertKind
    severity: Severity
    score: float
    headline: str
    at: UtcTime
    article: str
    changes: tuple[str, ...] = ()
    subscriptions: tuple[str, ...] = ()
    silenced: str | None = None
    messages: int = 0


class Replay:
    """Takes articles in the order of their time; ``told`` is what desks would have got. Changes as it goes."""

    def __init__(self, rules: Mapping[str, Rule], routing: Routing | None = None) -> None:
        """``routing`` None: nobody is subscribed, and every revision counts as one message."""
        self.told: list[Told] = []
        self._policies = {name: policy_of(rule) for name, rule in rules.items()}
        self._routing = routing
        self._kept: dict[str, dict[str, Story]] = {}
        self._open: dict[str, OpenStories] = {}
        self._routed: dict[str, Routed] = {}
        self._seq = -1

    def take(self, article: Article, matches: list[Match]) -> None:
        """Fold one article's matches, its withdrawal, or that it was edited and fires rules no more."""
        retraction = retraction_of(article, [match.rule for match in matches])
        if retraction is not None:
            for rule in list(self._open):
                self._fold(rule, retraction, article)
        for match in matches:
            self._fold(match.rule, match, article)

    def _fold(self, rule: str, record: Match | Retraction, article: Article) -> None:
        self._seq += 1
        kept = self._kept.setdefault(rule, {})
        stories = self._open.setdefault(rule, OpenStories(kept))
        outcome = fold(stories, record, (0, self._seq), self._policies.get(rule, Policy()))
        for told in outcome.changed:
            kept[told.story.id] = told.story
        apply(stories, outcome)
        for gone in outcome.removed:
            kept.pop(gone, None)
        for alert in outcome.alerts:
            self._tell(alert, article)

    def _tell(self, alert: Alert, article: Article) -> None:
        at = alert.last_published or article.published or article.fetched or _UNDATED
        subscriptions: tuple[str, ...] = ()
        silence = None
        if self._routing is not None:
            plan = route(alert, self._routing, self._routed.get(alert.id), now=at, alerted=at, stale_after=_NEVER_STALE)
            if plan.routed is not None:
                self._routed[alert.id] = plan.routed
            subscriptions = tuple(delivery.subscription for delivery in plan.deliveries if not delivery.silence)
            silence = plan.silence
        self.told.append(
            Told(
                alert=alert.id,
                rule=alert.rule,
                story=alert.story,
                kind=alert.kind,
                severity=alert.severity,
                score=alert.score,
                headline=alert.headline,
                at=at,
                article=article.id,
                changes=alert.changes,
                subscriptions=subscriptions,
                silenced=silence,
                messages=1 if self._routing is None else len(subscriptions),
            )
        )
