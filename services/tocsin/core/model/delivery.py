"""What is owed to subscribers, what was sent, and how each attempt ended."""

from typing import Literal

from tocsin.core.model.alert import Alert
from tocsin.core.model.base import UtcTime, Value

Outcome = Literal[
    "delivered",
    "retry",
    "permanent",
    "disable",
    "held_back",
    "stale",
    "silenced",
    "unsubscribed",
    "superseded",
    "repeat",
]
"""How an attempt, or a delivery settled without one, ended; also the label set of the metrics."""


class Delivery(Value, frozen=True, kw_only=True, tag_field="type", tag="delivery"):
    """One alert's newest revision, owed to one subscription. Key ``due/SUBSCRIPTION/ALERT``; a tombstone once settled."""

    id: str
    subscription: str
    alert: Alert
    attempts: int = 0
    not_before: UtcTime | None = None
    test: bool = False
    forced: bool = False


class Sent(Value, frozen=True, kw_only=True, tag_field="type", tag="sent"):
    """What a subscriber has seen of an alert. Key ``sent/SUBSCRIPTION/ALERT``. ``thread`` is Slack's message ts."""

    subscription: str
    alert: str
    seq: int
    at: UtcTime
    thread: str | None = None


class Disabled(Value, frozen=True, kw_only=True, tag_field="type", tag="disabled"):
    """A subscription that the receiver's own answer put out of use. Key ``disabled/SUBSCRIPTION``; holds until the
    subscription's content (``version``) changes.
    """

    subscription: str
    version: str
    at: UtcTime
    reason: str


class Receipt(Value, frozen=True, kw_only=True):
    """How one attempt ended. ``reason`` is a short code of ours, never the receiver's words, a URL or a secret."""

    id: str
    delivery: str
    subscription: str
    alert: str
    seq: int
    attempt: int
    outcome: Outcome
    at: UtcTime
    reason: str = ""
    status: int | None = None
    seconds: float | None = None
    next_attempt: UtcTime | None = None
