"""From a subscription and what it is to be told, the request to make."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import msgspec

from tocsin.core.config.templates import TemplateError
from tocsin.core.delivery.attempt import Verdict
from tocsin.core.delivery.outcome import slack_api_verdict, slack_webhook_verdict, webhook_verdict
from tocsin.core.messages.custom import render_custom
from tocsin.core.messages.mail import render_mail
from tocsin.core.messages.plain import PlainText, render_plain, render_plain_held
from tocsin.core.messages.sign import SecretError, hmac_header, parse_secret, signature_headers
from tocsin.core.messages.slack.message import render_slack, render_slack_digest, render_slack_held, render_slack_plain
from tocsin.core.messages.summary import render_plain_summary, render_slack_summary
from tocsin.core.messages.webhook import render_webhook, render_webhook_held, render_webhook_summary
from tocsin.core.model.delivery import Shown
from tocsin.core.model.subscription import EmailTarget, SecretRef, SlackTarget, Subscription, TlsFiles, WebhookTarget
from tocsin.edge.http.identity import TlsMaterial
from tocsin.edge.secrets import Secrets, SecretUnavailableError
from tocsin.notifier.controls import Offers
from tocsin.notifier.metrics import TargetKind
from tocsin.notifier.sending.requests import Mail, Message, Post, Push, Request, TargetError

_ENCODER = msgspec.json.Encoder()
_JSON = "application/json; charset=utf-8"
_LOUD = frozenset({"escalation", "withdrawal", "left"})
"""Kinds of notice that show in the channel even when a story's updates go elsewhere."""


def kind_of(subscription: Subscription | None) -> TargetKind:
    """The kind of target, for metrics."""
    if subscription is None:
        return "none"
    if subscription.slack is not None:
        return "slack_api" if subscription.slack.token is not None else "slack_webhook"
    kinds: tuple[TargetKind, ...] = ("webhook", "email", "apprise")
    return next((kind for kind in kinds if getattr(subscription, kind) is not None), "none")


@dataclass(frozen=True)
class Targets:
    """Makes requests; resolves secrets anew each time, so that a rotated one is used at once.

    ``mail_from`` is the address that mail comes from, and ``mail_password`` names the secret for its server.
    """

    secrets: Secrets
    slack_api_url: str
    offers: Offers
    mail_from: str = ""
    mail_password: str = ""

    def request(self, subscription: Subscription, message: Message) -> Request:
        """The request for this message.

        Raises:
            TargetError: A secret is missing or unusable, a template fails, or the subscription names no target.
        """
        if subscription.webhook is not None:
            return self._webhook(subscription.webhook, message)
        if subscription.slack is not None:
            return self._slack(subscription.slack, message)
        if subscription.email is not None:
            return self._mail(subscription.id, subscription.email, message)
        if subscription.apprise is not None:
            return Push(self._secret(subscription.apprise.url), self._plain(message))
        raise TargetError("target_broken")

    def _webhook(self, target: WebhookTarget, message: Message) -> Post:
        try:
            keys = [parse_secret(self._secret(target.secret))]
            if target.previous_secret is not None:
                keys.append(parse_secret(self._secret(target.previous_secret)))
        except SecretError:
            raise TargetError("secret_missing") from None
        body = _webhook_body(target, message)
        url = target.url if isinstance(target.url, str) else self._secret(target.url)
        headers = {name.lower(): self._secret(reference) for name, reference in target.headers.items()}
        headers |= {"content-type": _JSON if target.template is None else target.content_type}
        headers |= signature_headers(keys, message.id, datetime.now(UTC), body)
        if target.hmac is not None:
            key = self._secret(target.hmac.key)
            signed = hmac_header(target.hmac, key, headers["webhook-timestamp"], body)
            headers[target.hmac.header.lower()] = signed
        return Post(url, body, headers, webhook_verdict, self._tls(target.tls))

    def _tls(self, files: TlsFiles | None) -> TlsMaterial | None:
        if files is None:
            return None
        parts = (files.certificate, files.key, files.ca)
        return TlsMaterial(*(None if part is None else self._secret(part) for part in parts))

    def _mail(self, subscription: str, target: EmailTarget, message: Message) -> Mail:
        if not self.mail_from:
            raise TargetError("target_broken")
        about = f"{subscription}/{message.notices[0].alert.id}" if len(message.notices) == 1 else ""
        mail = render_mail(self._plain(message), message.id, self.mail_from, target.to, datetime.now(UTC), about=about)
        password = self._secret(SecretRef(env=self.mail_password)) if self.mail_password else None
        return Mail(mail, password)

    def _slack(self, target: SlackTarget, message: Message) -> Post:
        if message.edit is not None:
            return self._to_slack(target, "chat.update", message.edit)
        payload = self._slack_payload(target, message)
        if target.webhook is not None:
            url = self._secret(target.webhook)
            return Post(url, _ENCODER.encode(payload), {"content-type": _JSON}, slack_webhook_verdict)
        if target.token is None or target.channel is None:
            raise TargetError("target_broken")
        return self._to_slack(target, *_place(target, message, payload))

    def _to_slack(self, target: SlackTarget, method: str, payload: Mapping[str, Any]) -> Post:
        if target.token is None:
            raise TargetError("target_broken")
        headers = {"content-type": _JSON, "authorization": f"Bearer {self._secret(target.token)}"}
        url = f"{self.slack_api_url.rstrip('/')}/{method}"
        return Post(url, _ENCODER.encode(payload), headers, slack_api_verdict)

    def shown(self, subscription: Subscription, message: Message, verdict: Verdict) -> Shown | None:
        """What is to be remembered of a message that was posted, so that it can be marked; None: nothing, since it
        can't be edited, or does not show one open story in the channel.
        """
        target = subscription.slack
        if target is None or target.token is None or verdict.ts is None or len(message.notices) != 1:
            return None
        payload = self._slack_payload(target, message)
        _, placed = _place(target, message, payload)
        notice = message.notices[0]
        if not notice.is_open or (placed.get("thread_ts") and not placed.get("reply_broadcast")):
            return None
        blocks = payload.get("blocks")
        return Shown(
            subscription=subscription.id,
            alert=notice.alert.id,
            ts=verdict.ts,
            channel=verdict.channel or target.channel or "",
            escalated=notice.alert.escalated,
            text=payload["text"],
            blocks="" if blocks is None else _ENCODER.encode(blocks).decode(),
        )

    def _slack_payload(self, target: SlackTarget, message: Message) -> dict[str, Any]:
        if message.held is not None:
            return render_slack_held(message.held.count)
        if message.gathered is not None:
            return render_slack_summary(message.gathered, plain=message.plain)
        if len(message.notices) > 1:
            return render_slack_digest(list(message.notices))
        notice = message.notices[0]
        if message.plain:
            return render_slack_plain(notice)
        controls = self.offers.controls(notice, bot=target.token is not None)
        return render_slack(notice, mention_channel=target.allow_channel_mentions, controls=controls)

    def _plain(self, message: Message) -> PlainText:
        if message.gathered is not None:
            return render_plain_summary(message.gathered)
        if message.held is not None:
            return render_plain_held(message.held)
        return render_plain(message.notices, self.offers.controls(message.notices[0]))

    def _secret(self, reference: SecretRef) -> str:
        try:
            return self.secrets.get(reference.env)
        except SecretUnavailableError:
            raise TargetError("secret_missing") from None


def _webhook_body(target: WebhookTarget, message: Message) -> bytes:
    if message.held is not None:
        return render_webhook_held(message.id, message.held)
    if message.gathered is not None:
        return render_webhook_summary(message.id, message.gathered)
    notice = message.notices[0]
    at = notice.alert.last_published or notice.alert.article.published or datetime.fromtimestamp(0, UTC)
    if target.template is None:
        return render_webhook(notice, at)
    try:
        return render_custom(target.template, target.content_type, notice, at)
    except TemplateError:
        raise TargetError("template_broken") from None


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
