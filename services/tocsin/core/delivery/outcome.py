"""The closed table of outcomes: HTTP statuses, errors, and Slack's own answers.

Sources: Standard Webhooks 1.0, "Deliverability and reliability" (2xx is success, 410 disables, all else is retried);
https://api.slack.com/messaging/webhooks (errors of incoming webhooks); https://api.slack.com/methods/chat.postMessage
and chat.update (error codes).
"""

import msgspec

from tocsin.core.delivery.attempt import Answer, Failure, Verdict
from tocsin.core.model.receipt import Outcome, Reason

_GONE = 410
_TOO_LARGE = 413
_TOO_MANY = 429

_SLACK_DISABLING: dict[int, Reason] = {401: "unauthorized", 403: "forbidden", 404: "not_found", _GONE: "gone"}
"""What an incoming webhook's status says when its text is none we know."""

_FAILURES: dict[Reason, Outcome] = {"url_refused": "disable"}
"""Failures that are not retried; every other may pass."""

_UNREADABLE = frozenset(
    {
        "invalid_blocks",
        "invalid_blocks_format",
        "invalid_payload",
        "invalid_attachments",
        "msg_too_long",
        "msg_blocks_too_long",
        "too_many_attachments",
        "no_text",
    }
)
"""Slack can't read the message: plain text may do."""

_REFUSED = frozenset(
    {
        "channel_not_found",
        "channel_is_archived",
        "is_archived",
        "is_inactive",
        "not_in_channel",
        "user_not_found",
        "cannot_dm_bot",
        "restricted_action",
        "restricted_action_read_only_channel",
        "restricted_action_thread_only_channel",
        "restricted_action_non_threadable_channel",
        "action_prohibited",
        "posting_to_general_channel_denied",
        "as_user_not_supported",
    }
)
"""The channel does not take our messages."""

_NO_ACCESS = frozenset(
    {
        "not_authed",
        "invalid_auth",
        "invalid_token",
        "account_inactive",
        "token_revoked",
        "token_expired",
        "no_permission",
        "missing_scope",
        "not_allowed_token_type",
        "org_login_required",
        "ekm_access_denied",
        "enterprise_is_restricted",
        "team_access_not_granted",
        "access_denied",
        "two_factor_setup_required",
        "no_service",
        "no_service_id",
        "no_team",
        "team_disabled",
    }
)
"""The token or the webhook is not, or no longer, good."""

_BUSY = frozenset(
    {
        "ratelimited",
        "rate_limited",
        "rollup_error",
        "message_limit_exceeded",
        "internal_error",
        "fatal_error",
        "service_unavailable",
        "request_timeout",
        "team_added_to_org",
        "accesslimited",
    }
)
"""Slack can't now."""

_MESSAGE_LOST = frozenset(
    {"message_not_found", "thread_not_found", "invalid_thread_ts", "cant_update_message", "edit_window_closed"}
)
"""The message that this one belongs to is gone."""


_MAIL_AUTH = frozenset({530, 534, 535, 538})
"""The server wants to know who we are, or does not believe it (RFC 4954): the operators' to mend."""


class _SlackAnswer(msgspec.Struct):
    ok: bool
    error: str = ""
    ts: str | None = None
    channel: str | None = None


_DECODER = msgspec.json.Decoder(_SlackAnswer)


def webhook_verdict(result: Answer | Failure) -> Verdict:
    """What a webhook's answer means."""
    if isinstance(result, Failure):
        return Verdict(_FAILURES.get(result.reason, "retry"), result.reason)
    status = result.status
    if status in range(200, 300):
        return Verdict("delivered", "ok", status)
    if status == _GONE:
        return Verdict("disable", "gone", status)
    if status == _TOO_LARGE:
        return Verdict("permanent", "payload_too_large", status)
    return Verdict("retry", _reason(status), status, result.retry_after)


def slack_webhook_verdict(result: Answer | Failure) -> Verdict:
    """What the answer of a Slack incoming webhook means: a status, and the error's name as text."""
    if isinstance(result, Failure) or result.status in range(200, 300) or result.status == _TOO_MANY:
        return webhook_verdict(result)
    status = result.status
    known = _slack_error(result.body.decode("utf-8", "replace").strip(), status)
    if known is not None:
        return known
    if status in _SLACK_DISABLING:
        return Verdict("disable", _SLACK_DISABLING[status], status)
    if status in (400, _TOO_LARGE):
        return Verdict("permanent", "slack_payload", status, plain=True)
    return Verdict("retry", _reason(status), status, result.retry_after)


def slack_api_verdict(result: Answer | Failure) -> Verdict:
    """What the answer of Slack's Web API means: 200 with ``ok``, or with ``ok: false`` and an error's name."""
    if isinstance(result, Failure):
        return webhook_verdict(result)
    status = result.status
    if status == _TOO_MANY:
        return Verdict("retry", "rate_limited", status, result.retry_after)
    if status not in range(200, 300):
        return Verdict("retry", _reason(status), status, result.retry_after)
    try:
        answer = _DECODER.decode(result.body)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return Verdict("retry", "slack_unknown", status)
    if answer.ok:
        return Verdict("delivered", "ok", status, ts=answer.ts, channel=answer.channel)
    return _slack_error(answer.error, status, result.retry_after) or Verdict("retry", "slack_unknown", status)


def mail_verdict(result: Answer | Failure) -> Verdict:
    """What a mail server's reply means (RFC 5321, section 4.2.1: 2xx taken, 4xx not now, 5xx never)."""
    if isinstance(result, Failure):
        return Verdict("retry", result.reason)
    status = result.status
    if status in range(200, 300):
        return Verdict("delivered", "ok", status)
    if status in _MAIL_AUTH:
        return Verdict("retry", "mail_auth", status)
    if status in range(500, 600):
        return Verdict("permanent", "mail_refused", status)
    return Verdict("retry", "mail_busy", status)


def push_verdict(failure: Failure | None) -> Verdict:
    """What Apprise's word means: taken or not; a URL that it can't read is nobody's."""
    return Verdict("delivered", "ok") if failure is None else webhook_verdict(failure)


def _slack_error(error: str, status: int, retry_after: str | None = None) -> Verdict | None:
    if error in _UNREADABLE:
        return Verdict("permanent", "slack_payload", status, plain=True)
    if error in _REFUSED:
        return Verdict("disable", "slack_channel", status)
    if error in _NO_ACCESS:
        return Verdict("disable", "slack_auth", status)
    if error in _BUSY:
        return Verdict("retry", "slack_busy", status, retry_after)
    if error in _MESSAGE_LOST:
        return Verdict("permanent", "slack_payload", status, anew=True)
    return None


def _reason(status: int) -> Reason:
    if status == _TOO_MANY:
        return "rate_limited"
    if status in range(300, 400):
        return "redirect"
    if status in range(400, 500):
        return "http_4xx"
    return "http_5xx"
