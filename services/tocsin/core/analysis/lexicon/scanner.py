"""Finds thousands of phrases in one pass over a text (Aho and Corasick 1975)."""

import re
from collections.abc import Mapping, Sequence
from itertools import accumulate
from math import prod
from typing import Any, Generic, TypeVar

from daachorse import CharwiseDoubleArrayAhoCorasick

from tocsin.core.analysis.lexicon.prose import PROSE

T = TypeVar("T")

_BRACES = re.compile(r"\{([^{}]*)\}")
_NO_WORD = re.compile(r"[^\w \n]")


class Hit(Generic[T]):
    """A phrase in the text: the characters ``start`` to ``end``, and what the phrase stands for."""

    __slots__ = ("end", "start", "what")

    def __init__(self, start: int, end: int, what: T) -> None:
        self.start = start
        self.end = end
        self.what = what


Match = tuple[int, int, int]
"""Where a phrase was matched in ``spaced``, the spaces around it included: start, end, and the phrase's number."""


class Scanner(Generic[T]):
    """An automaton over whole words. Apostrophes and hyphens count as spaces, in phrases as in texts."""

    def __init__(self, phrases: Mapping[str, T]) -> None:
        self._meanings = tuple(phrases.values())
        lines = _NO_WORD.sub(" ", "\n".join(phrases))
        self.patterns = f" {lines} ".replace("\n", " \n ").split("\n") if phrases else []
        self._automaton: CharwiseDoubleArrayAhoCorasick | None = None

    def find(self, spaced: str, begin: int = 0) -> list[Hit[T]]:
        """All phrases in a text's ``spaced`` form, by where they start; of those inside a longer one, only that.

        Offsets count from ``begin``, where a part of a text begins in it.
        """
        return self._hits(self.matches(spaced), begin)

    def matches(self, spaced: str) -> list[Match]:
        """All matches, by where they end, the longest first; those inside a longer one too."""
        if self._automaton is None:
            self._automaton = CharwiseDoubleArrayAhoCorasick(self.patterns, corpus=PROSE)
        return self._automaton.find_overlapping(spaced)

    def hits(self, matches: list[Match]) -> list[Hit[T]]:
        """The phrases matched, by where they start, less those inside a longer one."""
        return self._hits(matches, 0)

    def meanings(self, matches: list[Match]) -> list[T]:
        """What the same phrases stand for, without where they are."""
        return [hit.what for hit in self._hits(matches, 0)]

    def _hits(self, matches: list[Match], begin: int) -> list[Hit[T]]:
        meanings = self._meanings
        kept: list[Hit[T]] = []
        last_start = last_end = -1
        for match in matches:
            # Matches come by their end, the longest first: a later one can only swallow those right before it.
            start, end = match[0], match[1]
            if last_end == end:
                continue
            while last_start >= start:
                kept.pop()
                last_start = kept[-1].start - begin if kept else -1
            kept.append(Hit(begin + start, begin + end - 2, meanings[match[2]]))  # without the space behind it
            last_start, last_end = start, end
        return kept


class Chorus:
    """Several scanners that pass over a text as one."""

    def __init__(self, scanners: Sequence[Scanner[Any]]) -> None:
        self._scanners = tuple(scanners)
        sizes = [len(scanner.patterns) for scanner in scanners]
        self._owners = b"".join(bytes([number]) * size for number, size in enumerate(sizes))
        self._firsts = list(accumulate(sizes, initial=0))
        patterns = [one for scanner in scanners for one in scanner.patterns]
        self._automaton = CharwiseDoubleArrayAhoCorasick(patterns, corpus=PROSE)

    def matches(self, spaced: str) -> dict[Scanner[Any], list[Match]]:
        """The matches of each scanner, as its own ``matches`` has them."""
        found: list[list[Match]] = [[] for _ in self._scanners]
        owners, firsts = self._owners, self._firsts
        matches: list[Match] = self._automaton.find_overlapping(spaced)
        for match in matches:
            owner = owners[match[2]]
            found[owner].append((match[0], match[1], match[2] - firsts[owner]))
        return dict(zip(self._scanners, found, strict=True))


_MOST = 8_000
"""A pattern that stands for more phrases makes every process slow to start, and most of them nobody writes."""


def expand(pattern: str) -> list[str]:
    """The phrases that a pattern with braces stands for: "{was,were} {,not }hurt" gives four.

    Raises:
        ValueError: It stands for too many, or a brace opens or ends alone.
    """
    parts = _BRACES.split(" ".join(pattern.split()))
    plain, braced = parts[::2], parts[1::2]
    if any("{" in part or "}" in part for part in plain):
        raise ValueError(f"a brace opens or ends alone: {pattern}")
    number = prod(part.count(",") + 1 for part in braced)
    if number > _MOST:
        raise ValueError(
            f"a pattern stands for {number} phrases, over {_MOST}; leave words out, or split it: {pattern}"
        )
    whole = [plain[0]]
    for choices, rest in zip(braced, plain[1:], strict=True):
        endings = [choice + rest for choice in choices.split(",")]
        whole = [begun + ending for begun in whole for ending in endings]
    # Most phrases need nothing done, and there are a hundred thousand.
    return [" ".join(phrase.split()) if "  " in phrase else phrase.strip() for phrase in whole]
