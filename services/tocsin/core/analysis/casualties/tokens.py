"""A sentence as a row of words with their classes, from which phrases are read."""

import re
from typing import Final

from tocsin.core.analysis.casualties.forms import Trigger
from tocsin.core.analysis.casualties.known import ASIDE, BOARD, CLOSES, KNOWN, ONE, Known
from tocsin.core.analysis.casualties.sayings import ALL_ABOARD, SAYINGS, SECONDS
from tocsin.core.analysis.casualties.words import CLASSES
from tocsin.core.analysis.lexicon import common_words, pieces
from tocsin.core.analysis.numbers import Quantity, is_number, read_quantity

_PIECE: Final = re.compile(
    r"[a-z]\.(?:[a-z]\.)+|[a-z]{1,5}-?\d[a-z\d]*|[a-z]+(?:['-][a-z]+)*|\d+(?:[,.]\d+)*(?:(?:st|nd|rd|th|d|s|pm|am|km|kg|m)\b|(?:-[^\W\d_]+)+)?"
    r"|--+|[^\w\s]|[^\W\d_]+|\w+"
)
"""A word, initials, a name with a number in it (M23, Su-25), a number, or a mark."""

_KNOWN: Final = KNOWN
_COMMON: Final = common_words(KNOWN)
_JOINED: Final = frozenset((*SAYINGS, *ALL_ABOARD))
_SECONDS: Final = SECONDS
_DESCRIBES: Final = re.compile(r"\d+-(?!to-)\w")
_MARKS: Final = {",": ",", "&": "c"}

_OUTSIDE: Final = [";"] * 64
"""Classes behind the last word, which are those before the first as well, since lists count from their end too."""

_ASIDE: Final = 25
"""How many words an aside may have to be passed over."""


def _all_known(words: list[str]) -> list[Known | None]:
    return [_KNOWN.get(word) for word in words]


def _marks(known: list[Known | None]) -> int:
    """The marks of all words."""
    marks = 0
    for one in known:
        if one is not None:
            marks |= one.marks
    return marks


def _without_asides(
    words: list[str], starts: list[int], known: list[Known | None]
) -> tuple[list[str], list[int], list[Known | None]]:
    """All words but quotation marks and asides in brackets, with what goes with them; an aside that tells of harm
    stays.
    """
    kept_words: list[str] = []
    kept_starts: list[int] = []
    kept_known: list[Known | None] = []
    done = 0
    for at, one in enumerate(known):
        if one is None or not one.marks & ASIDE or at < done:
            continue
        after = at + 1
        word = words[at]
        closes = CLOSES.get(word)
        if closes is not None:
            inside = words[at + 1 : at + _ASIDE]
            length = inside.index(closes) if closes in inside else -1
            if length < 0 or _tells_of_harm(known[at + 1 : at + 1 + length]):
                continue
            after += length + 1
        elif word == "'" and at and words[at - 1].endswith(("s", "z")):
            continue
        kept_words += words[done:at]
        kept_starts += starts[done:at]
        kept_known += known[done:at]
        done = after
    kept_words += words[done:]
    kept_starts += starts[done:]
    kept_known += known[done:]
    return kept_words, kept_starts, kept_known


def _tells_of_harm(known: list[Known | None]) -> bool:
    return any(one is not None and one.trigger is not None for one in known)


def _with_sayings(words: list[str], starts: list[int]) -> tuple[list[str], list[int]]:
    """The words and their offsets, with each set phrase as one word."""
    joined: list[str] = []
    kept: list[int] = []
    at = 0
    while at < len(words):
        word, length = words[at], 1
        seconds = _SECONDS.get(word)
        sizes = seconds.get(words[at + 1]) if seconds is not None and at + 1 < len(words) else None
        for size in sizes or ():
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
    name, which it doesn't where all is capitals. Without ``sayings`` no set phrase is sought. ``triggers`` are the
    indices of the words of harm, ``marks`` what ``known.py`` says of any of its words. Offsets are into the text.
    """

    __slots__ = (
        "_known",
        "_quantities",
        "_raw",
        "_tags",
        "capitals_tell",
        "end",
        "marks",
        "size",
        "starts",
        "triggers",
        "words",
    )

    def __init__(self, text: str, folded: str, start: int, end: int, *, all_caps: bool, sayings: bool) -> None:
        words, starts = pieces(folded, start, end, _PIECE, _COMMON)
        known = _all_known(words)
        marks = _marks(known)
        if marks & ASIDE:
            words, starts, known = _without_asides(words, starts, known)
            marks = _marks(known)
        if sayings or marks & BOARD:
            words, starts = _with_sayings(words, starts)
            known = _all_known(words)
            marks = _marks(known)
        self.words, self.starts = words, starts
        self.size = len(words)
        self.end = end
        self.marks = marks
        self.triggers = [at for at, one in enumerate(known) if one is not None and one.trigger is not None]
        self._known = known
        self._tags: list[str | None] = [one.tag if one is not None else None for one in known]
        self._tags.extend(_OUTSIDE)
        if marks & ONE:
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
        tag = self._tags[at]
        return tag if tag is not None else self._settled(at)

    def trigger(self, at: int) -> Trigger | None:
        """What the word at ``at`` triggers."""
        known = self._known[at] if 0 <= at < self.size else None
        return known.trigger if known is not None else None

    def quantity(self, at: int) -> Quantity | None:
        """The amount that the word at ``at`` is part of."""
        if at in self._quantities:
            return self._quantities[at]
        found = self._quantities[at] = read_quantity(self.words, at)
        return found

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
_BY_LAST_LETTER: Final = {
    letter: [(ending, tag) for ending, tag in _ENDINGS if ending[-1] == letter]
    for letter in {ending[-1] for ending, _ in _ENDINGS}
}
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
    endings = _BY_LAST_LETTER.get(word[-1]) if len(word) > _STEM else None
    if endings is not None:
        for ending, tag in endings:
            if word.endswith(ending):
                return tag
    return "x"
