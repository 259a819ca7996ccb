"""Tells letters from other characters, one by one: compiled (see ``compiled``), that costs less than a pattern."""

import re
from typing import Final

from mypy_extensions import i64

from tocsin.core.analysis.compiled import IS_COMPILED

_OTHER: Final = 0
_CAPITAL: Final = 1
_SMALL: Final = 2
_INNER: Final = 3
"""Digits, and what joins words."""
_OPENS: Final = 4
"""What may stand before a word."""
_ASCII: Final = 128


def _kind(character: str) -> int:
    if character.isalpha():
        return _CAPITAL if character.isupper() else _SMALL
    if character.isalnum() or character in "_-":
        return _INNER
    return _OPENS if character.isspace() or character in "\"'([" else _OTHER


_KINDS: Final = bytes(map(_kind, map(chr, range(_ASCII))))
_WORD: Final = re.compile(r"""[\s"'(\[]*([\w'-]{1,20})""")
_LONGEST: Final = 20


def are_letters(text: str, start: int, end: int) -> bool:
    """Whether all of these characters, of which there is one at least, are letters."""
    at: i64 = start
    stop: i64 = end
    while at < stop:
        code: i64 = ord(text[at])
        if code >= _ASCII:
            return text[start:end].isalpha()
        kind: i64 = _KINDS[code]
        if kind != _CAPITAL and kind != _SMALL:  # noqa: PLR1714 - compiled, two are faster than "in"
            return False
        at += 1
    return True


def is_capital_near(text: str, start: int, end: int) -> bool:
    """Whether the first of these characters that is no space is a capital letter."""
    at: i64 = start
    stop: i64 = min(end, len(text))
    while at < stop:
        code: i64 = ord(text[at])
        if code >= _ASCII:
            return text[at].isupper()
        if code != ord(" "):
            return bool(_KINDS[code] == _CAPITAL)
        at += 1
    return False


def word_behind(text: str, start: int, end: int) -> str:
    """The word that follows, spaces, brackets and quotation marks before it left out; empty where none does.

    Digits, apostrophes and hyphens are of words, too. Of long ones only the first letters are given.
    """
    if IS_COMPILED:
        return word_by_letters(text, start, end)
    return word_by_pattern(text, start, end)


def word_by_pattern(text: str, start: int, end: int) -> str:
    """The same by a regular expression."""
    found = _WORD.match(text, start, end)
    return found[1] if found is not None else ""


def word_by_letters(text: str, start: int, end: int) -> str:
    """The same, letter by letter."""
    at: i64 = start
    stop: i64 = min(end, len(text))
    quoted = ""
    while at < stop:
        code: i64 = ord(text[at])
        if code >= _ASCII:
            return word_by_pattern(text, start, end)
        if _KINDS[code] != _OPENS:
            break
        if code == ord("'"):
            quoted = "'"  # a word by itself, where no other follows
        at += 1
    first = at
    stop = min(stop, first + _LONGEST)
    while at < stop:
        code = ord(text[at])
        if code >= _ASCII:
            return word_by_pattern(text, start, end)
        if _KINDS[code] == _OTHER or (_KINDS[code] == _OPENS and code != ord("'")):
            break
        at += 1
    return text[first:at] if at > first else quoted
