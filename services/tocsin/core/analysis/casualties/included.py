"""Who of those counted are named: "killed nine people, including the union leader Elsa Ortiz"."""

from typing import Final

from tocsin.core.analysis.casualties.objects import objects
from tocsin.core.analysis.casualties.reading import Reading
from tocsin.core.analysis.casualties.tokens import Sentence

_REACH: Final = 16
"""How many words behind those counted, or behind the verb, the names begin."""


def included(s: Sentence, reading: Reading) -> Reading | None:
    """The reading of those named among the ones that a reading counts, if there are any; it knows how many all are."""
    last = reading.victims[-1]
    whole = sum(victim.min or 0 for victim in reading.victims)
    if not last.several or not last.min:
        return None
    at = _includes(s, last.end) or _includes(s, max(last.end, reading.at + 1))
    named = (
        [one for one in objects(s, at) if one.name and one.sort == "person" and one.min == one.max == 1] if at else []
    )
    return reading.but(victims=named, whole=whole) if 0 < len(named) < whole else None


def _includes(s: Sentence, start: int) -> int | None:
    """Where a list begins of some of those told before ``start``, in the same clause; None where none does."""
    for at in range(start, min(start + _REACH, s.size)):
        word = s.words[at]
        if word == "including":
            return at + 1
        if word == "among" and s.word(at + 1) in {"them", "whom"}:
            return at + 2
        if s.tag(at) in ";lwc" or s.trigger(at) is not None:
            break
    return None
