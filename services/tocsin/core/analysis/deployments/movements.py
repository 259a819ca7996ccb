"""Forces that move: which verb moves which force."""

from typing import Final

from tocsin.core.analysis.deployments.actors import Actors
from tocsin.core.analysis.deployments.armed import CONTEXT
from tocsin.core.analysis.deployments.forces import Force, is_force, read_force
from tocsin.core.analysis.deployments.headings import GOES_BY_ITSELF, heading
from tocsin.core.analysis.deployments.lexicon import TERMS
from tocsin.core.analysis.deployments.paths import paths
from tocsin.core.analysis.deployments.proof import is_armed
from tocsin.core.analysis.deployments.terms import Term, bits
from tocsin.core.analysis.deployments.tokens import Sentence
from tocsin.core.analysis.deployments.unforced import alerts, leaves, sends_police
from tocsin.core.analysis.deployments.verbs import moved
from tocsin.core.analysis.deployments.vocabulary import REPORTS
from tocsin.core.analysis.lexicon import words
from tocsin.core.model.analysis import Movement, Status


class Move:
    """One movement in a sentence: its words ``start`` to ``end``, the verb's index, and the force if one is named."""

    __slots__ = ("action", "end", "force", "says", "start", "verb")

    def __init__(
        self, start: int, end: int, verb: int, action: Movement, force: Force | None, *, says: Status | None = None
    ) -> None:
        self.start = start
        self.end = end
        self.verb = verb
        self.action: Movement = action
        self.force = force
        self.says: Status | None = says


_TURNS: Final[tuple[int, ...]] = (bits({"move", "go"}), bits({"noun"}), bits({"state"}), bits({"ask"}))
"""What tells of a movement, in the order in which they may take a force."""

_VERBS: Final = bits({"move", "go", "noun", "state", "ask"})
_PATH: Final = bits({"path"})
_FORCES: Final = bits({"force", "weak"})
_CIVIL: Final = bits({"civil"})
_REPORTS: Final = REPORTS
_TERMS: Final = TERMS

_WOULD: Final = words("would 'd should")
"""With "like" these wish; without them it only compares."""


def movements(s: Sentence, actors: Actors) -> list[Move]:
    """The movements of a sentence, each force once: by verbs first, then nouns, then where a force is said to be."""
    if not s.roles & (_VERBS | _PATH):
        return []
    forces = _forces(s) if s.roles & _FORCES else []
    found: list[Move] = []
    for turn in _TURNS:
        if s.roles & turn:
            _add_verbs(s, turn, forces, actors, found)
    if forces and s.roles & _PATH:
        play = s.roles & _CIVIL != 0 and any(term.value == "play" for _, term in s.terms.values())
        for at, end, way, goer in paths(s, forces, actors):
            if goer in forces and (not play or not CONTEXT.isdisjoint(s.words)):
                forces.remove(goer)
                found.append(Move(goer.start, end, at, way.action, goer))
    if not forces:
        return found
    accompanied: list[Move] = []
    for move in found:
        accompanied.append(move)
        accompanied += _companions(s, move, forces)
    return accompanied


def _forces(s: Sentence) -> list[Force]:
    found: list[Force] = []
    for at, (_, term) in s.terms.items():
        if term.bit & _FORCES and is_force(s, at):
            force = read_force(s, at)
            if s.word(force.start - 1) != "like" or s.word(force.start - 2) in _WOULD:
                found.append(force)
    return found


def _add_verbs(s: Sentence, turn: int, forces: list[Force], actors: Actors, found: list[Move]) -> None:
    """Adds the movements that words with one of these roles tell, and takes their forces. Reports come last."""
    reports: list[int] = []
    for at, (end, term) in s.terms.items():
        if term.bit & turn and not _is_hyphened(s, at, end):
            if s.words[at] in _REPORTS:
                reports.append(at)
            else:
                _add_verb(s, at, forces, actors, found)
    for at in reports:
        _add_verb(s, at, forces, actors, found)


def _add_verb(s: Sentence, at: int, forces: list[Force], actors: Actors, found: list[Move]) -> None:
    end, word = s.terms[at]
    civil = s.roles & _CIVIL != 0
    term, force = _force_of(s, at, end, word, forces)
    if force is None:
        if not civil and _needs_no_force(s, at, end, term, actors):
            found.append(Move(at, end, at, term.action, None))
    elif is_armed(s, (at, end), force, actors, term.action, civil=civil):
        forces.remove(force)
        action = _action(s, at, term, force)
        start = force.start if s.words[at] in _REPORTS else min(force.start, at)
        kept_out = s.words[at] in _KEEPS and s.word(force.end) == "out"
        found.append(Move(start, max(force.end, end), at, action, force, says="denied" if kept_out else term.says))


def _needs_no_force(s: Sentence, at: int, end: int, term: Term, actors: Actors) -> bool:
    """Whether a country or group does this itself."""
    if leaves(s, at, end, term, actors) or alerts(s, at, term, actors):
        return True
    return sends_police(s, at, end, term, actors)


def _force_of(s: Sentence, at: int, end: int, term: Term, forces: list[Force]) -> tuple[Term, Force | None]:
    """What the words mean here, as their way tells where they are a verb of motion, and the force they are about."""
    if not forces:
        return term, None
    if term.role != "go":
        force = moved(s, at, end, term, forces)
        if force is not None or not term.transitive or not s.words[at].startswith(GOES_BY_ITSELF):
            return term, force
    if s.word(at - 1) in _NO_SUBJECTS:
        return term, None
    action = heading(s, end)
    if action is None:
        return _led(s, end, term, forces)
    goes = Term("move", action=action)
    force = moved(s, at, end, goes, forces)
    return goes, force if force is not None and force.end <= at else None


_NO_SUBJECTS: Final = words("a an the of its their his in for with on")
"""Behind these a verb of motion is a noun: "a shift to"."""


def _led(s: Sentence, end: int, term: Term, forces: list[Force]) -> tuple[Term, Force | None]:
    """The force right behind a verb of motion, which somebody leads: "marched his army into Russia"."""
    force = next((force for force in forces if force.start == end), None)
    action = heading(s, force.end) if force is not None else None
    return (term, None) if action is None else (Term("move", action=action), force)


def _is_hyphened(s: Sentence, at: int, end: int) -> bool:
    """Whether a verb is part of a compound: "anti-ship", "land-based"."""
    word = s.words[at]
    return s.word(at - 1) == "-" or s.word(end) == "-" or ("-" in word and word.replace("-", " ") not in _TERMS)


def _action(s: Sentence, at: int, term: Term, force: Force) -> Movement:
    if s.words[at].startswith("set") and s.words[force.end - 1] == "garrison":
        return "base"
    if term.role == "ask" and s.word(force.end) == "out":
        return "withdraw"
    if term.action == "deploy" and _is_more(s, force):
        return "reinforce"
    return term.action


def _is_more(s: Sentence, force: Force) -> bool:
    """Whether the force joins another: "600 extra marines", but not "more than 130 guards"."""
    return any(s.words[at] in _MORE and s.word(at + 1) != "than" for at in range(force.start, force.end))


_MORE: Final = words("extra additional more fresh further reinforcements reinforcement")

_KEEPS: Final = words("keep keeps kept keeping")
_JOINERS: Final = words("and with plus by alongside")


def _companions(s: Sentence, move: Move, forces: list[Force]) -> list[Move]:
    """Forces that go along: "accompanied by two more warships", "and 12 tanks". They are taken from the forces."""
    found: list[Move] = []
    for force in [force for force in forces if force.start >= move.verb]:
        lead = s.terms.get(force.start - 2) or s.terms.get(force.start - 1)
        joined = lead is not None and lead[1].role == "with" and lead[0] == force.start
        next_to = move.force is not None and force.start - 1 == move.force.end and s.word(force.start - 1) in _JOINERS
        if joined or next_to:
            forces.remove(force)
            found.append(Move(force.start, force.end, move.verb, move.action, force))
    return found
