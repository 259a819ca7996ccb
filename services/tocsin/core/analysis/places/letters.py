"""Runs in copy that is all capitals, found letter by letter: those of ``capitals``, faster where this is compiled.

Most words are plain letters, with marks around them at most. What they are is read from the gazetteer's
table by the letters themselves, so that no word becomes an object; all others are read as ``capitals`` reads them.
"""

import re
from typing import Final

from mypy_extensions import i64

from tocsin.core.analysis.gazetteer import Gazetteer
from tocsin.core.analysis.gazetteer.layout import BEGINS_NAME, FAMED, SECOND_IN_NAME
from tocsin.core.analysis.gazetteer.memory import remember
from tocsin.core.analysis.gazetteer.word_table import BASE
from tocsin.core.analysis.gazetteer.word_table import LONGEST as MOST_LETTERS
from tocsin.core.analysis.places.capitals import COMMON, LONGEST, PERSONAL, SMALL, STOPPED, CapitalRuns
from tocsin.core.analysis.places.lexicon import CONTINUING, NEVER, TITLES

_BEYOND_ASCII: Final = re.compile(r"[^\x00-\x7f]")

_NEVER: Final = 1 << 16
_TITLE: Final = 2 << 16
_SMALL: Final = 4 << 16
_CONTINUING: Final = 8 << 16
_STOPPED: Final = 16 << 16
"""What lists say of a word, as the table tells it above what the gazetteer knows."""

_LAST_LETTER: Final = 26
_SPACE: Final = 27
_OTHER: Final = 28
_MARK: Final = 29
_STOP: Final = 30
_APOSTROPHE: Final = 31
"""What a character is that is no letter: of letters, the number in the alphabet. From ``_MARK`` on all are marks."""

_S: Final = 19

_KINDS: Final = bytes(
    (byte | 32) - 96
    if chr(byte).isalpha()
    else _OTHER
    if chr(byte).isdigit()
    else {" ": _SPACE, "\n": _SPACE, ".": _STOP, "'": _APOSTROPHE}.get(chr(byte), _MARK)
    for byte in range(128)
) + bytes([_OTHER] * 128)


class Standing:
    """A word where it stands: as ``capitals.Word``, and where it begins. ``size`` is -1 behind the last word;
    ``number`` is its number in the gazetteer's table, -1 where ``capitals`` must be asked for its key.
    """

    __slots__ = ("everyday", "goes_on", "lead", "may_begin", "number", "rest", "second", "size", "start")

    def __init__(self) -> None:
        self.start: i64 = 0
        self.size: i64 = -1
        self.lead: i64 = 0
        self.rest: i64 = 0
        self.everyday = False
        self.may_begin = False
        self.second = False
        self.goes_on = False
        self.number: i64 = -1


class LetterRuns:
    """Finds the runs that mixed case would have shown, as ``CapitalRuns`` does."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._others = CapitalRuns(gazetteer)
        self._table = gazetteer.word_table(_classes())
        self._filter = gazetteer.pair_filter()
        self._pairs: dict[str, bool] = {}

    def find(self, text: str) -> list[tuple[int, str]]:
        """(Offset, words) of each run, in order; what a run is, ``CapitalRuns.find`` tells."""
        found: list[tuple[int, str]] = []
        letters = _letters(text)
        word, following = Standing(), Standing()
        self._read(text, letters, 0, word)
        self._read_next(text, letters, word, following)
        while word.size >= 0:
            begins = False
            if word.everyday:
                begins = word.may_begin and word.rest == 0 and self._begins(text, word, following)
                if not begins:
                    word, following = following, word
                    self._read_next(text, letters, word, following)
                    continue
            begun: i64 = word.start + word.lead
            words: i64 = 0
            while True:
                words += 1
                stop: i64 = word.start + word.size - word.rest
                rest, everyday = word.rest, word.everyday
                word, following = following, word
                self._read_next(text, letters, word, following)
                if word.size < 0 or rest != 0 or words == LONGEST or word.lead != 0:
                    break
                pair = word.may_begin and self._begins(text, word, following)
                if word.everyday and not (begins or pair or (word.goes_on and not everyday)):
                    break
                begins = pair
            found.append((begun, text[begun:stop]))
        return found

    def _read_next(self, text: str, letters: bytes, word: Standing, following: Standing) -> None:
        """Reads the word behind another."""
        start: i64 = word.start + word.size + 1
        if word.size < 0 or start > len(letters):
            following.size = -1
        else:
            self._read(text, letters, start, following)

    def _read(self, text: str, letters: bytes, start: i64, word: Standing) -> None:
        """Reads the word that begins there."""
        number = _measure(letters, start, word)
        told: i64 = 0
        if number > 0:
            told = self._table.find(number)
        end: i64 = word.start + word.size - word.rest
        if number < 0 or (told & _STOPPED != 0 and word.rest != 0 and letters[end] == _STOP):
            self._read_other(text, letters, word)
            return
        everyday = number == 0 or told & _NEVER != 0 or (told & _TITLE == 0 and _is_everyday(told))
        word.number = number
        word.everyday = everyday
        word.may_begin = everyday and told & BEGINS_NAME != 0 and told & _SMALL == 0
        word.second = told & SECOND_IN_NAME != 0
        word.goes_on = everyday and told & _CONTINUING != 0

    def _read_other(self, text: str, letters: bytes, word: Standing) -> None:
        """The same for a word that is more than letters and marks, of which only the beginning is measured."""
        at: i64 = word.start + word.size
        while at < len(letters) and letters[at] != _SPACE:
            at += 1
        known = self._others.known(text[word.start : at])
        word.size = at - word.start
        word.lead = known.lead
        word.rest = known.rest
        word.everyday = known.everyday
        word.may_begin = known.may_begin
        word.second = known.second
        word.goes_on = known.goes_on
        word.number = -1

    def _begins(self, text: str, one: Standing, other: Standing) -> bool:
        """Whether some name begins with two words, of which the first may begin one; remembers it."""
        if other.size < 0 or not other.second:
            return False
        if one.number > 0 and other.number > 0 and not self._filter.may_begin(one.number, other.number):
            return False
        pair = text[one.start : other.start + other.size]
        known = self._pairs.get(pair)
        if known is None:
            known = remember(self._pairs, pair, self._gazetteer.begins(self._key(text, one), self._key(text, other)))
        return known

    def _key(self, text: str, word: Standing) -> str:
        if word.number < 0:
            return self._others.known(text[word.start : word.start + word.size]).key
        return text[word.start + word.lead : word.start + word.size - word.rest].lower()


def _letters(text: str) -> bytes:
    """What each character is, a byte each."""
    plain = text if text.isascii() else _BEYOND_ASCII.sub("\xff", text)
    return plain.encode("latin-1").translate(_KINDS)


def _measure(letters: bytes, start: i64, word: Standing) -> i64:
    """Measures the word that begins there: letters with marks around them and, maybe, the "'S" of an owner. Returns its
    number in the gazetteer's table: 0 where it has no letters, -1 where it is another sort of word, or a long one.
    """
    end: i64 = len(letters)
    first: i64 = _skip_marks(letters, start, end)
    stop: i64 = min(end, first + MOST_LETTERS)
    at: i64 = first
    number: i64 = 0
    kind: i64 = _SPACE
    while at < stop:
        kind = letters[at]
        if kind > _LAST_LETTER:
            break
        number = number * BASE + kind
        at += 1
    last: i64 = at
    if last == first:
        last = start
    elif kind >= _MARK:
        at = _skip_marks(letters, _skip_owner(letters, at, end), end)
    word.start = start
    word.size = at - start
    word.lead = first - start
    word.rest = at - last
    if (at < end and letters[at] != _SPACE) or (last - first == 1 and word.size > 1):
        return -1
    return number


def _skip_owner(letters: bytes, at: i64, end: i64) -> i64:
    """Behind the "'S" that begins there, if one does and nothing but marks follows."""
    if letters[at] != _APOSTROPHE or at + 1 == end or letters[at + 1] != _S:
        return at
    behind: i64 = at + 2
    return behind if behind == end or letters[behind] >= _MARK or letters[behind] == _SPACE else at


def _skip_marks(letters: bytes, at: i64, end: i64) -> i64:
    while at < end and letters[at] >= _MARK:
        at += 1
    return at


def _is_everyday(told: i64) -> bool:
    common: i64 = told >> 8 & 15
    return common >= COMMON and told >> 4 & 15 < PERSONAL and told & 15 < PERSONAL and told & FAMED == 0


def _classes() -> dict[str, int]:
    """What lists say of each word in them."""
    found: dict[str, int] = {}
    for bits, several in (
        (_NEVER, NEVER),
        (_TITLE, TITLES),
        (_SMALL, SMALL),
        (_CONTINUING, CONTINUING),
        (_STOPPED, STOPPED),
    ):
        for word in several:
            found[word.lower()] = found.get(word.lower(), 0) | bits >> 16
    return found
