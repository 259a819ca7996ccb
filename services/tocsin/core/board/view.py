"""A story in words, as the console shows it: facts, history, evidence, reports, and who was told when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from tocsin.core.analysis.text.clean import clean as without_markup
from tocsin.core.board.board import Entry
from tocsin.core.model.alert import Alert, AlertKind
from tocsin.core.model.base import Severity
from tocsin.core.model.receipt import Outcome, Receipt
from tocsin.core.model.subscription import Filter, Silence
from tocsin.core.wording import facts
from tocsin.core.wording.text import safe_url

KINDS: dict[AlertKind, str] = {
    "new": "first told",
    "update": "update",
    "escalation": "escalation",
    "withdrawal": "withdrawn",
}
OUTCOMES: dict[Outcome, str] = {
    "delivered": "delivered",
    "retry": "failed, will be tried again",
    "permanent": "refused for good",
    "disable": "refused; the subscription is out of use",
    "exhausted": "given up after many attempts",
    "held_back": "held back among too many",
    "stale": "not told: old news",
    "silenced": "not told: silenced",
    "unsubscribed": "not told: no longer subscribed",
    "untold": "not told: over before it was heard of",
    "superseded": "told with a newer revision",
    "repeat": "told before",
}
_GOOD: frozenset[Outcome] = frozenset({"delivered", "superseded", "repeat"})
_BAD: frozenset[Outcome] = frozenset({"retry", "permanent", "disable", "exhausted", "held_back"})
_MINUTE, _HOUR, _DAY = 60, 3600, 86_400


@dataclass(frozen=True, slots=True)
class Line:
    """A story in a list."""

    id: str
    headline: str
    severity: Severity
    rule: str
    rule_title: str
    kind: str
    at: datetime
    where: str
    toll: str
    movements: str
    sureness: str
    publishers: str
    changes: tuple[str, ...]
    withdrawn: bool
    silence: Silence | None
    delivered: int
    failing: int


@dataclass(frozen=True, slots=True)
class Told:
    """How a revision went to a subscription. ``state`` is good, bad or quiet."""

    subscription: str
    seq: int
    words: str
    state: str
    reason: str
    attempt: int
    at: datetime
    next_attempt: datetime | None


@dataclass(frozen=True, slots=True)
class Detail:
    """All that the console knows of a story."""

    line: Line
    alert: Alert
    source: str | None
    lead: str
    evidence: tuple[tuple[str, str], ...]
    reports: tuple[tuple[str, str | None, str, datetime | None], ...]
    history: tuple[tuple[str, datetime, tuple[str, ...]], ...]
    told: tuple[Told, ...]


def line_of(entry: Entry, silence: Silence | None, receipts: Iterable[Receipt]) -> Line:
    """The story in a list."""
    alert = entry.alert
    newest: dict[str, Receipt] = {}
    for receipt in receipts:
        newest.setdefault(receipt.subscription, receipt)
    return Line(
        id=alert.id,
        headline=alert.headline or alert.title or "Alert",
        severity=alert.severity,
        rule=alert.rule,
        rule_title=alert.title,
        kind=KINDS[alert.kind],
        at=entry.at,
        where=facts.places(alert),
        toll=facts.tolls(alert),
        movements=facts.movements(alert),
        sureness=facts.sureness(alert),
        publishers=facts.publishers(alert),
        changes=alert.changes,
        withdrawn=entry.is_over,
        silence=silence,
        delivered=sum(receipt.outcome in _GOOD for receipt in newest.values()),
        failing=sum(receipt.outcome in _BAD for receipt in newest.values()),
    )


def detail_of(entry: Entry, silence: Silence | None, receipts: list[Receipt]) -> Detail:
    """The story on a page of its own. URLs that are no links of the web are left out."""
    alert = entry.alert
    return Detail(
        line=line_of(entry, silence, receipts),
        alert=alert,
        source=safe_url(alert.article.url),
        lead=facts.lead(alert),
        evidence=tuple((item.why, without_markup(item.text)[0]) for item in alert.evidence),
        reports=tuple(
            (link.title or "report", safe_url(link.url), link.publisher or link.source or "", link.published)
            for link in alert.links
        ),
        history=tuple((KINDS[item.kind], item.at, item.changes) for item in reversed(entry.revisions)),
        told=tuple(_told(receipt) for receipt in receipts),
    )


def covers(match: Filter) -> str:
    """What a silence covers, in words."""
    parts = []
    rules = [*([match.rule] if match.rule else []), *match.rules]
    parts += [f"rule {', '.join(rules)}"] if rules else []
    parts += [f"story {match.story}"] if match.story else []
    parts += [f"in {', '.join(map(str, match.regions))}"] if match.regions else []
    near = match.near
    parts += [f"within {near.km:g} km of {near.lat:g}, {near.lon:g}"] if near else []
    parts += [f"{name}: {value}" for name, value in match.labels.items()]
    parts += [f"{match.severity} or graver"] if match.severity else []
    parts += [f"{match.severity_up_to} or milder"] if match.severity_up_to else []
    parts += [f"reported by {', '.join(match.sources)}"] if match.sources else []
    parts += [f"{', '.join(match.kinds)} only"] if match.kinds else []
    return "; ".join(parts) or "everything"


def ago(moment: datetime, now: datetime) -> str:
    """``12 min ago``, ``in 3 h``: whole units that have passed, or that are begun when it comes."""
    seconds = (now - moment).total_seconds()
    size = abs(seconds)
    if size < _MINUTE:
        return "just now" if seconds >= 0 else "in a moment"
    unit, name = (_MINUTE, "min") if size < _HOUR else (_HOUR, "h") if size < 2 * _DAY else (_DAY, "days")
    return f"{size // unit:.0f} {name} ago" if seconds >= 0 else f"in {-(-size // unit):.0f} {name}"


def duration(length: timedelta) -> str:
    """``1 h``, ``2 days``, for a choice."""
    seconds = int(length.total_seconds())
    if seconds % _DAY == 0:
        days = seconds // _DAY
        return f"{days} day{'' if days == 1 else 's'}"
    return f"{seconds // _HOUR} h"


def _told(receipt: Receipt) -> Told:
    return Told(
        subscription=receipt.subscription or "everybody",
        seq=receipt.seq,
        words=OUTCOMES[receipt.outcome],
        state="good" if receipt.outcome in _GOOD else "bad" if receipt.outcome in _BAD else "quiet",
        reason="" if receipt.reason in ("", "ok") else receipt.reason.replace("_", " "),
        attempt=receipt.attempt,
        at=receipt.at,
        next_attempt=receipt.next_attempt,
    )
