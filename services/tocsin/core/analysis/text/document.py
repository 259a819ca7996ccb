"""An article's text, taken apart: what is read, its paragraphs, sentences, zones and dateline, and the way back."""

from typing import Any, Final, TypeVar

from tocsin.core.analysis.lexicon import Chorus, Hit, Scanner
from tocsin.core.analysis.text.clean import clean
from tocsin.core.analysis.text.dateline import dateline_end
from tocsin.core.analysis.text.fold import fold, space, straighten
from tocsin.core.analysis.text.offsets import IDENTITY
from tocsin.core.analysis.text.paragraphs import paragraphs
from tocsin.core.analysis.text.searching import last_not_above
from tocsin.core.analysis.text.sentences import sentences
from tocsin.core.analysis.text.zones import Zone, find_zones
from tocsin.core.model.analysis import ZoneKind
from tocsin.core.model.article import Article
from tocsin.core.model.base import Field, Span

T = TypeVar("T")

READ_LIMIT: Final = 200_000
"""Code points read of a field, some forty times a long news report: what follows costs nothing and says nothing."""


_HEAD: Final = 4
"""Paragraphs that count, of which one may begin with the dateline."""

_SAMPLE: Final = 1000
"""Code points that tell whether a field is all capitals."""

_GLANCE: Final = 20
"""Code points that tell whether it may be without a single small letter."""


class Text:
    """One field of an article. All offsets are into ``text``, the field as read, unless they are said to be original.

    ``text`` has markup and entities resolved and typewriter quotes and spaces; ``folded`` is the same, character for
    character, in lower case and without accents; ``spaced`` is that with spaces for punctuation and at both ends, for
    phrase automata, so that offsets are one higher; ``all_caps`` says whether it is all capitals, as old wire copy is,
    so that a capital letter tells nothing. What else is derived is computed when first asked for, and kept in fields:
    ``cached_property`` keeps nothing where this class is compiled.
    """

    def __init__(self, field: Field, original: str, title: "Text | None" = None) -> None:
        self.field: Field = field
        self.original = original
        cleaned, self._offsets = clean(original[:READ_LIMIT])
        self.text = straighten(cleaned)
        self.folded = fold(self.text)
        self.spaced = space(self.folded)
        self.all_caps = _all_caps(self.text)
        self._title = title
        self._hits: dict[Scanner[Any], list[Hit[Any]]] = {}
        self._paragraphs: tuple[tuple[int, int], ...] | None = None
        self._sentences: tuple[tuple[int, int], ...] | None = None
        self._sentence_starts: list[int] = []
        self._known_sentence = -1
        """The sentence that was last asked for, and where it and the next begin: the same is asked for again."""
        self._known_start = 0
        self._known_end = 0
        self._zones: tuple[Zone, ...] | None = None
        self._zone_starts: list[int] = []
        self._dateline: tuple[int, int] | None = None
        self._dateline_start = -1
        """Where it begins; below zero until it is sought."""
        self._dateline_end = 0

    def search(self, chorus: Chorus) -> None:
        """Looks for the phrases of several scanners at once, so that ``hits`` has those of each."""
        self._hits |= chorus.find(self.spaced)

    def hits(self, scanner: Scanner[T]) -> list[Hit[T]]:
        """A scanner's phrases in the text; looked for once."""
        known = self._hits.get(scanner)
        if known is None:
            known = self._hits[scanner] = scanner.find(self.spaced)
        return known

    @property
    def paragraphs(self) -> tuple[tuple[int, int], ...]:
        """(start, end) of each paragraph, in order."""
        if self._paragraphs is None:
            self._paragraphs = paragraphs(self.text)
        return self._paragraphs

    @property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """(start, end) of each sentence, in order. A dateline is a sentence of its own."""
        if self._sentences is None:
            self._sentences = self._cut()
            self._sentence_starts = [start for start, _ in self._sentences]
        return self._sentences

    def _cut(self) -> tuple[tuple[int, int], ...]:
        spans, line = self.paragraphs, self.dateline
        if line is None:
            return tuple(sentences(self.text, spans))
        at = next(at for at, (start, _) in enumerate(spans) if start == line[0])
        before, behind = spans[:at], ((line[1], spans[at][1]), *spans[at + 1 :])
        return (*sentences(self.text, before), line, *sentences(self.text, behind))

    @property
    def dateline(self) -> tuple[int, int] | None:
        """(start, end) of the dateline at the head of the first paragraphs that count, or None."""
        if self._dateline_start < 0:
            self._dateline = self._find_dateline()
            self._dateline_start, self._dateline_end = self._dateline or (0, 0)
        return self._dateline

    def _find_dateline(self) -> tuple[int, int] | None:
        if self.field == "title":
            return None
        tried = 0
        for start, end in self.paragraphs:
            if not self.in_zone(start):
                stop = dateline_end(self.text, start, end)
                if stop is not None:
                    return start, stop
                tried += 1
                if tried == _HEAD:
                    break
        return None

    @property
    def zones(self) -> tuple[Zone, ...]:
        """The parts that are no evidence, in order, none overlapping."""
        if self._zones is None:
            title = self._title.folded if self._title else ""
            self._zones = () if self.field == "title" else find_zones(self.folded, self.paragraphs, title)
            self._zone_starts = [zone.start for zone in self._zones]
        return self._zones

    def zone_at(self, offset: int) -> ZoneKind | None:
        """Why the character there is no evidence, or None when it is."""
        zones = self.zones
        if not zones:
            return None
        at = last_not_above(self._zone_starts, offset)
        return zones[at].why if at >= 0 and offset < zones[at].end else None

    def in_zone(self, offset: int) -> bool:
        """Whether the character there is no evidence."""
        return self.zone_at(offset) is not None

    def in_dateline(self, offset: int) -> bool:
        """Whether the character there belongs to the dateline."""
        if self._dateline_start < 0:
            _ = self.dateline
        return self._dateline_start <= offset < self._dateline_end

    def sentence_at(self, offset: int) -> int:
        """The index in ``sentences`` of the one that holds the character, or the one before it; -1 before the first."""
        if self._known_start <= offset < self._known_end:
            return self._known_sentence
        _ = self.sentences
        starts = self._sentence_starts
        at = last_not_above(starts, offset)
        self._known_sentence = at
        self._known_start = starts[at] if at >= 0 else 0
        self._known_end = starts[at + 1] if at + 1 < len(starts) else READ_LIMIT
        return at

    def sentence_span(self, offset: int) -> tuple[int, int]:
        """(start, end) of that sentence; (offset, offset) before the first."""
        at = self.sentence_at(offset)
        return self.sentences[at] if at >= 0 else (offset, offset)

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The original offsets of the characters ``start`` to ``end``."""
        return self._offsets.start(start), self._offsets.end(end)

    def offset(self, original: int) -> int:
        """Where the original character stands in ``text``; one that isn't read, where the next stands."""
        return self._offsets.read(original)

    def origins(self, spans: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
        """The same for several at once."""
        return spans if self._offsets is IDENTITY else tuple(self.origin(start, end) for start, end in spans)

    def span(self, start: int, end: int) -> Span:
        """The characters ``start`` to ``end`` as the model has them: original offsets, original words."""
        first, last = self._offsets.start(start), self._offsets.end(end)
        return Span(field=self.field, start=first, end=last, text=self.original[first:last])


def _all_caps(text: str) -> bool:
    sample = text[:_SAMPLE]
    # Capitals throughout are told without counting.
    if text[:_GLANCE].isupper() and sample == sample.upper():
        return "A" in sample or "E" in sample or "I" in sample or "O" in sample
    lower = 0
    for letter in "eaio":
        lower += sample.count(letter)
        if lower * 8 >= len(sample):
            return False  # most texts are told by their "e" and "a"
    upper = 0
    for letter in "AEIO":
        upper += sample.count(letter)
        if upper > lower * 8:
            return True
    return False


class Document:
    """An article to read: its ``title`` and ``body``, and both in order as ``fields``."""

    __slots__ = ("article", "body", "fields", "title")

    def __init__(self, article: Article) -> None:
        self.article = article
        self.title = Text("title", article.title)
        self.body = Text("body", article.body, self.title)
        self.fields: tuple[Text, Text] = (self.title, self.body)

    def field(self, name: Field) -> Text:
        """The title or the body."""
        return self.title if name == "title" else self.body


def read_document(article: Article) -> Document:
    """The article's text, taken apart as far as it is asked for."""
    return Document(article)
