"""Runs in copy that is all capitals, as old wire copy is: everyday words are told from names by what they are.

Each word becomes one letter that says what it is to a run; one regular expression over these letters finds the runs.
"""

import re
from collections.abc import Mapping
from itertools import accumulate, compress
from typing import NamedTuple

from tocsin.core.analysis.gazetteer import Gazetteer
from tocsin.core.analysis.gazetteer.keys import token_key
from tocsin.core.analysis.gazetteer.memory import remember
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
_UNMARKED = (0, 0)

LONGEST = 40
"""Words that a run has at most."""

_CORE = re.compile(
    r"(?:[^\W_](?:\.[^\W_])+\.?|(?:ST|MT|FT|GEN|COL|LT|SGT|CAPT|DR|MR|MRS|GOV|SEN|[^\W\d_])\.(?=$|\W)|[^\W_].*[^\W_]|[^\W_])"
)
"""What is left of a word without the marks around it."""

_NAME, _EVERYDAY, _GOING_ON, _BEGINNING, _PERHAPS, _PERHAPS_GOING_ON = range(6)
"""What a word is to a run.

It may be a name; or it is an everyday word: plain; one with which a name may go on ("REPUBLIC"); one that begins a name
with the word behind it ("NEW YORK"), or may do so, until that word is known.
"""


_KINDS = 6


def _letter(kind: int, *, opens: bool, closes: bool) -> str:
    """One letter for what a word is to a run, and whether a mark stands before or behind it."""
    return chr(ord("A") + kind + _KINDS * opens + 2 * _KINDS * closes)


def _any_of(*kinds: int, opens: bool = False, closes: bool = False) -> str:
    """All letters of some kinds: those with a mark before or behind too, where it is allowed."""
    return "".join(
        _letter(kind, opens=before, closes=behind)
        for kind in kinds
        for before in {False, opens}
        for behind in {False, closes}
    )


_UNDECIDED = re.compile(f"[{_any_of(_PERHAPS, _PERHAPS_GOING_ON, opens=True, closes=True)}]")


def _instead(kinds: Mapping[int, int]) -> dict[int, str]:
    """The letters of some kinds → those of others."""
    return {
        ord(_letter(kind, opens=opens, closes=closes)): _letter(other, opens=opens, closes=closes)
        for kind, other in kinds.items()
        for opens in (False, True)
        for closes in (False, True)
    }


_BEGINNING_NONE = _instead({_PERHAPS: _EVERYDAY, _PERHAPS_GOING_ON: _GOING_ON})
_BEGINNING_ONE = _instead({_PERHAPS: _BEGINNING, _PERHAPS_GOING_ON: _BEGINNING})

_RUN = re.compile(
    rf"""[{_any_of(_NAME, opens=True, closes=True)}{_any_of(_BEGINNING, opens=True)}]
    (?:(?<=[{_any_of(_NAME, opens=True)}])[{_any_of(_NAME, _BEGINNING, _GOING_ON, closes=True)}]
      |(?<=[{_any_of(_BEGINNING, opens=True)}])[{_any_of(_NAME, _EVERYDAY, _GOING_ON, _BEGINNING, closes=True)}]
      |(?<=[{_any_of(_EVERYDAY, _GOING_ON)}])[{_any_of(_NAME, _BEGINNING, closes=True)}]
    ){{0,{LONGEST - 1}}}""",
    re.VERBOSE,
)
"""A run: no word but its first has a mark before it, none but its last one behind. Behind a word that may be a name, it
goes on with another, or with a word that goes on; behind one that begins a name, with any; behind an everyday word,
only with names.
"""


class Word(NamedTuple):
    """What stands between two spaces: the word's key, and how many characters of marks stand before and behind it.

    ``everyday`` words are no names, unless they begin one (``may_begin``) or go on with one.
    """

    key: str
    lead: int
    rest: int
    everyday: bool
    may_begin: bool

    @property
    def opens(self) -> bool:
        """Whether a mark stands before it, so that no name goes on across."""
        return self.lead > 0

    @property
    def closes(self) -> bool:
        """Whether a mark stands behind it, so that no name goes on across."""
        return self.rest > 0


class CapitalRuns:
    """Finds the runs that mixed case would have shown. Remembers which words and pairs of words are everyday ones."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._letters: dict[str, str] = {}
        self._keys: dict[str, str] = {}
        self._marks: dict[str, tuple[int, int]] = {}
        """A word with marks around it → how many characters of them stand before and behind."""
        self._pairs: dict[tuple[str, str], bool] = {}

    def find(self, text: str) -> list[tuple[int, str]]:
        """(Offset, words) of each run, in order."""
        parts = text.replace("\n", " ").split(" ")
        if len(self._letters) >= _REMEMBERED:
            for memory in (self._letters, self._keys, self._marks):
                memory.clear()  # only here: the words of one text are needed together
        for new in set(parts).difference(self._letters):
            self._learn(new)
        letters = "".join(map(self._letters.__getitem__, parts))
        marks = self._marks.get
        starts = list(accumulate(map(len, parts), initial=0))  # less the spaces between
        found = []
        for run in _RUN.finditer(self._decide(letters, parts)):
            first, stop = run.span()
            start = starts[first] + first + marks(parts[first], _UNMARKED)[0]
            found.append((start, text[start : starts[stop] + stop - 1 - marks(parts[stop - 1], _UNMARKED)[1]]))
        return found

    def _decide(self, letters: str, parts: list[str]) -> str:
        """The letters, those of words that may begin a name decided by the words behind them."""
        undecided = [found.start() for found in _UNDECIDED.finditer(letters, 0, len(parts) - 1)]
        pairs = [(parts[at], parts[at + 1]) for at in undecided]
        begin = list(map(self._pairs.get, pairs))
        if None in begin:
            begin = [self._begin(pair) if known is None else known for pair, known in zip(pairs, begin, strict=True)]
        decided = letters.translate(_BEGINNING_NONE)
        if True not in begin:
            return decided
        several = list(decided)
        for at in compress(undecided, begin):
            several[at] = _BEGINNING_ONE[ord(letters[at])]
        return "".join(several)

    def _begin(self, pair: tuple[str, str]) -> bool:
        """Whether some name begins with two words; remembers it."""
        one, other = self._keys[pair[0]], self._keys[pair[1]]
        return remember(self._pairs, pair, bool(other) and self._gazetteer.begins(f"{one} {other}"), _REMEMBERED)

    def word(self, part: str) -> Word:
        """What stands between two spaces."""
        core = _CORE.search(part)
        if core is None:
            return Word("", len(part), len(part), everyday=True, may_begin=False)
        lead, end = core.span()
        text = core[0]
        if text.endswith(("'S", "'s")):
            text, end = text[:-2], end - 2
        key = token_key(text)
        everyday = key in NEVER or (key not in TITLES and self._is_everyday(key))
        may_begin = everyday and key not in _SMALL and self._gazetteer.begins(key + " ")
        return Word(key, lead, len(part) - end, everyday=everyday, may_begin=may_begin)

    def _learn(self, part: str) -> str:
        """Remember a word; its letter."""
        word = self.word(part)
        self._keys[part] = word.key
        if word.lead or word.rest:
            self._marks[part] = word.lead, word.rest
        kind = _NAME
        if word.everyday:
            goes_on = word.key in CONTINUING
            if word.may_begin:
                kind = _PERHAPS_GOING_ON if goes_on else _PERHAPS
            else:
                kind = _GOING_ON if goes_on else _EVERYDAY
        self._letters[part] = letter = _letter(kind, opens=word.opens, closes=word.closes)
        return letter

    def _is_everyday(self, key: str) -> bool:
        if not key[0].isalpha():
            return True
        traits = self._gazetteer.word(key)
        if traits >> 8 < _COMMON or traits >> 4 & 15 >= _PERSONAL or traits & 15 >= _PERSONAL:
            return False
        sizes = self._gazetteer.records.sizes
        return not any(sizes[entry >> 4] >= _FAMED for entry in self._gazetteer.postings(key)[:2])
