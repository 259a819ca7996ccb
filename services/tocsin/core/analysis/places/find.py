"""From a text to its places: candidates, what each stands for, and whether it is a place at all."""

from functools import lru_cache
from operator import itemgetter
from typing import Final

from tocsin.core.analysis.gazetteer import Gazetteer
from tocsin.core.analysis.places.candidate import Candidate, RunReader
from tocsin.core.analysis.places.evidence import OPENING, OPENS_LIKE_A_WORD, evidence, evidence_features
from tocsin.core.analysis.places.mention import Mention
from tocsin.core.analysis.places.names import Names
from tocsin.core.analysis.places.record import Recorder, strange_place
from tocsin.core.analysis.places.resolve import order_in_article, resolve, surely_elsewhere
from tocsin.core.analysis.places.sense import Sense
from tocsin.core.analysis.places.stranger import (
    Anchor,
    Stranger,
    is_cued,
    is_in_headline_case,
    may_be_cued,
    read_stranger,
)
from tocsin.core.analysis.places.support import Supports
from tocsin.core.analysis.places.surroundings import Surroundings
from tocsin.core.analysis.places.weights import Weigher, Weights, read_weights, weigh
from tocsin.core.analysis.text import Document, Text
from tocsin.core.model.analysis import Place


def find_places(document: Document, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """The places of an article, in order: the title's first."""
    return _finder(gazetteer).find(document)


@lru_cache(maxsize=2)
def _finder(gazetteer: Gazetteer) -> "PlaceFinder":
    return PlaceFinder(gazetteer)


DOUBTFUL: Final = -1.0
"""A name of which its run alone says so much ill is looked into only if the words around it hint at a place, or did so
earlier in the text: see ``candidate.HOPELESS``.
"""

WITH_ITS_ARTICLE: Final = 0.6
"""What "the" before it adds to a name entered by hand, such as "the Gulf": with a capital, behind the article,
a common word is a name. Held by hand: the corpora have too few such names to learn it from.
"""


class PlaceFinder:
    """Finds places with one gazetteer and its weights; remembers words and runs of words that it has read."""

    def __init__(self, gazetteer: Gazetteer, weights: Weights | None = None) -> None:
        self.weights = weights or read_weights(gazetteer.table("weights"))
        self._bias = self.weights.bias
        self.records = gazetteer.records
        self.reader = RunReader(gazetteer, self.weights)
        self._recorder = Recorder(self.records)
        self._around = Surroundings(self.weights)
        self._supports = Supports(self.weights.resolution)
        self._evidence = Weigher(self.weights, evidence_features)
        self._opens_like_a_word = self.weights.detection.get(OPENS_LIKE_A_WORD, 0.0)

    def find(self, document: Document) -> tuple[Place, ...]:
        """The places of an article, in order: the title's first."""
        names = self.names(document)
        crowd = resolve(names, self.records, self._supports)
        for sense in names.bearers.values():
            known = evidence(sense, crowd, names.surnames)
            sense.evidence = self._bias + self._evidence.weigh(known, known.code())
            sense.opens = self._opens_like_a_word if known.lower else 0.0
            sense.with_article = WITH_ITS_ARTICLE if known.is_curated else 0.0
            sense.elsewhere = surely_elsewhere(sense)
        sure: list[tuple[Mention, Sense]] = []
        found: list[Place] = []
        order: list[int] = []
        for at, mention in enumerate(names.mentions):
            sense = names.mentioned[at]
            if sense.elsewhere is not None:
                place = strange_place(Stranger(mention, (), self.records.place(sense.elsewhere)))
            elif _logit(mention, sense) > 0:
                sure.append((mention, sense))
                place = self._recorder.known_place(mention, sense)
            else:
                continue
            found.append(place)
            order.append(order_in_article(mention))
        return tuple(self._with_strangers(names, sure, found, order) if names.strangers else found)

    def _with_strangers(
        self, names: Names, sure: list[tuple[Mention, Sense]], found: list[Place], order: list[int]
    ) -> list[Place]:
        """The places found, whose places in the article ``order`` tells, with those that the gazetteer lacks."""
        placed = list(zip(order, found, strict=True))
        placed += [
            (order_in_article(stranger.mention), strange_place(stranger))
            for stranger in self.strangers(names, sure)
            if self._bias + weigh(self.weights.detection, stranger.features) > 0
        ]
        placed.sort(key=itemgetter(0))
        return [place for _, place in placed]

    def names(self, document: Document) -> Names:
        """The names of an article."""
        names = Names()
        senses, mentions, mentioned, surnames = names.bearers, names.mentions, names.mentioned, names.surnames
        around = self._around
        for text in document.fields:
            for offset, (candidates, strangers, surname) in self.reader.readings(text):
                for candidate in candidates:
                    sense = senses.get(candidate.key)
                    mention = Mention(text, offset, candidate, around)
                    if sense is None:
                        if candidate.logit < DOUBTFUL and not mention.hinted:
                            continue
                        sense = senses[candidate.key] = Sense(candidate.key, self.reader.profile(candidate))
                    sense.mentions.append(mention)
                    mentions.append(mention)
                    mentioned.append(sense)
                if strangers:
                    names.strangers += self._unknown(document, text, offset, strangers)
                if surname:
                    surnames.add(surname)
        return names

    def _unknown(self, document: Document, text: Text, offset: int, found: tuple[Candidate, ...]) -> list[Mention]:
        """Those of the unknown names in a run that something hints at; none in a headline that capitalises all."""
        hinted: list[Mention] = []
        if text is document.title and is_in_headline_case(text):
            return hinted
        for one in found:
            if may_be_cued(text, offset, one):
                mention = Mention(text, offset, one, self._around)
                if is_cued(mention):
                    hinted.append(mention)
        return hinted

    def strangers(self, names: Names, sure: list[tuple[Mention, Sense]]) -> list[Stranger]:
        """The unknown names with what speaks for them, beside the places that the text surely holds."""
        anchors: dict[Text, list[Anchor]] = {text: [] for text in {stranger.text for stranger in names.strangers}}
        for mention, sense in sure:
            several = anchors.get(mention.text)
            if several is not None:
                several.append(Anchor(mention.start, mention.end, sense.place))
        for several in anchors.values():
            several.sort(key=lambda anchor: anchor.start)
        counts: dict[str, int] = {}
        for mention in names.strangers:
            counts[mention.candidate.key] = counts.get(mention.candidate.key, 0) + 1
        return [
            read_stranger(
                mention,
                self.reader.features(mention.candidate),
                anchors[mention.text],
                names.surnames,
                count=counts[mention.candidate.key],
                records=self.records,
            )
            for mention in names.strangers
        ]


def _logit(mention: Mention, sense: Sense) -> float:
    """How much speaks for a mention's being a place: what the article as a whole says, and what stands around it."""
    logit = sense.evidence + mention.logit
    if mention.before in OPENING:
        logit += sense.opens
    elif mention.before == "the" and not mention.text.all_caps:
        logit += sense.with_article
    return logit
