"""Reads the noun phrase that ends at a word."""

from typing import Final

from tocsin.core.analysis.casualties.ahead import is_shift, phrase_from, those
from tocsin.core.analysis.casualties.phrase import INNER, LENGTH, Phrase, Sort
from tocsin.core.analysis.casualties.tokens import Sentence
from tocsin.core.analysis.lexicon import words

_HOPS: Final = 4
"""How many prepositions are followed back: "two members of the family of the mayor of ..."."""

_NO_ATTRIBUTE: Final = words("to per like despite amid")
"""Prepositions that hang nothing on the noun before them; but one is "ambassador to" a country."""

_AIMS: Final = words("for to at by over")
"""Prepositions that hang no number of people on a name."""

_DESCRIBES: Final = words("named called identified known aged dressed armed suspected accused wanted employed")
"""Participles that say which person is meant."""

_GOES: Final = words("stepped marched arrived appeared returned protested complained escaped managed happened occurred")
"""Verbs that no noun is described by in -ed: "two soldiers stepped on a mine and three others were hurt"."""

_RANKS: Final[dict[Sort, int]] = {"thing": 0, "none": 0, "unknown": 1, "number": 2, "person": 2}


def phrase_until(s: Sentence, end: int, *, who: bool = False) -> Phrase | None:
    """The noun phrase that ends just before ``end``, and all that prepositions hang on it: "two men of the village".

    ``who`` asks for the person that a "who" behind it stands for.
    """
    phrase = best = _chunk_until(s, end)
    hops = 0
    while phrase is not None and hops < _HOPS and s.tag(phrase.start - 1) in "oi":
        prep = phrase.start - 1
        out = s.tag(prep) == "o" and s.word(prep - 1) == "out"
        hangs = s.word(prep) not in _NO_ATTRIBUTE or (s.word(prep) == "to" and s.tag(prep - 1) == "p")
        phrase = _chunk_until(s, prep - out) if hangs else None
        if phrase is None:
            break
        if not who and s.tag(prep) == "o" and phrase.sort == "thing" and phrase.definite and best and best.max == 1:
            best = phrase  # "the home of the minister": the home, not he
        elif phrase.name and best is not None and best.several and s.word(prep) in _AIMS:
            break  # "wreaths in Oradour for the 642 slain": not Oradour
        elif _outranks(phrase, best) or s.word(prep) == "including":
            part = phrase.sort == "number" and s.tag(prep) == "o" and (s.tag(prep + 1) == "U" or _known(best))
            whole = best.min if part and best is not None and _known(best) else None
            best = phrase.but(end=end, part=part, whole=whole)
        hops += 1
    resulted = best is not None and s.tag(best.start) == "n" and s.word(best.start - 1) in {"in", "with"}
    if best is not None and s.tag(best.start - 1) == "i" and not best.several and not resulted:
        return best.but(sort="thing")  # "an air strike on Idlib": not Idlib; but "resulted in one person wounded"
    return best


def _known(inner: Phrase | None) -> bool:
    """Whether a phrase counts people told before: "the nine"."""
    return inner is not None and inner.counted and inner.definite


def _outranks(outer: Phrase, inner: Phrase | None) -> bool:
    """Whether "outer of inner" speaks of the outer: "the wife of the mayor", but not "reports of seven"."""
    if inner is None or inner.sort == "thing" or outer.sort == "none":
        return True
    if inner.several:
        return outer.sort in {"person", "number"}
    return _RANKS[outer.sort] >= _RANKS[inner.sort]


def _chunk_until(s: Sentence, end: int) -> Phrase | None:
    """The phrase without what prepositions hang on it."""
    start = _start(s, end, max(0, end - LENGTH))
    if s.word(start) in {"a", "one"} and s.word(start - 1) == "not" and start < end:
        return Phrase(start - 1, end, "none")  # "not a single family"
    phrase = phrase_from(s, start, end) if start < end else None
    clause = phrase is not None and phrase.end < end and s.tag(start) in "fpPU" and s.tag(phrase.end) in "Dv"
    clause = clause or (phrase is not None and phrase.end < end and s.word(phrase.end) in _GOES)
    if phrase is not None and clause and s.word(phrase.end - 1) == "police":
        return phrase_from(s, phrase.end + 1, end)  # "police named Ana Ruiz, who died"
    if phrase is not None and clause and s.word(phrase.end) not in _DESCRIBES:
        return None  # "Lyon practised": a clause
    return phrase


def _start(s: Sentence, end: int, floor: int) -> int:
    """Where the phrase begins that ends at ``end``; ``end`` when no phrase does."""
    at = end
    if those(s, end - 1):
        return end - 2
    while at > floor:
        tag = s.tag(at - 1)
        if tag == "n":
            quantity = s.quantity(at - 1)
            if quantity is None or quantity.end > end:
                return end
            at = quantity.start
            return at - (at > floor and s.tag(at - 1) == "d")
        word = s.words[at - 1]
        if (
            tag in INNER
            or (tag == "T" and at < end and is_shift(s, at - 1))
            or (tag == "U" and word == "others")
            or (tag == "d" and word.endswith("'s"))
        ):
            at -= 1
        elif tag in "adsNB" or (tag in "uU" and at == end):
            return at - 1
        else:
            break
    return at
