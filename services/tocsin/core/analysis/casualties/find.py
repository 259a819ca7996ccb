"""From a document to its casualties: one record for each thing the text says of people hurt."""

from typing import Final

from tocsin.core.analysis.casualties.companions import NEEDED, REACH
from tocsin.core.analysis.casualties.known import MANNER
from tocsin.core.analysis.casualties.manner import manners, nearest
from tocsin.core.analysis.casualties.mention import Mention, mention
from tocsin.core.analysis.casualties.merge import merge
from tocsin.core.analysis.casualties.rebutted import with_rebuttals
from tocsin.core.analysis.casualties.sentence import readings
from tocsin.core.analysis.casualties.tokens import Sentence
from tocsin.core.analysis.lexicon import Either, Scanner
from tocsin.core.analysis.status import Statuses
from tocsin.core.analysis.text import Document, Text
from tocsin.core.model.analysis import Casualty

SCANNER: Final[Scanner[Either | None]] = Scanner(NEEDED)
"""Finds the words of harm, each with what must stand near it."""

MOST: Final = 300
"""Statements read of one field: more than any report makes, and a bound on what a hostile text costs."""

_MOST_WORDS: Final = 2_000
"""Words of harm looked at in one field, for the same reason."""

LONGEST: Final = 6_000
"""Code points read as one sentence; the longest that people write have a tenth of it."""


def find_casualties(document: Document, statuses: Statuses | None = None) -> tuple[Casualty, ...]:
    """All that the article says of people hurt, in the order of the text; one record a toll, however often told.

    ``statuses`` are those of the same document, when the caller has them already.
    """
    statuses = statuses or Statuses(document)
    return merge([found for text in document.fields for found in _mentions(text, statuses)])


def _mentions(text: Text, statuses: Statuses) -> list[Mention]:
    """What each sentence with a trigger says, zones that are no evidence left out; no more than are read of a field."""
    pieces = _pieces(text)
    if not pieces:
        return []
    every: list[Mention] = []
    plain = text.all_caps or (text.field == "title" and _is_headline(text.text))
    for (start, end), sayings in pieces.items():
        if text.in_zone(start):
            continue
        s = Sentence(text.text, text.folded, start, end, all_caps=plain, sayings=sayings)
        found = [reading for reading in readings(s) if _accompanied(s, reading.at, text.folded)]
        told = manners(s.words) if found and s.marks & MANNER else []
        said: list[Mention] = []
        for reading in found:
            manner = nearest(told, reading.at) or reading.trigger.manner
            said += [mention(text, s, reading, victim, statuses, manner) for victim in reading.victims]
        every += with_rebuttals(text.folded, start, said) if len(said) > 1 else said
        if len(every) >= MOST:
            break
    return every[:MOST]


def _accompanied(s: Sentence, at: int, folded: str) -> bool:
    """Whether what the word of harm needs near it stands there; another word may have had the sentence read."""
    needed = NEEDED.get(s.words[at])
    return needed is None or needed.stands_in(folded, max(0, s.starts[at] - REACH), s.stop(at) + REACH)


def _pieces(text: Text) -> dict[tuple[int, int], bool]:
    """The sentences with a word of harm, and whether one of them is a set phrase of several words. What a word needs
    near it is not sought where it could tell nothing more.
    """
    folded = text.folded
    found: dict[tuple[int, int], bool] = {}
    for hit in text.hits(SCANNER)[:_MOST_WORDS]:
        start, end, needed = hit.start, hit.end, hit.what
        piece = _piece(text, start)
        saying = found.get(piece)
        several = text.spaced.find(" ", start + 1, end + 1) >= 0
        if saying or (saying is not None and not several):
            continue
        if needed is None or needed.stands_in(folded, max(0, start - REACH), end + REACH):
            found[piece] = several
    return found


def _piece(text: Text, offset: int) -> tuple[int, int]:
    """The sentence around a character, or of one that never ends the piece of it."""
    start, end = text.sentence_span(offset)
    start += (offset - start) // LONGEST * LONGEST
    return start, min(end, start + LONGEST)


def _is_headline(title: str) -> bool:
    """Whether most words of a title have a capital, so that a capital tells no name."""
    words = [word for word in title.split() if len(word) > 3]  # noqa: PLR2004 - small words stay small in headlines
    return sum(word[0].isupper() for word in words) * 4 > len(words) * 3
