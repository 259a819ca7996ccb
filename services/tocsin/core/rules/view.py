"""One article as rules look at it: what is computed once is shared by all rules that ask."""

from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple

from tocsin.core.model.analysis import Analysis, Fact, Place
from tocsin.core.model.article import Article
from tocsin.core.model.base import Field, Span
from tocsin.core.model.match import ArticleRef
from tocsin.core.rules.fields import FieldText
from tocsin.core.rules.hits import Instance
from tocsin.core.rules.regions import Region
from tocsin.core.rules.vocabulary import LineSpan, Vocabulary

_BODY: Field = "body"


class Occurrence(NamedTuple):
    """Where a term stands in the original: code points of ``field``."""

    field: Field
    start: int
    end: int
    text: str


class Scan:
    """An article's words, and which terms of a vocabulary are among them."""

    def __init__(self, article: Article) -> None:
        self.texts = (FieldText("title", article.title), FieldText("body", article.body))
        self._found: dict[Vocabulary, dict[int, list[LineSpan]]] = {}

    def find(self, vocabulary: Vocabulary) -> dict[int, list[LineSpan]]:
        """Where the vocabulary's terms stand; looked for once."""
        known = self._found.get(vocabulary)
        if known is None:
            known = self._found[vocabulary] = vocabulary.find(self.texts)
        return known


class Reading:
    """An article with what was read in it."""

    def __init__(self, article: Article, analysis: Analysis, scan: Scan | None = None) -> None:
        self.article = article
        self.analysis = analysis
        self.scan = scan or Scan(article)
        self.texts = self.scan.texts
        self._in_region: dict[Region, tuple[Place, ...]] = {}
        self._focus: dict[Region, bool] = {}
        self.references: dict[int, ArticleRef] = {}
        """The article as matches refer to it, by where their evidence begins; kept here by ``matches``."""

    @cached_property
    def region_ids(self) -> frozenset[str]:
        """Every region that a place or a fact of the article lies in."""
        places = (region for place in self.analysis.places for region in place.within)
        facts = (region for fact in self.facts for region in fact.within)
        return frozenset((*places, *facts))

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """Casualties and deployments."""
        return (*self.analysis.casualties, *self.analysis.deployments)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [start for start, _ in self.analysis.sentences]

    def sentence_at(self, field: Field, position: int) -> int:
        """The number of the sentence at this code point; a title is one. A body that was not cut has paragraphs."""
        if field != _BODY:
            return -1
        starts = self._sentence_starts
        return bisect_right(starts, position) if starts else self.texts[1].paragraph_at(position)

    def sentence_end(self, field: Field, number: int) -> int:
        """The code point at which the next sentence begins; at the last, where the text ends."""
        text = self.text_of(field)
        starts = (self._sentence_starts or text.paragraph_starts[1:]) if field == _BODY else []
        return starts[number] if 0 <= number < len(starts) else len(text.text)

    def paragraph_at(self, field: Field, position: int) -> int:
        """The number of the paragraph at this code point; the title is one."""
        return self.text_of(field).paragraph_at(position) if field == _BODY else -1

    def text_of(self, field: Field) -> FieldText:
        """The field's words."""
        return self.texts[1 if field == _BODY else 0]

    def is_evidence(self, field: Field, start: int, end: int) -> bool:
        """Whether these code points lie outside bylines, biographies, repetitions and the like."""
        return not any(zone.field == field and zone.start < end and start < zone.end for zone in self.analysis.zones)

    def places_in(self, region: Region) -> tuple[Place, ...]:
        """The article's place mentions in a region."""
        known = self._in_region.get(region)
        if known is None:
            places = self.analysis.places
            known = tuple(place for place in places if region.holds(place.within, place.lat, place.lon))
            self._in_region[region] = known
        return known

    def focuses_on(self, region: Region) -> bool:
        """Whether the article is about the region: its title names it, or half its place mentions or more lie there.

        Demonyms ("Iraqi") count half, in the share and in the whole.
        """
        known = self._focus.get(region)
        if known is None:
            inside = self.places_in(region)
            share = sum(map(_weight, inside))
            whole = sum(map(_weight, self.analysis.places))
            known = bool(inside) and (any(place.field == "title" for place in inside) or share * 2 >= whole)
            self._focus[region] = known
        return known

    def denied_at(self, span: Span | Occurrence, statuses: frozenset[str]) -> bool:
        """Whether these words are part of a fact whose status is none of ``statuses``, and of no other fact."""
        around = [
            fact.status in statuses
            for fact in self.facts
            if fact.field == span.field and fact.start <= span.start and span.end <= fact.end
        ]
        return bool(around) and not any(around)


class View:
    """A reading beside the terms that one vocabulary found in it."""

    def __init__(self, reading: Reading, vocabulary: Vocabulary) -> None:
        self.reading = reading
        self.found = reading.scan.find(vocabulary)
        self.numbers = frozenset(self.found)
        self._vocabulary = vocabulary
        self._occurrences: dict[int, tuple[Occurrence, ...]] = {}
        self.shared: dict[int, list[Instance]] = {}
        """What is found of a term when a rule asks nothing more of it; kept here by ``conditions.terms``."""
        self.shared_models: dict[str, list[Instance]] = {}
        """What each learned model says; kept here by ``conditions.learned``."""

    def occurrences(self, number: int) -> tuple[Occurrence, ...]:
        """Where a term stands as evidence, in the article's order."""
        known = self._occurrences.get(number)
        if known is None:
            every = (self._original(span) for span in self.found.get(number, ()))
            known = tuple(each for each in every if self.reading.is_evidence(each.field, each.start, each.end))
            self._occurrences[number] = known
        return known

    def written(self, number: int) -> str:
        """The term as its author wrote it."""
        return self._vocabulary.terms[number].written

    def _original(self, span: LineSpan) -> Occurrence:
        field, start, end = span
        text = self.reading.scan.texts[field]
        first, last = text.words_at(start, end)
        begin, finish = text.spans[first][0], text.spans[last][1]
        return Occurrence(text.field, begin, finish, text.text[begin:finish])


def _weight(place: Place) -> float:
    return 0.5 if place.kind == "demonym" else 1.0
