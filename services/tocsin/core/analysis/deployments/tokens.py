"""The words of one sentence with what they mean for movement, as far as its first few hundred characters."""

import re
from bisect import bisect_left
from itertools import accumulate

from tocsin.core.analysis.deployments.lexicon import Term
from tocsin.core.analysis.lexicon import Hit
from tocsin.core.analysis.text import Text

_PIECE = re.compile(r"(?:\d[\d,.]*\d|\d+|[^\W\d_]+(?:['-][^\W\d_]+)*|[^\s])\s*")
"""A word, number or mark with the space behind it, so that the pieces add up to the text."""

LONGEST = 700
"""Code points of a sentence that are read: what no longer fits says nothing that the beginning didn't."""


class Sentence:
    """``words`` are folded, punctuation marks being words of their own; ``terms`` maps the index of a phrase's first
    word to (index behind its last word, what it means).
    """

    def __init__(self, text: Text, start: int, end: int, hits: list[Hit[Term]]) -> None:
        end = min(end, start + LONGEST)
        folded = text.folded
        self.text = text
        pieces = _PIECE.findall(folded, start, end)
        self.words: list[str] = list(map(str.rstrip, pieces))
        lead = end - start - sum(map(len, pieces))
        self.starts = list(accumulate(map(len, pieces), initial=start + lead))
        self.starts.pop()
        self.terms: dict[int, tuple[int, Term]] = {}
        for hit in hits:
            if hit.end > end:
                break
            first = bisect_left(self.starts, hit.start + 1) - 1
            behind = bisect_left(self.starts, hit.end)
            if 0 <= first < behind:
                self.terms[first] = (behind, hit.what)

    def stop(self, at: int) -> int:
        """The offset behind the word ``at``."""
        return self.starts[at] + len(self.words[at])

    def word(self, at: int) -> str:
        """The word ``at``, or an empty one beyond the ends."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def is_capital(self, at: int) -> bool:
        """Whether the word begins with a capital letter."""
        return 0 <= at < len(self.words) and self.text.text[self.starts[at]].isupper()
