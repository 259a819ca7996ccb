"""Reads the noun phrase that begins at a word."""

import re
from typing import Final

from tocsin.core.analysis.casualties.phrase import INNER, LENGTH, PAIRS, Amount, Phrase, judge
from tocsin.core.analysis.casualties.tokens import Sentence
from tocsin.core.analysis.lexicon import words
from tocsin.core.analysis.numbers import Quantity, is_number, read_quantity

_UNITS: Final = words("""
    percent % year years month months week weeks day days hour hours minute minutes km kilometers miles meters
""")
"""What is counted after a number that counts no people."""

_MODIFIERS: Final = 5
"""How many words may stand before a number as its modifiers: "as many as" and an article or two."""

_ORDINALS: Final = words("second third fourth fifth sixth seventh eighth ninth tenth")
"""Behind "a" these are one more person: "a third was hurt"."""

_PRONOUNS: Final = words("it itself this something nothing everything anything")
"""These begin a phrase of their own: "any foreigner it finds"."""

_STRONG: Final = re.compile(r"([a-z]+|\d+)-(?:strong|man|member|person)$")
"""How many a group has: "a 13-strong patrol"."""

_DEPTH: Final = 2
"""How many phrases may hang on one another: "dozens of the families of ..."."""


def phrase_from(s: Sentence, at: int, limit: int | None = None, depth: int = 0) -> Phrase | None:  # noqa: PLR0911 - one return a beginning
    """The noun phrase that begins at ``at`` and ends before ``limit``; None if no noun phrase begins there."""
    stop = min(s.size, at + LENGTH) if limit is None else limit
    if at >= stop:
        return None
    quantity = _quantity_from(s, at, stop)
    if quantity is not None:
        return _counted(s, at, stop, quantity, depth)
    tag = s.tag(at)
    if tag in "uU":
        return _pronoun(s, at, tag)
    if tag == "N" and (s.word(at) != "no" or s.tag(at + 1) == "N"):
        return Phrase(at, at + 1 + (s.word(at) == "no"), "none")
    if tag == "s" and at + 1 < stop and s.tag(at + 1) == "o":
        inner = phrase_from(s, at + 2, None, depth + 1) if depth < _DEPTH else None
        return Phrase(at, inner.end if inner else at + 1, inner.sort if inner else "number")
    if tag == "B":
        return _rest(s, at, at + 1 + (s.tag(at + 1) == "o"), stop, Amount(2, 2, counted=True), depth)
    strong = _STRONG.match(s.word(at + 1)) if tag in "ad" and "-" in s.word(at + 1) else None
    if strong is not None and is_number(strong[1]):
        amount = read_quantity([strong[1]], 0)
        if amount is not None:
            return _rest(s, at, at + 2, stop, Amount(amount.min, amount.max, counted=True), depth)
    return _rest(s, at, at + (tag in "adsN"), stop, Amount(), depth)


def _quantity_from(s: Sentence, at: int, stop: int) -> Quantity | None:
    """The amount that begins at ``at``, its modifiers counted."""
    for ahead in range(at, min(at + _MODIFIERS, stop)):
        tag = s.tag(ahead)
        if tag == "n":
            quantity = s.quantity(ahead)
            return quantity if quantity is not None and quantity.start <= at < quantity.end else None
        if tag in ",;kPpT":
            return None
    return None


def _counted(s: Sentence, begin: int, stop: int, quantity: Quantity, depth: int) -> Phrase | None:
    """A phrase that begins with an amount: "12 men", "two of them", "dozens of people"."""
    at = quantity.end
    at += s.word(at) == "out" and s.tag(at + 1) == "o"  # "eleven out of 40"
    if quantity.max == 0:
        return Phrase(begin, min(at + 1, stop), "none")
    if (s.tag(at) == "T" and not is_shift(s, at)) or s.word(at) in _UNITS or _is_year(s, quantity):
        return Phrase(begin, at, "thing")
    if at >= stop or s.tag(at) != "o":
        return _rest(
            s,
            begin,
            at,
            stop,
            Amount(quantity.min, quantity.max, counted=True),
            depth,
            head_of="d" if s.tag(begin) == "d" else "n",
        )
    inner = phrase_from(s, at + 1, None, depth + 1) if depth < _DEPTH else None
    if inner is None:
        return Phrase(begin, at, "number", quantity.min, quantity.max)
    known = inner.counted and inner.definite
    part = s.tag(at + 1) == "U" or known
    sort = inner.sort if inner.sort != "none" else "number"
    return Phrase(begin, inner.end, sort, quantity.min, quantity.max, part=part, whole=inner.min if known else None)


def _is_year(s: Sentence, quantity: Quantity) -> bool:
    """Whether a number is a year: four digits, and no noun behind."""
    at = quantity.end
    digits = s.words[at - 1]
    if at - quantity.start != 1 or len(digits) != 4 or not digits.isdigit():  # noqa: PLR2004 - a year has four digits
        return False
    return digits[:2] in {"17", "18", "19", "20"} and s.tag(at) not in "pPgjxfD"


def _pronoun(s: Sentence, at: int, tag: str) -> Phrase:
    """A pronoun: "he" is one, "they" are some; "himself" tells of nobody else."""
    if s.word(at) in {"himself", "herself", "themselves"}:
        return Phrase(at, at + 1, "thing")
    one = 1 if tag == "u" and s.word(at) not in {"i", "me"} else None
    return Phrase(at, at + 1, "person", one, one, definite=True)


def _rest(  # noqa: PLR0911, PLR0917 - one return a kind of phrase; what has been read of one phrase
    s: Sentence, begin: int, first: int, stop: int, amount: Amount, depth: int, head_of: str = ""
) -> Phrase | None:
    """The phrase that began at ``begin``, from the word behind its determiner or amount on."""
    head_of = head_of or s.tag(begin)
    end, amount = _end(s, first, stop, amount)
    if end == first and not amount.counted:
        if head_of == "d" and those(s, first):
            return Phrase(begin, first + 1, "person", definite=True)
        if s.word(begin) == "those" and s.word(end) == "who":
            return Phrase(begin, end, "person")
        if s.word(begin) == "another":
            return Phrase(begin, end, "number", 1, 1)
        if s.word(begin) == "her":
            return Phrase(begin, end, "person", 1, 1, definite=True)
        return Phrase(begin, end, "person") if head_of == "s" else None
    if end > first and s.tag(end - 1) == "g" and s.tag(end) == "o" and depth < _DEPTH:
        inner = phrase_from(s, end + 1, None, depth + 1)
        if inner is not None and inner.sort != "thing" and not (amount.counted and s.word(end - 1) == "crew"):
            many = PAIRS.get(s.word(end - 1))
            gathered = Phrase(begin, inner.end, "person", many, many)
            return gathered if amount.counted or many else inner.but(start=begin, definite=head_of == "d")
    if head_of == "a" and end - first == 1 and s.word(first) in _ORDINALS and s.tag(end) != "o":
        return Phrase(begin, end, "number", 1, 1)
    return judge(s, begin, first, end, amount, head_of)


def those(s: Sentence, at: int) -> bool:
    """Whether a participle stands for people: "the rescued", "the displaced"."""
    return s.tag(at) in "vDk" and s.word(at).endswith("ed") and s.tag(at - 1) == "d"


def _end(s: Sentence, first: int, stop: int, amount: Amount) -> tuple[int, Amount]:
    """Where the phrase ends whose words begin at ``first``, and an amount found on the way: "the other two"."""
    at = first
    while at < stop:
        tag = s.tag(at)
        if tag == "n":
            inside = s.quantity(at) if at == first and not amount.counted else None
            if inside is None:
                break
            amount, at = Amount(inside.min, inside.max, counted=True), inside.end
        elif tag == "U" and s.word(at) == "others":
            return at + 1, amount
        elif _belongs(s, at, first, stop):
            at += 1
        else:
            break
    return at, amount


def _belongs(s: Sentence, at: int, first: int, stop: int) -> bool:  # noqa: PLR0911 - one return a kind of word
    """Whether the word at ``at`` goes on with the phrase."""
    tag = s.tag(at)
    if tag in "pPgf":
        return True
    if tag in "dT":  # "Galan's brother", "a night watchman"
        return s.word(at).endswith("'s") if tag == "d" else is_shift(s, at) and at + 1 < stop
    if tag == "y" and at > first and s.word(at) in _PRONOUNS:
        return False
    if tag == "r":
        return at + 1 < stop and s.tag(at + 1) in "jDk" and not _verbal(s, at + 1, first)
    if tag in "xyj" and at > first and s.tag(at - 1) == "P" and s.tag(at + 1) not in "pPxf":
        return False
    if tag == "x" and at > first + 1 and s.capitals_tell and s.tag(at - 1) == "f" and s.tag(at - 2) in "fp":
        return False  # a name has ended: "Luis Galan shook"
    return tag in INNER and not (tag in "kD" and _verbal(s, at, first))


def is_shift(s: Sentence, at: int) -> bool:
    """Whether a word of time tells who someone is: "a night watchman"."""
    return s.word(at) in {"night", "weekend"} and s.tag(at + 1) in "pP"


def _verbal(s: Sentence, at: int, first: int) -> bool:
    """Whether a participle stands as a verb rather than before its noun: "the wounded soldiers", "soldiers wounded"."""
    if s.tag(at + 1) not in "jxfpPgyk":
        return True
    before = s.tag(at - 1) if at > first else "d"
    return before in "pPgyfxU"
