"""The records of the deliveries topic: what is owed to subscribers, and what must be remembered of each.

All of a subscription's records are in one partition. The router writes ``Delivery``, the sender all others of a
subscription; ``Routed`` is the router's own, in the partition whose number is that of the alert's.
"""

from tocsin.core.model.alert import Alert, AlertKind
from tocsin.core.model.base import Severity, UtcTime, Value
from tocsin.core.model.receipt import Outcome, Reason, Receipt

__all__ = [
    "Delivery",
    "DeliveryRecord",
    "Disabled",
    "Gathered",
    "Held",
    "Outcome",
    "Posted",
    "Reason",
    "Receipt",
    "Routed",
    "Sent",
    "Shown",
    "SummaryLine",
    "Tally",
]


class Delivery(Value, frozen=True, kw_only=True, tag_field="type", tag="delivery"):
    """One revision of an alert, owed to one subscription. Key ``due/SUBSCRIPTION/ALERT/SEQ``; a tombstone once settled.

    ``alerted`` is when the alert was written to its topic; ``left`` tells that the story no longer meets the
    subscription's filter; ``attempts`` were made, the next not before ``not_before``, the last failed for ``reason``.
    ``silence`` is the id of the silence that it is to be kept for, until that ends.
    """

    id: str
    subscription: str
    alert: Alert
    alerted: UtcTime | None = None
    left: bool = False
    attempts: int = 0
    not_before: UtcTime | None = None
    reason: Reason = ""
    test: bool = False
    forced: bool = False
    silence: str = ""


class Sent(Value, frozen=True, kw_only=True, tag_field="type", tag="sent"):
    """What a subscriber has seen of an alert. Key ``sent/SUBSCRIPTION/ALERT``.

    ``thread`` is the ts of Slack's first message and ``channel`` the id of the channel it stands in; ``ended`` tells
    that the subscriber was told that the story ended, or left its filter.
    """

    subscription: str
    alert: str
    seq: int
    at: UtcTime
    thread: str | None = None
    channel: str | None = None
    ended: bool = False


class Shown(Value, frozen=True, kw_only=True, tag_field="type", tag="shown"):
    """The newest message of a Slack bot that shows a story in its channel, kept so that it can be marked as
    acknowledged. Key ``shown/SUBSCRIPTION/ALERT``; a tombstone once the subscriber's memory of the story ends.

    ``ts`` and ``channel`` say where the message stands, ``text`` and ``blocks`` (Block Kit, as JSON) what it said
    without a mark. ``escalated`` is the story's newest escalation in it, ``marked`` which acknowledgement it shows now.
    """

    subscription: str
    alert: str
    ts: str
    channel: str
    escalated: int | None = None
    text: str = ""
    blocks: str = ""
    marked: str = ""


class Held(Value, frozen=True, kw_only=True, tag_field="type", tag="held"):
    """Alerts that a subscriber will hear of only as a number. Key ``held/SUBSCRIPTION``; a tombstone once told.

    ``count`` deliveries were held back from ``since`` on.
    """

    subscription: str
    count: int
    since: UtcTime


class SummaryLine(Value, frozen=True, kw_only=True):
    """One story in a summary: what its newest revision says, in short."""

    alert: str
    seq: int
    rule: str
    story: str
    kind: AlertKind
    severity: Severity
    headline: str
    url: str | None = None
    where: str = ""


class Gathered(Value, frozen=True, kw_only=True, tag_field="type", tag="gathered"):
    """Alerts that a subscriber will hear of in one message. Key ``gathered/SUBSCRIPTION/CAUSE``; a tombstone once told.

    ``cause`` is ``digest``, ``limit``, ``limit.RULE`` or ``silence.ID``, ``until`` when it is time to tell. ``count``
    revisions came from ``since`` on; ``lines`` are the stories, of which some may have no room. ``reason`` and
    ``author`` are a silence's.
    """

    subscription: str
    cause: str
    count: int
    since: UtcTime
    until: UtcTime
    lines: tuple[SummaryLine, ...] = ()
    stories: int = 0
    reason: str = ""
    author: str = ""


class Posted(Value, frozen=True, kw_only=True):
    """That an alert of a rule went out; ``urgent`` if it was critical or an escalation."""

    rule: str
    at: UtcTime
    urgent: bool = False


class Tally(Value, frozen=True, kw_only=True, tag_field="type", tag="tally"):
    """What went out of late to a subscriber that is not to get more than so many. Key ``tally/SUBSCRIPTION``."""

    subscription: str
    posted: tuple[Posted, ...] = ()


class Disabled(Value, frozen=True, kw_only=True, tag_field="type", tag="disabled"):
    """A subscription that the receiver's own answer put out of use. Key ``disabled/SUBSCRIPTION``; holds until the
    subscription's content (``version``) changes.
    """

    subscription: str
    version: str
    at: UtcTime
    reason: Reason


class Routed(Value, frozen=True, kw_only=True, tag_field="type", tag="routed"):
    """Up to which revision the router has handled an alert, and for whom. Key ``routed/ALERT``."""

    alert: str
    seq: int
    at: UtcTime
    subscriptions: tuple[str, ...] = ()


DeliveryRecord = Delivery | Sent | Shown | Held | Gathered | Tally | Disabled | Routed
"""Whatever ``type`` says."""
