"""From a subscription and what it is to be told, the request to make."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import msgspec

from tocsin.core.delivery.attempt import Answer, Failure, Verdict
from tocsin.core.delivery.notice import Notice
from tocsin.core.delivery.outcome import slack_api_verdict, slack_webhook_verdict, webhook_verdict
from tocsin.core.delivery.sign import SecretError, parse_secret, signature_headers
from tocsin.core.delivery.slack import render_slack, render_slack_digest, render_slack_held, render_slack_plain
from tocsin.core.delivery.webhook import render_webhook, render_webhook_held
from tocsin.core.model.delivery import Held
from tocsin.core.model.receipt import Reason
from tocsin.core.model.subscription import SecretRef, SlackTarget, Subscription, WebhookTarget
from tocsin.edge.secrets import Secrets, SecretUnavailableError
from tocsin.notifier.controls import Offers
from tocsin.notifier.metrics import TargetKind

_ENCODER = msgspec.json.Encoder()
_JSON = "application/json; charset=utf-8"
_LOUD = frozenset({"escalation", "withdrawal", "left"})
"""Kinds of notice that show in the channel even when a story's updates go elsewhere."""


class TargetError(Exception):
    """The request can't be made; ``reason`` is our code for it."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Message:
    """What to tell: notices of alerts (several make one summary), or a number held back. ``id`` is the message's own.

    ``plain`` and ``anew`` ask for another form after Slack refused the first.
    """

    id: str
    notices: tuple[Notice, ...] = ()
    held: Held | None = None
    plain: bool = False
    anew: bool = False


@dataclass(frozen=True, slots=True)
class Request:
    """One POST, and how its answer is read. Holds secrets: never to be logged."""

    url: str
    body: bytes
    headers: Mapping[str, str]
    judge: Callable[[Answer | Failure], Verdict]

    def __repr__(self) -> str:
        """Without what it could tell."""
        return "Request()"


def kind_of(subscription: Subscription | None) -> TargetKind:
    """The kind of target, for metrics."""
    if subscription is None:
        return "none"
    if subscription.webhook is not None:
        return "webhook"
    if subscription.slack is None:
        return "none"
    return "slack_api" if subscription.slack.token is not None else "slack_webhook"


@dataclass(frozen=True)
class Targets:
    """Makes requests; resolves secrets anew each time, so that a rotated one is used at once."""

    secrets: Secrets
    slack_api_url: str
    offers: Offers

    def request(self, subscription: Subscription, message: Message) -> Request:
        """The request for this message.

        Raises:
            TargetError: A secret is missing or unusable, or the subscription names no target.
        """
        if subscription.webhook is not None:
            return self._webhook(subscription.webhook, message)
        if subscription.slack is not None:
            return self._slack(subscription.slack, message)
        raise TargetError("target_broken")

    def _webhook(self, target: WebhookTarget, message: Message) -> Request:
        try:
            keys = [parse_secret(self._secret(target.secret))]
            if target.previous_secret is not None:
                keys.append(parse_secret(self._secret(target.previous_secret)))
        except SecretError:
            raise TargetError("secret_missing") from None
        body = _webhook_body(message)
        url = target.url if isinstance(target.url, str) else self._secret(target.url)
        own = {name.lower(): self._secret(reference) for name, reference in target.headers.items()}
        signed = signature_headers(keys, message.id, datetime.now(UTC), body)
        return Request(url, body, own | {"content-type": _JSON} | signed, webhook_verdict)

    def _slack(self, target: SlackTarget, message: Message) -> Request:
        payload = self._slack_payload(target, message)
        if target.webhook is not None:
            url = self._secret(target.webhook)
            return Request(url, _ENCODER.encode(payload), {"content-type": _JSON}, slack_webhook_verdict)
        if target.token is None or target.channel is None:
            raise TargetError("target_broken")
        method, placed = _place(target, message, payload)
        headers = {"content-type": _JSON, "authorization": f"Bearer {self._secret(target.token)}"}
        url = f"{self.slack_api_url.rstrip('/')}/{method}"
        return Request(url, _ENCODER.encode(placed), headers, slack_api_verdict)

    def _slack_payload(self, target: SlackTarget, message: Message) -> dict[str, Any]:
        if message.held is not None:
            return render_slack_held(message.held.count)
        if len(message.notices) > 1:
            return render_slack_digest(list(message.notices))
        notice = message.notices[0]
        if message.plain:
            return render_slack_plain(notice)
        mention = target.allow_channel_mentions
        return render_slack(notice, mention_channel=mention, controls=self.offers.controls(target, notice))

    def _secret(self, reference: SecretRef) -> str:
        try:
            return self.secrets.get(reference.env)
        except SecretUnavailableError:
            raise TargetError("secret_missing") from None


def _webhook_body(message: Message) -> bytes:
    if message.held is not None:
        return render_webhook_held(message.id, message.held)
    notice = message.notices[0]
    at = notice.alert.last_published or notice.alert.article.published or datetime.fromtimestamp(0, UTC)
    return render_webhook(notice, at)


def _place(target: SlackTarget, message: Message, payload: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """Where in the channel the message goes: its method of the Web API, and the payload with what that needs."""
    placed = payload | {"channel": target.channel}
    notice = message.notices[0] if len(message.notices) == 1 else None
    sent = notice.sent if notice is not None else None
    if notice is None or sent is None or sent.thread is None or notice.kind == "new" or message.anew:
        return "chat.postMessage", placed
    if target.updates == "channel":
        return "chat.postMessage", placed
    if target.updates == "replace" and notice.kind not in _LOUD:
        return "chat.update", payload | {"channel": sent.channel or target.channel, "ts": sent.thread}
    return "chat.postMessage", placed | {"thread_ts": sent.thread, "reply_broadcast": notice.kind in _LOUD}
