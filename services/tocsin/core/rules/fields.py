"""An article's title and body as rules read them: folded words in one line, and the way back to the original."""

import re
from bisect import bisect_right
from functools import cached_property

from tocsin.core.config.terms import TOKEN, folded_words
from tocsin.core.model.base import Field

_PARAGRAPH = re.compile(r"\n[ \t\r]*\n\s*")


class FieldText:
    """One field. ``line`` is its folded words, a space before, between and after them."""

    def __init__(self, field: Field, text: str) -> None:
        self.field = field
        self.text = text
        words = folded_words(text)
        self.line = f" {' '.join(words)} " if words else ""

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Start and end of each word in the original, in code points."""
        return [match.span() for match in TOKEN.finditer(self.text)]

    @cached_property
    def paragraph_starts(self) -> list[int]:
        """Where paragraphs begin, the first at 0; blank lines part them."""
        return [0, *(match.end() for match in _PARAGRAPH.finditer(self.text))]

    def words_at(self, start: int, end: int) -> tuple[int, int]:
        """First and last word (by number) of ``line[start:end]``, which begins at the space before a word."""
        first = self.line.count(" ", 0, start)
        return first, first + self.line.count(" ", start + 1, end - 1 if self.line[end - 1] == " " else end)

    def paragraph_at(self, position: int) -> int:
        """The number of the paragraph that holds this code point."""
        return bisect_right(self.paragraph_starts, position) - 1

    def word_at(self, position: int) -> int:
        """The number of the word at or before this code point."""
        return max(bisect_right(self.spans, (position, len(self.text))) - 1, 0)
