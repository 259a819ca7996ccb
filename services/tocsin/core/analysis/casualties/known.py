"""What all lists together know of a word, found with one look-up."""

from typing import Final

from tocsin.core.analysis.casualties.forms import Trigger
from tocsin.core.analysis.casualties.manner import TELLING
from tocsin.core.analysis.casualties.triggers import TRIGGERS
from tocsin.core.analysis.casualties.words import CLASSES
from tocsin.core.analysis.lexicon import words

ASIDE: Final = 1
"""A quotation mark, or what opens an aside."""

BOARD: Final = 2
"""Part of "all on board", which is read as one word."""

ONE: Final = 4
"""Part of "no one", perhaps."""

FICTION: Final = 8
"""Without a word so marked a sentence tells of nothing that is made up."""

MANNER: Final = 16
"""Tells how people came to harm."""

CLOSES: Final = {"(": ")", "[": "]", "--": "--", "\u2013": "\u2013", "\u2014": "\u2014"}
"""What opens an aside, and what closes it."""

_MARKED: Final = {
    ASIDE: frozenset(['"', "'", *CLOSES]),
    BOARD: words("aboard board"),
    ONE: words("one"),
    FICTION: words("""
        paper print page fiction screen stage book books novel novels game games thriller thrillers whodunit whodunits
        trilogy sequel bestseller bestsellers you player players gamer gamers
    """),
    MANNER: TELLING,
}


class Known:
    """What is known of a word: its class (see ``words.py``), what it triggers, and the marks set above, added up."""

    __slots__ = ("marks", "tag", "trigger")

    def __init__(self, tag: str | None, trigger: Trigger | None, marks: int) -> None:
        self.tag = tag
        self.trigger = trigger
        self.marks = marks


def _table() -> dict[str, Known]:
    every = {*CLASSES, *TRIGGERS}.union(*_MARKED.values())
    return {
        word: Known(
            CLASSES.get(word), TRIGGERS.get(word), sum(mark for mark, marked in _MARKED.items() if word in marked)
        )
        for word in every
    }


KNOWN: Final = _table()
"""Every word, set phrase and mark that a list has."""
