"""What a type can't say of a subscription's target: exactly one, and one that can be used."""

import re
from collections.abc import Iterator

from tocsin.core.config.findings import Finding, Path
from tocsin.core.config.templates import Template, TemplateError
from tocsin.core.model.subscription import HEADER_NAME, SecretRef, SlackTarget, Subscription, TlsFiles, WebhookTarget

SECRET_PREFIX = "TOCSIN_SECRET_"  # noqa: S105 - a name's beginning, not a secret

TARGETS = ("slack", "webhook", "email", "apprise")
"""The fields of a subscription that say how it is reached."""

OUR_HEADERS = frozenset(
    {
        *("connection", "content-length", "content-type", "host", "te", "trailer", "transfer-encoding", "upgrade"),
        *("accept-encoding", "user-agent", "webhook-id", "webhook-signature", "webhook-timestamp"),
    }
)
"""Header fields that a subscription can't set: those of the connection, and those that we write ourselves."""


def check_target(thing: Subscription) -> Iterator[Finding]:
    """Everything wrong with how a subscription is reached, as far as the object alone tells."""
    given = [name for name in TARGETS if getattr(thing, name) is not None]
    if len(given) != 1:
        yield (), f"a subscription has exactly one target, {' or '.join(TARGETS)}: this one has {len(given)}"
    if thing.slack is not None:
        yield from _slack(thing.slack, ("slack",))
    if thing.webhook is not None:
        yield from _webhook(thing.webhook, ("webhook",))
    if thing.apprise is not None:
        yield from _secret(thing.apprise.url, ("apprise", "url"))


def _slack(slack: SlackTarget, path: Path) -> Iterator[Finding]:
    if (slack.webhook is None) == (slack.token is None):
        yield path, "slack takes either webhook: {env: ...}, or token: {env: ...} with channel"
    elif (slack.token is None) != (slack.channel is None):
        yield path, "slack's channel goes with token; an incoming webhook has its own channel"
    yield from _secret(slack.webhook, (*path, "webhook"))
    yield from _secret(slack.token, (*path, "token"))


def _webhook(webhook: WebhookTarget, path: Path) -> Iterator[Finding]:
    if isinstance(webhook.url, SecretRef):
        yield from _secret(webhook.url, (*path, "url"))
    elif not webhook.url.startswith(("http://", "https://")):
        yield (*path, "url"), f"url {webhook.url!r} must begin with https:// or http://"
    yield from _secret(webhook.secret, (*path, "secret"))
    yield from _secret(webhook.previous_secret, (*path, "previous_secret"))
    for name, secret in webhook.headers.items():
        yield from _header(name, (*path, "headers"))
        yield from _secret(secret, (*path, "headers", name))
    if webhook.hmac is not None:
        yield from _header(webhook.hmac.header, (*path, "hmac", "header"))
        yield from _secret(webhook.hmac.key, (*path, "hmac", "key"))
    if webhook.tls is not None:
        yield from _tls(webhook.tls, (*path, "tls"))
    if webhook.template is not None:
        try:
            Template(webhook.template)
        except TemplateError as error:
            yield (*path, "template"), f"template: {error}"
    elif webhook.content_type != "application/json":
        yield (*path, "content_type"), "content_type goes with template: without one, the body is JSON"


def _tls(tls: TlsFiles, path: Path) -> Iterator[Finding]:
    if (tls.certificate is None) != (tls.key is None):
        yield path, "a certificate and its key go together"
    for name in ("certificate", "key", "ca"):
        yield from _secret(getattr(tls, name), (*path, name))


def _header(name: str, path: Path) -> Iterator[Finding]:
    if not re.search(HEADER_NAME, name):
        yield path, f"{name!r} is no name of an HTTP header, such as x-api-key"
    elif name.lower() in OUR_HEADERS:
        yield path, f"the header {name!r} is ours to set: choose another name"


def _secret(secret: SecretRef | None, path: Path) -> Iterator[Finding]:
    if secret is not None and not secret.env.startswith(SECRET_PREFIX):
        yield (*path, "env"), f"env {secret.env!r} must begin with {SECRET_PREFIX}: other variables can't be read"
