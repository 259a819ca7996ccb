"""Forces that move: which verb moves which force."""

from collections.abc import Iterator
from typing import NamedTuple

from tocsin.core.analysis.deployments.actors import Actors
from tocsin.core.analysis.deployments.forces import Force, is_force, read_force
from tocsin.core.analysis.deployments.lexicon import LOOSE, PEOPLE_TO, Term
from tocsin.core.analysis.deployments.tokens import Sentence
from tocsin.core.analysis.lexicon import words
from tocsin.core.analysis.numbers import is_number
from tocsin.core.model.analysis import Movement


class Move(NamedTuple):
    """One movement in a sentence: its words ``start`` to ``end``, the verb's index, and the force if one is named."""

    start: int
    end: int
    verb: int
    action: Movement
    force: Force | None


_REACH = 9
"""Words between a verb and its force."""

_WALLS = frozenset(";:()") | words(
    "but which who whom whose where when while because although though after before if that"
)
"""No verb reaches its force across these."""

_RELATIVES = words("who which that")
"""Right behind a force, these hand it on to the verb: "the marines who landed"."""

_STRONG = words("""
    deploy deploys deployed deploying redeploy redeployed redeploying station stationed stationing mobilise mobilised
    mobilize mobilized garrison garrisoned deployment deployments redeployment withdraw withdraws withdrew withdrawing
    withdrawn withdrawal withdrawals mass massed massing reinforce reinforced reinforcing dispatch dispatched
""")
"""Verbs that make a weak word a force: "deployed its forces"."""

_BETWEEN = frozenset(",") | words("by at in from with for between on to against and or as of under during")
"""What never stands between a verb and the force that is its object."""

_BE = words("be been being is are was were get got have has had not also now already quietly reportedly 'll will would")
_PASSIVE_ONLY = ("ed", "sent", "flown", "drawn", "ought")
_DEAD_ENDS = words(
    "dead wounded injured behind homeless open unclear without office alone little no some many several more at as nearly about up hundreds dozens scores thousands"
)


def movements(s: Sentence, actors: Actors) -> Iterator[Move]:
    """The movements of a sentence, each force once, by the verb nearest to it."""
    forces = [read_force(s, at) for at in sorted(s.terms) if is_force(s, at)]
    civil = any(term.role == "civil" for _, term in s.terms.values())
    taken: set[int] = set()
    found: list[Move] = []
    for roles in (("move",), ("noun",), ("state",)):
        for at in sorted(s.terms):
            end, term = s.terms[at]
            if term.role not in roles:
                continue
            force = _moved(s, at, end, term, [force for force in forces if force.start not in taken])
            if force is None and not civil and _leaves(s, at, end, term, actors):
                found.append(Move(at, end, at, term.action, None))
            if force is None or not _is_armed(s, at, end, force, actors, civil=civil):
                continue
            taken.add(force.start)
            found.append(Move(min(force.start, at), max(force.end, end), at, _action(s, term, force), force))
    for move in found:
        yield move
        yield from _companions(s, move, [force for force in forces if force.start not in taken], taken)


def _moved(s: Sentence, at: int, end: int, term: Term, forces: list[Force]) -> Force | None:
    """The force that this verb, noun or state is about."""
    left = [force for force in forces if force.end <= at and at - force.end <= _REACH and not _wall(s, force.end, at)]
    right = [
        force
        for force in forces
        if force.start >= end and force.start - end <= _REACH and not _wall(s, end, force.start)
    ]
    before = left[-1] if left else None
    behind = right[0] if right else None
    if term.role == "noun":
        if s.words[at].startswith("movement") and before is not None and before.name != "troops":
            before = None
        if behind is not None and s.word(end) in {"of", "by"} and behind.start - end <= 3:
            return behind
        return before if before is not None and before.end == at else None
    if term.role == "state":
        return before or (behind if behind is not None and behind.start - end <= 3 else None)
    if not term.transitive:
        if s.word(end) in _DEAD_ENDS or is_number(s.word(end)):
            return None
        if before is None and term.action == "withdraw" and behind is not None and behind.start - end <= 2:
            return behind
        return before
    if s.word(end) == "to" and (s.word(end + 1) in PEOPLE_TO or s.word(end + 2) in PEOPLE_TO):
        return None
    if s.words[at].startswith("order") and behind is not None and not _is_sent(s, behind):
        return None
    passive = before is not None and s.words[at].endswith(_PASSIVE_ONLY) and _is_passive(s, before.end, at)
    if passive:
        return before
    if (
        behind is not None
        and "," not in s.words[end : behind.start]
        and behind.start - end <= (1 if s.words[at] == "mass" else 4)
    ):
        return behind
    return before if term.action == "build up" and s.words[at] != "mass" else None


def _is_sent(s: Sentence, force: Force) -> bool:
    """Whether a force is ordered somewhere, rather than to do something."""
    return (
        s.word(force.end) in {"into", "out", "home", "back", "onto"}
        or (s.word(force.end) == "to" and s.word(force.end + 1) in _ERRANDS)
        or (s.word(force.end) == "to" and s.is_capital(force.end + 1))
    )


_ERRANDS = words(
    "the deploy move advance withdraw return leave march patrol head pull reinforce guard occupy retake their"
)


def _is_passive(s: Sentence, start: int, at: int) -> bool:
    """Whether the force before a participle undergoes it: "troops (will be) deployed", "a unit sent to"."""
    between = s.words[start:at]
    if not between:
        following = s.word(at + 1)
        return following in {
            "to",
            "in",
            "on",
            "at",
            "by",
            "from",
            "near",
            "along",
            "across",
            "for",
            "into",
            "over",
            "throughout",
            ",",
            ".",
        }
    return any(word in {"be", "been", "being", "is", "are", "was", "were", "get", "got"} for word in between[-4:])


def _wall(s: Sentence, start: int, end: int) -> bool:
    between = s.words[start:end]
    if between[:1] and between[0] in _RELATIVES:
        between = between[1:]
    return any(word in _WALLS for word in between)


def _is_armed(s: Sentence, at: int, end: int, force: Force, actors: Actors, *, civil: bool) -> bool:
    """Whether the force is one: it says so, or what moves it, whose it is or where it goes says so."""
    if civil:
        return force.sure and _has_army(s)
    if force.sure or s.words[at] in _STRONG or _has_army(s):
        return True
    goes = any(
        s.word(near) in _TOWARDS and actors.is_place(s, near + 1)
        for near in (end, force.end, force.end + 1, force.end + 2)
    )
    if s.word(force.end - 1) in LOOSE:
        return goes
    return goes or actors.of(s, force, at) is not None


_AFFAIRS = words("""
    olympics games race relay tournament talks deal pact accord agreement treaty cup summit conference government coalition
    bid contest market markets union organization organisation negotiations championship championships election elections
    euro eurovision opec commission court convention protocol group venture project
""")
"""Countries withdraw from these without a soldier."""

_TOWARDS = words("to into for towards toward")


def _has_army(s: Sentence) -> bool:
    """Whether something in the sentence is of the armed forces beyond doubt."""
    return any(term.role in {"force", "post"} for _, term in s.terms.values())


def _leaves(s: Sentence, at: int, end: int, term: Term, actors: Actors) -> bool:
    """Whether a country or group itself withdraws from a place: "Ethiopia plans to withdraw from Baidoa"."""
    if term.action != "withdraw" or s.word(end - 1) not in {"from", "of"} or s.words[at] in {"left", "returned"}:
        return False
    if any(s.word(near) in _AFFAIRS for near in range(end, end + 6)):
        return False
    named = actors.is_place(s, end) or (s.is_capital(end) and not s.text.all_caps)
    return named and actors.of(s, None, at) is not None


def _action(s: Sentence, term: Term, force: Force) -> Movement:
    if term.action == "deploy" and _is_more(s, force):
        return "reinforce"
    return term.action


def _is_more(s: Sentence, force: Force) -> bool:
    """Whether the force joins another: "600 extra marines", but not "more than 130 guards"."""
    return any(s.words[at] in _MORE and s.word(at + 1) != "than" for at in range(force.start, force.end))


_MORE = words("extra additional more fresh further reinforcements reinforcement")

_JOINERS = words("and with plus by alongside")


def _companions(s: Sentence, move: Move, others: list[Force], taken: set[int]) -> Iterator[Move]:
    """Forces that go along: "accompanied by two more warships", "and 12 tanks"."""
    for force in others:
        if force.start in taken or force.start < move.verb:
            continue
        lead = s.terms.get(force.start - 2) or s.terms.get(force.start - 1)
        joined = lead is not None and lead[1].role == "with" and lead[0] == force.start
        previous = s.word(force.start - 1)
        next_to = move.force is not None and force.start - 1 == move.force.end and previous in _JOINERS
        if joined or next_to:
            taken.add(force.start)
            yield Move(force.start, force.end, move.verb, move.action, force)
