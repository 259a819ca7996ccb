"""Finds who is hurt where a clause is built in no way that its grammar is read by."""

from typing import Final

from tocsin.core.analysis.casualties.ahead import phrase_from
from tocsin.core.analysis.casualties.lists import back_over
from tocsin.core.analysis.casualties.phrase import Phrase
from tocsin.core.analysis.casualties.reading import Reading
from tocsin.core.analysis.casualties.tokens import Sentence
from tocsin.core.analysis.lexicon import words

_ADJOINED: Final = words("after before while since when without by for")
"""What joins a clause without a subject of its own: "he spent five years there after being kidnapped"."""

_ABOARD: Final = words("aboard on inside") | {"on board"}
_OPENERS: Final = words("should if when unless after as while because were once until since although though")
"""With one of these a sentence begins whose subject stands behind a comma."""

_TAKEN_UP: Final = 14
"""How many words before a verb those stand who are its "them"."""

_LOOKED_BACK: Final = 24
"""How many words before a verb its subject is looked for where grammar finds none."""


def is_unclear(s: Sentence, reading: Reading) -> bool:
    """Whether grammar gave no more than names and words nobody knows."""
    return all(
        victim.name or (victim.sort == "unknown" and not victim.counted) or s.tag(victim.start - 1) == "i"
        for victim in reading.victims
    )


def subject_by_count(s: Sentence, at: int) -> list[Phrase]:
    """The people counted first in the clause before the verb, whose subject its grammar didn't give: "thirty miners
    trapped since Sunday at Soma are feared to have died".
    """
    low = max(0, at - _LOOKED_BACK)
    low = next((here + 1 for here in range(at - 1, low, -1) if s.tag(here) == ";"), low)
    here = low
    while here < at:
        quantity = s.quantity(here) if s.tag(here) == "n" else None
        phrase = phrase_from(s, quantity.start, at) if quantity is not None else None
        if phrase is not None and phrase.sort in {"person", "number"}:
            aboard = s.word(phrase.start - 1) in {"with", "carrying"} and s.word(phrase.end) in _ABOARD
            begun = s.tag(phrase.start - 1) == "," and s.word(low) in _OPENERS
            if aboard or begun or s.tag(phrase.start - 1) not in "bi,":
                return [phrase]
        here = quantity.end if quantity is not None else here + 1
    if s.tag(low) == "U":
        anyone = phrase_from(s, low, at)
        return [anyone] if anyone is not None else []
    only = phrase_from(s, low, at)  # "the sole occupant of the plane that hit a pylon did not survive"
    if only is not None and only.sort == "person" and not only.name and s.tag(only.end) == "o" and s.tag(low) in "ad":
        return [only]
    if s.word(back_over(s, at - 1, "ehmrz")) in _ADJOINED:
        whole = phrase_from(s, 0, at)
        return [whole] if whole is not None and whole.sort == "person" else []
    return []


def those_before(s: Sentence, reading: Reading) -> list[Phrase]:
    """Those counted whom a second verb takes up: "lined up 17 men behind the mosque and shot them"."""
    at = reading.at
    told = reading.trigger.kind == "killed" and reading.voice == "active" and len(reading.victims) == 1
    if not told or s.word(reading.victims[0].start) != "them" or s.word(at - 1) not in {"and", "then", "before"}:
        return []
    for here in range(at - 2, max(0, at - _TAKEN_UP), -1):
        quantity = s.quantity(here) if s.tag(here) == "n" else None
        phrase = phrase_from(s, quantity.start, at) if quantity is not None else None
        if phrase is not None and phrase.sort == "person" and phrase.several and phrase.start > 0:
            return [phrase]
    return []
