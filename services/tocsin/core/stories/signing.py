"""The signature of an article: the bounded part of its text and facts that story grouping compares."""

import math
from collections.abc import Iterable, Iterator

from tocsin.core.model.analysis import Analysis, Casualty, Fact
from tocsin.core.model.article import Article
from tocsin.core.model.match import Signature
from tocsin.core.stories.sketch import sketch
from tocsin.core.stories.stems import words

MAX_TERMS = 40
MAX_NAMES = 24
MAX_PLACES = 24
MAX_NUMBERS = 8
MAX_ACTORS = 8
MAX_MANNERS = 6
MAX_WORD = 32
"""Longer "words" are URLs and noise, and a bound must hold whatever the text."""

TEXT_READ = 20_000
"""Characters of the body that are read: what an event is stands in the first paragraphs."""

LEAD = 400
"""Characters of the body that weigh as much as the title: news puts first what happened."""

LEAD_WEIGHT = 2.0
_ASSERTED = ("stated", "unverified")
_OWN_LEVELS = 3
"""Of a place's containing regions, those kept: itself, its district or first-order division, its country."""


def signature(article: Article, analysis: Analysis) -> Signature:
    """What story grouping needs to know of the article, bounded in size whatever the article's length."""
    stems, weights, named = _read(article, analysis)
    ranked = sorted(weights, key=lambda word: (-weights[word], word))
    facts: tuple[Fact, ...] = (*analysis.casualties, *analysis.deployments)
    asserted = [fact for fact in facts if fact.status in _ASSERTED] or list(facts)
    return Signature(
        sketch=sketch(stems),
        terms=tuple(word for word in ranked if word not in named)[:MAX_TERMS],
        names=tuple(word for word in ranked if word in named)[:MAX_NAMES],
        places=_distinct((region for fact in asserted for region in fact.within[:_OWN_LEVELS]), MAX_PLACES),
        numbers=_distinct(_numbers(analysis.casualties), MAX_NUMBERS),
        actors=_distinct((actor.lower() for actor in _actors(analysis)), MAX_ACTORS),
        manners=_distinct((c.manner for c in analysis.casualties if c.manner), MAX_MANNERS),
    )


def _numbers(casualties: tuple[Casualty, ...]) -> Iterator[str]:
    """Each asserted number, that of a list's sum behind its members': another report may tell the sum alone."""
    for casualty in casualties:
        number = casualty.min or casualty.max
        if casualty.status in _ASSERTED and number:
            yield f"{casualty.kind}:{number}"
            if casualty.total is not None and casualty.total > number:
                yield f"{casualty.kind}:{casualty.total}"


def _read(article: Article, analysis: Analysis) -> tuple[list[str], dict[str, float], set[str]]:
    """All stems in order, each one's weight (1 + log of its count, doubled in title and lead), and which are names.

    Figures count as names: both tell events apart better than words do.
    A word is a name when it is written with a capital wherever it does not begin a sentence; if it only ever begins
    sentences or stands in a title, its capital says nothing, and any lower-case use elsewhere decides against it.
    """
    stems: list[str] = []
    counts: dict[str, int] = {}
    leading: set[str] = set()
    capital: set[str] = set()
    small: set[str] = set()
    body = article.body[:TEXT_READ]
    zones = [(z.start, z.end) for z in analysis.zones if z.field == "body"]
    for text, is_lead in _passages(article.title, body, zones):
        for written, stemmed in words(text):
            word = stemmed[:MAX_WORD]
            stems.append(word)
            counts[word] = counts.get(word, 0) + 1
            if is_lead:
                leading.add(word)
            (capital if written[0].isupper() else small).add(word)
    weights = {word: (1 + math.log(n)) * (LEAD_WEIGHT if word in leading else 1.0) for word, n in counts.items()}
    return stems, weights, (capital - small) | {word for word in counts if word[0].isdigit()}


def _passages(title: str, body: str, zones: list[tuple[int, int]]) -> Iterator[tuple[str, bool]]:
    """The title, the lead and the rest, without what the reading marked as no evidence; True: it leads."""
    if title:
        yield title, True
    at = 0
    for start, end in [*sorted(zones), (len(body), len(body))]:
        if start > at:
            if at < LEAD:
                yield body[at : min(start, LEAD)], True
            if start > LEAD:
                yield body[max(at, LEAD) : start], False
        at = max(at, end)


def _actors(analysis: Analysis) -> Iterator[str]:
    for casualty in analysis.casualties:
        if casualty.actors:
            yield casualty.actors[:MAX_WORD]
    for deployment in analysis.deployments:
        if deployment.actor:
            yield deployment.actor[:MAX_WORD]


def _distinct(items: Iterable[str | None], limit: int) -> tuple[str, ...]:
    """The first ``limit`` distinct items, in order."""
    kept: dict[str, None] = {}
    for item in items:
        if item is not None and item not in kept:
            kept[item[:64]] = None
            if len(kept) == limit:
                break
    return tuple(kept)
