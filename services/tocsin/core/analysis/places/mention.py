"""Mentions: candidates where they stand in a text, and what stands around them."""

from tocsin.core.analysis.places.candidate import Candidate
from tocsin.core.analysis.places.lexicon import KINDS_AFTER, KINDS_BEFORE, LOCATIVE
from tocsin.core.analysis.text import Text

_REACH = 24
"""Characters looked at to either side."""


class Mention:
    """A candidate at a place of a text."""

    __slots__ = ("after", "asks", "before", "candidate", "end", "gap", "locative", "start", "text", "two_before")

    def __init__(self, text: Text, offset: int, candidate: Candidate) -> None:
        self.text = text
        self.candidate = candidate
        self.start = start = offset + candidate.start
        self.end = end = offset + candidate.end
        whole = text.text
        self.before = self.two_before = self.after = ""
        if candidate.first:
            words = whole[max(0, start - _REACH) : start].split()
            near = whole[start - 1 : start] or "\n"
            self.before = _word(words[-1]) if words and near in " -" else "^" if near.isspace() else near
            if self.before in {"the", "of", "in", "and"} and len(words) > 1:
                self.two_before = _word(words[-2])
        if candidate.last:
            following = whole[end : end + _REACH]
            self.after = _first(following)
        self.locative = self.before in LOCATIVE or (self.before == "the" and self.two_before in LOCATIVE)
        self.asks = KINDS_AFTER.get(self.after) or (KINDS_BEFORE.get(self.two_before) if self.before == "of" else None)

    def features(self) -> list[str]:
        """What stands around it, as features."""
        found: list[str] = []
        if self.candidate.first:
            found.append(f"behind {self.before}")
            if self.two_before:
                found.append(f"behind {self.two_before} {self.before}")
        if self.candidate.last:
            found.append(f"ahead {self.after}")
        if self.asks:
            found.append("asked for")
        return found


def _word(word: str) -> str:
    """A word's own letters in lower case, or the mark that ends it."""
    last = word[-1]
    if last.isalnum():
        return word.lstrip("\"'([").lower()
    if last == "." and len(word) > 1:
        return "."
    return last


def _first(following: str) -> str:
    """The mark or the word that follows."""
    if not following:
        return "$"
    if following.startswith("'s"):
        return "'s"
    if following[0] not in " -":
        return "$" if following[0].isspace() else following[0]
    words = following.split(None, 1)
    if not words:
        return "$"
    word = words[0]
    if word[0].isalpha():
        return word.rstrip(".,;:!?\"')]").lower()
    return "9" if word[0].isdigit() else word[0]
