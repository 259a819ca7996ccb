"""Reads the amount that a row of words states around one of its number words."""

import re
from typing import Final

from tocsin.core.analysis.numbers.words import COMPOUND, LONGEST_MODIFIER, MODIFIERS, SCALES, UNITS, VAGUE, Bound

_DIGITS: Final = re.compile(r"\d{1,3}(?:[,.]\d{3})+|\d+(?:\.\d+)?")
_JOINTS: Final = frozenset({"to", "or", "-", "\u2013"})
"""Between the two ends of a range."""

_ANY_JOINTS: Final = _JOINTS | {"and"}
"""With the one that needs a "between"."""

_FEW, _THREE = re.compile(r"[1-9]\d{0,2}"), re.compile(r"\d{3}")
"""A space between thousands, as many countries write: "80 000"."""

_CEILING: Final = 10_000_000_000
"""More than all people; larger figures are not amounts of anything read here."""
_REACH: Final = 10
"""How many words one number may have; "nine hundred and ninety-nine thousand nine hundred and ninety-nine" has nine."""

_DIGITS_LONG: Final = 14
"""How many characters of digits are read; more are no amount of anything read here."""


class Quantity:
    """An amount, stated by ``words[start:end]``: ``min`` to ``max``, each None where the words leave it open."""

    __slots__ = ("end", "max", "min", "start")

    def __init__(self, start: int, end: int, min: int | None, max: int | None) -> None:  # noqa: A002 - the model's own names
        self.start = start
        self.end = end
        self.min = min
        self.max = max

    def at_its_end(self) -> "Quantity":
        """The same words, of whose range only the upper end counts: "from 40 to 44"."""
        return Quantity(self.start, self.end, self.max, self.max)


class _Number:
    __slots__ = ("end", "start", "vague", "value")

    def __init__(self, start: int, end: int, value: int, *, vague: bool) -> None:
        self.start = start
        self.end = end
        self.value = value
        self.vague = vague


_UNITS: Final = UNITS
_SCALES: Final = SCALES
_VAGUE: Final = VAGUE
_COMPOUND: Final = COMPOUND
_WORDS: Final = frozenset((*UNITS, *SCALES, *VAGUE, "couple"))
"""Words that are numbers, or part of one."""

_A: Final = 97
_Z: Final = 122
"""Letters by their codes."""

_PARTS: Final = _WORDS | {"half", "quarter", "tens"}


def is_number(word: str) -> bool:
    """Whether a lower-case word can be part of a number."""
    if word in _WORDS:
        return True
    if word and _A <= ord(word[0]) <= _Z and "-" not in word:
        return False  # most words
    return _value(word.removesuffix("-odd")) is not None


def read_quantity(words: list[str], at: int) -> Quantity | None:
    """The amount that the number word ``words[at]`` takes part in, with its modifiers; None if it is no number.

    ``words`` are lower-case, punctuation marks being words of their own. Looks at a bounded number of words.
    """
    number = _number_around(words, at)
    if number is None:
        return None
    low, high, start, end = number.value, number.value, number.start, number.end
    other = _range_partner(words, number)
    if other is not None:
        low, high = sorted((number.value, other.value))
        start, end = min(start, other.start), max(end, other.end)
        if _word(words, start - 1) in {"between", "from"}:
            start -= 1
    start, bound = _modifier(words, start)
    end, bound = _trailing(words, end, bound)
    if number.vague and other is None:
        return Quantity(start, end, low, None)
    if bound in {"least", "over"}:
        return Quantity(start, end, low, None if low == high else high)
    if bound == "most":
        return Quantity(start, end, None if low == high else low, high)
    return Quantity(start, end, low, high)


def _trailing(words: list[str], end: int, bound: Bound) -> tuple[int, Bound]:
    """Where the phrase ends and how it is bound, modifiers behind the number read: "12 or more"."""
    first = _word(words, end)
    if first == "+":
        return end + 1, "least"
    if first not in {"or", "at"}:
        return end, bound
    second = _word(words, end + 1)
    if (first, second) in {("or", "more"), ("at", "least")}:
        return end + 2, "least"
    return (end + 2, bound) if (first, second) == ("or", "so") else (end, bound)


def _word(words: list[str], at: int) -> str:
    return words[at] if 0 <= at < len(words) else ""


def _value(word: str) -> float | None:
    """What one word counts by itself; "twenty-five" is one word."""
    if word[:1].isdigit():
        if word[-1] == "m" and "." in word:  # "1.2m"; "30m" may be metres
            return float(word[:-1]) * _SCALES["million"] if _DIGITS.fullmatch(word[:-1]) else None
        if len(word) > _DIGITS_LONG:
            return None
        return float(word.replace(",", "")) if word.isdecimal() or _DIGITS.fullmatch(word) else None
    known = _UNITS.get(word)
    if known is not None or "-" not in word:
        return known
    tens, _, ones = word.partition("-")
    if _UNITS.get(tens, 0) >= 20 and 0 < _UNITS.get(ones, 0) < 10:  # noqa: PLR2004 - English counts so
        return _UNITS[tens] + _UNITS[ones]
    return None


def _is_part(word: str) -> bool:
    return word in _PARTS or is_number(word)


def _number_around(words: list[str], at: int) -> _Number | None:
    """The number that covers ``at``: numbers are read from the start of the row of number words it stands in."""
    if not _is_part(_word(words, at)):
        return None
    start = at
    while start > 0 and at - start < _REACH:
        before = words[start - 1]
        if _is_part(before) or (before in {"and", "a", "several", "of"} and _joins(words, start - 1)):
            start -= 1
        else:
            break
    while start <= at:
        number = _number_from(words, start)
        if number is None:
            start += 1
        elif number.end > at:
            return number
        else:
            start = number.end
    return None


def _joins(words: list[str], at: int) -> bool:
    """Whether "and", "a", "several" or "of" at ``at`` is inside a number."""
    word, before, after = words[at], _word(words, at - 1), _word(words, at + 1)
    if word == "and":
        return before in _SCALES and _value(after) is not None
    if word == "of":
        return (before in _COMPOUND and after in _VAGUE) or (before, after) == ("quarter", "a") or before == "couple"
    if word == "a":
        return after in _SCALES or after in {"score", "couple", "quarter"} or before == "half"
    return after in _SCALES


def _number_from(words: list[str], start: int) -> _Number | None:  # noqa: PLR0911 - one return an idiom
    """The longest number that begins at ``start``."""
    # Idioms first, then what follows the rules.
    word, after = words[start], _word(words, start + 1)
    if word in _COMPOUND and after == "of" and _word(words, start + 2) in _VAGUE:
        return _Number(start, start + 3, _COMPOUND[word] * _VAGUE[words[start + 2]] // 2, vague=True)
    if word in _VAGUE:
        return _Number(start, start + 1, _VAGUE[word], vague=True)
    if word == "half" and after == "a" and _word(words, start + 2) in {"dozen", "million"}:
        return _Number(start, start + 3, _SCALES[words[start + 2]] // 2, vague=False)
    if word == "a" and after == "quarter" and tuple(words[start + 2 : start + 5]) == ("of", "a", "million"):
        return _Number(start, start + 5, 250_000, vague=False)
    if word == "a" and after == "couple":
        scale = _SCALES.get(_word(words, start + 3), 0) if _word(words, start + 2) == "of" else 0
        return _Number(start, start + (4 if scale else 2), 2 * max(scale, 1), vague=False)
    if word.endswith("-odd"):
        return _Number(start, start + 1, int(_value(word.removesuffix("-odd")) or 0), vague=True)
    if word == "several" and after in _SCALES:
        return _Number(start, start + 2, 2 * _SCALES[after], vague=True)
    if word == "a" and after not in _SCALES:
        return None
    if len(after) == 3 and _THREE.fullmatch(after) and _FEW.fullmatch(word):  # noqa: PLR2004 - as many figures
        return _Number(start, start + 2, int(word + after), vague=False)
    return _sum(words, start)


def _sum(words: list[str], start: int) -> _Number | None:
    """Units add, scales multiply: "two hundred and fifty-three", "1.2 million", "a dozen"."""
    total, current, at = 0.0, 1.0 if words[start] == "a" else None, start + (words[start] == "a")
    digits = False
    while at < len(words) and at - start < _REACH:
        word = words[at]
        value = _value(word)
        if word in _SCALES:
            scale = _SCALES[word]
            if scale >= _SCALES["thousand"]:
                total, current = total + (1 if current is None else current) * scale, None
            else:
                current = (1 if current is None else current) * scale
        elif value is None:
            if word == "and" and at > start and words[at - 1] in _SCALES and _value(_word(words, at + 1)) is not None:
                at += 1
                continue
            break
        elif current is None:
            if total and digits:
                break
            current, digits = value, word[0].isdigit()
        elif not digits and not word[0].isdigit() and current % 10 ** len(str(int(value))) == 0 and current > value:
            current += value
        else:
            break
        at += 1
    if at == start + (words[start] == "a"):
        return None
    value = total + (current or 0)
    return _Number(start, at, int(value), vague=False) if value == int(value) and value < _CEILING else None


def _range_partner(words: list[str], number: _Number) -> _Number | None:
    """The other end of "20 to 30", "between 20 and 30", "five or six", "20-30"."""
    joint = _word(words, number.end)
    if joint in _JOINTS or (joint == "and" and _word(words, number.start - 1) == "between"):
        other = _number_from(words, number.end + 1) if number.end + 1 < len(words) else None
        if other is not None and not other.vague and other.value > number.value:
            return other
    joint = _word(words, number.start - 1)
    if joint in _ANY_JOINTS and number.start >= 2:  # noqa: PLR2004 - a number and a joint
        other = _number_around(words, number.start - 2)
        if other is None or other.vague or other.end != number.start - 1 or other.value >= number.value:
            return None
        if joint != "and" or _word(words, other.start - 1) == "between":
            return other
    return None


_MODIFIERS: Final = MODIFIERS
_LAST_WORDS: Final = frozenset(modifier[-1] for modifier in MODIFIERS)


def _modifier(words: list[str], start: int) -> tuple[int, Bound]:
    """Where the phrase of the number at ``start`` begins, and how its modifiers bound it; the tightest word decides."""
    bound: Bound = "exact"
    while start and words[start - 1] in _LAST_WORDS:
        for length in range(min(LONGEST_MODIFIER, start), 0, -1):
            found = _MODIFIERS.get(tuple(words[start - length : start]))
            if found is not None:
                bound, start = found if bound == "exact" else bound, start - length
                break
        else:
            break
        if bound != "exact":
            break
    return start, bound
