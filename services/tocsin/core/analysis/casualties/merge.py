"""Brings together what an article tells several times."""

from typing import NamedTuple

from tocsin.core.analysis.text import Document, Text
from tocsin.core.model.analysis import Casualty, CasualtyKind


class Mention(NamedTuple):
    """One statement that people were hurt, at ``start`` to ``end`` of the text as read."""

    text: Text
    start: int
    end: int
    kind: CasualtyKind
    min: int | None
    max: int | None
    victims: str | None
    actors: str | None
    manner: str | None


def merge(document: Document, mentions: list[Mention]) -> tuple[Casualty, ...]:
    """One record for each toll."""
    out = []
    for m in mentions:
        span = m.text.span(m.start, m.end)
        out.append(
            Casualty(
                field=span.field,
                start=span.start,
                end=span.end,
                text=span.text,
                kind=m.kind,
                min=m.min,
                max=m.max,
                victims=m.victims,
                actors=m.actors,
                manner=m.manner,
                status="stated",
            )
        )
    return tuple(out)
