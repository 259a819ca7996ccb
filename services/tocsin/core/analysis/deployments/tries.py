"""Tries to take a place that failed, and posts that are only asked for."""

from typing import Final

from tocsin.core.analysis.deployments.actors import Actors
from tocsin.core.analysis.deployments.movements import Move
from tocsin.core.analysis.deployments.targets import target
from tocsin.core.analysis.deployments.tokens import Sentence
from tocsin.core.analysis.lexicon import words


def failed(s: Sentence, at: int, end: int, actors: Actors) -> Move | None:
    """The place that a try to take it left as it was: "the assault on the barracks failed", "repelled an attack on"."""
    what = target(s, end, actors)
    if what is None:
        return None
    if REPELS.isdisjoint(s.words[max(0, at - _REPEL_REACH) : at]):
        behind = s.words[what[1] : what[1] + _FAIL_REACH]
        stop = next((near for near, word in enumerate(behind) if word in _STOPS), len(behind))
        if FAILS.isdisjoint(behind[:stop]):
            return None
    return Move(at, what[1], at, "seize", None, says="denied")


def asked(s: Sentence, end: int) -> tuple[int, int] | None:
    """The post that is asked for or allowed: "negotiating over a naval base"."""
    for near in range(end, min(end + _REPEL_REACH, len(s.words))):
        found = s.terms.get(near)
        if found is not None and found[1].role == "post":
            return near, found[0]
        named = found is not None and found[1].role == "site" and s.is_capital(near)  # "with Port Sudan about a hub"
        if s.words[near] in _STOPS or (found is not None and found[1].role != "force" and not named):
            return None
    return None


REPELS: Final = words("""
    repelled repels repel repulsed repulses repulse foiled foils foil thwarted thwarts thwart withstood weathered
    beat beaten beating fended fend fought held
""")
"""Before a try to take a place these tell that it failed."""

FAILS: Final = words("""
    failed failing fails repelled repulsed foiled thwarted collapsed stalled faltered petered fizzled foundered nothing
    beaten abandoned halted aborted crushed
""")
"""Behind it these do."""

_STOPS: Final = frozenset(";:.,") | words("but and while when which who that after")
_REPEL_REACH: Final = 5
_FAIL_REACH: Final = 9
