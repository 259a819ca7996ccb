"""Places that change hands, and posts that are opened."""

from typing import Final

from tocsin.core.analysis.deployments.actors import Actors
from tocsin.core.analysis.deployments.armed import CONTEXT
from tocsin.core.analysis.deployments.forces import Force, is_force, read_force
from tocsin.core.analysis.deployments.movements import Move
from tocsin.core.analysis.deployments.takers import PEOPLES, taker
from tocsin.core.analysis.deployments.targets import (
    SURE,
    TAKERS,
    fallen,
    is_town_taken,
    name_at,
    opened,
    taken,
    town_at,
)
from tocsin.core.analysis.deployments.terms import Term, bits
from tocsin.core.analysis.deployments.tokens import Sentence
from tocsin.core.analysis.deployments.tries import asked, failed
from tocsin.core.analysis.deployments.vocabulary import HOMES, HOSTS, HOUSES, REPORTS
from tocsin.core.analysis.lexicon import words

_CLAIMS: Final = words("""
    claim claims claimed report reports reported rumours rumors despite contrary denied denies deny calling denying
    refuting rebutting
""")
"""Beside one of these, who "still holds" a place says that it was not taken."""

_HOLD_OUT: Final = words("remain remains remained stay stays stayed still")
_BOASTS: Final = _CLAIMS | words("boast boasts boasted announcement announcements capture seizure fall rumour talk")
"""The same beside what "remains in government hands"."""


def _holds_out(s: Sentence, place: int, end: int) -> bool:
    """Whether a place is only said to be still in the hands that had it."""
    return not (_HOLD_OUT.isdisjoint(s.words[place:end]) or _BOASTS.isdisjoint(s.words))


_ROLES: Final = bits({"seize", "fall", "base", "ask", "move", "state", "noun"})
_TAKING: Final = bits({"seize", "fall", "base", "post"})
_POSTS: Final = words("base bases garrison")
"""Without one of these nothing is taken and no post is opened."""

_CIVIL: Final = bits({"civil"})
_ASKED: Final = bits({"base", "ask"})
_STATE: Final = bits({"state"})
_BETWEEN: Final = 3
"""Words between who takes and the verb that still make one span."""


def seizures(s: Sentence, actors: Actors) -> list[Move]:
    """The places that a sentence says are taken or fall, and the posts it says are opened."""
    if not s.roles & _TAKING and not any(s.words[at] in _POSTS for at in s.terms):
        return []
    if not s.roles & _ROLES or (s.roles & _CIVIL and not _is_of_war(s)):
        return []
    found: list[Move] = []
    for at, (end, term) in s.terms.items():
        move = _seized(s, at, end, term, actors)
        if move is not None:
            found.append(move)
    return found


def _seized(s: Sentence, at: int, end: int, term: Term, actors: Actors) -> Move | None:
    """What these words tell."""
    if term.value == "try":
        return _try(s, at, end, actors)
    if term.role == "seize":
        return _seizure(s, at, end, actors)
    if term.role == "fall":
        place = fallen(s, at, end, actors)
        if place is None:
            return None
        return Move(place, end, at, "seize", None, says="denied" if _holds_out(s, place, end) else term.says)
    return _post(s, at, end, term) if _has_post(s, at, end, term) else None


def _has_post(s: Sentence, at: int, end: int, term: Term) -> bool:
    """Whether these words may have a post for their object."""
    word = s.words[at]
    if term.bit & _ASKED or word.startswith(_HOSTS):
        return True
    return (term.bit & _STATE != 0 and word in _THERE) or (word in _HOMELY and f"{word} {s.word(end - 1)}" in HOMES)


_HOSTS: Final = HOSTS
_THERE: Final = REPORTS | {"there"}
_HOUSING: Final = frozenset(house.split()[0] for house in HOUSES)
_HOMELY: Final = frozenset(home.split()[0] for home in HOMES)


_YEAR: Final = 4


def _is_of_war(s: Sentence) -> bool:
    """Whether it is about forces for all its civil words: one is named, the
    year is of another age, or a people stands in a museum's or a play's past.
    """
    if any(is_force(s, at) for at in s.terms):
        return True
    if any(len(word) == _YEAR and "1000" < word < "1900" for word in s.words if word.isdigit()):
        return True
    plays = all(term.value == "play" for _, term in s.terms.values() if term.role == "civil")
    old = any(len(word) == _YEAR and "1000" < word < "2000" for word in s.words if word.isdigit())
    return plays and (old or not PEOPLES.isdisjoint(s.words))


def _post(s: Sentence, at: int, end: int, term: Term) -> Move | None:
    """A post that is opened, or asked for."""
    post = opened(s, at, end) if term.role in {"base", "move", "noun"} else asked(s, end)
    if post is None and s.words[at] in _HOUSING and " ".join((*s.words[at:end], "")) in HOUSES:
        post = _housed(s, end)
    if post is None:
        return None
    return Move(min(at, post[0]), max(end, post[1]), at, "base", None, says=term.says)


def _housed(s: Sentence, end: int) -> tuple[int, int] | None:
    """The force that a place houses: "the hangars housed a missile wing"."""
    if s.word(end) not in {"a", "an", "the", "its", "two", "three"}:
        return None
    near = next((near for near in range(end, end + _BETWEEN) if is_force(s, near)), None)
    return (near, s.terms[near][0]) if near is not None and read_force(s, near).sure else None


def _try(s: Sentence, at: int, end: int, actors: Actors) -> Move | None:
    """A try to take a place: that it failed, or else what is said of the taking."""
    move = failed(s, at, end, actors)
    if move is not None or s.words[end - 1] in {"on", "against"}:
        return move
    return _seizure(s, end - 1, end, actors, armed=s.words[at] in _ARMED)


_ARMED: Final = words("assault assaults attack attacks offensive")
"""Who makes one need not be named."""


def _seizure(s: Sentence, at: int, end: int, actors: Actors, *, armed: bool = False) -> Move | None:
    who = taker(s, at, end, actors)
    what = taken(s, at, end, actors)
    if what is None and who is not None and s.words[at].startswith(TAKERS):
        what = name_at(s, end)
    if what is None and who is not None and s.words[at].startswith("captur"):
        what = town_at(s, end)
    if what is None and who is not None and s.words[at].startswith("hold") and s.word(at - 1) == "still":
        what = town_at(s, end)
    if what is not None and (armed or who is not None or _needs_nobody(s, at, end, actors)):
        start = _start(at, who)
        still = s.word(at - 1) == "still" and not _BOASTS.isdisjoint(s.words)
        return Move(min(start, what[0]), max(end, what[1]), at, "seize", who, says="denied" if still else None)
    return None


def _needs_nobody(s: Sentence, at: int, end: int, actors: Actors) -> bool:
    """Whether the taking is one without a force being named: by its verb, in the passive, or by a country or group."""
    if s.words[at].startswith(("control", "hold", "in", "under")):
        return False
    if s.words[at].startswith(SURE):
        return True
    if s.word(at - 1) in {"been", "being"}:
        return s.words[at] != "taken" or is_town_taken(s, at, end, actors)
    if s.words[at] in {"fall", "capture", "seizure", "conquest", "retaking", "recapture"}:
        return actors.is_place(s, end) or not CONTEXT.isdisjoint(s.words)
    return actors.of(s, None, at) is not None


def _start(at: int, who: Force | None) -> int:
    return who.start if who is not None and who.start < at and at - who.end <= _BETWEEN else at
