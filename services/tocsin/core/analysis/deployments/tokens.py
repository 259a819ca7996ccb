"""The words of one sentence with what they mean for movement, as far as its first few hundred characters."""

import re
from typing import Final

from tocsin.core.analysis.deployments.lexicon import TERMS
from tocsin.core.analysis.deployments.terms import Term
from tocsin.core.analysis.lexicon import Hit, common_words, pieces
from tocsin.core.analysis.text import Text

_PIECE: Final = re.compile(r"\d[\d,.]*\d|\d+|[^\W\d_]+(?:['-][^\W\d_]+)*|[^\s]")
"""A word, a number or a mark."""

_COMMON: Final = common_words(TERMS)

LONGEST = 700
"""Code points of a sentence that are read: what no longer fits says nothing that the beginning didn't."""


class Sentence:
    """``words`` are folded, punctuation marks being words of their own; ``terms`` maps the index of a phrase's first
    word to (index behind its last word, what it means), in the order of the text. ``roles`` are the bits of all roles.
    """

    def __init__(self, text: Text, start: int, end: int, hits: list[Hit[Term]]) -> None:
        end = min(end, start + LONGEST)
        self.text = text
        self.words, self.starts = pieces(text.folded, start, end, _PIECE, _COMMON)
        self.terms: dict[int, tuple[int, Term]] = {}
        starts, count = self.starts, len(self.starts)
        near = 0  # behind the last word that begins before the hit's end; hits come by where they start and end
        for hit in hits:
            if hit.end > end:
                break
            while near < count and starts[near] <= hit.start:
                near += 1
            first = near - 1
            while near < count and starts[near] < hit.end:
                near += 1
            if 0 <= first < near:
                self.terms[first] = (near, hit.what)
            near = first + 1
        self.roles = 0
        for _, term in self.terms.values():
            self.roles |= term.bit

    def stop(self, at: int) -> int:
        """The offset behind the word ``at``."""
        return self.starts[at] + len(self.words[at])

    def word(self, at: int) -> str:
        """The word ``at``, or an empty one beyond the ends."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def is_capital(self, at: int) -> bool:
        """Whether the word begins with a capital letter."""
        return 0 <= at < len(self.words) and self.text.text[self.starts[at]].isupper()
