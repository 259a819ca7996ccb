"""Finds thousands of phrases in one pass over a text (Aho and Corasick 1975)."""

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Generic, NamedTuple, TypeVar

from daachorse import CharwiseDoubleArrayAhoCorasick

T = TypeVar("T")

_BRACES = re.compile(r"\{([^{}]*)\}")
_NO_WORD = re.compile(r"[^\w]")


class Hit(NamedTuple, Generic[T]):
    """A phrase in the text: the characters ``start`` to ``end``, and what the phrase stands for."""

    start: int
    end: int
    what: T


class Scanner(Generic[T]):
    """An automaton over whole words. Apostrophes and hyphens count as spaces, in phrases as in texts."""

    def __init__(self, phrases: Mapping[str, T]) -> None:
        self._meanings = tuple(phrases.values())
        self._automaton = CharwiseDoubleArrayAhoCorasick([f" {_NO_WORD.sub(' ', phrase)} " for phrase in phrases])

    def find(self, spaced: str) -> list[Hit[T]]:
        """All phrases in a text's ``spaced`` form, by where they start; of those inside a longer one, only that."""
        meanings = self._meanings
        return [Hit(start, stop, meanings[phrase]) for start, stop, phrase in self._longest(spaced)]

    def meanings(self, spaced: str) -> list[T]:
        """What the same phrases stand for, without where they are."""
        meanings = self._meanings
        return [meanings[phrase] for _, _, phrase in self._longest(spaced)]

    def _longest(self, spaced: str) -> list[tuple[int, int, int]]:
        kept: list[tuple[int, int, int]] = []
        last_start = last_stop = -1
        for start, end, phrase in self._automaton.find_overlapping(spaced):
            # Matches come by their end, the longest first: a later one can only swallow those right before it.
            stop = end - 2
            if last_stop == stop:
                continue
            while last_start >= start:
                kept.pop()
                last_start = kept[-1][0] if kept else -1
            kept.append((start, stop, phrase))
            last_start, last_stop = start, stop
        return kept


def expand(pattern: str) -> Iterator[str]:
    """The phrases that a pattern with braces stands for: "{was,were} {,not }hurt" gives four."""
    parts = _BRACES.split(pattern)
    choices = [part.split(",") if number % 2 else [part] for number, part in enumerate(parts)]
    for choice in itertools.product(*choices):
        yield " ".join("".join(choice).split())


def phrases(patterns: Iterable[str], meaning: T) -> dict[str, T]:
    """All phrases of the patterns, one a line in each, with one meaning."""
    return {
        phrase: meaning
        for pattern in patterns
        for line in pattern.splitlines()
        for item in line.split("|")
        if item.strip()
        for phrase in expand(item.strip())
    }
