"""Runs in copy that is all capitals, as old wire copy is: everyday words are told from names by what they are."""

import re
from collections.abc import Iterator
from itertools import accumulate, compress
from typing import NamedTuple

from tocsin.core.analysis.gazetteer import Gazetteer
from tocsin.core.analysis.gazetteer.keys import token_key
from tocsin.core.analysis.places.lexicon import CONTINUING, NEVER, TITLES, words

_SMALL = words(
    """
    a an and are as at be been but by for from had has have he her his in into is it its no not of on or said
    she so that the their they this to was were which who will with
    """
)
"""Words that begin no name worth looking for; "The Hague" is known as "Hague" too."""

_COMMON = 3
_PERSONAL = 4
_FAMED = 6.0
_REMEMBERED = 50_000
_LONGEST = 40
_CORE = re.compile(
    r"(?:[^\W_](?:\.[^\W_])+\.?|(?:ST|MT|FT|GEN|COL|LT|SGT|CAPT|DR|MR|MRS|GOV|SEN|[^\W\d_])\.(?=$|\W)|[^\W_].*[^\W_]|[^\W_])"
)
"""What is left of a word without the marks around it."""


class Word(NamedTuple):
    """A word as it stands between two spaces.

    ``lead`` and ``size`` cut the marks around it off; ``opens`` and ``closes`` mean that it has some, so that no name
    goes on across them. ``everyday`` words are no names, unless they begin or go on with one (``starts``).
    """

    key: str
    lead: int
    size: int
    opens: bool
    closes: bool
    everyday: bool
    starts: bool


class CapitalRuns:
    """Finds the runs that mixed case would have shown. Remembers which words and pairs of words are everyday ones."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._words: dict[str, Word] = {}
        self._telling: dict[str, bool] = {}
        self._pairs: dict[tuple[str, str], bool] = {}

    def find(self, text: str) -> Iterator[tuple[int, str]]:
        """(Offset, words) of each run, in order."""
        parts = text.replace("\n", " ").split(" ")
        if len(self._words) >= _REMEMBERED:
            self._words.clear()
            self._telling.clear()
        telling = list(map(self._telling.get, parts))
        if None in telling:
            telling = [
                self._learn(part) if known is None else known for part, known in zip(parts, telling, strict=True)
            ]
        ends = list(accumulate(map(len, parts), initial=0))
        stop = 0
        for first in compress(range(len(parts)), telling):
            if first < stop:
                continue
            word = self._words[parts[first]]
            if word.everyday and (word.closes or not self._begin(parts, first)):
                continue
            stop = self._end(parts, first)
            final = self._words[parts[stop - 1]]
            yield (
                ends[first] + first + word.lead,
                text[ends[first] + first + word.lead : ends[stop - 1] + stop - 1 + final.lead + final.size],
            )

    def _end(self, parts: list[str], first: int) -> int:
        """The word behind the run that begins at ``first``."""
        before = self._words[parts[first]]
        held = before.everyday
        reach = min(len(parts), first + _LONGEST)
        for stop in range(first + 1, reach):
            following = self._words[parts[stop]]
            if before.closes or following.opens:
                return stop
            pair = following.starts and self._begin(parts, stop)
            goes_on = held or pair or (following.key in CONTINUING and not before.everyday)
            if following.everyday and not goes_on:
                return stop
            held = pair
            before = following
        return reach

    def _begin(self, parts: list[str], at: int) -> bool:
        """Whether some name begins with the two words there."""
        if at + 1 == len(parts):
            return False
        pair = parts[at], parts[at + 1]
        known = self._pairs.get(pair)
        if known is None:
            if len(self._pairs) >= _REMEMBERED:
                self._pairs.clear()
            one, other = self._words[pair[0]].key, self._words[pair[1]].key
            known = self._pairs[pair] = bool(other) and self._gazetteer.begins(f"{one} {other}")
        return known

    def _learn(self, part: str) -> bool:
        """Remember a word; whether a run may begin with it."""
        core = _CORE.search(part)
        if core is None:
            word = Word("", 0, len(part), opens=bool(part), closes=bool(part), everyday=True, starts=False)
        else:
            lead, end = core.span()
            text = core[0]
            if text.endswith(("'S", "'s")):
                text, end = text[:-2], end - 2
            key = token_key(text)
            everyday = key in NEVER or (key not in TITLES and self._is_everyday(key))
            starts = everyday and key not in _SMALL and self._gazetteer.begins(key + " ")
            word = Word(key, lead, len(text), lead > 0, end < len(part), everyday, starts)
        self._words[part] = word
        self._telling[part] = telling = word.starts or not word.everyday
        return telling

    def _is_everyday(self, key: str) -> bool:
        if not key[0].isalpha():
            return True
        traits = self._gazetteer.word(key)
        if traits >> 8 < _COMMON or traits >> 4 & 15 >= _PERSONAL or traits & 15 >= _PERSONAL:
            return False
        return not any(naming.place.weight >= _FAMED for naming in self._gazetteer.namings(key)[:2])
