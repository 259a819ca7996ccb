"""The pace of each channel, shared by all subscriptions of this process that post to it."""

import hashlib
import os
from weakref import WeakValueDictionary

from tocsin.core.delivery.pace import Turns, pace_of
from tocsin.core.model.subscription import SecretRef, Subscription
from tocsin.edge.secrets import Secrets, SecretUnavailableError


class Channels:
    """Knows channels by a keyed hash of what leads there, so that no secret stays in memory for it.

    A channel is a bot's token with the channel's id, an incoming webhook's URL, or a URL of Apprise, whatever the
    variables are called that hold them. All other receivers are their subscription's own.
    """

    def __init__(self, secrets: Secrets) -> None:
        self._secrets = secrets
        self._key = os.urandom(32)
        self._turns: WeakValueDictionary[bytes, Turns] = WeakValueDictionary()

    def turns(self, subscription: Subscription) -> Turns:
        """The turns of its channel, as the configuration and the secrets stand now."""
        place = self._digest(*self._place(subscription))
        turns = self._turns.get(place)
        if turns is None:
            turns = self._turns[place] = Turns()
        turns.interval = pace_of(subscription).interval
        return turns

    def _place(self, subscription: Subscription) -> tuple[str, ...]:
        slack = subscription.slack
        if slack is not None and slack.token is not None:
            return "slack", self._value(slack.token), slack.channel or ""
        if slack is not None and slack.webhook is not None:
            return "slack", self._value(slack.webhook)
        if subscription.apprise is not None:
            return "apprise", self._value(subscription.apprise.url)
        return "subscription", subscription.id

    def _value(self, reference: SecretRef) -> str:
        """The secret, or its name while it is missing: nothing can be sent then."""
        try:
            return self._secrets.get(reference.env)
        except SecretUnavailableError:
            return reference.env

    def _digest(self, *parts: str) -> bytes:
        return hashlib.blake2b("\0".join(parts).encode("utf-8", "replace"), key=self._key, digest_size=16).digest()
