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


class Turns:
    """Whose turn it is to ask one receiver: at least ``interval`` between two attempts, whichever lane makes them, and
    none before the receiver wants any. Lanes that post to one channel share theirs.
    """

    def __init__(self, interval: float = 0.0) -> None:
        self.interval = interval
        self._last = 0.0
        self._before = 0.0
        self._paused_until = 0.0

    @property
    def next_at(self) -> float:
        """When the next attempt may be made, in seconds since 1970."""
        return max(self._last + self.interval, self._paused_until)

    def take(self, now: float) -> None:
        """An attempt is about to be made: others wait their interval from here on."""
        self._before, self._last = self._last, now

    def give_back(self, taken: float) -> None:
        """Nothing was sent in the turn that was taken then."""
        if self._last == taken:
            self._last = self._before

    def sent(self, now: float) -> None:
        """A request went out."""
        self._last = max(self._last, now)

    def pause(self, until: float) -> None:
        """The receiver wants to be left alone until then."""
        self._paused_until = max(self._paused_until, until)


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
