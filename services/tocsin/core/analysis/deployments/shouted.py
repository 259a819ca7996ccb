"""Which sentences of copy that is all capitals may tell of a place that is taken.

Where capitals tell no names, only a site ("the port") is taken, or a place that was found right behind the verb.
"""

from typing import Final

from tocsin.core.analysis.deployments.actors import Actors
from tocsin.core.analysis.deployments.terms import Term, bits
from tocsin.core.analysis.lexicon import Hit
from tocsin.core.analysis.text import Text

_OTHERS: Final = bits({"site", "post", "fall", "base"})
_SEIZE: Final = bits({"seize"})
_SITES: Final[tuple[str, ...]] = ("garrison", "base")
"""Phrases for forces and the like that begin so may be sites as well."""


def may_be_taken(text: Text, start: int, hits: list[Hit[Term]], actors: Actors) -> bool:
    """Whether a sentence that begins at ``start`` may, by where places stand in it."""
    if not text.all_caps:
        return True
    folded = text.folded
    for hit in hits:
        if hit.what.bit & _OTHERS or folded.startswith(_SITES, hit.start):
            return True
        if hit.what.bit & _SEIZE and (
            _is_first(folded, start, hit)
            or folded.endswith("ground", hit.start, hit.end)
            or _may_be_named(text, hit.end, actors)
        ):
            return True
    return False


def _is_first(folded: str, start: int, hit: Hit[Term]) -> bool:
    """Whether no other word stands before the verb: "CAPTURED IN 1649, THE ABBEY"."""
    return folded.find(" ", start, hit.start) < 0 and folded.find("\n", start, hit.start) < 0


def _may_be_named(text: Text, at: int, actors: Actors) -> bool:
    """Whether a place is named behind ``at``, or behind an article there."""
    folded = text.folded
    if not folded[at : at + 1].isspace():
        return True  # joined to the verb, as "CAPTURED-"
    name = _next(folded, at)
    if actors.is_named(text, name):
        return True
    return folded.startswith("the", name) and actors.is_named(text, _next(folded, name + len("the")))


def _next(folded: str, at: int) -> int:
    while at < len(folded) and folded[at].isspace():
        at += 1
    return at
