"""Alerts that are told together: what is gathered for whom, why, and until when."""

from datetime import datetime
from typing import Literal

from msgspec.structs import replace

from tocsin.core.model.alert import Alert
from tocsin.core.model.base import rank
from tocsin.core.model.delivery import Delivery, Gathered, SummaryLine
from tocsin.core.model.subscription import Silence
from tocsin.core.wording import facts
from tocsin.core.wording.text import clean, cut, safe_url

MAX_LINES = 30
"""Stories listed in one summary; of those beyond, the mildest and oldest are only counted."""

_HEADLINE_LIMIT = 160
_WHERE_LIMIT = 80
_URL_LIMIT = 300

Suppression = Literal["silenced", "acknowledged", "limit", "rule_limit", "digest", "held_back", "stale"]
"""Why an alert was not told at once, or not at all: the closed set that metrics show."""

DIGEST = "digest"
LIMIT = "limit"
_RULE_LIMIT = "limit."
_SILENCE = "silence."
_ACKNOWLEDGEMENT = "silence.ack-"
_APART = "~"


def set_apart(gathered: Gathered) -> Gathered:
    """Under a cause of its own, so that it never takes the place of what is gathered for the same cause since."""
    return replace(gathered, cause=f"{cause_of(gathered)}{_APART}{gathered.since.timestamp():.0f}")


def cause_of(gathered: Gathered) -> str:
    """The cause, whether it was set apart or not."""
    return gathered.cause.partition(_APART)[0]


def limit_of_rule(rule: str) -> str:
    """The cause: a rule's own limit."""
    return _RULE_LIMIT + rule


def of_silence(silence: str) -> str:
    """The cause: a silence, by its id."""
    return _SILENCE + silence


def silence_in(cause: str) -> str | None:
    """The silence that is the cause, by its id."""
    return cause.removeprefix(_SILENCE) if cause.startswith(_SILENCE) else None


def rule_in(cause: str) -> str | None:
    """The rule whose limit is the cause, by its id."""
    return cause.removeprefix(_RULE_LIMIT) if cause.startswith(_RULE_LIMIT) else None


def suppression(cause: str) -> Suppression:
    """Why, for metrics."""
    if cause.startswith(_ACKNOWLEDGEMENT):
        return "acknowledged"
    if cause.startswith(_SILENCE):
        return "silenced"
    return "rule_limit" if cause.startswith(_RULE_LIMIT) else "digest" if cause == DIGEST else "limit"


def gather(
    known: Gathered | None,
    delivery: Delivery,
    cause: str,
    *,
    now: datetime,
    until: datetime,
    silence: Silence | None = None,
) -> Gathered:
    """What is gathered with one delivery more. The same revision again changes nothing."""
    alert = delivery.alert
    before = known or Gathered(
        subscription=delivery.subscription,
        cause=cause,
        count=0,
        since=now,
        until=until,
        reason="" if silence is None else silence.reason,
        author="" if silence is None else silence.author,
    )
    own = next((line for line in before.lines if line.alert == alert.id), None)
    if own is not None and own.seq >= alert.seq:
        return before
    others = tuple(line for line in before.lines if line.alert != alert.id)
    if len(others) >= MAX_LINES:
        mildest = min(others, key=lambda line: rank(line.severity))
        others = tuple(line for line in others if line is not mildest)
    return replace(
        before,
        count=before.count + 1,
        stories=before.stories + (own is None),
        lines=(*others, _line(alert, own)),
    )


def without(known: Gathered, alert: str) -> Gathered:
    """What is gathered, less a story that is told otherwise or was taken back."""
    lines = tuple(line for line in known.lines if line.alert != alert)
    return known if len(lines) == len(known.lines) else replace(known, lines=lines, stories=known.stories - 1)


def ranked(gathered: Gathered) -> list[SummaryLine]:
    """The stories, critical first, and of equal severity those that came first."""
    return sorted(gathered.lines, key=lambda line: -rank(line.severity))


def _line(alert: Alert, own: SummaryLine | None) -> SummaryLine:
    url = safe_url(alert.article.url)
    graver = own is not None and rank(own.severity) > rank(alert.severity)
    return SummaryLine(
        alert=alert.id,
        seq=alert.seq,
        rule=alert.rule,
        story=alert.story,
        kind=alert.kind if own is None else own.kind if own.kind in ("new", "escalation") else alert.kind,
        severity=own.severity if own is not None and graver else alert.severity,
        headline=cut(clean(alert.headline or alert.title), _HEADLINE_LIMIT),
        url=url if url is not None and len(url) <= _URL_LIMIT else None,
        where=cut(facts.places(alert), _WHERE_LIMIT),
    )
