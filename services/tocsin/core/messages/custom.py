"""Webhook bodies of another shape: a subscription's template over the event that the body would hold otherwise."""

import functools
from datetime import datetime

import msgspec

from tocsin.core.config.templates import Template, TemplateError
from tocsin.core.messages.webhook import MAX_BYTES, webhook_event
from tocsin.core.routing.notice import Notice

_ENCODER = msgspec.json.Encoder()


def render_custom(source: str, content_type: str, notice: Notice, at: datetime) -> bytes:
    """The body; the template sees the event's fields (``type``, ``data`` and so on) as published for webhooks.

    Raises:
        TemplateError: The template can't be used, or what it writes is no JSON though ``content_type`` says so.
    """
    values = msgspec.to_builtins(webhook_event(notice, at))
    text = _compiled(source).render(values, MAX_BYTES)
    body = text.encode("utf-8", "replace")
    if content_type.startswith("application/json"):
        try:
            msgspec.json.decode(body)
        except msgspec.DecodeError as error:
            raise TemplateError(f"the text is no JSON: {error}") from None
    return body


@functools.lru_cache(maxsize=1024)
def _compiled(source: str) -> Template:
    return Template(source)
