"""Reads noun phrases: who is meant, and how many."""

from typing import NamedTuple

from tocsin.core.analysis.casualties.people import DESCRIBING, NATIONS
from tocsin.core.analysis.casualties.tokens import Sentence
from tocsin.core.analysis.casualties.words import FIRST_NAMES
from tocsin.core.analysis.numbers import Quantity

_INNER = frozenset("jxfpPgyDk")
"""Classes that a noun phrase may have after its determiner."""

_PAIRS = {"couple": 2, "pair": 2, "duo": 2, "trio": 3, "twins": 2}
"""Groups that tell how many they are."""

_UNITS = frozenset(
    "percent % year years month months week weeks day days hour hours minute minutes km kilometers miles meters".split()
)

_LENGTH = 14
"""How many words of one noun phrase are read."""


class Phrase(NamedTuple):
    """Words ``start`` to ``end`` of a sentence that may be victims.

    ``sort`` is one of "person" (people for certain), "number" (an amount and nothing else), "unknown" (a noun we do
    not know), "thing", "none" ("nobody", "no soldiers"). ``min`` and ``max`` bound how many; both are None when the
    phrase does not tell. ``name`` says that it has a person's name, ``definite`` that it speaks of someone known,
    ``part`` that the amount is of those told before ("two of them").
    """

    start: int
    end: int
    sort: str
    min: int | None
    max: int | None
    name: bool = False
    definite: bool = False
    part: bool = False

    @property
    def counted(self) -> bool:
        """Whether it says how many."""
        return self.min is not None or self.max is not None


def phrase_from(s: Sentence, at: int, limit: int | None = None, depth: int = 0) -> Phrase | None:
    """The noun phrase that begins at ``at`` and ends before ``limit``; None if no noun phrase begins there."""
    stop = min(s.size, at + _LENGTH) if limit is None else limit
    if at >= stop:
        return None
    begin, low, high, counted = at, None, None, False
    head_of = s.tag(at)
    quantity = _quantity_from(s, at, stop)
    if quantity is not None:
        at, low, high, counted = quantity.end, quantity.min, quantity.max, True
        head_of = "n"
        if s.tag(at) == "T" or s.word(at) in _UNITS or _is_year(s, quantity, at):
            return Phrase(begin, at, "thing", None, None)
        if at < stop and s.tag(at) == "o":
            return _of_quantity(s, begin, at, low, high, depth)
    elif head_of == "B":
        at, low, high, counted = at + 1, 2, 2, True
        if s.tag(at) == "o":
            at += 1
    elif head_of in "adsN":
        at += 1
        if head_of == "s" and at < stop and s.tag(at) == "o":
            inner = phrase_from(s, at + 1, None, depth + 1) if depth < 2 else None
            return Phrase(begin, inner.end if inner else at, inner.sort if inner else "number", None, None)
    elif head_of in "uU":
        if s.word(at) in {"himself", "herself", "themselves"}:
            return Phrase(begin, at + 1, "thing", None, None)
        one = head_of == "u" and s.word(at) not in {"i", "me"}
        return Phrase(begin, at + 1, "person", 1 if one else None, 1 if one else None, definite=True)
    if head_of == "N" and s.word(begin) != "no":
        return Phrase(begin, at, "none", None, None)
    first = at
    while at < stop:
        tag = s.tag(at)
        if tag == "n" and at > first:
            break
        if tag == "n" and not counted:
            inside = s.quantity(at)
            if inside is None:
                break
            low, high, counted, at = inside.min, inside.max, True, inside.end
            continue
        if tag == "U" and s.word(at) == "others":
            at += 1
            break
        if tag == "d" and s.word(at).endswith("'s"):
            at += 1
            continue
        if tag == "r" and at + 1 < stop and s.tag(at + 1) in "jDk" and not _verbal(s, at + 1, first):
            at += 1
            continue
        if tag in "xyj" and s.tag(at - 1) == "P" and at > first and s.tag(at + 1) not in "pPxf":
            break
        if tag not in _INNER or (tag in "kD" and _verbal(s, at, first)):
            break
        at += 1
    if at == first and not counted:
        if s.word(begin) == "her":
            return Phrase(begin, at, "person", 1, 1, definite=True)
        return Phrase(begin, at, "person", None, None) if head_of == "s" else None
    return _judge(s, begin, first, at, low, high, head_of=head_of, counted=counted, depth=depth)


def _is_year(s: Sentence, quantity: Quantity, at: int) -> bool:
    """Whether a number is a year: four digits, and no noun behind."""
    digits = s.words[at - 1]
    if at - quantity.start != 1 or len(digits) != 4 or not digits.isdigit():  # noqa: PLR2004 - a year has four digits
        return False
    return digits[:2] in {"17", "18", "19", "20"} and s.tag(at) not in "pPgjxfD"


def _verbal(s: Sentence, at: int, first: int) -> bool:
    """Whether a participle stands as a verb rather than before its noun: "the wounded soldiers", "soldiers wounded"."""
    after = s.tag(at + 1)
    if after not in "jxfpPgyk":
        return True
    before = s.tag(at - 1) if at > first else "d"
    return before in "pPgyfxU"


def _quantity_from(s: Sentence, at: int, stop: int) -> Quantity | None:
    """The amount that begins at ``at``, its modifiers counted."""
    for ahead in range(at, min(at + 5, stop)):
        tag = s.tag(ahead)
        if tag == "n":
            quantity = s.quantity(ahead)
            return quantity if quantity is not None and quantity.start <= at < quantity.end else None
        if tag in ",;kPpT":
            return None
    return None


def _of_quantity(s: Sentence, begin: int, of: int, low: int | None, high: int | None, depth: int) -> Phrase:
    """ "two of them", "dozens of people", "three of the hostages": the amount counts, what follows says of whom."""
    inner = phrase_from(s, of + 1, None, depth + 1) if depth < 2 else None
    if inner is None:
        return Phrase(begin, of, "number", low, high)
    part = s.tag(of + 1) == "U" or (inner.counted and inner.definite)
    return Phrase(begin, inner.end, inner.sort if inner.sort != "none" else "number", low, high, part=part)


def _judge(
    s: Sentence,
    begin: int,
    first: int,
    end: int,
    low: int | None,
    high: int | None,
    *,
    head_of: str,
    counted: bool,
    depth: int,
) -> Phrase:
    """What the words from ``first`` to ``end``, after determiner and amount, make of the phrase."""
    if end == first:
        return Phrase(begin, end, "number", low, high)
    head = s.tag(end - 1)
    tags = [s.tag(i) for i in range(first, end)]
    definite = head_of == "d"
    if head == "g" and s.tag(end) == "o" and depth < 2:
        inner = phrase_from(s, end + 1, None, depth + 1)
        if inner is not None and inner.sort != "thing":
            if counted:
                return Phrase(begin, inner.end, "person", None, None)
            return inner._replace(start=begin, definite=definite)
    if head == "y" or (head == "n" and len(tags) > 1):
        return Phrase(begin, end, "thing", low, high, definite=definite)
    if head_of == "N":
        return Phrase(begin, end, "none", None, None)
    if counted:
        return Phrase(begin, end, "unknown" if head in "xf" else "person", low, high, definite=definite)
    pair = _PAIRS.get(s.word(end - 1)) if head == "g" else None
    if pair is not None and head_of != "s":
        return Phrase(begin, end, "person", pair, pair, definite=definite)
    if head_of == "s" or head in "PgU":
        return Phrase(begin, end, "person", None, None, definite=definite)
    if head == "p":
        return Phrase(begin, end, "person", 1, 1, definite=definite)
    if head in "xf":
        if head_of != "a" and _named(s, first, tags):
            return Phrase(begin, end, "person", 1, 1, name=True, definite=True)
        if head_of == "a":
            return Phrase(begin, end, "unknown", 1, 1)
        return Phrase(
            begin, end, "unknown", None, None, definite=definite, name=len(tags) > 1 and set(tags) <= set("xf")
        )
    if head in "jk":
        one = head_of == "a" and s.word(end - 1) in NATIONS
        return Phrase(
            begin, end, "person" if one else "unknown", 1 if one else None, 1 if one else None, definite=definite
        )
    return Phrase(begin, end, "unknown", None, None, definite=definite)


def _named(s: Sentence, first: int, tags: list[str]) -> bool:
    """Whether the unknown words are a person's name: a given name among them, or a role before them."""
    if any(
        tag == "f" and (s.word(first - 1) != "the" or s.words[first + i] in FIRST_NAMES) for i, tag in enumerate(tags)
    ):
        return True
    role = next((i for i in range(len(tags) - 1, -1, -1) if tags[i] == "p"), None)
    return role is not None and (s.word(first + role) not in DESCRIBING or len(tags) - role > 2)


def phrase_until(s: Sentence, end: int, *, who: bool = False) -> Phrase | None:
    """The noun phrase that ends just before ``end``, and all that prepositions hang on it: "two men of the village".

    ``who`` asks for the person that a "who" behind it stands for.
    """
    phrase = _chunk_until(s, end)
    best = phrase
    hops = 0
    while phrase is not None and hops < 4 and s.tag(phrase.start - 1) in "oi":
        prep = phrase.start - 1
        if s.word(prep) in {"to", "per", "like", "despite", "amid"}:
            break
        phrase = _chunk_until(s, prep)
        if phrase is None:
            break
        if (
            not who
            and phrase.sort == "thing"
            and phrase.definite
            and s.tag(prep) == "o"
            and best is not None
            and best.max == 1
        ):
            best = phrase  # "the home of the minister": the home, not he
        elif _outranks(phrase, best) or s.word(prep) == "including":
            best = phrase._replace(end=end)
        hops += 1
    if best is not None and best.sort == "unknown" and s.tag(best.start - 1) == "i" and best.min == best.max:
        return best._replace(sort="thing")
    return best


_RANKS = {"thing": 0, "none": 0, "unknown": 1, "number": 2, "person": 2}


def _outranks(outer: Phrase, inner: Phrase | None) -> bool:
    """Whether "outer of inner" speaks of the outer: "the wife of the mayor", but not "reports of seven"."""
    if inner is None or inner.sort == "thing":
        return True
    if inner.counted and not (inner.min == inner.max == 1):
        return outer.sort in {"person", "number"}
    return _RANKS[outer.sort] >= _RANKS[inner.sort]


def _chunk_until(s: Sentence, end: int) -> Phrase | None:
    at, floor = end, max(0, end - _LENGTH)
    while at > floor:
        tag = s.tag(at - 1)
        if tag == "n":
            quantity = s.quantity(at - 1)
            if quantity is None or quantity.end > end:
                return None
            at = quantity.start
            at -= s.tag(at - 1) == "d" and at > floor
            break
        if tag in _INNER or (tag == "U" and s.word(at - 1) == "others"):
            at -= 1
            continue
        if tag == "d" and s.word(at - 1).endswith("'s"):
            at -= 1
            continue
        if tag in "adsNB":
            at -= 1
        elif tag in "uU" and at == end:
            at -= 1
        break
    return phrase_from(s, at, end) if at < end else None


_FORCES = frozenset(
    """
    army armies force forces navy police squad squads government regime militia militias cartel cartels gang gangs group
    groups brigade brigades mob troops coalition junta patrol patrols unit units battalion command faction factions
    movement organization organisation front commando commandos column warplanes jets
    """.split()
)


def is_actor(s: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase can be who did it: people, an armed force, or a name; not a place after a preposition."""
    if phrase.sort == "person":
        return s.tag(phrase.start) not in "uU"
    if s.tag(phrase.start - 1) in "oi":
        return False
    if s.word(phrase.end - 1) in _FORCES:
        return True
    return phrase.sort == "unknown" and s.tag(phrase.end - 1) in "xf" and (phrase.name or s.capital(phrase.start))
