"""Movements told by a way alone: any verb moves the force that it puts "into", "out of" or "across" a place."""

from typing import Final

from tocsin.core.analysis.deployments.actors import Actors
from tocsin.core.analysis.deployments.armed import CONTEXT
from tocsin.core.analysis.deployments.forces import Force
from tocsin.core.analysis.deployments.headings import AFFAIRS
from tocsin.core.analysis.deployments.terms import Term
from tocsin.core.analysis.deployments.tokens import Sentence
from tocsin.core.analysis.deployments.verbs import WALLS
from tocsin.core.analysis.lexicon import words

PATH_WORDS: Final = 4
"""Words between a force and the way that it goes."""

_STILL: Final = words("""
    fired fire fires firing shot shoot shooting shoots opened open opens looked look looking looks turned turn
    turning shouted gazed stared killed kill kills killing attacked attack attacks hit hits wounded launched launch
    launching shelled shells shelling bombed bomb bombing divided divide split formed form hurled threw won lost
    fell fall falling beaten beat found peered aimed aim voted vote investigated talked talk talks integrated
    integrate merged merge absorbed recruited trained train clashed clash clashes clashing exchanged lobbed got get
    dispute row concern anger guard rule ruled ruling control controlled power authority inquiry turns made blew
    blown burst banned barred denied deny prevented blocked blocks kept came called call heard hear seen saw pointed
    point points ambushed torn
""")
"""Verbs that send no force the way they name: soldiers fire into a crowd, and look over a border."""

_ARTICLES: Final = words("the a an its their his this that")
_GROUND: Final = words("""
    border frontier soil territory airspace waters strait straits bridge river desert hills mountains north south east
    west capital demarcation
""")


def paths(s: Sentence, forces: list[Force], actors: Actors) -> list[tuple[int, int, Term, Force]]:
    """(way, behind it, what it means, force) of each force that goes some way by a verb that is not known."""
    found: list[tuple[int, int, Term, Force]] = []
    for at, (end, term) in s.terms.items():
        if term.role != "path" or not _is_goal(s, end, actors, bare=s.words[end - 1] in {"ashore", "aboard"}):
            continue
        force = next((force for force in reversed(forces) if force.end <= at <= force.end + PATH_WORDS), None)
        if force is not None and (force.sure or _is_owned(s, force, actors)) and _is_way_of(s, force, at):
            found.append((at, end, term, force))
    return found


def _is_owned(s: Sentence, force: Force, actors: Actors) -> bool:
    """Whether a country or group is named whose force it is: "Kampala has taken its men"."""
    return actors.of(s, force, force.start) is not None and force.name != "fighters"


def _is_way_of(s: Sentence, force: Force, at: int) -> bool:
    between = s.words[force.end : at]
    if not between:
        before = s.words[max(0, force.start - 2) : force.start]
        return bool(before) and _STILL.isdisjoint(before) and before[-1] not in {"by", "of", "from", "with", "and"}
    plain = _STILL.isdisjoint(between) and WALLS.isdisjoint(between) and "," not in between
    return plain and all(word.isalpha() for word in between) and between[0] not in _NO_VERBS


_NO_VERBS: Final = words("of in on at by from for with to as and or under near 's not")


def _is_goal(s: Sentence, at: int, actors: Actors, *, bare: bool) -> bool:
    """Whether a place follows: a name, a site, or a border."""
    if bare:
        return True
    if not AFFAIRS.isdisjoint(s.words[at : at + PATH_WORDS]):
        return False
    if actors.is_place(s, at):
        return True
    first = at + 1 if s.word(at) in _ARTICLES else at
    found = s.terms.get(first)
    if s.word(first) in _GROUND or s.word(first + 1) in _GROUND:
        return True
    if found is not None and found[1].role in {"site", "post"}:
        return True
    return s.is_capital(first) and not s.text.all_caps and not CONTEXT & {s.word(first)}
