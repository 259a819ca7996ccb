"""Verbs and adjectives of those who are hurt: "died", "dead", "missing", "hostage"."""

from typing import Final

from tocsin.core.analysis.casualties.ahead import phrase_from
from tocsin.core.analysis.casualties.forms import Trigger
from tocsin.core.analysis.casualties.joined import coordinated, entered_as, joined_clause
from tocsin.core.analysis.casualties.lists import back_over
from tocsin.core.analysis.casualties.objects import objects
from tocsin.core.analysis.casualties.phrase import Phrase
from tocsin.core.analysis.casualties.reading import Reading
from tocsin.core.analysis.casualties.subjects import subject
from tocsin.core.analysis.casualties.tokens import Sentence
from tocsin.core.analysis.casualties.triggers import TO_DEATH
from tocsin.core.analysis.casualties.verbs import describing, doers, together
from tocsin.core.analysis.lexicon import words

_RESCUE: Final = words(
    "search searching searched rescue rescuers rescued coastguard missing feared police family relatives"
)
"""With one of these, one who did not return is missing, and not merely late."""

_TRANSITIVE: Final = words("drown drowned drowns drowning suffocated suffocate suffocates starved starve starves")
"""Of these, who suffers may follow: "a tsunami might drown 10,000"."""

_ABOARD: Final = 8
"""How far behind "vanished" it is told who went with it: "disappeared over Papua with three people on board"."""

_NATURAL: Final = words("""
    peacefully aged cancer natural illness heart stroke pneumonia age disease complications leukemia leukaemia
    alzheimer's parkinson's ailment kidney
""")
"""Words behind "died" that tell a death nobody did."""

_NATURAL_REACH: Final = 9

_LINKS: Final = words("""
    found left reported declared feared presumed believed confirmed pronounced gone went go lay lie lies lying laid
    listed considered taken held being remain still made rendered swept sent hurled thrown dragged carried pulled
    brought rescued escaped emerged freed
""")
"""Verbs that link a state to its subject: "found dead", "went missing", "taken hostage"."""

_LISTED: Final = words("listed reported registered classed classified recorded posted described counted")
"""Verbs whose "as" links a state: "listed as missing"."""

_TAKES: Final = words("took take takes taking held hold holds holding kept keep keeps have has had")

_OBJECT_REACH: Final = 8
"""How many words before "hostage" its verb stands: "took 12 of the passengers hostage"."""

_NOT_DEAD: Final = words("""
    end ends heat serious sea line wrong weight set ahead zone letter right centre center certain sure keen easy simple
    good slow cheap level calm lucky tired broke air
""")
"""What "dead" describes or strengthens without anybody being dead."""


def read_suffered(s: Sentence, at: int, trigger: Trigger, before: Reading | None) -> Reading | None:
    """The subject is hurt: "three men died"."""
    if before is not None and before.voice == "passive" and coordinated(s, before.at, at):
        return before.but(at=at, trigger=trigger)
    if s.words[at].startswith(("dy", "die")) and _only_said(s, at + 1):
        return None
    first = back_over(s, at - 1, "ehmrz") + 1
    victims = subject(s, joined_clause(s, first) if s.tag(first - 1) == "c" else first)
    if victims and s.tag(victims[0].start - 1) == "b" and s.tag(victims[0].start - 2) in "kvD":
        victims = subject(s, back_over(s, victims[0].start - 3, "rz") + 1) or victims  # "a man shot by guards died"
    if s.words[at] in _TRANSITIVE:
        drowned = phrase_from(s, at + 1)
        people = any(victim.sort == "person" for victim in victims)
        if drowned is not None and drowned.several and (drowned.sort == "person" or not people):
            return Reading(at, trigger, [drowned], "active", victims if people else [])
    if trigger.kind == "missing" and not any(victim.sort in {"person", "number"} for victim in victims):
        aboard = next((i for i in range(at + 1, min(at + _ABOARD, s.size)) if s.words[i] == "with"), s.size)
        victims = [victim for victim in objects(s, aboard + 1)[:1] if victim.sort == "person" and victim.counted]
    if trigger.kind == "missing" and " " in s.words[at] and _RESCUE.isdisjoint(s.words):
        victims = [victim for victim in victims if victim.several]
    if trigger.kind == "killed" and all(victim.max == 1 for victim in victims) and _natural(s, at):
        return None
    return Reading(at, trigger, victims + together(s, at), "passive", [])


_FEELINGS: Final = words("""
    laughter laughing boredom embarrassment shame curiosity envy jealousy impatience mortification excitement happiness
    giggles mirth nostalgia joy
""")
"""What nobody dies of: "had them dying with laughter"."""


def _only_said(s: Sentence, at: int) -> bool:
    """Whether who "dies" is alive: "dying to see it", "died of boredom"."""
    after = s.word(at)
    if after in {"to", "for"} and s.word(at - 1) == "dying":
        return True
    return after in _FEELINGS or (after in {"of", "with", "from"} and s.word(at + 1) in _FEELINGS)


def _natural(s: Sentence, at: int) -> bool:
    """Whether one person's death was nobody's doing: "died peacefully", "died at 91"."""
    if not _NATURAL.isdisjoint(s.words[at + 1 : at + _NATURAL_REACH]):
        return True
    return s.word(at + 1) == "at" and s.tag(at + 2) == "n" and s.tag(at + 3) in ";,"


def read_state(s: Sentence, at: int, trigger: Trigger, before: Reading | None) -> Reading | None:  # noqa: PLR0911 - one return a construction
    """Whom the state is said of: "12 dead", "left 12 dead", "12 are missing", "taken hostage", "the dead men"."""
    if _figurative(s, at):
        return None
    listed = listed_among(s, at, trigger)
    if listed is not None:
        return listed
    aux = back_over(s, at - 1, "rz")
    tag = s.tag(aux)
    if before is not None and before.voice == "passive" and coordinated(s, before.at, at):
        return before.but(at=at, trigger=trigger)
    entered = entered_as(s, at, trigger)
    if entered is not None:
        return entered
    if s.word(aux) == "as" and s.word(aux - 1) in _LISTED:
        return Reading(at, trigger, subject(s, back_over(s, aux - 1, "ehmrzvkD") + 1), "passive", [])
    if tag == "e" or s.word(aux) in _LINKS:
        first = back_over(s, aux, "ehmrzvkD") + 1
        first = joined_clause(s, first) if s.tag(first - 1) == "c" else first
        return Reading(at, trigger, subject(s, first), "passive", doers(s, at))
    if tag in "adsnN" and s.tag(at + 1) in "pPgxy" and aux == at - 1:
        return describing(s, at, trigger, aux)
    if s.word(aux) == "no" and aux == at - 1:
        return Reading(at, trigger, [Phrase(aux, at + 1, "none")], "count", [])  # "found no dead"
    if tag in "npPgxfUujN" and (trigger.kind != "captured" or _taken(s, aux) or _kept(s, at)):
        return Reading(at, trigger, subject(s, aux + 1), "passive", doers(s, at))
    return None


_TELLS: Final = words("gave give gives giving put puts putting counted counts count estimated estimates")
_TOLD: Final = 8
"""How far before "the army's dead as nine" its verb stands."""

_NUMBERS: Final = words("numbered number totalled totaled numbering")
_ARE: Final = words("are were was :")
_CALLED: Final = words("identified named listed")
"""Before "as" these tell who the hurt are: "the injured were identified as Ana Ruiz and Juan Vega"."""
_INCLUDE: Final = words("include included includes were are was is")


def listed_among(s: Sentence, at: int, trigger: Trigger) -> Reading | None:
    """Who is told to be among the hurt, or how many these are: "the dead included two policemen", "the dead
    numbered 14", "among those killed were three children".
    """
    behind = at + 1
    while s.tag(behind) == "r":
        behind += 1
    after = s.word(behind)
    headed = s.word(at - 1) in {"the", "those"}
    among = s.word(at - 2) == "among"
    aux = back_over(s, at - 3, "r")
    counted = back_over(s, at - 1, "jp")
    told = s.tag(counted) == "d" or s.word(counted) in _TELLS
    if told and not _TELLS.isdisjoint(s.words[max(0, at - _TOLD) : at]):
        equal = _equal(s, behind)
        amount = phrase_from(s, equal + 1) if equal is not None else None
        told = amount is not None and amount.counted and amount.sort in {"number", "person"}
        return Reading(at, trigger, [amount], "count", []) if told and amount is not None else None
    if headed and among and s.tag(aux) == "e":
        return Reading(at, trigger, subject(s, back_over(s, aux, "ehmrz") + 1), "passive", [])
    included = after in _INCLUDE and (among or after.startswith("includ"))
    if not headed or (after not in _NUMBERS and after not in _ARE and not included):
        return None
    if s.word(behind + 1) in _CALLED and s.word(behind + 2) == "as":
        behind += 2
    victims = objects(s, behind + 1)
    if not included and after not in _NUMBERS and any(victim.sort != "person" for victim in victims):
        return None  # "the dead were taken away"
    if included:
        victims = [victim.but(part=True) for victim in victims]
    return Reading(at, trigger, victims, "count", []) if victims and victims[0].counted else None


def _equal(s: Sentence, at: int) -> int | None:
    """The "at" or "as" before the amount, in the clause from ``at`` on: "put the dead in the port at 35"."""
    for here in range(at, min(at + _TOLD, s.size)):
        if s.word(here) in {"as", "at"} and s.tag(here + 1) in "nrij":
            return here
        if s.tag(here) not in "iodajxfyD" and here > at:
            break
    return None


def _figurative(s: Sentence, at: int) -> bool:
    """Whether the word says nothing of people, or the verb before it says it already ("shot dead")."""
    after = s.word(at + 1)
    if s.words[at] == "missing":
        return (s.tag(at + 1) in "adsfx" and after != "any") or _lacks(s, at + 1)
    if s.words[at] == "in hospital":
        with_them = s.tag(at - 1) in "nP" and "with" in s.words[max(0, at - _WITH_REACH) : at]  # "with 40 in hospital"
        return not with_them and _PUTS.isdisjoint(s.words[max(0, at - _PUT_REACH) : at])
    if s.words[at] != "dead":
        return False
    if s.word(at - 1) in _FEIGNS:
        return True
    told = s.word(at - 1) in TO_DEATH or s.word(at - 2) in TO_DEATH
    people = s.tag(at - 1) in "PU" and s.word(at - 1) != "them"
    awed = not people and not _AWES.isdisjoint(s.words[max(0, at - _PUT_REACH) : at])
    return told or awed or after in _NOT_DEAD or (after == "on" and s.word(at + 3) == "feet")


_AWES: Final = words("knock knocks knocked knocking")
"""What a star does "dead" to a town, or to a hall."""


_PUTS: Final = words("put puts putting left leaves leaving landed")
_PUT_REACH, _WITH_REACH = 6, 5
_FEIGNS: Final = words("play plays playing played")


def _lacks(s: Sentence, at: int) -> bool:
    """Whether "missing" counts what somebody lacks: "missing two front teeth"."""
    lacked = phrase_from(s, at) if s.tag(at) == "n" else None
    return lacked is not None and lacked.sort not in {"person", "number"}


def _kept(s: Sentence, at: int) -> bool:
    """Whether it is people who are shown "in captivity", and not animals."""
    return s.words[at] == "in captivity" and s.tag(at - 1) in "pP"


def _taken(s: Sentence, end: int) -> bool:
    """Whether a verb of taking or holding stands before the phrase that ends at ``end``: "took 12 people hostage"."""
    return not _TAKES.isdisjoint(s.words[max(0, end - _OBJECT_REACH) : max(0, end)])
