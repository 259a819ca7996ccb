"""Seeks one of many alternatives in a short piece of text, plain strings before patterns."""

import re
from typing import Final

_PLAIN: Final = re.compile(r"[a-z ]+")
_BRACKETS: Final = re.compile(r"\((?:[^()]|\([^()]*\))*\)|\[[^\]]*\]")
_UNSURE: Final = re.compile(r"\\.|[a-z ](?=[?*{])|[^a-z ]")
"""What in a pattern without brackets need not stand in its match as it is written."""


class Either:
    r"""A pattern of many alternatives ("hijack|kidnap|captor|over\b"), most of them plain strings.

    Seeking strings one by one is some ten times as fast as trying each of them at each character, as ``re`` does.
    Wherever a pattern needs some letters, it is tried only if these are there.
    """

    __slots__ = ("_hinted", "_others", "_strings")

    def __init__(self, pattern: str) -> None:
        found = alternatives(pattern)
        others = [one for one in found if not _PLAIN.fullmatch(one)]
        self._strings = tuple([one for one in found if _PLAIN.fullmatch(one)])
        by_hint: dict[str, list[str]] = {}
        for one in others:
            by_hint.setdefault(hint(one), []).append(one)
        unhinted = by_hint.pop("", [])
        self._hinted = tuple([(letters, re.compile("|".join(several))) for letters, several in by_hint.items()])
        self._others = re.compile("|".join(unhinted)) if unhinted else None

    def stands_in(self, text: str, start: int, end: int) -> bool:
        """Whether one of the alternatives is found between these offsets, of a text that is folded."""
        near = text[max(0, start) : end]
        for string in self._strings:
            if string in near:
                return True
        for string, pattern in self._hinted:
            if string in near and pattern.search(text, start, end):
                return True
        return self._others is not None and self._others.search(text, start, end) is not None


def alternatives(pattern: str) -> list[str]:
    """The alternatives of a pattern, cut at the bars that stand in no brackets."""
    found = [""]
    depth = 0
    escaped = False
    for character in pattern:
        if character == "|" and depth == 0 and not escaped:
            found.append("")
            continue
        if not escaped:
            depth += (character in "([") - (character in ")]")
        escaped = character == "\\" and not escaped
        found[-1] += character
    return found


_LEADING: Final = re.compile(r"\(\?:((?:[^()\\]|\\.)*)\)(\?(?!\?)|(?![?*+{]))")
"""Brackets at the head of an alternative, with none in them; "?" says that they may be left out."""

_LETTER: Final = re.compile(r"[a-z](?![?*+{])")


def grouped(pattern: str) -> str:
    r"""The same alternatives, those together that begin with the same letter, in brackets.

    ``re`` tries one alternative after the other at each word: of "in|of|on" all three, of "i(?:n)|o(?:f|n)" the two
    letters. What is found is the same, since those that begin alike stay in their order, and no two others can be found
    at one place; only those that begin with no letter come first.
    """
    letters: dict[str, list[str]] = {}
    others: list[str] = []
    for one in [lead for alternative in alternatives(pattern) for lead in _led(alternative)]:
        if _LETTER.match(one):
            letters.setdefault(one[0], []).append(one[1:])
        else:
            others.append(one)
    return "(?:" + "|".join([*others, *(f"{letter}(?:{'|'.join(rest)})" for letter, rest in letters.items())]) + ")"


def _led(alternative: str) -> list[str]:
    """The alternatives that one stands for whose head is brackets: "ab" and "b" for "(?:a)?b"."""
    leading = _LEADING.match(alternative)
    if leading is None:
        return [alternative]
    heads = [*alternatives(leading[1]), *([""] if leading[2] else [])]
    return [head + alternative[leading.end() :] for head in heads]


def hint(pattern: str) -> str:
    r"""The longest row of letters and spaces that stands in all that an alternative matches; empty if none is told.

    Of ``\bbands?\b`` that is "band". What stands in brackets is passed over: it may have alternatives of its own. Empty
    for brackets more than two deep.
    """
    flat = _BRACKETS.sub("\0", pattern)
    if "(" in flat or ")" in flat:
        return ""
    longest = max(_UNSURE.sub("\0", flat).split("\0"), key=len)
    return longest if longest.strip() else ""
