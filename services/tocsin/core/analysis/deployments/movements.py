"""Forces that move: which verb moves which force."""

from collections.abc import Iterator
from typing import NamedTuple

from tocsin.core.analysis.deployments.actors import Actors
from tocsin.core.analysis.deployments.armed import CONTEXT, LOOSE
from tocsin.core.analysis.deployments.forces import Force, is_force, read_force
from tocsin.core.analysis.deployments.lexicon import TERMS, Role, Term
from tocsin.core.analysis.deployments.tokens import Sentence
from tocsin.core.analysis.deployments.verbs import LEAVES, RAISES, moved
from tocsin.core.analysis.lexicon import words
from tocsin.core.model.analysis import Movement, Status


class Move(NamedTuple):
    """One movement in a sentence: its words ``start`` to ``end``, the verb's index, and the force if one is named."""

    start: int
    end: int
    verb: int
    action: Movement
    force: Force | None
    says: Status | None = None


_ROLES: dict[Role, int] = {"move": 0, "noun": 1, "state": 2, "ask": 3}
"""What tells of a movement, in the order in which they may take a force."""

_NAMES = frozenset({"force", "weak"})

_STRONG = words("""
    deploy deploys deployed deploying redeploy redeployed redeploying station stationed stationing mobilise mobilised
    mobilize mobilized garrison garrisoned deployment deployments redeployment withdraw withdraws withdrew withdrawing
    withdrawn withdrawal withdrawals mass massed massing reinforce reinforced reinforcing dispatch dispatched
    concentrate concentrated concentrating concentration amass amassed amassing buildup airlift airlifted strengthened
    bolstered strengthen bolster
""")
"""Verbs that make a weak word a force: "deployed its forces"."""


def movements(s: Sentence, actors: Actors) -> Iterator[Move]:
    """The movements of a sentence, each force once: by verbs first, then nouns, then where a force is said to be."""
    terms = sorted(s.terms.items())
    verbs = [(at, end, term) for at, (end, term) in terms if term.role in _ROLES and not _is_hyphened(s, at, end)]
    if not verbs:
        return
    forces = [read_force(s, at) for at, (_, term) in terms if term.role in _NAMES and is_force(s, at)]
    civil = any(term.role == "civil" for _, (_, term) in terms)
    found: list[Move] = []
    for at, end, term in sorted(verbs, key=lambda verb: _ROLES[verb[2].role]):
        force = moved(s, at, end, term, forces) if forces else None
        if force is None:
            if not civil and (_leaves(s, at, end, term, actors) or _alerts(s, at, term, actors)):
                found.append(Move(at, end, at, term.action, None))
        elif _is_armed(s, at, end, force, actors, civil=civil):
            forces.remove(force)
            action = _action(s, term, force)
            found.append(Move(min(force.start, at), max(force.end, end), at, action, force, term.says))
    for move in found:
        yield move
        yield from _companions(s, move, forces)


def _is_hyphened(s: Sentence, at: int, end: int) -> bool:
    """Whether a verb is part of a compound: "anti-ship", "land-based"."""
    word = s.words[at]
    return s.word(at - 1) == "-" or s.word(end) == "-" or ("-" in word and word.replace("-", " ") not in TERMS)


def _is_armed(s: Sentence, at: int, end: int, force: Force, actors: Actors, *, civil: bool) -> bool:
    """Whether the force is one: it says so, or what moves it, whose it is or where it goes says so."""
    if civil:
        play = any(term.value == "play" for _, term in s.terms.values())
        return force.sure and (not play or not CONTEXT.isdisjoint(s.words))
    if _is_alert(s, at):
        return True
    present = force.name == "fighters" and s.terms[at][1].role == "state"
    if force.sure or present or not _STRONG.isdisjoint(s.words[at:end]) or _has_army(s):
        return True
    goes = (
        actors.is_place(s, end)
        or s.word(force.end + 2) in _LAND
        or _to_site(s, end)
        or any(
            s.word(near) in (_TOWARDS if s.terms[at][1].action != "withdraw" else _FROM)
            and actors.is_place(s, near + 1)
            for near in (end, force.end, force.end + 1, force.end + 2)
        )
    )
    if goes:
        return True
    sent = s.word(force.end - 1) not in LOOSE or s.words[at].startswith(_SENDS)
    return sent and actors.of(s, force, at) is not None


def _to_site(s: Sentence, end: int) -> bool:
    """Whether a site is where the verb leads: "to the enclave"."""
    found = s.terms.get(end + 1 + (s.word(end + 1) == "the"))
    return s.word(end) in _TOWARDS and found is not None and found[1].role in {"site", "post"}


def _is_alert(s: Sentence, at: int) -> bool:
    """Whether the words say that a force is on its guard, which civil forces are not."""
    return s.terms[at][1].action == "alert"


_AFFAIRS = words("""
    olympics games race relay tournament talks deal pact accord agreement treaty cup summit conference government
    coalition bid contest market markets union
    organization organisation negotiations championship championships election elections euro
    eurovision opec commission court convention protocol group venture project
""")
"""Countries withdraw from these without a soldier."""

_LAND = words("soil territory border frontier coast front")
_FROM = words("of from")
_SENDS = (
    "send",
    "sent",
    "dispatch",
    "despatch",
    "deploy",
    "base",
    "basing",
    "station",
    "withdr",
    "provid",
    "vacat",
    "doubl",
    "tripl",
    "halv",
    "reinforc",
    "boost",
    "abandon",
    "retreat",
    "contribut",
)
_TOWARDS = words("to into for towards toward")


def _has_army(s: Sentence) -> bool:
    """Whether something in the sentence is of the armed forces beyond doubt."""
    return not CONTEXT.isdisjoint(s.words) or any(term.role in {"force", "post"} for _, term in s.terms.values())


def _leaves(s: Sentence, at: int, end: int, term: Term, actors: Actors) -> bool:  # noqa: PLR0911 - one return a way to leave
    """Whether a country or group itself withdraws from a place: "Ethiopia plans to withdraw from Baidoa"."""
    if term.action != "withdraw" or s.words[at] in {"left", "returned"}:
        return False
    if term.role == "noun" and s.word(end) == "from":
        return actors.is_place(s, end + 1) and not CONTEXT.isdisjoint(s.words)
    if s.words[at].startswith(LEAVES) and s.word(end)[:1] in {",", ".", ""}:
        return actors.of(s, None, at) is not None and not CONTEXT.isdisjoint(s.words)
    if s.words[at].startswith(("abandon", "evacuat", "vacat")) and actors.is_place(s, end):
        return s.word(at - 2) == "the" and actors.of(s, None, at) is not None
    if s.word(end - 1) not in {"from", "of"}:
        return False
    if any(s.word(near) in _AFFAIRS for near in range(end, end + 6)):
        return False
    named = actors.is_place(s, end) or (s.is_capital(end) and not s.text.all_caps)
    return named and actors.of(s, None, at) is not None


def _alerts(s: Sentence, at: int, term: Term, actors: Actors) -> bool:
    """Whether a country raises its alert without a force being named: "Seoul raised its alert level"."""
    if term.action != "alert" or not (s.words[at].startswith(RAISES) or _has_army(s)):
        return False
    return actors.of(s, None, at) is not None


def _action(s: Sentence, term: Term, force: Force) -> Movement:
    if term.role == "ask" and s.word(force.end) == "out":
        return "withdraw"
    if term.action == "deploy" and _is_more(s, force):
        return "reinforce"
    return term.action


def _is_more(s: Sentence, force: Force) -> bool:
    """Whether the force joins another: "600 extra marines", but not "more than 130 guards"."""
    return any(s.words[at] in _MORE and s.word(at + 1) != "than" for at in range(force.start, force.end))


_MORE = words("extra additional more fresh further reinforcements reinforcement")

_JOINERS = words("and with plus by alongside")


def _companions(s: Sentence, move: Move, forces: list[Force]) -> Iterator[Move]:
    """Forces that go along: "accompanied by two more warships", "and 12 tanks"."""
    for force in [force for force in forces if force.start >= move.verb]:
        lead = s.terms.get(force.start - 2) or s.terms.get(force.start - 1)
        joined = lead is not None and lead[1].role == "with" and lead[0] == force.start
        next_to = move.force is not None and force.start - 1 == move.force.end and s.word(force.start - 1) in _JOINERS
        if joined or next_to:
            forces.remove(force)
            yield Move(force.start, force.end, move.verb, move.action, force)
