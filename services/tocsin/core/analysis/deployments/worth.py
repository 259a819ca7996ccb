"""Which sentences may tell of a movement, by their phrases alone, so that the others need not be taken apart."""

import re
from typing import Final

from tocsin.core.analysis.deployments.armed import CONTEXT
from tocsin.core.analysis.deployments.conquests import may_change_hands
from tocsin.core.analysis.deployments.headings import GOES_BY_ITSELF, WAYS
from tocsin.core.analysis.deployments.lexicon import MOVEMENTS
from tocsin.core.analysis.deployments.near import REACH, begins, first_letters, nearest
from tocsin.core.analysis.deployments.placings import SOMEWHERE
from tocsin.core.analysis.deployments.terms import Term, bits
from tocsin.core.analysis.deployments.unforced import SENDS
from tocsin.core.analysis.deployments.verbs import PARTICIPLES, RELATIVES, WALLS
from tocsin.core.analysis.deployments.vocabulary import EMPTIES, HAVE, LEAVES, QUITS
from tocsin.core.analysis.lexicon import Hit, Sought, any_of

_MOVEMENTS: Final = bits(MOVEMENTS)
_FORCES: Final = bits({"force", "weak"})

_POLICE: Final = 40
"""Code points from a verb to the police that it sends abroad."""

_LED: Final = 40
"""Code points from a verb of motion to the last word of the force led by it."""

_FOLLOWS: Final = 30
"""Code points in which the next word ends."""

_WAY: Final = 60
"""Code points from a force to the way that it goes, four words behind it at most."""

_WALLS: Final = Sought((word for word in WALLS if word.isalpha()), joins="'-", marks=";:()")
_RELATIVE: Final = re.compile(rf"\s*{any_of(RELATIVES)}(?![\w'-])")
_RELATIVES_BEGIN: Final = frozenset(word[0] for word in RELATIVES)
_FOLLOWING: Final = re.compile(r"\s+(?:([a-z]+)(?=[\s,.;:])|[^\w\s]|\d)")
"""A word, with nothing joined to it, or what is none."""

_WAYS: Final = WAYS
_QUIT_LETTERS: Final = first_letters(QUITS)
_SOMEWHERE: Final = SOMEWHERE | {"for"}
_PREPOSITIONS: Final[tuple[str, ...]] = ("of", "by")
_CONTEXT: Final = Sought(CONTEXT)


def is_worth(folded: str, sentence: tuple[int, int], hits: list[Hit[Term]], *, named: bool) -> bool:
    """Whether a sentence (its start and end) with these phrases may hold a movement, a conquest or a post. ``named``
    says that something in it may be the name of a place.
    """
    return may_change_hands(folded, sentence, hits, named=named) or may_move(folded, sentence, hits)


def may_move(folded: str, sentence: tuple[int, int], hits: list[Hit[Term]]) -> bool:
    """Whether a sentence may hold a movement."""
    roles = 0
    for hit in hits:
        roles |= hit.what.bit
    if not roles & _MOVEMENTS:
        return False
    if not roles & _FORCES:
        return _may_move_itself(folded, sentence, hits)
    forces = [hit for hit in hits if hit.what.bit & _FORCES]
    return any(hit.what.bit & _MOVEMENTS and _may_move(folded, hit, forces) for hit in hits)


def _may_move_itself(folded: str, sentence: tuple[int, int], hits: list[Hit[Term]]) -> bool:
    """Whether a sentence without a word for a force may tell that some country or group moves."""
    if any(hit.what.bit & _MOVEMENTS and _needs_none(folded, hit) for hit in hits):
        return True
    quits = any(begins(folded, hit, _QUIT_LETTERS, QUITS) for hit in hits)
    return quits and _CONTEXT.stand_in(folded, sentence[0], sentence[1])


def _may_move(folded: str, hit: Hit[Term], forces: list[Hit[Term]]) -> bool:  # noqa: PLR0911 - one return a role
    """Whether this verb, noun or state has a force within reach, or needs none."""
    start, end, term = hit.start, hit.end, hit.what
    if _needs_none(folded, hit):
        return True
    before, behind = nearest(hit, forces)
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
        return _may_be_so(folded, hit, before, behind, forces)
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
    word = _following(folded, end)
    return word is None or word in _WAYS or word.endswith("ly")


def _may_be_so(
    folded: str, hit: Hit[Term], before: Hit[Term] | None, behind: Hit[Term] | None, forces: list[Hit[Term]]
) -> bool:
    """Whether a state is a force's: told behind it, or before a force that is there."""
    start, end = hit.start, hit.end
    there = folded[start:end].partition(" ")[0] in HAVE or folded.endswith(" have", start, end)
    if there and hit.what.action != "base":
        return behind is not None and _is_somewhere(folded, end, forces)
    return before is not None or (behind is not None and hit.what.action == "alert")


def _is_somewhere(folded: str, end: int, forces: list[Hit[Term]]) -> bool:
    """Whether behind a force that follows it may be told where it is."""
    for force in forces:
        if end <= force.start < end + REACH:
            word = _following(folded, force.end)
            if word is None or word in _SOMEWHERE:
                return True
    return False


def _following(folded: str, end: int) -> str | None:
    """The word that follows, empty where a mark or a number does; None where it is not simply told."""
    found = _FOLLOWING.match(folded, end, end + _FOLLOWS)
    return (found[1] or "") if found is not None else None


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
    following = folded[hit.end : hit.end + REACH]
    led = folded.endswith((" of", " to"), hit.start, hit.end)
    if before is not None and folded.endswith((" their ", " its ", " his "), 0, hit.start):
        return True
    return behind is not None and (
        led or following.lstrip().startswith(_PREPOSITIONS) or following.startswith(("'", "-"))
    )
