"""Who is told what, and for whom silence is kept."""

from typing import Annotated, Literal

import msgspec

from tocsin.core.model.alert import AlertKind
from tocsin.core.model.base import Severity, UtcTime
from tocsin.core.model.rule import Identifier, Kilometres, Latitude, Limit, Longitude, Text, Written

Minutes = Annotated[
    str, msgspec.Meta(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$", description="a time of day, such as 07:30")
]

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


class Digest(Written, frozen=True, kw_only=True):
    """One message with all stories, ``every`` so often (``1h``, counted from midnight UTC), or ``at`` times of day in
    ``zone`` (IANA). What ``at_once`` names does not wait for it.
    """

    every: str | None = None
    at: tuple[Minutes, ...] = ()
    zone: str = "UTC"
    at_once: tuple[Literal["critical", "escalation"], ...] = ()


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


HEADER_NAME = r"^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}$"
"""A token: RFC 9110, section 5.6.2."""

HeaderName = Annotated[
    str,
    msgspec.Meta(pattern=HEADER_NAME, description="the name of an HTTP header, such as x-api-key"),
]

ContentType = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^[a-z]+/[a-z0-9.+-]+(; ?charset=utf-8)?$",
        description="a media type in lower case, such as text/plain",
    ),
]

Prefix = Annotated[
    str, msgspec.Meta(pattern=r"^[!-~]{0,40}$", description="at most 40 ASCII characters without spaces")
]

MailAddress = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^[^\s@<>,;:\"()\[\]\\]{1,64}@[A-Za-z0-9.-]{1,180}$",
        description="an address alone, such as desk@example.org",
    ),
]

PerSecond = Annotated[float, msgspec.Meta(gt=0, le=1000)]


class HmacSignature(Written, frozen=True, kw_only=True):
    """One more signature, for receivers that check another form than Standard Webhooks.

    ``header`` holds ``prefix`` and the HMAC in ``encoding``, made with ``algorithm`` and the bytes of ``key`` as they
    are. It ``covers`` the body, or the content of ``webhook-timestamp``, a dot, and the body. GitHub's form is
    ``header: x-hub-signature-256`` with ``prefix: sha256=``.
    """

    header: HeaderName
    key: SecretRef
    algorithm: Literal["sha256", "sha512"] = "sha256"
    encoding: Literal["hex", "base64"] = "hex"
    prefix: Prefix = ""
    covers: Literal["body", "timestamp.body"] = "body"


class TlsFiles(Written, frozen=True, kw_only=True):
    """What TLS with this receiver takes beside the usual, each as PEM text.

    ``certificate`` (with its chain) and its ``key`` are what we show (mutual TLS); ``ca`` are the authorities that the
    receiver's own certificate is checked against in place of the usual ones.
    """

    certificate: SecretRef | None = None
    key: SecretRef | None = None
    ca: SecretRef | None = None


class WebhookTarget(Written, frozen=True, kw_only=True):
    """A URL that receives Standard Webhooks. ``secret`` (``whsec_`` and base64) signs, and so does ``previous_secret``.

    ``headers`` are sent as they are, each value a secret. ``per_second`` bounds how often it is asked; without it, one
    request follows the answer to the one before. ``template`` (Jinja2) writes a body of another shape, sent as
    ``content_type``; docs/delivery.md says what it may use. ``hmac`` adds a signature in another form; ``tls`` is for
    receivers that ask for a certificate or have authorities of their own.
    """

    url: str | SecretRef
    secret: SecretRef
    previous_secret: SecretRef | None = None
    headers: dict[str, SecretRef] = {}
    per_second: PerSecond | None = None
    template: str | None = None
    content_type: ContentType = "application/json"
    hmac: HmacSignature | None = None
    tls: TlsFiles | None = None


class EmailTarget(Written, frozen=True, kw_only=True):
    """Mail to these addresses, through the server that the operators set. ``to`` is seen by all who get it.

    ``per_minute`` bounds how often; what waits longer comes as the newest revision only.
    """

    to: Annotated[tuple[MailAddress, ...], msgspec.Meta(min_length=1, max_length=50)]
    per_minute: Annotated[float, msgspec.Meta(gt=0, le=600)] = 30


class AppriseTarget(Written, frozen=True, kw_only=True):
    """A service that Apprise knows; ``url`` is Apprise's own form, ``tgram://TOKEN/CHAT``: always a secret."""

    url: SecretRef


class Subscription(Written, frozen=True, kw_only=True, tag_field="kind", tag="subscription"):
    """One receiver: what it wants (``match``), when, and how to reach it (exactly one target).

    ``limit`` bounds how many alerts come one by one, ``digest`` has them come together at times of its own. ``merge``
    has the alerts of several rules that one article gives rise to come as one message; without it, people get them so,
    and webhooks do not.
    """

    id: Identifier
    match: Filter = Filter()
    quiet: QuietHours | None = None
    slack: SlackTarget | None = None
    webhook: WebhookTarget | None = None
    email: EmailTarget | None = None
    apprise: AppriseTarget | None = None
    limit: Limit | None = None
    digest: Digest | None = None
    merge: bool | None = None


class Silence(Written, frozen=True, kw_only=True, tag_field="kind", tag="silence"):
    """Nobody is told of alerts that ``match``, ``since`` then (at once without it) ``until`` then.

    ``until_escalates`` lifts it from each story that escalates; ``seq``, the revision that its author had seen, has
    only later escalations do so: an acknowledgement. Who was told of a story hears of its withdrawal all the same.
    ``reason`` and ``author`` are for those who wonder. ``marked`` is the message in Slack whose button made it, which
    shows it already, as ``CHANNEL/TS``.
    """

    id: Identifier
    match: Filter
    until: UtcTime
    reason: str
    author: str = ""
    since: UtcTime | None = None
    until_escalates: bool = False
    seq: int | None = None
    marked: str = ""


class Feed(Written, frozen=True, kw_only=True, tag_field="kind", tag="feed"):
    """Where articles are fetched."""

    id: Identifier
    url: str
    publisher: str | None = None


class Publishers(Written, frozen=True, kw_only=True, tag_field="kind", tag="publishers"):
    """One newsroom: its ``members`` (publishers, sources or sites, as articles name them) count as one voice."""

    id: Identifier
    title: str = ""
    members: Annotated[tuple[Text, ...], msgspec.Meta(min_length=1)]
