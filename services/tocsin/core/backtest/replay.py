"""Articles against one configuration, in memory: matches, stories with their quiet times, and who would be told."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from msgspec.structs import replace

from tocsin.core.backtest.desks import Desks, Line, Message
from tocsin.core.backtest.standing import Given
from tocsin.core.model.alert import Alert, AlertKind
from tocsin.core.model.article import Article
from tocsin.core.model.base import Severity, UtcTime, Value
from tocsin.core.model.delivery import Routed
from tocsin.core.model.match import Match, Retraction, retraction_of
from tocsin.core.model.rule import Rule
from tocsin.core.model.story import Story
from tocsin.core.routing.route import route
from tocsin.core.stories import OpenStories, Policy, apply, fold, policy_of

_NEVER_STALE = timedelta(days=36_500)
"""A replay happens at the time of its articles: none is old news to itself."""

_UNDATED = datetime(1970, 1, 1, tzinfo=UTC)


class Told(Value, frozen=True, kw_only=True):
    """One alert revision, and to whom it would have gone. ``silenced`` names the silence that would have kept it.

    ``subscriptions`` are the desks that it would have reached, ``among`` those of them that read of it in a summary, or
    in another alert's message; ``messages`` are those of its own. With no subscriptions at all both are empty, and each
    revision counts as one message.
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
    among: tuple[str, ...] = ()


class Result(NamedTuple):
    """Every revision, and the messages in which desks would have had them; no messages where nobody is subscribed."""

    told: list[Told]
    messages: list[Message]


class Replay:
    """Takes articles in the order of their time, and then tells what desks would have got. Changes as it goes."""

    def __init__(self, rules: Mapping[str, Rule], given: Given | None = None) -> None:
        """``given`` None: nobody is subscribed, and every revision counts as one message."""
        self._told: list[tuple[int, Told]] = []
        self._policies = {name: policy_of(rule) for name, rule in rules.items()}
        self._given = given
        self._desks = None if given is None else Desks(given)
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

    def end(self) -> Result:
        """What desks would have got, once all that waited for its time was sent."""
        if self._desks is None:
            return Result([told for _, told in self._told], [])
        self._desks.end()
        heads: dict[Line, set[str]] = defaultdict(set)
        others: dict[Line, set[str]] = defaultdict(set)
        for message in self._desks.messages:
            first, rest = ((), message.lines) if message.cause else (message.lines[:1], message.lines[1:])
            for line in first:
                heads[line].add(message.desk)
            for line in rest:
                others[line].add(message.desk)
        told = [
            replace(
                each,
                subscriptions=tuple(sorted(heads[Line(each.alert, seq)] | others[Line(each.alert, seq)])),
                among=tuple(sorted(others[Line(each.alert, seq)])),
                messages=len(heads[Line(each.alert, seq)]),
            )
            for seq, each in self._told
        ]
        return Result(told, self._desks.messages)

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
        silence = None
        if self._given is not None and self._desks is not None:
            known = self._routed.get(alert.id)
            plan = route(alert, self._given.routing, known, now=at, alerted=at, stale_after=_NEVER_STALE)
            if plan.routed is not None:
                self._routed[alert.id] = plan.routed
            self._desks.owe(plan.deliveries, at)
            silence = plan.silence
        told = Told(
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
            silenced=silence,
            messages=1 if self._given is None else 0,
        )
        self._told.append((alert.seq, told))
