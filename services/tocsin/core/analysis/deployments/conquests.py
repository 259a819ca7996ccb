"""Which sentences may tell of a conquest or of a post that is opened, by their phrases alone."""

import re
from typing import Final

from tocsin.core.analysis.deployments.lexicon import CONQUESTS, MOVEMENTS
from tocsin.core.analysis.deployments.near import REACH, begins, first_letters, nearest
from tocsin.core.analysis.deployments.takers import FACTIONS, PEOPLES, SIEGE
from tocsin.core.analysis.deployments.terms import Term, bits
from tocsin.core.analysis.deployments.tries import FAILS, REPELS
from tocsin.core.analysis.deployments.vocabulary import HOMES, HOSTS, HOUSES
from tocsin.core.analysis.lexicon import Hit, Sought

_CONQUESTS: Final = bits(CONQUESTS)
_MOVEMENTS: Final = bits(MOVEMENTS)
_FORCES: Final = bits({"force", "weak"})
_SITES: Final = bits({"site", "post"})
_POST: Final = bits({"post"})
_BASE: Final = bits({"base"})
_SAYS: Final = bits({"ask", "state"})

_BASES: Final = Sought(("base", "bases"), joins="'-")
_FAILURES: Final = Sought(FAILS | REPELS)
_FACTIONS: Final = Sought(FACTIONS)
_PEOPLES: Final = Sought(PEOPLES)
_WORD: Final = re.compile(r"\w+")
_BESIEGED: Final = Sought(FACTIONS | {_WORD.findall(word)[-1] for word in SIEGE})
"""Of "counter-offensive" the last part tells."""

_OLD: Final = re.compile(r"\b1\d\d\d\b")
"""A year in which peoples took places: "the Swedes took Prague Castle in 1648"; today they take gold."""

_GARRISON: Final[tuple[str, ...]] = ("garrison",)
_HOSTING: Final[tuple[str, ...]] = (*HOSTS, *HOMES)
_HOST_LETTERS: Final = first_letters(_HOSTING)
_BEEN: Final[tuple[str, ...]] = (" been ", " being ")
"""Before "taken", these tell that a place may have been, by whomever."""


def may_change_hands(folded: str, sentence: tuple[int, int], hits: list[Hit[Term]], *, named: bool) -> bool:
    """Whether a sentence may hold a conquest, or a post that is opened. The arguments are those of ``is_worth``."""
    roles = 0
    for hit in hits:
        roles |= hit.what.bit
    if roles & _CONQUESTS and _may_conquer(folded, sentence, hits, roles, named=named):
        return True
    if not roles & _MOVEMENTS or not roles & _POST:
        return False
    return roles & _SAYS != 0 or any(begins(folded, hit, _HOST_LETTERS, _HOSTING) for hit in hits)


def _may_conquer(folded: str, sentence: tuple[int, int], hits: list[Hit[Term]], roles: int, *, named: bool) -> bool:
    forces = [hit for hit in hits if hit.what.bit & _FORCES] if roles & _FORCES else []
    garrison = any(begins(folded, hit, "g", _GARRISON) for hit in forces)
    if roles & _BASE and (
        roles & _POST
        or garrison
        or _BASES.stand_in(folded, hits[0].start, hits[-1].end)
        or (forces and any(hit.what.bit & _BASE and folded.startswith(HOUSES, hit.start) for hit in hits))
    ):
        return True
    site = named or roles & _SITES != 0
    for hit in hits:
        role = hit.what.role
        if role == "fall" and site and (hit.what.value != "bare" or _is_besieged(folded, sentence, hit, forces)):
            return True
        held = role == "seize" and (site or garrison or folded.endswith("ground", hit.start, hit.end))
        if held and _may_take(folded, sentence, hit, forces):
            return True
    return False


def _is_besieged(folded: str, sentence: tuple[int, int], hit: Hit[Term], forces: list[Hit[Term]]) -> bool:
    """Whether something beside a bare "fell" tells of a fight, or of the time that a town has left."""
    if forces or folded.startswith(" within", hit.end):
        return True
    return _BESIEGED.stand_in(folded, sentence[0], sentence[1])


def _may_take(folded: str, sentence: tuple[int, int], hit: Hit[Term], forces: list[Hit[Term]]) -> bool:
    """Whether this verb or try tells of a taking: a mere attack must have failed, "take" needs somebody who does it."""
    if hit.what.value == "try" and folded.endswith((" on", " against"), hit.start, hit.end):
        return _FAILURES.stand_in(folded, sentence[0], sentence[1])
    if hit.what.action == "seize" or folded.endswith(_BEEN, 0, hit.start):
        return True
    before, behind = nearest(hit, forces)
    if before is not None or behind is not None:
        return True
    first, last = hit.start - REACH, hit.end + REACH
    if _FACTIONS.stand_in(folded, first, last):
        return True
    return _PEOPLES.stand_in(folded, first, last) and _OLD.search(folded, max(0, first), last) is not None
