"""Which sentences may tell of a movement, by their phrases alone, so that the others need not be taken apart."""

import re
from typing import Final

from tocsin.core.analysis.deployments.armed import CONTEXT
from tocsin.core.analysis.deployments.headings import GOES_BY_ITSELF
from tocsin.core.analysis.deployments.lexicon import CONQUESTS, MOVEMENTS
from tocsin.core.analysis.deployments.takers import FACTIONS, PEOPLES, SIEGE
from tocsin.core.analysis.deployments.terms import Term
from tocsin.core.analysis.deployments.tries import FAILS, REPELS
from tocsin.core.analysis.deployments.verbs import PARTICIPLES, RELATIVES, WALLS
from tocsin.core.analysis.deployments.vocabulary import EMPTIES, HAVE, HOMES, HOSTS, HOUSES, LEAVES, QUITS
from tocsin.core.analysis.lexicon import Hit, any_of

_CONQUESTS: Final = CONQUESTS
_MOVEMENTS: Final = MOVEMENTS
_FORCES: Final = frozenset({"force", "weak"})
_SITES: Final = frozenset({"site", "post"})

_POLICE: Final = 40
"""Code points from a verb to the police that it sends abroad."""

_LED: Final = 40
"""Code points from a verb of motion to the last word of the force led by it."""

_WAY: Final = 60
"""Code points from a force to the way that it goes, four words behind it at most."""

_REACH: Final = 90
"""Code points from a verb to its force; verbs reach no more than some nine words."""

_WALL: Final = re.compile(rf"[;:()]|(?<![\w'-]){any_of(word for word in WALLS if word.isalpha())}(?![\w'-])")
_RELATIVE: Final = re.compile(rf"\s*{any_of(RELATIVES)}(?![\w'-])")
_PREPOSITIONS: Final = ("of", "by")
_BASE: Final = re.compile(r"(?<![\w'-])bases?(?![\w'-])")
_WORD: Final = re.compile(r"\w+")
_FAILURES: Final = FAILS | REPELS
_BESIEGED: Final = FACTIONS | {
    _WORD.findall(word)[-1] for word in SIEGE
}  # "counter-offensive" is told by its last part
_OLD: Final = re.compile(r"\b1\d\d\d\b")
"""A year in which peoples took places: "the Swedes took Prague Castle in 1648"; today they take gold."""


def is_worth(folded: str, sentence: tuple[int, int], hits: list[Hit[Term]], *, named: bool) -> bool:
    """Whether a sentence (its start and end) with these phrases may hold a movement, a conquest or a post. ``named``
    says that something in it may be the name of a place.
    """
    roles = {hit.what.role for hit in hits}
    if not roles.isdisjoint(_CONQUESTS) and _may_conquer(folded, sentence, hits, named=named):
        return True
    if roles.isdisjoint(_MOVEMENTS):
        return False
    if "post" in roles and (
        not roles.isdisjoint({"ask", "state"}) or any(folded.startswith((*HOSTS, *HOMES), hit.start) for hit in hits)
    ):
        return True
    forces = [hit for hit in hits if hit.what.role in _FORCES]
    if not forces:
        quits = any(folded.startswith(QUITS, hit.start) for hit in hits)
        if quits and not CONTEXT.isdisjoint(_WORD.findall(folded, *sentence)):
            return True
        return any(hit.what.role in _MOVEMENTS and _needs_none(folded, hit) for hit in hits)
    return any(hit.what.role in _MOVEMENTS and _may_move(folded, hit, forces) for hit in hits)


_BEEN: Final = (" been ", " being ")
"""Before "taken", these tell that a place may have been, by whomever."""


def _may_conquer(folded: str, sentence: tuple[int, int], hits: list[Hit[Term]], *, named: bool) -> bool:
    roles = {hit.what.role for hit in hits}
    forces = [hit for hit in hits if hit.what.role in _FORCES]
    garrison = any(folded.startswith("garrison", hit.start) for hit in forces)
    if "base" in roles and (
        "post" in roles or garrison or _BASE.search(folded, hits[0].start, hits[-1].end) is not None
    ):
        return True
    if forces and any(folded.startswith(HOUSES, hit.start) for hit in hits if hit.what.role == "base"):
        return True
    site = named or not roles.isdisjoint(_SITES)
    for hit in hits:
        if (
            hit.what.role == "fall"
            and site
            and (hit.what.value != "bare" or _is_besieged(folded, sentence, hit, forces))
        ):
            return True
        held = site or garrison or folded.endswith("ground", hit.start, hit.end)
        if hit.what.role == "seize" and held and _may_take(folded, sentence, hit, forces):
            return True
    return False


def _is_besieged(folded: str, sentence: tuple[int, int], hit: Hit[Term], forces: list[Hit[Term]]) -> bool:
    """Whether something beside a bare "fell" tells of a fight, or of the time that a town has left."""
    if forces or folded.startswith(" within", hit.end):
        return True
    return not _BESIEGED.isdisjoint(_WORD.findall(folded, *sentence))


def _may_take(folded: str, sentence: tuple[int, int], hit: Hit[Term], forces: list[Hit[Term]]) -> bool:
    """Whether this verb or try tells of a taking: a mere attack must have failed, "take" needs somebody who does it."""
    if hit.what.value == "try" and folded.endswith((" on", " against"), hit.start, hit.end):
        return not _FAILURES.isdisjoint(_WORD.findall(folded, *sentence))
    if hit.what.action == "seize" or folded.endswith(_BEEN, 0, hit.start):
        return True
    if any(force is not None for force in _nearest(hit, forces)):
        return True
    first, last = max(0, hit.start - _REACH), hit.end + _REACH
    near = _WORD.findall(folded, first, last)
    if not FACTIONS.isdisjoint(near):
        return True
    return not PEOPLES.isdisjoint(near) and _OLD.search(folded, first, last) is not None


def _may_move(folded: str, hit: Hit[Term], forces: list[Hit[Term]]) -> bool:  # noqa: PLR0911 - one return a role
    """Whether this verb, noun or state has a force within reach, or needs none."""
    start, end, term = hit.start, hit.end, hit.what
    if _needs_none(folded, hit):
        return True
    before, behind = _nearest(hit, forces)
    if before is not None and _is_wall(folded, before.end, start):
        before = None
    if behind is not None and _is_wall(folded, end, behind.start):
        behind = None
    if term.role == "noun":
        return _is_of(folded, hit, before, behind)
    if term.role == "path":
        return before is not None and start - before.end <= _WAY
    if term.role == "ask":
        return behind is not None
    if term.role == "state":
        there = folded[start:end].partition(" ")[0] in HAVE or folded.endswith(" have", start, end)
        there = there and term.action != "base"
        return (before is not None and not there) or (behind is not None and (there or term.action == "alert"))
    if term.role == "go":
        return before is not None or (behind is not None and behind.start - end <= _LED)
    if not term.transitive:
        led = term.action == "withdraw" or folded.startswith("went", start)
        return before is not None or (behind is not None and led)
    verb = folded[start:end].partition(" ")[0]
    undergoes = term.action in {"build up", "withdraw"} or verb.endswith(PARTICIPLES) or verb.startswith(GOES_BY_ITSELF)
    return behind is not None or (before is not None and undergoes)


def _needs_none(folded: str, hit: Hit[Term]) -> bool:
    """Whether a country may do this without a force being named: withdraw, or raise its alert."""
    start, end, term = hit.start, hit.end, hit.what
    if term.action == "alert":
        return True
    if term.action == "deploy" and folded.find("police", end, end + _POLICE) >= 0:
        return True
    if term.action != "withdraw":
        return False
    if folded.startswith(EMPTIES, start):
        return True
    leaves = folded.endswith((" from", " of"), start, end) or folded.startswith((" from"), end)
    return leaves or folded.startswith(LEAVES, start)


def _nearest(hit: Hit[Term], forces: list[Hit[Term]]) -> tuple[Hit[Term] | None, Hit[Term] | None]:
    """The nearest forces before and behind, as far as a verb reaches."""
    before = behind = None
    for force in forces:
        if force.end <= hit.start:
            before = force if hit.start - force.end < _REACH else None
        elif force.start >= hit.end:
            behind = force if force.start - hit.end < _REACH else None
            break
    return before, behind


def _is_wall(folded: str, start: int, end: int) -> bool:
    """Whether something that no verb reaches across stands between, be it not right behind a force."""
    relative = _RELATIVE.match(folded, start, end)
    return _WALL.search(folded, relative.end() if relative else start, end) is not None


def _is_of(folded: str, hit: Hit[Term], before: Hit[Term] | None, behind: Hit[Term] | None) -> bool:
    """Whether a force stands right before a noun ("troop deployment"), or behind its "of" or "by"."""
    if before is not None:
        gap = folded[before.end : hit.start]
        if gap.isspace() or gap.startswith(("'", "-")):
            return True
    following = folded[hit.end : hit.end + _REACH]
    led = folded.endswith((" of", " to"), hit.start, hit.end)
    if before is not None and folded.endswith((" their ", " its ", " his "), 0, hit.start):
        return True
    return behind is not None and (
        led or following.lstrip().startswith(_PREPOSITIONS) or following.startswith(("'", "-"))
    )
