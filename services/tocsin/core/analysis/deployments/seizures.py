"""Places that change hands, and posts that are opened."""

from collections.abc import Iterator

from tocsin.core.analysis.deployments.actors import Actors
from tocsin.core.analysis.deployments.armed import CONTEXT
from tocsin.core.analysis.deployments.forces import Force, is_force
from tocsin.core.analysis.deployments.movements import Move
from tocsin.core.analysis.deployments.takers import PEOPLES, taker
from tocsin.core.analysis.deployments.targets import SURE, TAKERS, fallen, name_at, opened, taken, town_at
from tocsin.core.analysis.deployments.terms import Term
from tocsin.core.analysis.deployments.tokens import Sentence
from tocsin.core.analysis.deployments.tries import asked, failed
from tocsin.core.analysis.deployments.verbs import HOSTS, REPORTS
from tocsin.core.analysis.lexicon import words

_CLAIMS = words(
    "claim claims claimed report reports reported rumours rumors despite contrary denied denies deny calling"
)
"""Beside one of these, who "still holds" a place says that it was not taken."""

_HOLD_OUT = words("remain remains remained stay stays stayed still")
_BOASTS = _CLAIMS | words("boast boasts boasted announcement announcements capture seizure fall rumour talk")
"""The same beside what "remains in government hands"."""


def _holds_out(s: Sentence, place: int, end: int) -> bool:
    """Whether a place is only said to be still in the hands that had it."""
    return not (_HOLD_OUT.isdisjoint(s.words[place:end]) or _BOASTS.isdisjoint(s.words))


_ROLES = frozenset({"seize", "fall", "base", "ask", "move", "state"})
_BETWEEN = 3
"""Words between who takes and the verb that still make one span."""


def seizures(s: Sentence, actors: Actors) -> Iterator[Move]:
    """The places that a sentence says are taken or fall, and the posts it says are opened."""
    roles = {term.role for _, term in s.terms.values()}
    if roles.isdisjoint(_ROLES) or ("civil" in roles and not _is_of_war(s)):
        return
    for at, (end, term) in sorted(s.terms.items()):
        if term.value == "try":
            yield from _try(s, at, end, actors)
        elif term.role == "seize":
            yield from _seizure(s, at, end, actors)
        elif term.role == "fall":
            place = fallen(s, at, end, actors)
            if place is not None:
                yield Move(place, end, at, "seize", None, "denied" if _holds_out(s, place, end) else None)
        elif term.role in {"base", "ask"} or s.words[at].startswith(HOSTS) or s.words[at] in REPORTS:
            yield from _post(s, at, end, term)


_YEAR = 4


def _is_of_war(s: Sentence) -> bool:
    """Whether it is about forces for all its civil words: one is named, the
    year is of another age, or a people stands in a museum's or a play's past.
    """
    if any(is_force(s, at) for at in s.terms):
        return True
    if any(len(word) == _YEAR and "1000" < word < "1900" for word in s.words if word.isdigit()):
        return True
    plays = all(term.value == "play" for _, term in s.terms.values() if term.role == "civil")
    return plays and not PEOPLES.isdisjoint(s.words)


def _post(s: Sentence, at: int, end: int, term: Term) -> Iterator[Move]:
    """A post that is opened, or asked for."""
    post = opened(s, at, end) if term.role in {"base", "move"} else asked(s, end)
    if post is not None:
        yield Move(min(at, post[0]), max(end, post[1]), at, "base", None, term.says)


def _try(s: Sentence, at: int, end: int, actors: Actors) -> Iterator[Move]:
    """A try to take a place: that it failed, or else what is said of the taking."""
    move = failed(s, at, end, actors)
    if move is not None:
        yield move
    elif s.words[end - 1] not in {"on", "against"}:
        yield from _seizure(s, end - 1, end, actors, armed=s.words[at] in _ARMED)


_ARMED = words("assault assaults attack attacks offensive")
"""Who makes one need not be named."""


def _seizure(s: Sentence, at: int, end: int, actors: Actors, *, armed: bool = False) -> Iterator[Move]:
    who = taker(s, at, end, actors)
    what = taken(s, at, end, actors)
    if what is None and who is not None and s.words[at].startswith(TAKERS):
        what = name_at(s, end)
    if what is None and who is not None and s.words[at].startswith("captur"):
        what = town_at(s, end)
    if what is not None and (armed or who is not None or _needs_nobody(s, at, end, actors)):
        start = _start(at, who)
        still = s.word(at - 1) == "still" and not _CLAIMS.isdisjoint(s.words)
        yield Move(min(start, what[0]), max(end, what[1]), at, "seize", who, "denied" if still else None)


def _needs_nobody(s: Sentence, at: int, end: int, actors: Actors) -> bool:
    """Whether the taking is one without a force being named: by its verb, in the passive, or by a country or group."""
    if s.words[at].startswith(("control", "hold", "in", "under")):
        return False
    if s.words[at].startswith(SURE) or s.word(at - 1) in {"been", "being"}:
        return True
    if s.words[at] in {"fall", "capture", "seizure", "conquest", "retaking", "recapture"}:
        return actors.is_place(s, end) or not CONTEXT.isdisjoint(s.words)
    return actors.of(s, None, at) is not None


def _start(at: int, who: Force | None) -> int:
    return who.start if who is not None and who.start < at and at - who.end <= _BETWEEN else at
