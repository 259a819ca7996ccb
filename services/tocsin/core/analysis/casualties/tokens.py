"""A sentence as a row of words with their classes, from which phrases are read."""

import re
from typing import Final

from tocsin.core.analysis.casualties.forms import Trigger
from tocsin.core.analysis.casualties.sayings import ALL_ABOARD, LENGTHS, SAYINGS
from tocsin.core.analysis.casualties.triggers import TRIGGERS
from tocsin.core.analysis.casualties.words import CLASSES
from tocsin.core.analysis.lexicon import common_words, pieces
from tocsin.core.analysis.numbers import Quantity, is_number, read_quantity

_PIECE: Final = re.compile(
    r"[a-z]\.(?:[a-z]\.)+|[a-z]{1,5}-?\d[a-z\d]*|[a-z]+(?:['-][a-z]+)*|\d+(?:[,.]\d+)*(?:(?:st|nd|rd|th|d|s|pm|am|km|kg|m)\b|(?:-[^\W\d_]+)+)?"
    r"|--+|[^\w\s]|[^\W\d_]+|\w+"
)
"""A word, initials, a name with a number in it (M23, Su-25), a number, or a mark."""

_CLASSES: Final = CLASSES
_COMMON: Final = common_words(CLASSES)
_JOINED: Final = frozenset((*SAYINGS, *ALL_ABOARD))
_DESCRIBES: Final = re.compile(r"\d+-(?!to-)\w")
_MARKS: Final = {",": ",", "&": "c"}


_CLOSES: Final = {"(": ")", "[": "]", "--": "--", "\u2013": "\u2013", "\u2014": "\u2014"}
_ASIDES: Final = frozenset(['"', "'", *_CLOSES])
_OUTSIDE: Final = [";"] * 64
"""Classes behind the last word, which are those before the first as well, since lists count from their end too."""

_ASIDE: Final = 25
"""How many words an aside may have to be passed over."""


def _without_asides(words: list[str]) -> list[int]:
    """The indices of all words but quotation marks and asides in brackets; an aside that tells of harm stays."""
    kept: list[int] = []
    done = 0
    for at in [at for at, word in enumerate(words) if word in _ASIDES]:
        if at < done:
            continue
        after = at + 1
        word = words[at]
        closes = _CLOSES.get(word)
        if closes is not None:
            inside = words[at + 1 : at + _ASIDE]
            length = inside.index(closes) if closes in inside else None
            if length is None or not TRIGGERS.keys().isdisjoint(inside[:length]):
                continue
            after += length + 1
        elif word == "'" and at and words[at - 1].endswith(("s", "z")):
            continue
        kept.extend(range(done, at))
        done = after
    kept.extend(range(done, len(words)))
    return kept


def _with_sayings(words: list[str], starts: list[int]) -> tuple[list[str], list[int]]:
    """The words and their offsets, with each set phrase as one word."""
    joined: list[str] = []
    kept: list[int] = []
    at = 0
    while at < len(words):
        word, length = words[at], 1
        for size in LENGTHS.get(word, ()):
            saying = " ".join(words[at : at + size])
            whole = at + size <= len(words) and saying in _JOINED
            if whole and starts[at + size - 1] - starts[at] == len(saying) - len(words[at + size - 1]):
                word, length = saying, size
                break
        joined.append(word)
        kept.append(starts[at])
        at += length
    return joined, kept


class Sentence:
    """Words of ``text[start:end]``: ``words`` in lower case without accents, ``tags`` their classes (see ``words.py``).

    ``tag`` settles the classes of unknown words when they are asked for. ``capitals_tell`` says that a capital marks a
    name, which it doesn't where all is capitals. Without ``sayings`` no set phrase is sought. Offsets are into the
    text.
    """

    __slots__ = ("_quantities", "_raw", "_tags", "capitals_tell", "end", "size", "starts", "words")

    def __init__(self, text: str, folded: str, start: int, end: int, *, all_caps: bool, sayings: bool) -> None:
        words, starts = pieces(folded, start, end, _PIECE, _COMMON)
        if not _ASIDES.isdisjoint(words):
            kept = _without_asides(words)
            words, starts = [words[i] for i in kept], [starts[i] for i in kept]
        aboard = folded.find("board", start, end) >= 0 and ("aboard" in words or "board" in words)
        if sayings or aboard:
            words, starts = _with_sayings(words, starts)
        self.words, self.starts = words, starts
        self.size = len(words)
        self.end = end
        self._tags: list[str | None] = [_CLASSES.get(word) for word in words]
        self._tags += _OUTSIDE
        if folded.find("one", start, end) >= 0:
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
        """The class of the word at ``at``, ";" outside the sentence, up to some words away."""
        return self._tags[at] or self._settled(at)

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

    def _settled(self, at: int) -> str:
        guessed = self._tags[at] = self._guess(at)
        return guessed

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


_ENDINGS: Final = (
    ("ly", "r"),
    ("men", "P"),
    ("man", "p"),
    ("ing", "v"),
    ("ed", "D"),
    ("ologist", "p"),
    ("ologists", "P"),
    ("tionists", "P"),
    ("folk", "P"),
    ("goers", "P"),
    ("workers", "P"),
    ("keepers", "P"),
)
_ANY_ENDING: Final = tuple(ending for ending, _ in _ENDINGS)
_ISTS: Final = 8
"""Shorter words in -ists may be verbs: "consists"."""

_STEM: Final = 4
"""Shorter words end so by chance."""


def _by_ending(word: str) -> str:
    """The class of an unknown word, as its ending tells; of a compound, that of its last part."""
    if "-" in word:
        return "n" if is_number(word) else CLASSES.get(word.rpartition("-")[2], "j")
    if word.endswith("ists") and len(word) > _ISTS:
        return "P"
    if len(word) > _STEM and word.endswith(_ANY_ENDING):
        return next(tag for ending, tag in _ENDINGS if word.endswith(ending))
    return "x"
