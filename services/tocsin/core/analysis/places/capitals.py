"""Runs in copy that is all capitals, as old wire copy is: everyday words are told from names by what they are."""

import re
from collections.abc import Iterator

from tocsin.core.analysis.gazetteer import Gazetteer
from tocsin.core.analysis.gazetteer.keys import token_key
from tocsin.core.analysis.places.lexicon import NEVER, TITLES

_PHRASE = re.compile(
    r"[^\W\d_](?<![\w'&].)(?:\.?[^\W\d_'])*\.?(?:'(?!S\b)\w+)*(?:[ -][^\W\d_](?:\.?[^\W\d_'])*\.?(?:'(?!S\b)\w+)*){0,40}"
)
"""Words between two marks."""

_WORD = re.compile(r"[^ -]+")
_SMALL = frozenset("a an and are as at be been but by for from had has have he her his in into is it its no not of on or said she so that the their they this to was were which who will with".split())  # noqa: E501, SIM905
"""Words that begin no name worth looking for; "The Hague" is known as "Hague" too."""

_COMMON = 3
_PERSONAL = 4
_FAMED = 6.0
_REMEMBERED = 50_000


class CapitalRuns:
    """Finds the runs that mixed case would have shown. Remembers which words and pairs of words are everyday ones."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._words: dict[str, tuple[str, bool]] = {}
        self._pairs: dict[tuple[str, str], bool] = {}

    def find(self, text: str) -> Iterator[tuple[int, str]]:
        """(Offset, words) of each run, in order."""
        for phrase in _PHRASE.finditer(text):
            words = [(found.start(), found.end(), *self._word(found[0])) for found in _WORD.finditer(phrase[0])]
            begun = end = -1
            held = False
            for (start, stop, key, everyday), following in zip(words, [*words[1:], None], strict=True):
                if everyday and not held and not (following and key not in _SMALL and self._begins(key, following[2])):
                    if begun >= 0:
                        yield phrase.start() + begun, phrase[0][begun:end]
                        begun = -1
                    continue
                held = everyday and not held
                if begun < 0:
                    begun = start
                end = stop
            if begun >= 0:
                yield phrase.start() + begun, phrase[0][begun:end]

    def _word(self, text: str) -> tuple[str, bool]:
        """(The word's key, whether it is an everyday word.)"""
        known = self._words.get(text)
        if known is None:
            if len(self._words) >= _REMEMBERED:
                self._words.clear()
            key = token_key(text)
            known = self._words[text] = key, key in NEVER or (key not in TITLES and self._is_everyday(key))
        return known

    def _is_everyday(self, key: str) -> bool:
        traits = self._gazetteer.word(key)
        if traits >> 8 < _COMMON or traits >> 4 & 15 >= _PERSONAL or traits & 15 >= _PERSONAL:
            return False
        return not any(naming.place.weight >= _FAMED for naming in self._gazetteer.namings(key)[:2])

    def _begins(self, one: str, other: str) -> bool:
        """Whether some name begins with these two words."""
        known = self._pairs.get((one, other))
        if known is None:
            if len(self._pairs) >= _REMEMBERED:
                self._pairs.clear()
            known = self._pairs[one, other] = self._gazetteer.begins(f"{one} {other}")
        return known
