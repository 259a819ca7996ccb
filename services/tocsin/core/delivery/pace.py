"""How often each kind of receiver may be asked, and from how many waiting alerts on they become one summary."""

from dataclasses import dataclass

from tocsin.core.model.subscription import Subscription

_CHAT_SECONDS = 1.0
"""Slack's limit is a message a second in a channel (https://api.slack.com/docs/rate-limits); Apprise's services are
chats of that sort too.
"""

_CHAT_SUMMARY = 8
_MAIL_SUMMARY = 4


@dataclass(frozen=True, slots=True)
class Pace:
    """At least ``interval`` seconds between attempts; ``digest_at`` or more alerts that wait go as one (0: never)."""

    interval: float = 0.0
    digest_at: int = 0


def pace_of(subscription: Subscription | None) -> Pace:
    """The pace that the subscription's target wants."""
    if subscription is None:
        return Pace()
    if subscription.slack is not None or subscription.apprise is not None:
        return Pace(_CHAT_SECONDS, _CHAT_SUMMARY)
    if subscription.email is not None:
        return Pace(60 / subscription.email.per_minute, _MAIL_SUMMARY)
    if subscription.webhook is not None and subscription.webhook.per_second:
        return Pace(1 / subscription.webhook.per_second)
    return Pace()
