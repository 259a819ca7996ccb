"""Cuts a sentence into words, numbers and marks."""

import re


def pieces(folded: str, start: int, end: int, piece: re.Pattern[str]) -> tuple[list[str], list[int]]:
    """The words, numbers and marks of ``folded[start:end]``, and where each begins.

    ``piece`` says what is one: it leaves out white space only, and takes a row of ASCII letters, and a comma or full
    stop behind one, as they are. Most of a text is that, and needs no search.
    """
    words: list[str] = []
    starts: list[int] = []
    at = start
    line = folded[start:end].replace("\n", " ")
    known = line.isascii()
    for chunk in line.split(" "):
        if chunk.isalpha() and (known or chunk.isascii()):
            words.append(chunk)
            starts.append(at)
        elif chunk:
            last, word = chunk[-1], chunk[:-1]
            if last in ",." and word.isalpha() and (known or word.isascii()):
                words += word, last
                starts += at, at + len(word)
            else:
                for found in piece.finditer(chunk):
                    words.append(found[0])
                    starts.append(at + found.start())
        at += len(chunk) + 1
    return words, starts
