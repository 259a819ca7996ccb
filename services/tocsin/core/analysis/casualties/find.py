"""From a document to its casualties: one record for each thing the text says of people hurt."""

import re
from collections.abc import Iterator

from tocsin.core.analysis.casualties.manner import manner_near
from tocsin.core.analysis.casualties.merge import Mention, merge
from tocsin.core.analysis.casualties.phrases import Phrase
from tocsin.core.analysis.casualties.sentence import readings
from tocsin.core.analysis.casualties.tokens import Sentence
from tocsin.core.analysis.casualties.triggers import TRIGGERS
from tocsin.core.analysis.casualties.verbs import Reading
from tocsin.core.analysis.text import Document, Text
from tocsin.core.model.analysis import Casualty

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)?")


def find_casualties(document: Document) -> tuple[Casualty, ...]:
    """All that the article says of people hurt, in the order of the text; one record a toll, however often told."""
    mentions = [mention for text in document.fields for mention in _mentions(text)]
    return merge(document, mentions)


def _mentions(text: Text) -> Iterator[Mention]:
    folded = text.folded
    if TRIGGERS.keys().isdisjoint(_WORD.findall(folded)):
        return
    for start, end in text.sentences:
        if TRIGGERS.keys().isdisjoint(_WORD.findall(folded, start, end)) or text.in_zone(start):
            continue
        s = Sentence(text.text, folded, start, end, all_caps=text.all_caps)
        for reading in readings(s):
            for victim in reading.victims:
                yield _mention(text, s, reading, victim)


def _mention(text: Text, s: Sentence, reading: Reading, victim: Phrase) -> Mention:
    first, last = min(victim.start, reading.at), max(victim.end - 1, reading.at)
    actor = reading.actors[0] if reading.actors and reading.actors[0].sort in {"person", "unknown"} else None
    return Mention(
        text=text,
        start=s.starts[first],
        end=s.stop(last),
        kind=reading.trigger.kind,
        min=victim.min,
        max=victim.max,
        victims=_words(text, s, victim),
        actors=_words(text, s, actor) if actor else None,
        manner=manner_near(s.words, reading.at) or reading.trigger.manner,
    )


def _words(text: Text, s: Sentence, phrase: Phrase) -> str:
    return text.text[s.starts[phrase.start] : s.stop(phrase.end - 1)]
