"""What subscribers are told: one revision of one story's alert."""

from typing import Literal

from tocsin.core.model.analysis import CasualtyKind, Place, Status
from tocsin.core.model.base import Severity, UtcTime, Value
from tocsin.core.model.match import ArticleRef, Evidence

AlertKind = Literal["new", "update", "escalation", "withdrawal"]


class Toll(Value, frozen=True, kw_only=True):
    """What is now held of one kind of casualty over the whole story. ``max`` None: no upper bound is known."""

    kind: CasualtyKind
    min: int | None
    max: int | None
    status: Status
    sources: int = 1


class Movement(Value, frozen=True, kw_only=True):
    """One military movement as the story now has it; see ``Deployment`` for the fields."""

    action: str
    status: Status
    force: str | None = None
    count: int | None = None
    actor: str | None = None
    place: str | None = None


class Link(Value, frozen=True, kw_only=True):
    """A report in the story."""

    title: str
    url: str | None = None
    source: str | None = None
    publisher: str | None = None
    published: UtcTime | None = None


class Alert(Value, frozen=True, kw_only=True):
    """One revision of one story's alert.

    ``seq`` is the offset of the match that caused this revision: it grows along a story, so consumers keep the highest
    of each ``id`` and drop the rest. ``changes`` says in words what differs from the revision before ("killed: 279 →
    310"). ``first_published`` and ``last_published`` are event times over the story's articles. ``article`` and
    ``evidence`` belong to the article that caused this revision: the words that made it fire. ``confidence``, 0..1,
    grows with each independent publisher and not with copies. ``new_reports`` have come ``since`` the revision before.
    ``escalated`` is the ``seq`` of the story's newest escalation, None if it never escalated. ``about`` tells an alert
    of a story from that of a burst: many articles (``reports``) on one rule at once.
    """

    id: str
    seq: int
    kind: AlertKind
    rule: str
    rule_version: str
    story: str
    title: str
    headline: str
    severity: Severity
    score: float
    labels: dict[str, str]
    article: ArticleRef
    evidence: tuple[Evidence, ...] = ()
    changes: tuple[str, ...] = ()
    tolls: tuple[Toll, ...] = ()
    movements: tuple[Movement, ...] = ()
    places: tuple[Place, ...] = ()
    reports: int = 1
    publishers: int = 1
    links: tuple[Link, ...] = ()
    first_published: UtcTime | None = None
    last_published: UtcTime | None = None
    confidence: float | None = None
    new_reports: int = 0
    since: UtcTime | None = None
    escalated: int | None = None
    about: Literal["story", "burst"] = "story"
