"""Record headers: CloudEvents 1.0 attributes in Kafka's binary content mode, and W3C trace context passed through."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Literal

Headers = Sequence[tuple[str, bytes]]

EventType = Literal[
    "tocsin.article.v1",
    "tocsin.match.v1",
    "tocsin.retraction.v1",
    "tocsin.alert.v1",
    "tocsin.delivery.v1",
    "tocsin.receipt.v1",
    "tocsin.config.v1",
    "tocsin.deadletter.v1",
]

_PASSED_ON = ("traceparent", "tracestate")


def event_headers(
    kind: EventType, event_id: str, source: str, cause: Iterable[tuple[str, bytes]] = ()
) -> list[tuple[str, bytes]]:
    """Headers for a message of ours; ``cause`` are those of the record that led to it, for the trace.

    Source: CloudEvents Kafka protocol binding 1.0.2, section 3.2.
    """
    own = {
        "ce_specversion": "1.0",
        "ce_id": event_id,
        "ce_type": kind,
        "ce_source": f"/tocsin/{source}",
        "ce_time": datetime.now(UTC).isoformat().replace("+00:00", "Z"),
        "content-type": "application/json",
    }
    return [(k, v.encode()) for k, v in own.items()] + [(k, v) for k, v in cause if k in _PASSED_ON]
