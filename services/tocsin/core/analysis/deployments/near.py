"""What stands near a phrase: the forces that a verb reaches, and how a phrase begins."""

from typing import Final

from tocsin.core.analysis.deployments.terms import Term
from tocsin.core.analysis.lexicon import Hit

REACH: Final = 90
"""Code points from a verb to its force; verbs reach no more than some nine words."""


def first_letters(words: tuple[str, ...]) -> str:
    """The letters that these words begin with."""
    return "".join(sorted({word[0] for word in words}))


def begins(folded: str, hit: Hit[Term], letters: str, words: tuple[str, ...]) -> bool:
    """Whether a phrase begins with one of the words, which begin with one of the letters."""
    return folded[hit.start] in letters and folded.startswith(words, hit.start)


def nearest(hit: Hit[Term], forces: list[Hit[Term]]) -> tuple[Hit[Term] | None, Hit[Term] | None]:
    """The nearest forces before and behind, as far as a verb reaches."""
    before = behind = None
    for force in forces:
        if force.end <= hit.start:
            before = force if hit.start - force.end < REACH else None
        elif force.start >= hit.end:
            behind = force if force.start - hit.end < REACH else None
            break
    return before, behind
