"""Terms: whole words, phrases and ``prefix*``, and how text is folded so that they meet."""

import re
import unicodedata
from dataclasses import dataclass

_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Thai, Lao, Burmese, Khmer, kana and Han are written without spaces: there each character is a word of its own."""

_MARKS = "\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u064b-\u065f\u0670\u0900-\u0d7f\u200c\u200d"
"""Vowel signs, accents and joiners, which Unicode does not count as letters."""

TOKEN = re.compile(rf"[{_UNSPACED}]|(?:(?![{_UNSPACED}_])[\w{_MARKS}])+")
"""A word: letters and digits with the marks that belong to them. Everything else only separates."""

_ASCII_TOKEN = re.compile(r"[a-z0-9]+")
_JOINERS = {0x200C: None, 0x200D: None, 0x0640: None}


@dataclass(frozen=True)
class Term:
    """A term as it is sought: ``words`` folded; those that ``open_words`` marks may go on (``prefix*``)."""

    words: tuple[str, ...]
    open_words: tuple[bool, ...]
    written: str


def fold(word: str) -> str:
    """``word`` without case, accents, compatibility forms and joiners: ``São`` is ``sao``."""
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFKD", word.translate(_JOINERS)).casefold()
    return "".join(mark for mark in decomposed if not (unicodedata.combining(mark) or mark.isspace())) or word


def folded_words(text: str) -> list[str]:
    """The folded words of a text, in order; word n of ``TOKEN.finditer(text)`` is the nth of these."""
    if text.isascii():
        return _ASCII_TOKEN.findall(text.lower())
    return [fold(token) if not token.isascii() else token.lower() for token in TOKEN.findall(text)]


def parse_term(text: str) -> Term:
    """The term that an author wrote.

    Raises:
        ValueError: there is no word in it, or a ``*`` stands where no word ends.
    """
    words: list[str] = []
    open_words: list[bool] = []
    for piece in text.split("*")[:-1]:
        if not piece or not TOKEN.search(piece[-1]):
            raise ValueError(f"the * in {text!r} follows no word: a * stands for the rest of the word before it")
    pieces = text.split("*")
    for index, piece in enumerate(pieces):
        if index and piece and TOKEN.match(piece):
            raise ValueError(f"the * in {text!r} stands inside a word: only the end of a word can be left open")
        found = folded_words(piece)
        words.extend(found)
        open_words.extend([False] * len(found))
        if index < len(pieces) - 1:
            open_words[-1] = True
    if not words:
        raise ValueError(f"{text!r} has no word in it")
    return Term(tuple(words), tuple(open_words), text)
