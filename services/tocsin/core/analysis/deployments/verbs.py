"""Which force a verb moves: its object, its passive subject, or the one that goes by itself."""

from typing import Final

from tocsin.core.analysis.deployments.armed import PEOPLE_TO
from tocsin.core.analysis.deployments.forces import Force
from tocsin.core.analysis.deployments.placings import OWN, is_added, is_asked, is_counted, is_put, is_sent, is_there
from tocsin.core.analysis.deployments.plights import is_on_duty, is_plight
from tocsin.core.analysis.deployments.terms import Term
from tocsin.core.analysis.deployments.tokens import Sentence
from tocsin.core.analysis.deployments.vocabulary import HAVE
from tocsin.core.analysis.lexicon import words
from tocsin.core.analysis.numbers import is_number

_REACH: Final = 9
"""Words between a verb and its force."""

_JOINED_REACH: Final = 14
"""The same for a verb that another of the same subject precedes: "lowered their flag for good and flew home"."""

_SERVICES: Final = words("army navy")
"""Who leaves these is a soldier no longer."""
_WENT: Final = words("flew went came left drove withdrew took sent brought swept fell")
_OBJECT_REACH: Final = 6
_OF_REACH: Final = 3
_AUXILIARY_REACH: Final = 4

WALLS: Final = frozenset(";:()") | words(
    "but which who whom whose where when while because although though after before if that"
)
"""No verb reaches its force across these."""

RELATIVES: Final = words("who which that")
"""Right behind a force, these hand it on to the verb: "the marines who landed"."""

_BETWEEN: Final = frozenset(",") | words(
    "day days how when by at in from with for between on to against and or as under during"
)
"""What never stands between a verb and the force that is its object."""

PARTICIPLES: Final[tuple[str, ...]] = ("ed", "sent", "own", "ought", "put", "led", "set")
_BE: Final = words("be been being is are was were get got")
_AFTER_PARTICIPLE: Final = words("to in on at by from near along across for into over throughout") | frozenset(",.")
_DEAD_ENDS: Final = words("""
    dead wounded injured behind homeless open unclear without office alone little no some many several more as nearly
    about up hundreds dozens scores thousands nothing terms blows power light grief rest agreement
    control charge command touch
""")
"""Behind "left" and its like these tell of damage, not of going."""

_BRINGS: Final = words("bring brings brought bringing")

_POSSESSIVES: Final = words("their its his")

_YEAR: Final = 4
"""Figures of a year, which counts nothing: "operated until 1993"."""


_NOUNS_TOO: Final = words("patrol patrols guard march advance")


def moved(s: Sentence, at: int, end: int, term: Term, forces: list[Force]) -> Force | None:  # noqa: PLR0911 - one return a role
    """The force that the verb, noun or state at the words ``at`` to ``end`` is about, or None."""
    before = next((force for force in reversed(forces) if force.end <= at), None)
    joined = s.word(at - 1) == "and" and (s.words[at].endswith("ed") or s.words[at] in _WENT)
    reach = _JOINED_REACH if joined else _REACH
    if before is not None and (
        at - before.end > reach or _wall(s, before.end, at) or (term.role != "noun" and _is_owner(s, before, at))
    ):
        before = None
    behind = next((force for force in forces if force.start >= end), None)
    if behind is not None and (behind.start - end > _REACH or _wall(s, end, behind.start)):
        behind = None
    if term.role == "noun":
        return _of_noun(s, at, end, before, behind)
    if term.role == "ask":
        return behind if behind is not None and is_asked(s, end, behind) else None
    if term.role == "state":
        return _of_state(s, at, end, term, (before, behind))
    if term.transitive:
        return _of_transitive(s, at, term, before, behind)
    if is_on_duty(s, at) or (s.words[at] in _BE and is_plight(s, end)) or _is_noun(s, at):
        return None
    left = any(s.terms[near][1].role in {"site", "post"} for near in range(end, end + _OF_REACH) if near in s.terms)
    counted = not left and is_number(s.word(end)) and not (s.word(end).isdigit() and len(s.word(end)) == _YEAR)
    if s.word(end) in _DEAD_ENDS or counted or (s.word(end), s.word(end + 1)) == ("at", "least"):
        return None
    if (s.words[at].startswith("withdr") and s.word(end) in OWN - {"the"}) or (
        before is None and behind is not None and behind.name in _SERVICES
    ):
        return None
    return before or (behind if behind is not None and _follows(s, at, end, term, behind) else None)


def _is_noun(s: Sentence, at: int) -> bool:
    """Whether the word is no verb here: "soldiers of a patrol that vanished"."""
    return s.words[at] in _NOUNS_TOO and s.word(at - 1) in {"a", "an", "the"}


def _is_owner(s: Sentence, force: Force, at: int) -> bool:
    """Whether the force before the verb only owns its subject: "the regiment's goat retired to a farm"."""
    return at > force.end and s.words[force.end - 1].endswith("'s")


def _follows(s: Sentence, at: int, end: int, term: Term, behind: Force) -> bool:
    """Whether the force behind a verb is the one that goes: "went to Vietnam with a battalion"."""
    if term.action == "withdraw" and behind.start - end < _OF_REACH:
        return True
    return s.words[at] in _WENT and _is_with(s, end, behind)


def _of_state(s: Sentence, at: int, end: int, term: Term, near: tuple[Force | None, Force | None]) -> Force | None:
    """The force that is said to be somewhere, or on its guard."""
    before, behind = near
    if term.action == "base" and s.words[at] in HAVE:
        return before  # "the US Navy had a base at Holy Loch"
    if s.words[at] in HAVE or s.words[end - 1] == "have":
        return behind if behind is not None and is_there(s, behind, end) else None
    alerted = term.action == "alert" and behind is not None and behind.start - end <= _OF_REACH
    return before or (behind if alerted else None)


def _of_noun(s: Sentence, at: int, end: int, before: Force | None, behind: Force | None) -> Force | None:
    """The force of "deployment of troops" or "troop deployment"; a "rebel movement" is no movement."""
    if (
        behind is not None
        and (s.word(end) in {"of", "by"} or s.word(end - 1) in {"of", "to"})
        and behind.start - end <= _OF_REACH
    ):
        return behind if behind.sure or s.words[at] != "presence" else None
    if before is not None and s.word(at - 1) in _POSSESSIVES and at - before.end <= _OBJECT_REACH:
        return before
    if before is None or before.end != at or (s.words[at].startswith("movement") and before.name != "troops"):
        return None
    return before


def _of_transitive(  # noqa: C901, PLR0911 - one return a construction
    s: Sentence, at: int, term: Term, before: Force | None, behind: Force | None
) -> Force | None:
    end = s.terms[at][0]
    word = s.words[at]
    if behind is not None and s.words[behind.end - 1].endswith("'s"):
        behind = None  # "recall the garrison's departure"
    if s.word(end) == "to" and (s.word(end + 1) in PEOPLE_TO or s.word(end + 2) in PEOPLE_TO):
        return None
    if word.startswith("order") and behind is not None and not is_sent(s, behind, headline=s.is_capital(at)):
        return None
    if before is not None and word.endswith(PARTICIPLES) and _is_passive(s, before.end, at):
        return before
    if word in _POSTED and s.word(at - 1) in _BE and behind is not None and _is_with(s, end, behind):
        return behind
    if word in _BRINGS and s.word(end - 1) == word and (behind is None or s.word(behind.end) not in {"home", "back"}):
        return None
    if word.startswith("add") and s.word(end) == "to" and s.word(end + 1) in OWN and behind is not None:
        return behind if behind.start - end <= _OF_REACH else None
    if (word.startswith("put") and (behind is None or not is_put(s, behind))) or (
        word.startswith("add") and (behind is None or not is_counted(s, end, behind))
    ):
        return None
    if term.action == "reinforce" and behind is not None and is_added(s, end, behind):
        return behind
    reach = 1 if word == "mass" else _OBJECT_REACH
    barred = _BETWEEN - {"and"} if behind is not None and behind.number is not None else _BETWEEN
    if behind is not None and behind.start - end <= reach and barred.isdisjoint(s.words[end : behind.start]):
        return behind
    if word.startswith("withdr") and s.word(end) in _POSSESSIVES:
        return None  # "Rangers withdrew their bid"
    return before if term.action in {"build up", "withdraw"} and word not in {"mass", "recalled", "recall"} else None


_POSTED: Final = words("sent shipped posted flown despatched dispatched transferred seconded drafted")
_WITH_REACH: Final = 5


def _is_with(s: Sentence, end: int, force: Force) -> bool:
    """Whether somebody goes somewhere with his force: "was shipped to Malaya with the Gurkhas"."""
    return (
        (s.word(end) in {"to", "into"} or s.word(end - 1) in {"to", "into"})
        and s.word(force.start - 1) == "with"
        and force.start - end <= _WITH_REACH
        and force.sure
    )


def _is_passive(s: Sentence, start: int, at: int) -> bool:
    """Whether the force before a participle undergoes it: "troops (will be) deployed", "a unit sent to"."""
    between = s.words[start:at]
    if not between:
        return s.word(at + 1) in _AFTER_PARTICIPLE
    return not _BE.isdisjoint(between[-_AUXILIARY_REACH:])


def _wall(s: Sentence, start: int, end: int) -> bool:
    between = s.words[start:end]
    if between[:1] and between[0] in RELATIVES:
        between = between[1:]
    return not WALLS.isdisjoint(between)
