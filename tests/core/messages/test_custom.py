"""Bodies of another shape, and signatures in another form."""

import base64
import hashlib
import hmac
import json
from datetime import UTC, datetime
from typing import Any

import pytest

from tocsin.core.config.templates import TemplateError
from tocsin.core.messages.custom import render_custom
from tocsin.core.messages.sign import hmac_header
from tocsin.core.model.subscription import HmacSignature, SecretRef
from tocsin.core.routing.notice import Notice

AT = datetime(2026, 11, 20, 10, 30, tzinfo=UTC)
KEY = SecretRef(env="TOCSIN_SECRET_X")


def custom(alert: Any, source: str, content_type: str = "application/json") -> bytes:
    return render_custom(source, content_type, Notice(id="m", kind="new", alert=alert, subscription="s"), AT)


def test_a_template_sees_the_published_event(make_alert: Any) -> None:
    source = (
        '{"summary": {{ data.headline | tojson }}, "id": {{ id | tojson }}, "when": "{{ time }}",'
        ' "dead": {{ data.tolls[0].min }}, "where": {{ data.places | map(attribute="name") | list | tojson }}}'
    )
    body = json.loads(custom(make_alert(), source))
    assert body == {
        "summary": "279 reported killed in Mosul",
        "id": "m",
        "when": "2026-11-20T10:30:00Z",
        "dead": 279,
        "where": ["Mosul"],
    }


def test_what_is_no_json_is_not_sent_as_json(make_alert: Any) -> None:
    with pytest.raises(TemplateError, match="no JSON"):
        custom(make_alert(headline='a "quote"'), '{"text": "{{ data.headline }}"}')
    assert custom(make_alert(headline='a "quote"'), "{{ data.headline }}", "text/plain") == b'a "quote"'


def test_a_body_has_at_most_20_kb(make_alert: Any) -> None:
    with pytest.raises(TemplateError, match="grows past"):
        custom(make_alert(), "{{ data | tojson }}{{ data | tojson }}" * 200, "text/plain")


def test_the_form_that_github_uses() -> None:
    form = HmacSignature(header="x-hub-signature-256", key=KEY, prefix="sha256=")
    made = hmac_header(form, "It's a Secret to Everybody", "1", b"Hello, World!")
    # the example of https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries
    assert made == "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"


def test_base64_and_the_time() -> None:
    form = HmacSignature(header="x", key=KEY, algorithm="sha512", encoding="base64", covers="timestamp.body")
    expected = base64.b64encode(hmac.new(b"key", b"1700000000.{}", hashlib.sha512).digest()).decode()
    assert hmac_header(form, "key", "1700000000", b"{}") == expected
