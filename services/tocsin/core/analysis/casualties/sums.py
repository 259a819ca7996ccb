"""Victims told one by one that the text counts as one: "a mother and her three children", "17 people in all"."""

from typing import Final

from tocsin.core.analysis.casualties.phrase import Phrase
from tocsin.core.analysis.casualties.tokens import Sentence
from tocsin.core.analysis.lexicon import words

_KIN: Final = words("""
    son sons daughter daughters child children baby babies wife husband mother father brother brothers sister sisters
    parents twins grandson grandsons granddaughter granddaughters grandchildren nephew nephews niece nieces cousin
    cousins grandmother grandfather newborn infant toddler
""")
_ADULTS: Final = words("man woman couple")
_OWN: Final = words("his her their")
_IN_ALL: Final = {"in": ("all", "total"), "all": ("told",)}
"""First and second words of what says that a number is a sum; "altogether" does by itself."""

_REACH: Final = 14
"""How far behind the last victim their sum may stand: "..., four in all"."""

_COUNTED: Final = 3
"""Words between a sum and its "in all": "17 people in all"."""


def summed(s: Sentence, victims: list[Phrase]) -> list[Phrase]:
    """The victims, as one phrase with their sum where they are a family or the text tells the sum; of those counted
    and then named ("two reporters, Ana Ruiz and Juan Vega"), only the names.
    """
    if _named_next(s, victims):
        return victims[1:]
    counts = [victim.min for victim in victims if victim.min is not None and victim.min == victim.max]
    if len(victims) < 2 or len(counts) < len(victims):  # noqa: PLR2004 - one has no sum
        return victims
    whole = sum(counts)
    if _is_family(s, victims) or _told_sum(s, victims[-1].end) == whole:
        return [Phrase(victims[0].start, victims[-1].end, "person", whole, whole)]
    return victims


def _named_next(s: Sentence, victims: list[Phrase]) -> bool:
    """Whether all that follow the first are the names of those whom the first counts."""
    first, named = victims[0], victims[1:]
    return (
        len(named) > 0
        and first.several
        and first.min == first.max == len(named)
        and s.tag(first.end) in ",;"
        and all(victim.name and victim.min == victim.max == 1 for victim in named)
    )


def _is_family(s: Sentence, victims: list[Phrase]) -> bool:
    """Whether the first is told as one of a family whose others follow, and nobody has a name of their own."""
    kin = s.word(victims[0].end - 1) in _KIN or s.word(victims[0].end - 1) in _ADULTS
    return (
        kin
        and not any(victim.name for victim in victims)
        and all(s.word(victim.start) in _OWN and s.word(victim.end - 1) in _KIN for victim in victims[1:])
    )


def _told_sum(s: Sentence, end: int) -> int | None:
    """The number that the text gives as the sum of those told before ``end``."""
    for at in range(end, min(end + _REACH, s.size)):
        word = s.words[at]
        if word == "altogether" or s.word(at + 1) in _IN_ALL.get(word, ()):
            told = (s.quantity(i) for i in range(at - 1, max(end, at - _COUNTED) - 1, -1) if s.tag(i) == "n")
            amount = next((quantity for quantity in told if quantity is not None), None)
            return amount.min if amount is not None and amount.min == amount.max else None
    return None
