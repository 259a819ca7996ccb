"""A sentence as a row of words with their classes, from which phrases are read."""

import re
from itertools import accumulate

from tocsin.core.analysis.casualties.triggers import TRIGGERS, Trigger
from tocsin.core.analysis.casualties.words import CLASSES
from tocsin.core.analysis.numbers import Quantity, is_number, read_quantity

_PIECE = re.compile(
    r"(?:[a-z]\.(?:[a-z]\.)+|[a-z]+(?:['-][a-z]+)*|\d+(?:[,.]\d+)*(?:(?:st|nd|rd|th|d|s|pm|am|km|kg)\b|(?:-[^\W\d_]+)+)?"
    r"|--+|[^\w\s]|[^\W\d_]+|\w+)\s*"
)
"""A word, initials, a number, or a mark, with the space behind it, so that the pieces add up to the text."""

_DESCRIBES = re.compile(r"\d+-(?!to-)\w")
_MARKS = {",": ",", "&": "c"}


_CLOSES = {"(": ")", "[": "]", "--": "--", "\u2013": "\u2013", "\u2014": "\u2014"}
_ASIDES = frozenset(['"', "'", *_CLOSES])
_ASIDE = 25
"""How many words an aside may have to be passed over."""


def _without_asides(words: list[str]) -> list[int]:
    """The indices of all words but quotation marks and asides in brackets; an aside that tells of harm stays."""
    kept: list[int] = []
    at = 0
    while at < len(words):
        word = words[at]
        if word in _CLOSES:
            closing = next((i for i in range(at + 1, min(at + _ASIDE, len(words))) if words[i] == _CLOSES[word]), None)
            if closing is not None and TRIGGERS.keys().isdisjoint(words[at + 1 : closing]):
                at = closing + 1
                continue
        if word != '"' and not (word == "'" and not (at and words[at - 1].endswith(("s", "z")))):
            kept.append(at)
        at += 1
    return kept


class Sentence:
    """Words of ``text[start:end]``: ``words`` in lower case without accents, ``tags`` their classes (see ``words.py``).

    ``tag`` settles the classes of unknown words when they are asked for. ``capitals_tell`` says that a capital marks a
    name, which it doesn't where all is capitals. Offsets are into the text.
    """

    __slots__ = ("_quantities", "_raw", "_tags", "capitals_tell", "end", "size", "starts", "words")

    def __init__(self, text: str, folded: str, start: int, end: int, *, all_caps: bool) -> None:
        pieces = _PIECE.findall(folded, start, end)
        words: list[str] = list(map(str.rstrip, pieces))
        lead = end - start - sum(map(len, pieces))
        starts = list(accumulate(map(len, pieces), initial=start + lead))
        if not _ASIDES.isdisjoint(words):
            kept = _without_asides(words)
            words, starts = [words[i] for i in kept], [starts[i] for i in kept]
        self.words, self.starts = words, starts
        self.size = len(words)
        self.end = end
        self._tags: list[str | None] = list(map(CLASSES.get, words))
        if "one" in words:
            for at in range(1, len(words)):
                if words[at] == "one" and words[at - 1] == "no":
                    self._tags[at] = "N"
        self._raw = text
        self.capitals_tell = not all_caps
        self._quantities: dict[int, Quantity | None] = {}

    def word(self, at: int) -> str:
        """The word at ``at``, "" outside the sentence."""
        return self.words[at] if 0 <= at < self.size else ""

    def stop(self, at: int) -> int:
        """The offset just behind the word at ``at``."""
        return self.starts[at] + len(self.words[at])

    def tag(self, at: int) -> str:
        """The class of the word at ``at``, ";" outside the sentence."""
        if not 0 <= at < self.size:
            return ";"
        known = self._tags[at]
        if known is not None:
            return known
        guessed = self._tags[at] = self._guess(at)
        return guessed

    def trigger(self, at: int) -> Trigger | None:
        """What the word at ``at`` triggers."""
        return TRIGGERS.get(self.words[at]) if 0 <= at < self.size else None

    def quantity(self, at: int) -> Quantity | None:
        """The amount that the word at ``at`` is part of."""
        if at not in self._quantities:
            self._quantities[at] = read_quantity(self.words, at)
        return self._quantities[at]

    def capital(self, at: int) -> bool:
        """Whether the word at ``at`` begins with a capital that tells a name: not in text all in capitals."""
        return self.capitals_tell and self._raw[self.starts[at]].isupper()

    def _guess(self, at: int) -> str:
        word = self.words[at]
        first = word[0]
        if first.isdigit():
            return "n" if is_number(word) and not _DESCRIBES.match(word) else "j"
        if not first.isalpha():
            return _MARKS.get(word, ";")
        if word.endswith("'s"):
            return "d"
        return "f" if at > 0 and self.capital(at) else _by_ending(word)


_ENDINGS = (("ly", "r"), ("men", "P"), ("man", "p"), ("ing", "v"), ("ed", "D"))
_STEM = 4
"""Shorter words end so by chance."""


def _by_ending(word: str) -> str:
    """The class of an unknown word, as its ending tells; of a compound, that of its last part."""
    if "-" in word:
        return "n" if is_number(word) else CLASSES.get(word.rpartition("-")[2], "j")
    return next((tag for ending, tag in _ENDINGS if len(word) > _STEM and word.endswith(ending)), "x")
