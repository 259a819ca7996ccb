"""From a text to its places: candidates, what each stands for, and whether it is a place at all."""

from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from tocsin.core.analysis.gazetteer import Gazetteer
from tocsin.core.analysis.places.candidate import RunReader
from tocsin.core.analysis.places.evidence import OPENING, OPENS_LIKE_A_WORD, EvidenceWeights, evidence
from tocsin.core.analysis.places.mention import Mention
from tocsin.core.analysis.places.record import known_place, strange_place
from tocsin.core.analysis.places.resolve import resolve
from tocsin.core.analysis.places.sense import Sense
from tocsin.core.analysis.places.stranger import Anchor, Stranger, is_cued, may_be_cued, read_stranger
from tocsin.core.analysis.places.weights import Weights, read_weights
from tocsin.core.analysis.text import Document, Text
from tocsin.core.model.analysis import Place


def find_places(document: Document, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """The places of an article, in order: the title's first."""
    return _finder(gazetteer).find(document)


@lru_cache(maxsize=2)
def _finder(gazetteer: Gazetteer) -> "PlaceFinder":
    return PlaceFinder(gazetteer)


HOPELESS = -3.0
"""A name of which its run alone says so much ill is not looked into: of ten thousand such in the corpora that the
weights were learned from, what stands around would have saved none.
"""

DOUBTFUL = -1.5
"""Likewise, unless the words around it hint at a place, or did so earlier in the text."""

WITH_ITS_ARTICLE = 0.6
"""What "the" before it adds to a name entered by hand, such as "the Gulf": with a capital, behind the article,
a common word is a name. Held by hand: the corpora have too few such names to learn it from.
"""


class Names(NamedTuple):
    """The names of a text: known ones, unknown ones that something hints at, and words that stand like surnames."""

    senses: list[Sense]
    strangers: list[Mention]
    surnames: set[str]


class PlaceFinder:
    """Finds places with one gazetteer and its weights; remembers runs of words that it has read."""

    def __init__(self, gazetteer: Gazetteer, weights: Weights | None = None) -> None:
        self.weights = weights or read_weights(gazetteer.table("weights"))
        self.reader = RunReader(gazetteer, self.weights)
        self._evidence = EvidenceWeights(self.weights.detection)

    def find(self, document: Document) -> tuple[Place, ...]:
        """The places of an article, in order: the title's first."""
        names = find_names(document, self.reader)
        resolve(names.senses, self.weights.resolution)
        weigh = self.weights.detection.get
        found: list[tuple[bool, int, Place]] = []
        sure: list[tuple[Mention, Sense]] = []
        for sense in names.senses:
            known = evidence(sense, names.surnames)
            common = self.weights.bias + self._evidence.weigh(known)
            for mention in sense.mentions:
                logit = common + mention.candidate.logit + mention.weigh(weigh)
                if known.lower and mention.before in OPENING:
                    logit += weigh(OPENS_LIKE_A_WORD, 0.0)
                if known.grade == "curated" and mention.before == "the" and not mention.text.all_caps:
                    logit += WITH_ITS_ARTICLE
                if logit > 0:
                    found.append((mention.text is document.body, mention.start, known_place(mention, sense)))
                    sure.append((mention, sense))
        if names.strangers:
            for stranger in read_strangers(names, sure):
                if self.weights.bias + sum(weigh(feature, 0.0) for feature in stranger.features) > 0:
                    mention = stranger.mention
                    found.append((mention.text is document.body, mention.start, strange_place(stranger)))
        found.sort(key=lambda entry: entry[:2])
        return tuple(place for _, _, place in found)


def find_names(document: Document, reader: RunReader) -> Names:
    """The names of an article, in order of their first mention."""
    senses: dict[str, Sense] = {}
    unknown: list[Mention] = []
    surnames: set[str] = set()
    for text in document.fields:
        for offset, run in reader.runs(text):
            reading = reader.read(run, all_caps=text.all_caps)
            for candidate in reading.candidates:
                logit = candidate.logit
                if logit < HOPELESS:
                    continue
                mention = Mention(text, offset, candidate)
                sense = senses.get(candidate.key)
                if sense is None:
                    if logit < DOUBTFUL and not mention.is_hinted:
                        continue
                    sense = senses[candidate.key] = Sense(candidate.key, candidate.profile)
                sense.mentions.append(mention)
            unknown += [Mention(text, offset, one) for one in reading.strangers if may_be_cued(text, offset, one)]
            if reading.surname:
                surnames.add(reading.surname)
    return Names(list(senses.values()), [mention for mention in unknown if is_cued(mention)], surnames)


def read_strangers(names: Names, sure: list[tuple[Mention, Sense]]) -> list[Stranger]:
    """The unknown names with what speaks for them, beside the places that the text surely holds."""
    anchors: dict[Text, list[Anchor]] = {}
    for mention, sense in sure:
        anchors.setdefault(mention.text, []).append(Anchor(mention.start, mention.end, sense.place))
    for several in anchors.values():
        several.sort(key=lambda anchor: anchor.start)
    counts = Counter(mention.candidate.key for mention in names.strangers)
    return [
        read_stranger(mention, anchors.get(mention.text, []), names.surnames, counts[mention.candidate.key])
        for mention in names.strangers
    ]
