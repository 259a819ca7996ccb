"""Who is told what, and for whom silence is kept."""

from tocsin.core.model.base import Severity, UtcTime, Value
from tocsin.core.model.rule import Identifier


class SecretRef(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Names a secret without holding it: ``env`` must begin with ``TOCSIN_SECRET_``."""

    env: str


class Filter(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which alerts are meant: all that is given must hold. ``severity`` is a floor; ``regions`` hold with containment."""

    rule: str | None = None
    rules: tuple[str, ...] = ()
    labels: dict[str, str] = {}
    severity: Severity | None = None
    regions: tuple[str | int, ...] = ()
    story: str | None = None


class SlackTarget(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Either an incoming ``webhook`` or a bot ``token`` with a ``channel``."""

    webhook: SecretRef | None = None
    token: SecretRef | None = None
    channel: str | None = None
    allow_channel_mentions: bool = False


class WebhookTarget(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A URL that receives Standard Webhooks. ``secret`` (``whsec_`` and base64) signs, and so does ``previous_secret``."""

    url: str | SecretRef
    secret: SecretRef
    previous_secret: SecretRef | None = None


class Subscription(Value, frozen=True, kw_only=True, tag_field="kind", tag="subscription", forbid_unknown_fields=True):
    """One receiver: what it wants (``match``) and how to reach it (exactly one target)."""

    id: Identifier
    match: Filter = Filter()
    slack: SlackTarget | None = None
    webhook: WebhookTarget | None = None


class Silence(Value, frozen=True, kw_only=True, tag_field="kind", tag="silence", forbid_unknown_fields=True):
    """Nobody is told of alerts that ``match``, until then."""

    id: Identifier
    match: Filter
    until: UtcTime
    reason: str
    author: str = ""


class Feed(Value, frozen=True, kw_only=True, tag_field="kind", tag="feed", forbid_unknown_fields=True):
    """Where articles are fetched."""

    id: Identifier
    url: str
    publisher: str | None = None
