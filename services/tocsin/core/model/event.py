"""What webhook consumers receive: a CloudEvents-shaped JSON body, the contract that docs/delivery.md explains."""

from typing import Literal

from tocsin.core.model.alert import Link, Movement, Toll
from tocsin.core.model.base import Severity, UtcTime, Value
from tocsin.core.model.delivery import SummaryLine
from tocsin.core.model.match import ArticleRef, Evidence

EventKind = Literal["new", "update", "escalation", "withdrawal", "left"]

AlertEventType = Literal[
    "tocsin.alert.new.v1",
    "tocsin.alert.update.v1",
    "tocsin.alert.escalation.v1",
    "tocsin.alert.withdrawal.v1",
    "tocsin.alert.left.v1",
]


class EventPlace(Value, frozen=True, kw_only=True):
    """A place of the story; ``country`` is ISO 3166-1 alpha-2, ``lat`` and ``lon`` are WGS 84 degrees."""

    name: str
    admin1: str | None = None
    country: str | None = None
    geonames_id: int | None = None
    lat: float | None = None
    lon: float | None = None


class AlsoAlert(Value, frozen=True, kw_only=True):
    """The alert of another rule that is told with this one: the same article gave rise to both."""

    alert: str
    seq: int
    rule: str
    rule_title: str
    story: str
    severity: Severity


class AlertData(Value, frozen=True, kw_only=True):
    """One revision of one story's alert, as one subscriber is told.

    ``kind`` is what the revision is to this subscriber: ``left`` means that the story no longer meets its filter.
    ``seq`` grows along the revisions of ``alert``: keep the highest. ``truncated`` names the fields that were cut to
    stay below 20 kB. ``about`` tells an alert of a story from that of a burst: many articles on one rule at once.
    ``also`` are alerts of other rules that come with this message (subscriptions with ``merge``), and with no other.
    """

    alert: str
    seq: int
    kind: EventKind
    subscription: str
    rule: str
    rule_title: str
    story: str
    headline: str
    severity: Severity
    score: float
    labels: dict[str, str]
    article: ArticleRef
    reports: int
    publishers: int
    tolls: tuple[Toll, ...] = ()
    movements: tuple[Movement, ...] = ()
    places: tuple[EventPlace, ...] = ()
    changes: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    links: tuple[Link, ...] = ()
    first_published: UtcTime | None = None
    last_published: UtcTime | None = None
    test: bool = False
    truncated: tuple[str, ...] = ()
    about: Literal["story", "burst"] = "story"
    also: tuple[AlsoAlert, ...] = ()


class HeldData(Value, frozen=True, kw_only=True):
    """``count`` alerts were held back because too many were pending."""

    subscription: str
    count: int
    since: UtcTime


class SummaryData(Value, frozen=True, kw_only=True):
    """``count`` alerts of so many ``stories``, told together; ``lines`` are the stories, the gravest first.

    ``cause`` is ``digest``, ``limit`` (more than the subscription wants in so long), ``rule_limit`` (more than ``rule``
    is to tell) or ``silence``, whose id is ``silence``, with its ``reason`` and ``author``. The alerts came from
    ``since`` on. ``truncated`` names the fields that were cut to stay below 20 kB.
    """

    subscription: str
    cause: Literal["digest", "limit", "rule_limit", "silence"]
    count: int
    stories: int
    since: UtcTime
    lines: tuple[SummaryLine, ...] = ()
    rule: str = ""
    silence: str = ""
    reason: str = ""
    author: str = ""
    truncated: tuple[str, ...] = ()


class Event(Value, frozen=True, kw_only=True):
    """What all bodies share. ``id`` equals the header ``webhook-id``: the same message twice has the same id.

    ``timestamp`` is ``time`` under the name that Standard Webhooks gives it.
    """

    id: str
    time: UtcTime
    timestamp: UtcTime
    subject: str
    specversion: Literal["1.0"] = "1.0"
    source: str = "/tocsin/notifier"
    datacontenttype: Literal["application/json"] = "application/json"


class AlertEvent(Event, frozen=True, kw_only=True):
    """One revision of an alert; ``subject`` is the alert's id."""

    type: AlertEventType
    data: AlertData


class HeldEvent(Event, frozen=True, kw_only=True):
    """Tells of alerts held back; ``subject`` is the subscription's id."""

    data: HeldData
    type: Literal["tocsin.alerts.held.v1"] = "tocsin.alerts.held.v1"


class SummaryEvent(Event, frozen=True, kw_only=True):
    """Tells of several stories at once; ``subject`` is the subscription's id."""

    data: SummaryData
    type: Literal["tocsin.alerts.summary.v1"] = "tocsin.alerts.summary.v1"
