"""How a text stands to its facts: stated, unverified, denied, possible or past, by which words, and who says so."""

import re
from typing import Final

from tocsin.core.analysis.lexicon import Hit, Scanner
from tocsin.core.analysis.status import reach
from tocsin.core.analysis.status.attribution import find_source, is_partisan
from tocsin.core.analysis.status.cues import CUES, CueKind
from tocsin.core.analysis.status.judge import RANK, judge
from tocsin.core.analysis.status.refusals import denies_other
from tocsin.core.analysis.status.years import written_in, years
from tocsin.core.analysis.text import Document, Text
from tocsin.core.model.analysis import Status
from tocsin.core.model.base import Field, Span

SCANNER: Final[Scanner[CueKind]] = Scanner(CUES)
"""Finds the cues."""

_VERIFICATION: Final = re.compile(r"verif|confirm|corrobor|authentic|substantiat|\bcheck")
_ANAPHOR: Final = re.compile(
    r"\b(?:it|this|that|which|(?:the|these|those|this|that|such|either|his|her|their|its|both|whose) (?:\w+ ){0,2}?"
    r"(?:claims?|reports?|figures?|numbers?|tolls?|accounts?|allegations?|information|statements?|details?|assertions?|"
    r"estimates?|casualty|casualties|deaths?|incidents?|attacks?|footage|video|news|kidnapping|capture|killings?))\b"
    r"|\b(?:no|without) (?:\w+ ){0,3}(?:confirmation|corroboration|verification)"
)
"""What takes up the sentence before: "the figure", "this", "no independent confirmation"."""

_SPACES: Final = 2
"""Around a sentence, for phrases at its ends."""

_RECORD_REACH: Final = 40
_NOW_WORDS: Final = 5
"""Words between "on Monday" and a fact behind it that it dates."""


class Assertion:
    """How the text stands to a fact; ``cue`` is what decided it (None for stated), ``attribution`` who says so."""

    __slots__ = ("attribution", "cue", "status")

    def __init__(self, status: Status, cue: Span | None, attribution: Span | None) -> None:
        self.status: Status = status
        self.cue = cue
        self.attribution = attribution


class Statuses:
    """Answers for one document; a sentence's cues are found when its first fact is asked about."""

    def __init__(self, document: Document) -> None:
        self._fields = {text.field: _FieldCues(document, text) for text in document.fields}

    def of(self, field: Field, start: int, end: int, said: tuple[int, int] | None = None) -> Assertion:
        """How the text stands to the fact in the characters ``start`` to ``end`` (as read) of a field. What stands
        inside ``said`` is the fact's own words and no cue: the "not" of "did not survive".
        """
        return self._fields[field].of(start, end, said)


class _FieldCues:
    def __init__(self, document: Document, text: Text) -> None:
        self._document = document
        self._text = text
        self._by_sentence: dict[int, list[Hit[CueKind]]] = {}
        self._years: dict[tuple[int, int], list[tuple[int, int, int]]] = {}
        self._year: int | None = None
        self._year_sought = False

    def _written_in(self) -> int | None:
        if not self._year_sought:
            self._year_sought = True
            self._year = written_in(self._document)
        return self._year

    def _named_in(self, sentence: tuple[int, int]) -> list[tuple[int, int, int]]:
        """The years named in a sentence, sought once for all its facts."""
        found = self._years.get(sentence)
        if found is None:
            found = self._years[sentence] = years(self._text.folded, sentence[0], sentence[1])
        return found

    def of(self, start: int, end: int, said: tuple[int, int] | None) -> Assertion:
        text = self._text
        number = text.sentence_at(start)
        sentence = text.sentences[number] if number >= 0 else (start, end)
        hits = self._in(number)
        if said is not None:
            hits = [hit for hit in hits if hit.start < said[0] or hit.end > said[1]]
        best, cue = self._strongest(hits, sentence, start, end)
        if RANK[best] < RANK["possible"]:
            later = self._taken_back(number)
            if later is not None and RANK[later[0]] > RANK[best]:
                best, cue = later
        source = find_source(text.folded, sentence, hits, start)
        if best == "stated" and source is not None and is_partisan(text.folded[source[0] : source[1]]):
            best, cue = "unverified", source
        return Assertion(best, cue and text.span(*cue), source and text.span(*source))

    def _in(self, number: int) -> list[Hit[CueKind]]:
        """The cues of a sentence, none of which reaches into another."""
        found = self._by_sentence.get(number)
        if found is None:
            sentences = self._text.sentences
            if not 0 <= number < len(sentences):
                return []
            start, end = sentences[number]
            found = self._by_sentence[number] = SCANNER.find(self._text.spaced[start : end + _SPACES], start)
        return found

    def _strongest(
        self, hits: list[Hit[CueKind]], sentence: tuple[int, int], start: int, end: int
    ) -> tuple[Status, tuple[int, int] | None]:
        folded = self._text.folded
        best: Status = "stated"
        cue: tuple[int, int] | None = None
        for hit in hits:
            status = judge(folded, hit, start, end)
            if status is not None and RANK[status] > RANK[best]:
                span = hit.start, hit.end
                if status != "past" or not self._is_now(hits, start, end, _distance(*span, start, end)):
                    best, cue = status, span
        if RANK[best] < RANK["past"]:
            dated = self._dated(hits, sentence, start, end)
            if dated is not None:
                best, cue = "past", dated
        return best, cue

    def _dated(
        self, hits: list[Hit[CueKind]], sentence: tuple[int, int], start: int, end: int
    ) -> tuple[int, int] | None:
        """The year that puts the fact into the past, if one does."""
        folded = self._text.folded
        for first, last, year in self._named_in(sentence):
            written = self._written_in()
            if written is not None and year >= written:
                continue
            behind = first >= end
            gap = folded[end:first] if behind else folded[last:start]
            record = any(hit.what == "record" and 0 <= last - hit.end <= _RECORD_REACH for hit in hits)
            if not record and (reach.dated_back(gap) if behind else reach.same_statement(gap)):
                if self._is_now(hits, start, end, _distance(first, last, start, end)):
                    return None
                return first, last
        return None

    def _is_now(self, hits: list[Hit[CueKind]], start: int, end: int, within: int) -> bool:
        """Whether the fact's own clause says, nearer than ``within``, that it has just happened."""
        folded = self._text.folded
        return any(
            hit.what == "now"
            and _distance(hit.start, hit.end, start, end) < within
            and (
                reach.clause_back(folded[end : hit.start])
                if hit.start >= end
                else reach.at_once(folded[hit.end : start], _NOW_WORDS)
            )
            for hit in hits
        )

    def _taken_back(self, number: int) -> tuple[Status, tuple[int, int]] | None:
        """What the next sentence says of this one: that it could not be verified, or is denied."""
        folded = self._text.folded
        sentences = self._text.sentences
        for hit in self._in(number + 1):
            if hit.what == "falsity" and denies_other(folded, hit):
                continue
            if hit.what == "falsity" and _ANAPHOR.search(folded, sentences[number + 1][0], hit.end):
                return "denied", (hit.start, hit.end)
            if hit.what in {"doubt", "verify"} and _VERIFICATION.search(folded, hit.start, hit.end):
                words = folded[hit.start : hit.end]
                doubts = judge(folded, hit, hit.start, hit.end) == "unverified"
                if doubts and not words.startswith("un") and _ANAPHOR.search(folded, *sentences[number + 1]):
                    return "unverified", (hit.start, hit.end)
        return None


def _distance(first: int, last: int, start: int, end: int) -> int:
    """The code points between a cue and a fact."""
    return max(first - end, start - last, 0)
