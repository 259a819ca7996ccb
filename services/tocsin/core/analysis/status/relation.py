"""A cue and a fact of one sentence, with what stands between them."""

from typing import Final

from tocsin.core.analysis.lexicon import Hit
from tocsin.core.analysis.status.cues import CueKind

REACH: Final = 110
"""Code points that a cue reaches ahead, at most."""

BACK_REACH: Final = 60
"""The same behind the fact."""

PHRASE_WORDS: Final = 6
"""Words between a negation and what it denies."""

OFFER_WORDS: Final = 8
"""Words between a plan and what it plans."""


class Relation:
    """A cue and a fact (the characters ``start`` to ``end``) of one sentence: ``gap`` is the folded text between them,
    empty where they overlap.
    """

    __slots__ = ("before", "behind", "end", "folded", "gap", "hit", "start")

    def __init__(self, folded: str, hit: Hit[CueKind], start: int, end: int) -> None:
        self.folded = folded
        self.hit = hit
        self.start = start
        self.end = end
        self.before = hit.start < start
        self.behind = hit.start >= end
        self.gap = (
            folded[min(hit.end, start) : start] if self.before else folded[end : hit.start] if self.behind else ""
        )

    @property
    def cue(self) -> str:
        """The cue's words."""
        return self.folded[self.hit.start : self.hit.end]
