"""Seeks one of many alternatives in a short piece of text, plain strings before patterns."""

import re

_PLAIN = re.compile(r"[a-z ]+")
_EDGE = r"\b"
_BRACKETS = re.compile(r"\((?:[^()]|\([^()]*\))*\)|\[[^\]]*\]")
_UNSURE = re.compile(r"\\.|[a-z ](?=[?*{])|[^a-z ]")
"""What in a pattern without brackets need not stand in its match as it is written."""


class Either:
    r"""A pattern of many alternatives ("hijack|kidnap|captor|over\b"), most of them plain strings.

    Seeking strings one by one is some ten times as fast as trying each of them at each character, as ``re`` does. Where
    a word must end behind a string, and wherever a pattern needs some letters, it is tried only if these are there.
    """

    __slots__ = ("_edged", "_edged_strings", "_hinted", "_hints", "_others", "_strings")

    def __init__(self, pattern: str) -> None:
        found = alternatives(pattern)
        edged = [one for one in found if one.endswith(_EDGE) and _PLAIN.fullmatch(one.removesuffix(_EDGE))]
        others = [one for one in found if one not in edged and not _PLAIN.fullmatch(one)]
        self._strings = tuple([one for one in found if _PLAIN.fullmatch(one)])
        self._edged_strings = tuple([one.removesuffix(_EDGE) for one in edged])
        self._edged = re.compile("|".join(edged))
        hinted = [one for one in others if hint(one)]
        others = [one for one in others if not hint(one)]
        self._hints = tuple(dict.fromkeys(hint(one) for one in hinted))
        self._hinted = re.compile("|".join(hinted))
        self._others = re.compile("|".join(others)) if others else None

    def stands_in(self, text: str, start: int, end: int) -> bool:
        """Whether one of the alternatives is found between these offsets, of a text that is folded."""
        near = text[max(0, start) : end]
        for string in self._strings:
            if string in near:
                return True
        for string in self._edged_strings:
            if string in near:
                if self._edged.search(text, start, end):
                    return True
                break
        for string in self._hints:
            if string in near:
                if self._hinted.search(text, start, end):
                    return True
                break
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
