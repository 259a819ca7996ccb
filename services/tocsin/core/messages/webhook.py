"""Notices as webhook bodies: CloudEvents-shaped JSON below 20 kB.

Source of the limit: Standard Webhooks 1.0, "Payload size". Texts are cut on code points, lists at the end.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import msgspec

from tocsin.core.model.alert import Alert
from tocsin.core.model.analysis import Place
from tocsin.core.model.delivery import Gathered, Held, SummaryLine
from tocsin.core.model.event import (
    AlertData,
    AlertEvent,
    AlertEventType,
    AlsoAlert,
    EventPlace,
    HeldData,
    HeldEvent,
    SummaryData,
    SummaryEvent,
)
from tocsin.core.routing.gathering import DIGEST, cause_of, ranked, rule_in, silence_in
from tocsin.core.routing.notice import Notice

MAX_BYTES = 20_000
_ENCODER = msgspec.json.Encoder()
_LISTS = ("evidence", "links", "places", "movements", "changes", "tolls")
"""Cut in this order, each to a few and then to none: what is most easily missed first."""

_FEW = 3
_TEXT_LIMIT = 300
_LABELS_KEPT = 20
_ALERT_TYPES: dict[str, AlertEventType] = {
    "new": "tocsin.alert.new.v1",
    "update": "tocsin.alert.update.v1",
    "escalation": "tocsin.alert.escalation.v1",
    "withdrawal": "tocsin.alert.withdrawal.v1",
    "left": "tocsin.alert.left.v1",
}


def render_webhook(notice: Notice, at: datetime) -> bytes:
    """The body of a notice; ``at`` becomes its ``time``: the alert's, so that a retry sends the same bytes."""
    return _fitting(notice, at)[1]


def webhook_event(notice: Notice, at: datetime) -> AlertEvent:
    """The event in that body."""
    return _fitting(notice, at)[0]


def _fitting(notice: Notice, at: datetime) -> tuple[AlertEvent, bytes]:
    """The event and its body, less what would make it longer than ``MAX_BYTES``."""
    moment = at.astimezone(UTC)
    for data in _ever_smaller(_data(notice)):
        event = AlertEvent(
            id=notice.id,
            type=_ALERT_TYPES[notice.kind],
            time=moment,
            timestamp=moment,
            subject=notice.alert.id,
            data=data,
        )
        body = _ENCODER.encode(event)
        if len(body) < MAX_BYTES:
            return event, body
    raise AssertionError("the smallest form has no part without a bound")


def render_webhook_held(message_id: str, held: Held) -> bytes:
    """The body that tells of alerts held back."""
    moment = held.since.astimezone(UTC)
    data = HeldData(subscription=held.subscription, count=held.count, since=moment)
    event = HeldEvent(id=message_id, time=moment, timestamp=moment, subject=held.subscription, data=data)
    return _ENCODER.encode(event)


def render_webhook_summary(message_id: str, gathered: Gathered) -> bytes:
    """The body that tells of what was gathered; stories at the end go when there is no room."""
    moment = gathered.until.astimezone(UTC)
    lines = tuple(ranked(gathered))
    data = _summary(gathered, lines)
    while True:
        event = SummaryEvent(id=message_id, time=moment, timestamp=moment, subject=gathered.subscription, data=data)
        body = _ENCODER.encode(event)
        if len(body) < MAX_BYTES or not lines:
            return body
        lines = lines[: len(lines) * 3 // 4]
        data = msgspec.structs.replace(data, lines=lines, truncated=("lines",))


def _summary(gathered: Gathered, lines: tuple[SummaryLine, ...]) -> SummaryData:
    cause = cause_of(gathered)
    silence, rule = silence_in(cause), rule_in(cause)
    return SummaryData(
        subscription=gathered.subscription,
        cause="silence" if silence else "rule_limit" if rule else "digest" if cause == DIGEST else "limit",
        count=gathered.count,
        stories=gathered.stories,
        since=gathered.since.astimezone(UTC),
        lines=lines,
        rule=rule or "",
        silence=silence or "",
        reason=_short(gathered.reason) or "",
        author=_short(gathered.author) or "",
    )


def _data(notice: Notice) -> AlertData:
    alert = notice.alert
    return AlertData(
        alert=alert.id,
        seq=alert.seq,
        kind=notice.kind,
        subscription=notice.subscription,
        rule=alert.rule,
        rule_title=alert.title,
        story=alert.story,
        headline=alert.headline,
        severity=alert.severity,
        score=alert.score,
        labels=alert.labels,
        article=alert.article,
        reports=alert.reports,
        publishers=alert.publishers,
        tolls=alert.tolls,
        movements=alert.movements,
        places=_places(alert),
        changes=alert.changes,
        evidence=alert.evidence,
        links=alert.links,
        first_published=alert.first_published,
        last_published=alert.last_published,
        test=notice.test,
        about=alert.about,
        also=tuple(
            AlsoAlert(
                alert=other.id,
                seq=other.seq,
                rule=other.rule,
                rule_title=_short(other.title) or "",
                story=other.story,
                severity=other.severity,
            )
            for other in notice.also
        ),
    )


def _places(alert: Alert) -> tuple[EventPlace, ...]:
    return tuple(dict.fromkeys(_place(place) for place in alert.places))


def _place(place: Place) -> EventPlace:
    return EventPlace(
        name=place.name,
        admin1=place.admin1,
        country=place.country,
        geonames_id=place.geonames_id,
        lat=place.lat,
        lon=place.lon,
    )


def _ever_smaller(data: AlertData) -> Iterator[AlertData]:
    """The data whole, then with ever less in it; each step says what it cut."""
    yield data
    for most in (_FEW, 0):
        for field in _LISTS:
            if len(getattr(data, field)) > most:
                data = _less(data, field, getattr(data, field)[:most])
                yield data
    article = msgspec.structs.replace(data.article, lead="")
    data = _less(data, "article", article)
    yield data
    yield _bounded(data)


def _bounded(data: AlertData) -> AlertData:
    """With every text bounded."""
    article = msgspec.structs.replace(
        data.article,
        **{name: _short(getattr(data.article, name)) for name in ("title", "source", "publisher")},
        url=data.article.url if len(data.article.url or "") <= _TEXT_LIMIT else None,
    )
    labels = {k[:_TEXT_LIMIT]: v[:_TEXT_LIMIT] for k, v in list(data.labels.items())[:_LABELS_KEPT]}
    for field, value in (("article", article), ("labels", labels), *_short_texts(data)):
        data = _less(data, field, value)
    return data


def _short_texts(data: AlertData) -> Iterator[tuple[str, str]]:
    for field in ("headline", "rule_title"):
        yield field, _short(getattr(data, field)) or ""


def _short(text: str | None) -> str | None:
    return text if text is None or len(text) <= _TEXT_LIMIT else text[: _TEXT_LIMIT - 1] + "…"


def _less(data: AlertData, field: str, value: Any) -> AlertData:
    if getattr(data, field) == value:
        return data
    truncated = tuple(dict.fromkeys((*data.truncated, field)))
    return msgspec.structs.replace(data, truncated=truncated, **{field: value})
