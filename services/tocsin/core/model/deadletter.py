"""What a stage could not handle, kept with the reason."""

from typing import Literal

from tocsin.core.model.base import UtcTime, Value

Stage = Literal["scorer", "correlator", "router", "sender"]
DeadLetterReason = Literal["undecodable", "invalid", "error", "too_large", "permanent", "exhausted"]
ORIGINAL_LIMIT_BYTES = 900_000
"""Originals are cut here: Kafka's default message limit is 1 MiB, and base64 is not used for what fits as it is."""


class DeadLetter(Value, frozen=True, kw_only=True):
    """A record that failed. ``original`` are its bytes (base64 in JSON), ``truncated`` tells that they were cut."""

    topic: str
    partition: int
    offset: int
    stage: Stage
    reason: DeadLetterReason
    detail: str
    at: UtcTime
    key: bytes | None = None
    original: bytes | None = None
    headers: tuple[tuple[str, bytes], ...] = ()
    truncated: bool = False
