"""Finds thousands of phrases in one pass over a text: compiled by a ``Seeker``, interpreted by an automaton."""

import re
from collections.abc import Mapping, Sequence
from itertools import accumulate
from math import prod
from typing import Any, Final, Generic, TypeVar

from daachorse import CharwiseDoubleArrayAhoCorasick

from tocsin.core.analysis.compiled import IS_COMPILED
from tocsin.core.analysis.lexicon.hits import Hit
from tocsin.core.analysis.lexicon.prose import PROSE
from tocsin.core.analysis.lexicon.seeker import Part, Seeker

T = TypeVar("T")

_BRACES: Final = re.compile(r"\{([^{}]*)\}")
_NO_WORD: Final = re.compile(r"[^\w \n]")
_TO_SPACE: Final = bytes(32 if _NO_WORD.match(chr(code)) else code for code in range(256))
_EVERYWHERE: Final = 1 << 29

Match = tuple[int, int, int]
"""Where a phrase was matched in ``spaced``, the spaces around it included: start, end, and the phrase's number."""


class Scanner(Generic[T]):
    """Finds whole words. Apostrophes and hyphens count as spaces, in phrases as in texts. What ends behind the first
    ``reach`` characters is not sought.
    """

    def __init__(self, phrases: Mapping[str, T], reach: int = _EVERYWHERE) -> None:
        self.meanings = tuple(phrases.values())
        self.reach = reach
        lines = _unmarked("\n".join(phrases))
        self.patterns = f" {lines} ".replace("\n", " \n ").split("\n") if phrases else []
        self._automaton: CharwiseDoubleArrayAhoCorasick | None = None
        self._seeker: Seeker | None = None

    def find(self, spaced: str, begin: int = 0) -> list[Hit[T]]:
        """All phrases in a text's ``spaced`` form, by where they start; of those inside a longer one, only that.

        Offsets count from ``begin``, where a part of a text begins in it.
        """
        if not IS_COMPILED:
            return self.hits(self.matches(spaced), begin)
        if self._seeker is None:
            self._seeker = Seeker((self.part(),))
        return self._seeker.find(spaced, begin)[0]

    def part(self) -> Part:
        """What a ``Seeker`` needs to know."""
        return Part(self.patterns, self.meanings, self.reach)

    def matches(self, spaced: str) -> list[Match]:
        """All matches, by where they end, the longest first; those inside a longer one too."""
        if self._automaton is None:
            self._automaton = CharwiseDoubleArrayAhoCorasick(self.patterns, corpus=PROSE)
        return self._automaton.find_overlapping(spaced)

    def hits(self, matches: list[Match], begin: int = 0) -> list[Hit[T]]:
        """The phrases matched, by where they start, less those inside a longer one."""
        meanings, reach = self.meanings, self.reach
        kept: list[Hit[T]] = []
        last_start = last_end = -1
        for match in matches:
            # Matches come by their end, the longest first: a later one can only swallow those right before it.
            start, end = match[0], match[1]
            if last_end == end:
                continue
            if begin + end > reach:
                break
            while last_start >= start:
                kept.pop()
                last_start = kept[-1].start - begin if kept else -1
            kept.append(Hit(begin + start, begin + end - 2, meanings[match[2]]))  # without the space behind it
            last_start, last_end = start, end
        return kept


def _unmarked(lines: str) -> str:
    """The lines with a space for each character that is of no word."""
    return lines.encode().translate(_TO_SPACE).decode() if lines.isascii() else _NO_WORD.sub(" ", lines)


class Chorus:
    """Several scanners that pass over a text as one."""

    def __init__(self, scanners: Sequence[Scanner[Any]]) -> None:
        self._scanners = tuple(scanners)
        self._together: Seeker | _Automaton = (
            Seeker([scanner.part() for scanner in scanners]) if IS_COMPILED else _Automaton(scanners)
        )

    def find(self, spaced: str) -> dict[Scanner[Any], list[Hit[Any]]]:
        """What each scanner finds, as its own ``find`` has it."""
        found = self._together.find(spaced)
        return {scanner: found[number] for number, scanner in enumerate(self._scanners)}


class _Automaton:
    """The automata of several scanners as one (Aho and Corasick 1975)."""

    def __init__(self, scanners: Sequence[Scanner[Any]]) -> None:
        self._scanners = scanners
        sizes = [len(scanner.patterns) for scanner in scanners]
        self._owners = b"".join(bytes([number]) * size for number, size in enumerate(sizes))
        self._firsts = list(accumulate(sizes, initial=0))
        patterns = [one for scanner in scanners for one in scanner.patterns]
        self._automaton = CharwiseDoubleArrayAhoCorasick(patterns, corpus=PROSE)

    def find(self, spaced: str) -> list[list[Hit[Any]]]:
        """What each scanner finds."""
        found: list[list[Match]] = [[] for _ in self._scanners]
        owners, firsts = self._owners, self._firsts
        matches: list[Match] = self._automaton.find_overlapping(spaced)
        for match in matches:
            owner = owners[match[2]]
            found[owner].append((match[0], match[1], match[2] - firsts[owner]))
        return [scanner.hits(one) for scanner, one in zip(self._scanners, found, strict=True)]


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
