"""The closed table: every status, every failure and every answer of Slack's has one outcome."""

import json
from typing import get_args

import pytest

from tocsin.core.delivery.attempt import Answer, Failure
from tocsin.core.delivery.outcome import slack_api_verdict, slack_webhook_verdict, webhook_verdict
from tocsin.core.model.receipt import Reason


@pytest.mark.parametrize(
    ("status", "outcome", "reason"),
    [
        (200, "delivered", "ok"),
        (204, "delivered", "ok"),
        (301, "retry", "redirect"),
        (308, "retry", "redirect"),
        (400, "retry", "http_4xx"),
        (401, "retry", "http_4xx"),
        (404, "retry", "http_4xx"),
        (410, "disable", "gone"),
        (413, "permanent", "payload_too_large"),
        (429, "retry", "rate_limited"),
        (500, "retry", "http_5xx"),
        (503, "retry", "http_5xx"),
        (599, "retry", "http_5xx"),
    ],
)
def test_webhooks(status: int, outcome: str, reason: str) -> None:
    verdict = webhook_verdict(Answer(status, b"", "7"))
    assert (verdict.outcome, verdict.reason, verdict.status) == (outcome, reason, status)
    assert verdict.retry_after == ("7" if outcome == "retry" else None)


def test_every_status_and_failure_has_an_outcome() -> None:
    for judge in (webhook_verdict, slack_webhook_verdict, slack_api_verdict):
        for status in range(100, 1000):
            assert judge(Answer(status)).outcome in ("delivered", "retry", "permanent", "disable")
        for reason in get_args(Reason):
            assert judge(Failure(reason)).outcome == ("disable" if reason == "url_refused" else "retry")


@pytest.mark.parametrize(
    ("status", "text", "outcome", "reason", "plain"),
    [
        (200, "ok", "delivered", "ok", False),
        (400, "invalid_blocks", "permanent", "slack_payload", True),
        (400, "msg_too_long", "permanent", "slack_payload", True),
        (400, "invalid_payload", "permanent", "slack_payload", True),
        (400, "something new", "permanent", "slack_payload", True),
        (403, "action_prohibited", "disable", "slack_channel", False),
        (403, "something new", "disable", "forbidden", False),
        (404, "no_service", "disable", "slack_auth", False),
        (404, "channel_not_found", "disable", "slack_channel", False),
        (410, "channel_is_archived", "disable", "slack_channel", False),
        (429, "rate_limited", "retry", "rate_limited", False),
        (500, "rollup_error", "retry", "slack_busy", False),
        (503, "", "retry", "http_5xx", False),
    ],
)
def test_slack_webhooks(status: int, text: str, outcome: str, reason: str, plain: bool) -> None:  # noqa: FBT001
    verdict = slack_webhook_verdict(Answer(status, text.encode(), "3"))
    assert (verdict.outcome, verdict.reason, verdict.plain) == (outcome, reason, plain)


@pytest.mark.parametrize(
    ("error", "outcome", "plain", "anew"),
    [
        ("invalid_blocks", "permanent", True, False),
        ("msg_blocks_too_long", "permanent", True, False),
        ("channel_not_found", "disable", False, False),
        ("is_archived", "disable", False, False),
        ("token_revoked", "disable", False, False),
        ("ratelimited", "retry", False, False),
        ("internal_error", "retry", False, False),
        ("message_not_found", "permanent", False, True),
        ("an_error_of_tomorrow", "retry", False, False),
    ],
)
def test_slacks_web_api(error: str, outcome: str, plain: bool, anew: bool) -> None:  # noqa: FBT001
    verdict = slack_api_verdict(Answer(200, json.dumps({"ok": False, "error": error}).encode()))
    assert (verdict.outcome, verdict.plain, verdict.anew) == (outcome, plain, anew)


def test_slacks_web_api_says_where_the_message_is() -> None:
    body = b'{"ok": true, "channel": "C012", "ts": "1700000000.000100", "message": {}}'
    verdict = slack_api_verdict(Answer(200, body))
    assert (verdict.outcome, verdict.channel, verdict.ts) == ("delivered", "C012", "1700000000.000100")


@pytest.mark.parametrize("body", [b"", b"<html>", b"[]", b'{"ok": "yes"}', b'{"ok": true', b"\xff"])
def test_an_answer_that_is_not_slacks_is_tried_again(body: bytes) -> None:
    assert slack_api_verdict(Answer(200, body)).outcome == "retry"


def test_slacks_429_keeps_the_wish_to_wait() -> None:
    assert slack_api_verdict(Answer(429, b"", "30")).retry_after == "30"
    assert slack_webhook_verdict(Answer(429, b"", "30")).retry_after == "30"
