"""The words beside a name in its text, and what they weigh. They come again and again, so they are remembered."""

from typing import Final

from mypy_extensions import mypyc_attr

from tocsin.core.analysis.gazetteer.memory import remember
from tocsin.core.analysis.places.lexicon import KINDS_AFTER, LOCATIVE, OF_CULTURES, OF_STATES
from tocsin.core.analysis.places.weights import Weights

SMALL: Final = frozenset({"the", "of", "in", "and", "city"})
"""Words that need the one before them to tell anything."""

_LONGEST_WORD: Final = 24

PEOPLE: Final = "people "
"""What the weights call a feature of a demonym begins so."""


def people_before(word: str) -> str:
    """What the weights call the kind of word that stands behind the name of a people; empty when it tells nothing."""
    return "people of a state" if word in OF_STATES else "people of a culture" if word in OF_CULTURES else ""


@mypyc_attr(acyclic=True)
class Before:
    """A word (in lower case) or mark before a name: whether it needs the one before it (``small``), says that a place
    follows, and what it weighs before a place's name and before its people's. ``pairs`` and ``people_pairs`` remember
    what a small one weighs there together with the word before it.
    """

    __slots__ = ("locative", "pairs", "people", "people_pairs", "small", "weight", "word")

    def __init__(self, word: str, weight: float, people: float) -> None:
        self.word = word
        self.small = word in SMALL
        self.locative = word in LOCATIVE
        self.weight = weight
        self.people = people
        self.pairs: dict[str, float] = {}
        self.people_pairs: dict[str, float] = {}


@mypyc_attr(acyclic=True)
class After:
    """A word or mark behind a name: the kind of place that it asks for ("province"), whether it hints at any place, and
    what it weighs behind a place's name and behind its people's.
    """

    __slots__ = ("asks", "hints", "people", "weight", "word")

    def __init__(self, word: str, weight: float, people: float) -> None:
        self.word = word
        self.asks = KINDS_AFTER.get(word)
        self.hints = self.asks is not None or word in {",", "("}
        self.weight = weight
        self.people = people


class Surroundings:
    """Reads the words beside names, with what the weights say of them."""

    def __init__(self, weights: Weights) -> None:
        self._detection = weights.detection
        self._behind = _by_word(weights, "behind ")
        self._people_behind = _by_word(weights, PEOPLE + "behind ")
        self._ahead = _by_word(weights, "ahead ")
        self._people_ahead = _by_word(weights, PEOPLE + "ahead ")
        self.asked_for = self._weigh("asked for")
        self._before: dict[str, Before] = {}
        self._after: dict[str, After] = {}

    def _weigh(self, feature: str) -> float:
        """What a feature weighs."""
        return self._detection.get(feature, 0.0)

    def weigh_two(self, small: Before, word: str, *, people: bool) -> float:
        """What a small word weighs behind another, before a place's name or its people's."""
        pairs = small.people_pairs if people else small.pairs
        known = pairs.get(word)
        if known is None:
            known = remember(pairs, word, self._weigh(f"{PEOPLE if people else ''}behind {word} {small.word}"))
        return known

    def before(self, text: str, start: int) -> tuple[Before, int]:
        """(The word or mark before an offset, where it begins); a full stop at the start of a line."""
        if start < 2:  # noqa: PLR2004 - no room for a word
            near, at = "", 0
        else:
            least = start - _LONGEST_WORD if start > _LONGEST_WORD else 0
            at = text.rfind(" ", least, start - 1) + 1
            near = text[at or least : start]
        return self._before.get(near) or remember(self._before, near, self._read_before(near)), at

    def after(self, text: str, end: int) -> After:
        """The word or mark behind an offset; a full stop at the end of a line, "9" for a number."""
        stop = text.find(" ", end + 1, end + _LONGEST_WORD)
        near = text[end : stop if stop > 0 else end + _LONGEST_WORD]
        return self._after.get(near) or remember(self._after, near, self._read_after(near))

    def _read_before(self, near: str) -> Before:
        word = _word_before(near)
        return Before(word, self._behind.get(word, 0.0), self._people_behind.get(word, 0.0))

    def _read_after(self, near: str) -> After:
        word = _word_after(near)
        people = self._people_ahead.get(word, 0.0) + self._weigh(people_before(word))
        return After(word, self._ahead.get(word, 0.0), people)


def _by_word(weights: Weights, prefix: str) -> dict[str, float]:
    """What words weigh, by themselves, in features that begin so."""
    return {
        feature.removeprefix(prefix): weight
        for feature, weight in weights.detection.items()
        if feature.startswith(prefix) and len(feature) > len(prefix)
    }


def _word_before(near: str) -> str:
    """``near`` is what stands before a name, from the last space but one; nothing where there is no room for a word."""
    mark, last = near[-1:], near[-2:-1]
    if mark not in {" ", "-"}:
        return "." if not mark or mark.isspace() else mark
    if not last.isalnum():
        return "." if not last or last.isspace() else last
    word = near[:-1]
    if not word.isalpha():
        word = word.rpartition("\n")[2].lstrip("\"'([").rpartition("-")[2]
    return word.lower()


def _word_after(near: str) -> str:
    """``near`` is what stands behind a name, up to the second space."""
    mark = near[:1]
    if not mark or (mark.isspace() and mark != " "):
        return "."
    if mark not in {" ", "-"}:
        return "'s" if near[:2] in {"'s", "'S"} else mark
    word = near[1:]
    if not word or word[0].isspace():
        return "."
    if not word[0].isalpha():
        return "9" if word[0].isdigit() else word[0]
    if not word.isalpha():
        word = word.split("\n", 1)[0].rstrip(".,;:!?\"')]").partition("-")[0]
    return word.lower()
