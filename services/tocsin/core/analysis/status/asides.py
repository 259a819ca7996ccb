"""Cues that speak of something else about those of whom the fact is told, between them and what they suffer."""

import re
from typing import Final

from tocsin.core.analysis.status.relation import Relation


def aside(r: Relation) -> bool:
    """Whether the cue stands in an aside about those of whom the fact is told: "ten others (not yet identified) were
    hurt", "a guard who tried to prevent the attack was wounded", "seven -- not six -- were hurt".
    """
    if r.before or r.behind:
        return False
    if _BRACKET_ENDS.match(r.folded, r.hit.end, r.end):
        return True
    if r.folded.endswith(_DASHES, r.start, r.hit.start):
        return _DASH_ENDS.match(r.folded, r.hit.end, r.end) is not None
    return _WHO_BEFORE.search(r.folded, r.start, r.hit.start) is not None and (
        _VERB_BEHIND.match(r.folded, r.hit.end, r.end) is not None
    )


_BRACKET_ENDS: Final = re.compile(r"[^()\[\]]*[)\]]")
_DASHES: Final = ("-- ", "- ", "\u2013 ", "\u2014 ", "\u2014")
_DASH_ENDS: Final = re.compile(r" [^,;:\u2013\u2014-]{1,40}(?:--|- |\u2013|\u2014)")
_WHO_BEFORE: Final = re.compile(r"\b(?:who|which|that) (?:\w+ ){0,3}$")
_VERB_BEHIND: Final = re.compile(r" (?:[\w'-]+,? ){1,8}(?:was|were|is|are|died) ")
