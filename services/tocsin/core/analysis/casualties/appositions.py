"""Tells who is told twice in a list of victims: "Juan Vega, a nurse, and two guards" are three, not four."""

from typing import Final

from tocsin.core.analysis.casualties.phrase import Phrase
from tocsin.core.analysis.casualties.tokens import Sentence

_HANGING: Final = 8
"""How many words may hang on what a name is: "a teacher from the village of Tame, and"."""


def once_each(s: Sentence, victims: list[Phrase]) -> list[Phrase]:
    """The victims without those that only say of the one before who or what he is."""
    kept: list[Phrase] = []
    for victim in victims:
        if kept and _is_apposed(s, kept[-1], victim):
            if victim.name:
                kept[-1] = victim.but(start=kept[-1].start)
        else:
            kept.append(victim)
    return kept


def _is_apposed(s: Sentence, one: Phrase, other: Phrase) -> bool:
    """Whether commas set a person's name or trade beside the other: "the mayor, Juan Vega,", "Juan Vega, a nurse,"."""
    if one.several or other.several or not one.counted or not other.counted or other.start - one.end != 1:
        return False
    if s.tag(one.end) != "," or not _closes(s, other.end):
        return False
    if one.name:
        return not other.name and s.tag(other.start) == "a" and s.word(other.start) != "another"
    return other.name and s.tag(one.start) == "d"


def _closes(s: Sentence, end: int) -> bool:
    """Whether a comma closes the apposition that ends at ``end``, with what hangs on it."""
    for at in range(end, min(end + _HANGING, s.size)):
        if s.tag(at) == ",":
            return True
        if s.tag(at) in ";cehmkw" or (at == end and s.tag(at) not in "io"):
            return False
    return False
