"""Runs in copy that is all capitals, as old wire copy is: everyday words are told from names by what they are."""

import re
from typing import Final

from tocsin.core.analysis.gazetteer import Gazetteer
from tocsin.core.analysis.gazetteer.keys import token_key
from tocsin.core.analysis.gazetteer.layout import BEGINS_NAME, FAMED, SECOND_IN_NAME
from tocsin.core.analysis.gazetteer.memory import remember
from tocsin.core.analysis.places.lexicon import CONTINUING, NEVER, TITLES, words

SMALL: Final = words(
    """
    a an and are as at be been but by for from had has have he her his in into is it its no not of on or said
    she so that the their they this to was were which who will with
    """
)
"""Words that begin no name worth looking for; "The Hague" is known as "Hague" too."""

COMMON: Final = 3
"""How common a word is, at least, in the gazetteer's steps, that is no name in capitals."""

PERSONAL: Final = 4
"""How common a personal name is, at least, in the same steps, that is looked into though it is a word as well."""

_REMEMBERED: Final = 50_000
"""Words, and pairs of words, that are remembered."""

LONGEST: Final = 40
"""Words that a run has at most."""

_LONG: Final = 40
"""Characters from which a word has no likes."""

_STOPPED = "ST|MT|FT|GEN|COL|LT|SGT|CAPT|DR|MR|MRS|GOV|SEN"
_CORE: Final = re.compile(rf"(?:[^\W_](?:\.[^\W_])+\.?|(?:{_STOPPED}|[^\W\d_])\.(?=$|\W)|[^\W_].*[^\W_]|[^\W_])")
"""What is left of a word without the marks around it."""

STOPPED: Final = frozenset(_STOPPED.split("|"))
"""Words whose full stop belongs to them."""


_NEVER: Final = NEVER
_TITLES: Final = TITLES
_CONTINUING: Final = CONTINUING


class Word:
    """What stands between two spaces, ``size`` characters: the word's key, and how many characters of marks stand
    before and behind it, across which no name goes on.

    ``everyday`` words are no names, unless they begin one (``may_begin``) or go on with one (``goes_on``). ``second``
    means that it may be the second word of a name. ``pairs`` tells of the keys that were met behind a word that may
    begin one whether a name begins so.
    """

    __slots__ = ("everyday", "goes_on", "key", "lead", "may_begin", "pairs", "rest", "second", "size")

    def __init__(
        self, size: int, key: str, lead: int, rest: int, *, everyday: bool, may_begin: bool, second: bool
    ) -> None:
        self.size = size
        self.key = key
        self.lead = lead
        self.rest = rest
        self.everyday = everyday
        self.may_begin = may_begin
        self.second = second
        self.goes_on = everyday and key in _CONTINUING
        self.pairs: dict[str, bool] | None = {} if may_begin else None


class CapitalRuns:
    """Finds the runs that mixed case would have shown. Remembers words, and which pairs of them begin names.

    Of words that neither begin a longer name nor come second in one nothing counts but their size, their marks, and
    whether they are everyday ones: alike, they are remembered as one object, which has the key of the first of them.
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._words: dict[str, Word] = {}
        self._alike: dict[int, Word] = {}
        self._pairs = 0

    def find(self, text: str) -> list[tuple[int, str]]:
        """(Offset, words) of each run, in order.

        A run begins with a word that may be a name, or with one that begins a name together with the next. Behind a
        word that may be a name, it goes on with another, or with a word that goes on; behind one that begins a name,
        with any; behind an everyday word, only with names. No word but its first has a mark before it, none but its
        last one behind.
        """
        found: list[tuple[int, str]] = []
        several = self._parted(text)
        last = len(several) - 1
        at = start = 0
        while at <= last:
            word = several[at]
            begins = False
            if word.everyday:
                begins = word.may_begin and not word.rest and at < last and self._begins(word, several[at + 1])
                if not begins:
                    start += word.size + 1
                    at += 1
                    continue
            first, begun, stop = at, start + word.lead, start + word.size
            at += 1
            while at <= last and not word.rest and at - first < LONGEST:
                following = several[at]
                if following.lead:
                    break
                pair = following.may_begin and at < last and self._begins(following, several[at + 1])
                if following.everyday and not (begins or pair or (following.goes_on and not word.everyday)):
                    break
                begins, word = pair, following
                stop += word.size + 1
                at += 1
            start = stop + 1
            found.append((begun, text[begun : stop - word.rest]))
        return found

    def _parted(self, text: str) -> list[Word]:
        """The words of a text."""
        known = self._words
        if self._pairs >= _REMEMBERED:
            known.clear()
            self._pairs = 0
        return [known.get(part) or self._learn(part) for part in text.replace("\n", " ").split(" ")]

    def known(self, part: str) -> Word:
        """What stands between two spaces, remembered; its key is its own if it begins a name or comes second in one."""
        return self._words.get(part) or self._learn(part)

    def _learn(self, part: str) -> Word:
        found = self.word(part)
        if not found.may_begin and not found.second and found.size < _LONG:
            alike = ((found.size * _LONG + found.lead) * _LONG + found.rest) << 2 | found.everyday << 1 | found.goes_on
            found = self._alike.setdefault(alike, found)
        return remember(self._words, part, found, _REMEMBERED)

    def _begins(self, one: Word, other: Word) -> bool:
        """Whether some name begins with two words, of which the first may begin one; remembers it."""
        pairs = one.pairs
        if pairs is None or not other.second:
            return False
        known = pairs.get(other.key)
        if known is None:
            known = pairs[other.key] = self._gazetteer.begins(one.key, other.key)
            self._pairs += 1
        return known

    def word(self, part: str) -> Word:
        """What stands between two spaces."""
        size = len(part)
        if part.isalpha():
            return self._read(size, part, 0, 0)
        letters = part[:-1]
        if size > 2 and part[-1] in ",." and letters.isalpha() and letters not in STOPPED:  # noqa: PLR2004 - an initial keeps its stop
            return self._read(size, letters, 0, 1)
        core = _CORE.search(part)
        if core is None:
            return Word(size, "", size, size, everyday=True, may_begin=False, second=False)
        lead, end = core.span()
        text = part[lead:end]
        if text.endswith(("'S", "'s")):
            text, end = text[:-2], end - 2
        return self._read(size, text, lead, size - end)

    def _read(self, size: int, text: str, lead: int, rest: int) -> Word:
        key = token_key(text)
        traits = self._gazetteer.traits(key)
        everyday = key in _NEVER or (key not in _TITLES and _is_everyday(key, traits))
        may_begin = everyday and traits & BEGINS_NAME != 0 and key not in SMALL
        return Word(size, key, lead, rest, everyday=everyday, may_begin=may_begin, second=traits & SECOND_IN_NAME != 0)


def _is_everyday(key: str, traits: int) -> bool:
    if not key[0].isalpha():
        return True
    common, given, surname = traits >> 8 & 15, traits >> 4 & 15, traits & 15
    return common >= COMMON and given < PERSONAL and surname < PERSONAL and not traits & FAMED
