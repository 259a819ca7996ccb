"""Cuts a sentence into words, numbers and marks."""

import re
from collections.abc import Iterable

_NONE: frozenset[str] = frozenset()


def pieces(
    folded: str, start: int, end: int, piece: re.Pattern[str], common: frozenset[str] = _NONE
) -> tuple[list[str], list[int]]:
    """The words, numbers and marks of ``folded[start:end]``, and where each begins.

    ``piece`` says what is one: it leaves out white space only, and takes a row of ASCII letters, and a comma or full
    stop behind one, as they are. Most of a text is that, and needs no search. ``common`` are some such rows, which are
    known at once (see ``common_words``).
    """
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


def common_words(entries: Iterable[str]) -> frozenset[str]:
    """The words of these entries that are rows of ASCII letters."""
    return frozenset(word for entry in entries for word in entry.split() if word.isascii() and word.isalpha())
