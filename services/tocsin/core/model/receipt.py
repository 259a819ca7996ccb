"""How attempts to reach a subscriber end, and the closed vocabulary for it."""

from typing import Literal

from tocsin.core.model.base import UtcTime, Value

Outcome = Literal[
    "delivered",
    "retry",
    "permanent",
    "disable",
    "exhausted",
    "held_back",
    "gathered",
    "stale",
    "silenced",
    "unsubscribed",
    "untold",
    "superseded",
    "repeat",
]
"""How an attempt, or a delivery settled without one, ended; also the label set of the metrics.

``delivered`` to ``exhausted`` end an attempt: taken; to be tried again; refused for good; refused, and the subscription
with it; tried for the last time. The others settle without one: ``held_back`` among too many pending, ``gathered`` to
be told together with others, ``stale`` news, ``silenced``, ``unsubscribed`` because the subscription is gone, disabled
or no longer matches, ``untold`` because the story ended or left the filter before the subscriber had heard of it,
``superseded`` by a newer revision, ``repeat`` of what was sent already.
"""

Reason = Literal[
    "",
    "ok",
    "timeout",
    "dns",
    "connect",
    "tls",
    "address_refused",
    "url_refused",
    "protocol",
    "redirect",
    "http_3xx",
    "http_4xx",
    "http_5xx",
    "gone",
    "forbidden",
    "not_found",
    "unauthorized",
    "payload_too_large",
    "rate_limited",
    "secret_missing",
    "target_broken",
    "slack_payload",
    "slack_channel",
    "slack_auth",
    "slack_busy",
    "slack_unknown",
    "template_broken",
    "mail_busy",
    "mail_refused",
    "mail_auth",
    "push_refused",
    "attempts_exhausted",
    "disabled",
    "internal",
]
"""Why, as a short code of ours: never the receiver's words, a URL or a secret."""


class Receipt(Value, frozen=True, kw_only=True):
    """How one attempt ended, or why a delivery was settled without one.

    ``attempt`` counts from 1 and is 0 where none was made; ``status`` is HTTP's; ``seconds`` is how long the attempt
    took; ``next_attempt`` is set when ``outcome`` is ``retry``. ``subscription`` is empty where the router settled an
    alert for all at once. ``published``, ``alerted`` and ``test`` come from the
    alert and its delivery, so that time to alert can be told from receipts alone.
    """

    id: str
    delivery: str
    subscription: str
    alert: str
    seq: int
    attempt: int
    outcome: Outcome
    at: UtcTime
    reason: Reason = ""
    status: int | None = None
    seconds: float | None = None
    next_attempt: UtcTime | None = None
    published: UtcTime | None = None
    alerted: UtcTime | None = None
    test: bool = False
