"""What all messages share: the base struct, times, and how they are written as JSON."""

from datetime import datetime
from typing import Annotated, Literal

import msgspec

UtcTime = Annotated[datetime, msgspec.Meta(tz=True)]
"""A time with an offset; written in RFC 3339."""

Field = Literal["title", "body"]
"""The article field that a span points into."""

Severity = Literal["info", "warning", "critical"]
SEVERITIES: tuple[Severity, ...] = ("info", "warning", "critical")
"""From mild to grave; the index is the rank."""


class Value(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An immutable part of a message. Unknown JSON keys are ignored, so that schemas can grow by adding.

    The garbage collector passes over them: what cannot change after it was made is in no cycle.
    """


class Span(Value, frozen=True, kw_only=True):
    """Words of an article: Unicode code points ``start`` (inclusive) to ``end`` (exclusive) of ``field``."""

    field: Field
    start: int
    end: int
    text: str


def rank(severity: Severity) -> int:
    """0 for info, 1 for warning, 2 for critical."""
    return SEVERITIES.index(severity)
