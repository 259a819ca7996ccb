"""What a learned model weighs: an article's facts as short keys, and its words, near a cue or not.

The trainer and the scorer both take features from here, so that a model is asked what it was taught.
"""

from collections.abc import Iterator
from typing import NamedTuple

from tocsin.core.config.terms import folded_words
from tocsin.core.model.analysis import Analysis, Casualty
from tocsin.core.model.base import Field
from tocsin.core.rules.view import View

_ASSERTED = ("stated", "unverified")
_ASPECTS = ("victims", "actors", "manner")


class Feature(NamedTuple):
    """A thing that is so of an article, and the first words that show it (none for the topic)."""

    group: str
    key: str
    field: Field | None = None
    start: int = 0
    end: int = 0


def features(view: View, cues: frozenset[int]) -> dict[tuple[str, str], Feature]:
    """All features, each once, by group (``near``, ``words``, ``lead``, ``facts``) and key."""
    found: dict[tuple[str, str], Feature] = {}
    for feature in (*_facts(view.reading.analysis), *_words(view, cues)):
        found.setdefault((feature.group, feature.key), feature)
    return found


def _facts(analysis: Analysis) -> Iterator[Feature]:
    yield Feature("facts", f"topic {analysis.topic}")
    for fact in analysis.casualties:
        for key in (f"{fact.kind} {fact.status}", *_aspects(fact), *_countries(fact)):
            yield Feature("facts", key, fact.field, fact.start, fact.end)
    for move in analysis.deployments:
        yield Feature("facts", f"{move.action} {move.status}", move.field, move.start, move.end)


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


def _words(view: View, cues: frozenset[int]) -> Iterator[Feature]:
    """Words outside what is no evidence; a sentence with a cue makes all its words ``near``."""
    reading = view.reading
    told = {
        (words.field, reading.sentence_at(words.field, words.start))
        for number in cues & view.numbers
        for words in view.occurrences(number)
    }
    for text in reading.texts:
        for word, (start, end) in zip(text.line.split(), text.spans, strict=True):
            if reading.is_evidence(text.field, start, end):
                near = (text.field, reading.sentence_at(text.field, start)) in told
                yield Feature("near" if near else "words", word, text.field, start, end)
                if reading.paragraph_at(text.field, start) <= 0:
                    yield Feature("lead", word, text.field, start, end)
