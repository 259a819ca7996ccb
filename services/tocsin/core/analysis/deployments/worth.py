"""Which sentences may tell of a movement, by their phrases alone, so that the others need not be taken apart."""

import re
from collections.abc import Iterable
from typing import Final

from tocsin.core.analysis.deployments.armed import CONTEXT
from tocsin.core.analysis.deployments.headings import GOES_BY_ITSELF, WAYS
from tocsin.core.analysis.deployments.lexicon import CONQUESTS, MOVEMENTS
from tocsin.core.analysis.deployments.takers import FACTIONS, PEOPLES, SIEGE
from tocsin.core.analysis.deployments.terms import Term, bits
from tocsin.core.analysis.deployments.tries import FAILS, REPELS
from tocsin.core.analysis.deployments.unforced import SENDS
from tocsin.core.analysis.deployments.verbs import PARTICIPLES, RELATIVES, WALLS
from tocsin.core.analysis.deployments.vocabulary import EMPTIES, HAVE, HOMES, HOSTS, HOUSES, LEAVES, QUITS
from tocsin.core.analysis.lexicon import Hit, Sought, any_of

_CONQUESTS: Final = bits(CONQUESTS)
_MOVEMENTS: Final = bits(MOVEMENTS)
_FORCES: Final = bits({"force", "weak"})
_SITES: Final = bits({"site", "post"})
_POST: Final = bits({"post"})
_BASE: Final = bits({"base"})
_SAYS: Final = bits({"ask", "state"})

_POLICE: Final = 40
"""Code points from a verb to the police that it sends abroad."""

_LED: Final = 40
"""Code points from a verb of motion to the last word of the force led by it."""

_FOLLOWS: Final = 30
"""Code points in which the next word ends."""

_WAY: Final = 60
"""Code points from a force to the way that it goes, four words behind it at most."""

_REACH: Final = 90
"""Code points from a verb to its force; verbs reach no more than some nine words."""

_WALLS: Final = Sought((word for word in WALLS if word.isalpha()), joins="'-", marks=";:()")
_RELATIVE: Final = re.compile(rf"\s*{any_of(RELATIVES)}(?![\w'-])")
_RELATIVES_BEGIN: Final = frozenset(word[0] for word in RELATIVES)
_FOLLOWING: Final = re.compile(r"\s+(?:([a-z]+)(?=[\s,.;:])|[^\w\s]|\d)")
"""A word, with nothing joined to it, or what is none."""

_WAYS: Final = WAYS
_PREPOSITIONS: Final[tuple[str, ...]] = ("of", "by")
_BASES: Final = Sought(("base", "bases"), joins="'-")
_WORD: Final = re.compile(r"\w+")
_FAILURES: Final = Sought(FAILS | REPELS)
_CONTEXT: Final = Sought(CONTEXT)
_FACTIONS: Final = Sought(FACTIONS)
_PEOPLES: Final = Sought(PEOPLES)
_BESIEGED: Final = Sought(FACTIONS | {_WORD.findall(word)[-1] for word in SIEGE})
"""Of "counter-offensive" the last part tells."""

_OLD: Final = re.compile(r"\b1\d\d\d\b")
"""A year in which peoples took places: "the Swedes took Prague Castle in 1648"; today they take gold."""

_GARRISON: Final[tuple[str, ...]] = ("garrison",)
_HOSTING: Final[tuple[str, ...]] = (*HOSTS, *HOMES)


def _first_letters(words: Iterable[str]) -> str:
    return "".join(sorted({word[0] for word in words}))


_HOST_LETTERS: Final = _first_letters(_HOSTING)
_QUIT_LETTERS: Final = _first_letters(QUITS)
"""Most phrases are told apart by their first letter, faster than by all."""


def is_worth(folded: str, sentence: tuple[int, int], hits: list[Hit[Term]], *, named: bool) -> bool:
    """Whether a sentence (its start and end) with these phrases may hold a movement, a conquest or a post. ``named``
    says that something in it may be the name of a place.
    """
    return may_change_hands(folded, sentence, hits, named=named) or may_move(folded, sentence, hits)


def may_change_hands(folded: str, sentence: tuple[int, int], hits: list[Hit[Term]], *, named: bool) -> bool:
    """Whether it may hold a conquest, or a post that is opened."""
    roles = 0
    for hit in hits:
        roles |= hit.what.bit
    if roles & _CONQUESTS and _may_conquer(folded, sentence, hits, roles, named=named):
        return True
    if not roles & _MOVEMENTS or not roles & _POST:
        return False
    return roles & _SAYS != 0 or any(_begins(folded, hit, _HOST_LETTERS, _HOSTING) for hit in hits)


def may_move(folded: str, sentence: tuple[int, int], hits: list[Hit[Term]]) -> bool:
    """Whether it may hold a movement."""
    roles = 0
    for hit in hits:
        roles |= hit.what.bit
    if not roles & _MOVEMENTS:
        return False
    if not roles & _FORCES:
        return _may_move_itself(folded, sentence, hits)
    forces = [hit for hit in hits if hit.what.bit & _FORCES]
    return any(hit.what.bit & _MOVEMENTS and _may_move(folded, hit, forces) for hit in hits)


def _begins(folded: str, hit: Hit[Term], letters: str, words: tuple[str, ...]) -> bool:
    """Whether a phrase begins with one of the words, which begin with one of the letters."""
    return folded[hit.start] in letters and folded.startswith(words, hit.start)


def _may_move_itself(folded: str, sentence: tuple[int, int], hits: list[Hit[Term]]) -> bool:
    """Whether a sentence without a word for a force may tell that some country or group moves."""
    if any(hit.what.bit & _MOVEMENTS and _needs_none(folded, hit) for hit in hits):
        return True
    quits = any(_begins(folded, hit, _QUIT_LETTERS, QUITS) for hit in hits)
    return quits and _CONTEXT.stand_in(folded, sentence[0], sentence[1])


_BEEN: Final[tuple[str, ...]] = (" been ", " being ")
"""Before "taken", these tell that a place may have been, by whomever."""


def _may_conquer(folded: str, sentence: tuple[int, int], hits: list[Hit[Term]], roles: int, *, named: bool) -> bool:
    forces = [hit for hit in hits if hit.what.bit & _FORCES] if roles & _FORCES else []
    garrison = any(_begins(folded, hit, "g", _GARRISON) for hit in forces)
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
    before, behind = _nearest(hit, forces)
    if before is not None or behind is not None:
        return True
    first, last = hit.start - _REACH, hit.end + _REACH
    if _FACTIONS.stand_in(folded, first, last):
        return True
    return _PEOPLES.stand_in(folded, first, last) and _OLD.search(folded, max(0, first), last) is not None


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
        return (before is not None and _may_lead(folded, end)) or (behind is not None and behind.start - end <= _LED)
    if not term.transitive:
        led = term.action == "withdraw" or folded.startswith("went", start)
        return before is not None or (behind is not None and led)
    verb = folded[start:end].partition(" ")[0]
    undergoes = term.action in {"build up", "withdraw"} or verb.endswith(PARTICIPLES) or verb.startswith(GOES_BY_ITSELF)
    return behind is not None or (before is not None and undergoes)


def _may_lead(folded: str, end: int) -> bool:
    """Whether the word behind a verb of motion may be of a way."""
    following = _FOLLOWING.match(folded, end, end + _FOLLOWS)
    if following is None:
        return True  # nothing simple
    word = following[1]
    return word is not None and (word in _WAYS or word.endswith("ly"))


def _needs_none(folded: str, hit: Hit[Term]) -> bool:
    """Whether a country may do this without a force being named: withdraw, or raise its alert."""
    start, end, term = hit.start, hit.end, hit.what
    if term.action == "alert":
        return True
    if term.action == "deploy" and folded.find("police", end, end + _POLICE) >= 0:
        # Where a way may tell what a verb does, or another word is joined to it, nothing is told yet.
        return folded.startswith(SENDS, start) or term.role == "go" or not folded[start - 1 : start].isspace()
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
    at = start
    while at < end and folded[at].isspace():
        at += 1
    if at < end and folded[at] in _RELATIVES_BEGIN:
        relative = _RELATIVE.match(folded, start, end)
        if relative is not None:
            start = relative.end()
    return _WALLS.stand_in(folded, start, end)


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
