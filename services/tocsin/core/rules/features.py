"""What a learned model weighs: an article's words near a cue and elsewhere, its facts, and what its sentences name.

The trainer and the scorer both take features from here, so that a model is asked what it was taught.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby, pairwise, product
from operator import itemgetter
from typing import NamedTuple

from tocsin.core.model.base import Field
from tocsin.core.rules.fact_keys import Words, fact_keys
from tocsin.core.rules.view import Reading, View
from tocsin.core.rules.vocabulary import VocabularyBuilder

At = tuple[Field, int]
"""A field and the number of a sentence in it."""


@dataclass(frozen=True)
class Lexicon:
    """The terms that a model looks for, as a vocabulary numbers them: its cues, and what its senses are named by."""

    cues: frozenset[int]
    senses: Mapping[int, Sequence[str]]

    @classmethod
    def of(cls, builder: VocabularyBuilder, cues: Sequence[str], senses: Mapping[str, Sequence[str]]) -> "Lexicon":
        """The terms of some cues and senses, numbered.

        Raises:
            RuleError: as ``VocabularyBuilder.number``.
        """
        named: dict[int, list[str]] = {}
        for sense, terms in senses.items():
            for number in builder.numbered(terms):
                named.setdefault(number, []).append(sense)
        return cls(builder.numbered(cues), named)


class Sentence:
    """A sentence: its folded words less what is no evidence, and the facts and senses in it."""

    __slots__ = ("facts", "field", "lead", "spans", "words")

    def __init__(self, field: Field, words: list[str], spans: Sequence[tuple[int, int]], *, lead: bool) -> None:
        """``lead``: it stands in the title or the first paragraph."""
        self.field: Field = field
        self.words, self.spans, self.lead = words, spans, lead
        self.facts: dict[str, Words] = {}

    def keys(self) -> set[str]:
        """Its words, and its pairs of neighbours."""
        return {*self.words, *map(" ".join, pairwise(self.words))}

    def find(self, key: str) -> Words | None:
        """The first words that are this key; None when there are none."""
        wanted = key.split(" ")
        number = -1
        while True:
            try:
                number = self.words.index(wanted[0], number + 1)
            except ValueError:
                return None
            last = number + len(wanted)
            if self.words[number:last] == wanted:
                return Words(self.field, self.spans[number][0], self.spans[last - 1][1])


class Features(NamedTuple):
    """All that there is to weigh."""

    told: Sequence[Sentence]
    """Sentences with a cue or a fact."""
    others: Sequence[Sentence]
    facts: Mapping[str, Words | None]
    """Of the whole article, those of ``told`` among them; the topic has no words to show."""


def features(view: View, lexicon: Lexicon) -> Features:
    """What a model may weigh in the article."""
    reading = view.reading
    sentences = _sentences(reading)
    told = {at for at, _ in _found(view, lexicon.cues)}
    facts: dict[str, Words | None] = {f"topic {reading.analysis.topic}": None}
    for key, words in fact_keys(reading.analysis):
        facts.setdefault(key, words)
        at = (words.field, reading.sentence_at(words.field, words.start))
        if at in sentences:
            told.add(at)
            sentences[at].facts.setdefault(key, words)
    _add_senses(view, lexicon, {at: sentences[at] for at in told if at in sentences}, facts)
    return Features(
        [each for at, each in sentences.items() if at in told],
        [each for at, each in sentences.items() if at not in told],
        facts,
    )


def _add_senses(view: View, lexicon: Lexicon, told: Mapping[At, Sentence], facts: dict[str, Words | None]) -> None:
    """What each sentence names by sense: alone (``killing``), two of them, and in the order that they stand in."""
    named: dict[At, dict[Words, set[str]]] = {}
    for at, (number, words) in _found(view, lexicon.senses):
        if at in told:
            named.setdefault(at, {}).setdefault(words, set()).update(lexicon.senses[number])
    for at, mentions in named.items():
        for key, words in _sense_keys(sorted((words, tuple(sorted(senses))) for words, senses in mentions.items())):
            told[at].facts.setdefault(key, words)
            facts.setdefault(key, words)


def _sense_keys(mentions: Sequence[tuple[Words, tuple[str, ...]]]) -> Iterator[tuple[str, Words]]:
    """Each sense, each two (``killing + officials``), and runs of two and three (``insurgents > killing``)."""
    first: dict[str, Words] = {}
    for words, senses in mentions:
        for sense in senses:
            first.setdefault(sense, words)
    yield from first.items()
    for one, other in combinations(sorted(first), 2):
        yield f"{one} + {other}", first[one]
    steps = [next(alike) for _, alike in groupby(mentions, key=itemgetter(1))]
    for length in (2, 3):
        for run in zip(*(steps[start:] for start in range(length)), strict=False):
            for senses in product(*(senses for _, senses in run)):
                yield " > ".join(senses), run[0][0]


def _found(view: View, numbers: Iterable[int]) -> Iterator[tuple[At, tuple[int, Words]]]:
    """Where terms stand: their sentence, number and words."""
    reading = view.reading
    for number in numbers:
        if number in view.numbers:
            for words in view.occurrences(number):
                at = (words.field, reading.sentence_at(words.field, words.start))
                yield at, (number, Words(words.field, words.start, words.end))


def _sentences(reading: Reading) -> dict[At, Sentence]:
    """The sentences with any evidence, by where they stand, in the text's order."""
    sentences: dict[At, Sentence] = {}
    for text in reading.texts:
        words, spans = text.line.split(), text.spans
        if any(zone.field == text.field for zone in reading.analysis.zones):
            kept = [n for n, span in enumerate(spans) if reading.is_evidence(text.field, *span)]
            words, spans = [words[n] for n in kept], [spans[n] for n in kept]
        first = 0
        while first < len(words):
            at = (text.field, reading.sentence_at(text.field, spans[first][0]))
            end = bisect_left(spans, (reading.sentence_end(*at), 0), first + 1)
            lead = reading.paragraph_at(text.field, spans[first][0]) <= 0
            sentences[at] = Sentence(text.field, words[first:end], spans[first:end], lead=lead)
            first = end
    return sentences
