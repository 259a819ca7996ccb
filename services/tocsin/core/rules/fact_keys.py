"""An article's facts as short keys that a learned model weighs: ``killed stated``, ``victims priests``."""

from collections.abc import Iterator
from typing import NamedTuple

from tocsin.core.config.terms import folded_words
from tocsin.core.model.analysis import Analysis, Casualty
from tocsin.core.model.base import Field

_ASSERTED = ("stated", "unverified")
_ASPECTS = ("victims", "actors", "manner")


class Words(NamedTuple):
    """Code points of a field that show something."""

    field: Field
    start: int
    end: int


def fact_keys(analysis: Analysis) -> Iterator[tuple[str, Words]]:
    """Each fact's keys, and the words that state it."""
    for fact in analysis.casualties:
        words = Words(fact.field, fact.start, fact.end)
        for key in (f"{fact.kind} {fact.status}", *_aspects(fact), *_countries(fact)):
            yield key, words
    for move in analysis.deployments:
        yield f"{move.action} {move.status}", Words(move.field, move.start, move.end)


def _aspects(fact: Casualty) -> Iterator[str]:
    if fact.status not in _ASSERTED:
        return
    for aspect in _ASPECTS:
        said: str | None = getattr(fact, aspect)
        if said:
            yield from (f"{aspect} {word}" for word in folded_words(said))
        else:
            yield f"no {aspect}"


def _countries(fact: Casualty) -> Iterator[str]:
    """Which country an asserted fact is tied to, or that it is tied to none."""
    if fact.status in _ASSERTED:
        country = next((region for region in fact.within if region.startswith("country:")), "no country")
        yield f"{fact.kind} in {country}"
