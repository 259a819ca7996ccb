"""From a document to its casualties: one record for each thing the text says of people hurt."""

from collections.abc import Iterator
from itertools import islice

from tocsin.core.analysis.casualties.background import span_of_time
from tocsin.core.analysis.casualties.clause import back_over
from tocsin.core.analysis.casualties.manner import manners, nearest
from tocsin.core.analysis.casualties.merge import Mention, merge
from tocsin.core.analysis.casualties.phrases import Phrase, is_actor
from tocsin.core.analysis.casualties.sentence import readings
from tocsin.core.analysis.casualties.tokens import Sentence
from tocsin.core.analysis.casualties.triggers import OPEN_ENDED, TRIGGERS
from tocsin.core.analysis.casualties.verbs import Reading
from tocsin.core.analysis.lexicon import Scanner
from tocsin.core.analysis.status import Assertion, Statuses
from tocsin.core.analysis.text import Document, Text
from tocsin.core.model.analysis import Casualty

_SCANNER: Scanner[None] = Scanner(dict.fromkeys(TRIGGERS))

MOST = 300
"""Statements read of one field: more than any report makes, and a bound on what a hostile text costs."""


def find_casualties(document: Document, statuses: Statuses | None = None) -> tuple[Casualty, ...]:
    """All that the article says of people hurt, in the order of the text; one record a toll, however often told.

    ``statuses`` are those of the same document, when the caller has them already.
    """
    statuses = statuses or Statuses(document)
    return merge([mention for text in document.fields for mention in islice(_mentions(text, statuses), MOST)])


def _mentions(text: Text, statuses: Statuses) -> Iterator[Mention]:
    hits = _SCANNER.find(text.spaced)
    if not hits:
        return
    folded = text.folded
    plain = text.all_caps or (text.field == "title" and _is_headline(text.text))
    for number in dict.fromkeys(text.sentence_at(hit.start) for hit in hits):
        start, end = text.sentences[number]
        if number < 0 or text.in_zone(start):
            continue
        s = Sentence(text.text, folded, start, end, all_caps=plain)
        told = manners(s.words)
        for reading in readings(s):
            manner = nearest(told, reading.at) or reading.trigger.manner
            total = sum(victim.min or 0 for victim in reading.victims) or None
            for victim in reading.victims:
                yield _mention(text, s, reading, victim, statuses, manner, total)


def _is_headline(title: str) -> bool:
    """Whether most words of a title have a capital, so that a capital tells no name."""
    words = [word for word in title.split() if len(word) > 3]  # noqa: PLR2004 - small words stay small in headlines
    return sum(word[0].isupper() for word in words) * 4 > len(words) * 3


def _mention(
    text: Text, s: Sentence, reading: Reading, victim: Phrase, statuses: Statuses, manner: str | None, total: int | None
) -> Mention:
    first, last = min(victim.start, reading.at), max(victim.end - 1, reading.at)
    actor = next((actor for actor in reading.actors if is_actor(s, actor)), None)
    start, end = s.starts[first], s.stop(last)
    words = s.words[victim.start : victim.end]
    head = words.index("of", 1) if "of" in words[1:] and not victim.name else len(words)
    return Mention(
        text=text,
        start=start,
        end=end,
        assertion=_assertion(
            text, s, reading, victim, statuses.of(text.field, _asserted_from(s, reading, victim), end)
        ),
        heads=frozenset(words if victim.name else words[head - 1 : head]),
        name=victim.name,
        known=victim.definite and not victim.name,
        part=victim.part or s.word(victim.start - 1) in {"including", "among"},
        weak=s.words[reading.at] in OPEN_ENDED and reading.trigger.kind == "injured",
        none=victim.sort == "none",
        kind=reading.trigger.kind,
        min=victim.min,
        max=victim.max,
        total=total,
        victims=_words(text, s, victim),
        actors=_words(text, s, actor) if actor else None,
        manner=manner,
    )


_INSERTED = 6


def _asserted_from(s: Sentence, reading: Reading, victim: Phrase) -> int:
    """Where the words begin whose status counts: without what is inserted between the victims and the verb."""
    at = reading.at
    if at - victim.end <= _INSERTED:
        return s.starts[min(victim.start, at)]
    return s.starts[back_over(s, at - 1, "ehmrz") + 1]


_NEAR = 14
"""How many characters from a cue a noun may be and still be what is planned or denied."""


def _assertion(text: Text, s: Sentence, reading: Reading, victim: Phrase, found: Assertion) -> Assertion:
    """The status, with what only the grammar of casualties tells.

    A noun takes for granted what it names ("promised to investigate the murder of six priests") unless it is itself
    what is planned or denied. A total over months or years looks back.
    """
    if (
        found.status in {"possible", "denied"}
        and reading.voice == "act"
        and victim.sort != "none"
        and found.cue is not None
    ):
        start = text.origin(s.starts[reading.at], s.stop(reading.at))[0]
        if start - found.cue.end > _NEAR:
            found = Assertion("stated", None, found.attribution)
    if found.status in {"stated", "unverified"}:
        period = span_of_time(s, reading.at, victim.min or victim.max or 0)
        if period is not None:
            cue = text.span(s.starts[period[0]], s.stop(period[1] - 1))
            return Assertion("past", cue, found.attribution)
    return found


def _words(text: Text, s: Sentence, phrase: Phrase) -> str:
    return text.text[s.starts[phrase.start] : s.stop(phrase.end - 1)]
