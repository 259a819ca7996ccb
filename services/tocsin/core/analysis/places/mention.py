"""Mentions: candidates where they stand in a text, and what stands around them."""

from collections.abc import Callable, Iterator

from tocsin.core.analysis.places.candidate import Candidate
from tocsin.core.analysis.places.lexicon import KINDS_AFTER, KINDS_BEFORE, LOCATIVE
from tocsin.core.analysis.text import Text

_SMALL = frozenset({"the", "of", "in", "and", "city"})
"""Words that need the one before them to tell anything."""

_LONGEST_WORD = 24


class Mention:
    """A candidate at a place of a text.

    ``before`` and ``after`` are the word (in lower case) or mark next to it, empty inside a run; ``two_before`` is the
    word before a small one. ``asks`` is the kind of place that they ask for ("Idlib province").
    """

    __slots__ = ("after", "asks", "before", "candidate", "end", "locative", "start", "text", "two_before")

    def __init__(self, text: Text, offset: int, candidate: Candidate) -> None:
        self.text = text
        self.candidate = candidate
        self.start = start = offset + candidate.start
        self.end = end = offset + candidate.end
        whole = text.text
        self.before = self.two_before = self.after = ""
        self.asks: str | None = None
        if candidate.first:
            before, at = _before(whole, start)
            self.before = before
            if before in _SMALL:
                self.two_before = _before(whole, at)[0]
                if before == "of":
                    self.asks = KINDS_BEFORE.get(self.two_before)
        if candidate.last:
            self.after = _after(whole, end)
            self.asks = KINDS_AFTER.get(self.after) or self.asks
        self.locative = self.before in LOCATIVE or (self.before == "the" and self.two_before in LOCATIVE)

    @property
    def is_hinted(self) -> bool:
        """Whether the words around it hint at a place."""
        return self.locative or self.asks is not None or self.after in {",", "("}

    def weigh(self, weight: Callable[[str, float], float]) -> float:
        """The sum of what its features weigh; ``weight`` gives a feature's, or the default."""
        total = 0.0
        people = "people " if self.candidate.is_demonym else ""
        if self.before:
            total = weight(people + "behind " + self.before, 0.0)
            if self.two_before:
                total += weight(f"{people}behind {self.two_before} {self.before}", 0.0)
        if self.after:
            total += weight(people + "ahead " + self.after, 0.0)
        if self.asks:
            total += weight("asked for", 0.0)
        return total

    def features(self) -> Iterator[str]:
        """What stands around it, as the weights call it."""
        people = "people " if self.candidate.is_demonym else ""
        if self.before:
            yield people + "behind " + self.before
            if self.two_before:
                yield f"{people}behind {self.two_before} {self.before}"
        if self.after:
            yield people + "ahead " + self.after
        if self.asks:
            yield "asked for"


def _before(text: str, start: int) -> tuple[str, int]:
    """(The word or mark before an offset, where it begins); a full stop at the start of a line."""
    if start < 2:  # noqa: PLR2004 - no room for a word
        return ".", 0
    near = text[start - 1]
    if near not in {" ", "-"}:
        return ("." if near.isspace() else near), start - 1
    last = text[start - 2]
    if not last.isalnum():
        return ("." if last.isspace() else last), start - 2
    at = text.rfind(" ", max(0, start - _LONGEST_WORD), start - 1) + 1
    word = text[at : start - 1] if at else text[max(0, start - _LONGEST_WORD) : start - 1]
    if not word.isalpha():
        word = word.rpartition("\n")[2].lstrip("\"'([").rpartition("-")[2]
    return word.lower(), at


def _after(text: str, end: int) -> str:
    """The word or mark behind an offset; a full stop at the end of a line, "9" for a number."""
    near = text[end : end + 2]
    if not near or (near[0].isspace() and near[0] != " "):
        return "."
    if near[0] != " " and near[0] != "-":
        return "'s" if near in {"'s", "'S"} else near[0]
    if len(near) == 1 or near[1].isspace():
        return "."
    if not near[1].isalpha():
        return "9" if near[1].isdigit() else near[1]
    stop = text.find(" ", end + 1, end + _LONGEST_WORD)
    word = text[end + 1 : stop if stop > 0 else end + _LONGEST_WORD]
    if not word.isalpha():
        word = word.split("\n", 1)[0].rstrip(".,;:!?\"')]").partition("-")[0]
    return word.lower()
