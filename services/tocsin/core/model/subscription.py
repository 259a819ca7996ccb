"""Who is told what, and for whom silence is kept."""

from typing import Annotated, Literal

import msgspec

from tocsin.core.model.alert import AlertKind
from tocsin.core.model.base import Severity, UtcTime
from tocsin.core.model.rule import Identifier, Kilometres, Latitude, Longitude, Text, Written

Minutes = Annotated[str, msgspec.Meta(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
"""A time of day, ``07:30``."""

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


class SecretRef(Written, frozen=True, kw_only=True):
    """Names a secret without holding it: ``env`` must begin with ``TOCSIN_SECRET_``."""

    env: str


class Circle(Written, frozen=True, kw_only=True):
    """All that lies within ``km`` kilometres of a point."""

    lat: Latitude
    lon: Longitude
    km: Kilometres


class Filter(Written, frozen=True, kw_only=True):
    """Which alerts are meant: all that is given must hold.

    ``severity`` is a floor and ``severity_up_to`` a ceiling; ``regions`` hold with containment (Mosul is in Iraq); of
    ``rules``, ``regions``, ``kinds`` and ``sources`` one suffices. ``sources`` compares with the source and the
    publisher of any report in the story.
    """

    rule: str | None = None
    rules: tuple[str, ...] = ()
    labels: dict[str, str] = {}
    severity: Severity | None = None
    severity_up_to: Severity | None = None
    regions: tuple[str | int, ...] = ()
    near: Circle | None = None
    kinds: tuple[AlertKind, ...] = ()
    sources: tuple[Text, ...] = ()
    story: str | None = None


class QuietHours(Written, frozen=True, kw_only=True):
    """From ``start`` to ``end`` (past midnight if earlier) in ``zone`` all but critical alerts wait until ``end``.

    ``zone`` is an IANA time zone; ``days`` are those on which a quiet time begins, all when empty.
    """

    zone: str
    start: Minutes
    end: Minutes
    days: tuple[Weekday, ...] = ()


class SlackTarget(Written, frozen=True, kw_only=True):
    """Either an incoming ``webhook`` or a bot ``token`` with a ``channel``.

    With a token, ``updates`` says where later revisions of a story go: under its first message, in place of it, or as
    messages of their own; escalations always show in the channel. ``allow_channel_mentions`` makes critical first
    notices and escalations begin with @channel.
    """

    webhook: SecretRef | None = None
    token: SecretRef | None = None
    channel: str | None = None
    updates: Literal["thread", "replace", "channel"] = "thread"
    allow_channel_mentions: bool = False


class WebhookTarget(Written, frozen=True, kw_only=True):
    """A URL that receives Standard Webhooks. ``secret`` (``whsec_`` and base64) signs, and so does ``previous_secret``.

    ``headers`` are sent as they are, each value a secret. ``per_second`` bounds how often it is asked; without it, one
    request follows the answer to the one before.
    """

    url: str | SecretRef
    secret: SecretRef
    previous_secret: SecretRef | None = None
    headers: dict[str, SecretRef] = {}
    per_second: Annotated[float, msgspec.Meta(gt=0, le=1000)] | None = None


class Subscription(Written, frozen=True, kw_only=True, tag_field="kind", tag="subscription"):
    """One receiver: what it wants (``match``), when, and how to reach it (exactly one target)."""

    id: Identifier
    match: Filter = Filter()
    quiet: QuietHours | None = None
    slack: SlackTarget | None = None
    webhook: WebhookTarget | None = None


class Silence(Written, frozen=True, kw_only=True, tag_field="kind", tag="silence"):
    """Nobody is told of alerts that ``match``, ``since`` then (at once without it) ``until`` then.

    ``until_escalates`` lifts it from each story that escalates; ``seq``, the revision that its author had seen, has
    only later escalations do so: an acknowledgement. Who was told of a story hears of its withdrawal all the same.
    ``reason`` and ``author`` are for those who wonder.
    """

    id: Identifier
    match: Filter
    until: UtcTime
    reason: str
    author: str = ""
    since: UtcTime | None = None
    until_escalates: bool = False
    seq: int | None = None


class Feed(Written, frozen=True, kw_only=True, tag_field="kind", tag="feed"):
    """Where articles are fetched."""

    id: Identifier
    url: str
    publisher: str | None = None
