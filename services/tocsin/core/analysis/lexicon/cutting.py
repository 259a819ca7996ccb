"""Cuts a sentence into words, numbers and marks."""

import re
from collections.abc import Iterable
from string import ascii_lowercase, digits, punctuation
from typing import Final

from mypy_extensions import i64

from tocsin.core.analysis.compiled import IS_COMPILED
from tocsin.core.analysis.lexicon.common import BITS, LETTER, LONGEST, ROOM, CommonWords
from tocsin.core.analysis.lexicon.prose import PROSE


def pieces(
    folded: str, start: int, end: int, piece: re.Pattern[str], common: CommonWords
) -> tuple[list[str], list[int]]:
    """The words, numbers and marks of ``folded[start:end]``, and where each begins.

    ``piece`` says what is one. It leaves out white space only, and it takes as they are: rows of ASCII letters joined
    by single hyphens and apostrophes, numbers with commas and full stops between their digits, and each mark of ASCII
    but "-" and "_", wherever white space or another mark follows; of a single letter with a full stop it may make
    initials. Most of a text is that, and needs no search. ``common`` are some such rows, which are known at once (see
    ``common_words``).
    """
    if IS_COMPILED:
        return by_letters(folded, start, end, piece, common)
    return by_chunks(folded, start, end, piece, common.words)


def by_chunks(
    folded: str, start: int, end: int, piece: re.Pattern[str], common: frozenset[str]
) -> tuple[list[str], list[int]]:
    """``pieces`` as it is fast where nothing is compiled: what stands between spaces is looked at as a whole."""
    words: list[str] = []
    starts: list[int] = []
    at = start
    line = folded[start:end].replace("\n", " ")
    known = line.isascii()
    for chunk in line.split(" "):
        if chunk in common or (chunk.isalpha() and (known or chunk.isascii())):
            words.append(chunk)
            starts.append(at)
        elif chunk:
            last, word = chunk[-1], chunk[:-1]
            if last in ",." and (word in common or (word.isalpha() and (known or word.isascii()))):
                words.append(word)
                words.append(last)
                starts.append(at)
                starts.append(at + len(word))
            else:
                for found in piece.finditer(chunk):
                    words.append(found[0])
                    starts.append(at + found.start())
        at += len(chunk) + 1
    return words, starts


def by_letters(
    folded: str, start: int, end: int, piece: re.Pattern[str], common: CommonWords
) -> tuple[list[str], list[int]]:
    """``pieces`` as it is fast where it is compiled: letter by letter."""
    words: list[str] = []
    starts: list[int] = []
    # Bytes are read faster than characters. The last space tells where to stop.
    letters = folded[start:end].encode("latin-1", "replace") + b" "
    size: i64 = len(letters) - 1
    begin: i64 = start
    at: i64 = 0
    while at < size:
        code: i64 = letters[at]
        if code == _SPACE:
            at += 1
            continue
        if _A <= code <= _Z:
            row = at
            number: i64 = 0
            while _A <= code <= _Z:
                number = (number & ROOM) << BITS | code & LETTER  # as with_letter, which would be called
                row += 1
                code = letters[row]
            behind = row if code in (_SPACE, _COMMA) else _behind_word(letters, at, row)
            known = common.find(number) if behind == row and row - at <= LONGEST else None
            if known is not None:
                words.append(known)
                starts.append(begin + at)
                at = behind
                continue
        elif _ZERO <= code <= _NINE:
            behind = _behind_number(letters, at)
        else:
            behind = at + (_SORTS[code] == _MARK)
        if behind == at:
            found = piece.match(folded, begin + at, begin + size)
            if found is None:
                at += 1  # other white space
                continue
            behind = found.end() - begin
        words.append(folded[begin + at : begin + behind])
        starts.append(begin + at)
        at = behind
    return words, starts


_UNSURE: Final = 0
"""A character of which only the pattern knows what it does; "?" stands for all beyond Latin-1."""

_BLANK: Final = 1
_MARK: Final = 2
_DIGIT: Final = 3
_LETTER: Final = 4

_APOSTROPHE: Final = 39
_COMMA: Final = 44
_HYPHEN: Final = 45
_STOP: Final = 46
_SPACE: Final = 32
_ZERO: Final = 48
_NINE: Final = 57
_A: Final = 97
_Z: Final = 122
"""Characters by their codes: compiled, these are compared as numbers."""


def _sort_of(character: str) -> int:
    if character in " \n":
        return _BLANK
    if character in ascii_lowercase:
        return _LETTER
    if character in digits:
        return _DIGIT
    return _MARK if character in punctuation and character not in "-_?" else _UNSURE


_SORTS: Final = bytes(_sort_of(chr(code)) for code in range(256))


def _behind_word(letters: bytes, at: i64, row: i64) -> i64:
    """The offset behind the word that begins with the letters from ``at`` to ``row``; ``at`` where only the pattern
    knows.
    """
    behind = row
    while True:
        code: i64 = letters[behind]
        sort: i64 = _SORTS[code]
        if sort == _LETTER:
            behind += 1
            continue
        if sort == _BLANK:
            return behind
        if code in (_HYPHEN, _APOSTROPHE):
            after: i64 = _SORTS[letters[behind + 1]]
            if after == _LETTER:
                behind += 2
                continue
            return behind if after in (_BLANK, _MARK) else at
        return at if sort != _MARK or (code == _STOP and behind - at == 1) else behind


def _behind_number(letters: bytes, at: i64) -> i64:
    """The offset behind the number that begins with the digit at ``at``; ``at`` where only the pattern knows."""
    behind: i64 = at + 1
    while True:
        code: i64 = letters[behind]
        sort: i64 = _SORTS[code]
        if sort == _DIGIT:
            behind += 1
            continue
        if sort != _MARK:
            return behind if sort == _BLANK else at
        if code not in (_COMMA, _STOP):
            return behind
        after: i64 = _SORTS[letters[behind + 1]]
        if after != _DIGIT:
            return behind if after == _BLANK else at
        behind += 2


def common_words(entries: Iterable[str]) -> CommonWords:
    """The words of these entries, and of what is like news, that are rows of ASCII letters."""
    every = set(" ".join((*entries, *PROSE)).split())  # a hundred thousand, of which most are the same
    return CommonWords(word for word in every if word.isascii() and word.isalpha() and word.islower())
