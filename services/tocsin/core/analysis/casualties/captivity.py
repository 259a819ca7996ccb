"""Who is held, and by whom: "the rebels are holding 94 passengers", "in the hands of a militia"."""

from typing import Final

from tocsin.core.analysis.casualties.acts import amount_before
from tocsin.core.analysis.casualties.ahead import phrase_from
from tocsin.core.analysis.casualties.behind import phrase_until
from tocsin.core.analysis.casualties.captors import CAPTORS
from tocsin.core.analysis.casualties.forms import Trigger
from tocsin.core.analysis.casualties.joined import joined_clause
from tocsin.core.analysis.casualties.lists import back_over
from tocsin.core.analysis.casualties.objects import objects
from tocsin.core.analysis.casualties.people import NATIONS
from tocsin.core.analysis.casualties.phrase import Phrase
from tocsin.core.analysis.casualties.reading import Reading
from tocsin.core.analysis.casualties.subjects import subject
from tocsin.core.analysis.casualties.tokens import Sentence
from tocsin.core.analysis.lexicon import words

_STATE: Final = words(
    "police court authorities prison jail customs government officers prosecutors army guards hospital"
)
"""Who these hold is under arrest, or in care."""

FIGHTERS: Final = words("""
    soldiers troops fighters servicemen guerrillas rebels policemen marines paratroopers militants officers commandos
    combatants gendarmes airmen sailors men crewmen conscripts legionnaires
""")
"""Nouns for those whom an army loses."""

_OWNERS: Final = words("rebel enemy hostile militant guerrilla insurgent separatist jihadist terrorist extremist")
"""Before "hands", these tell whose: "in rebel hands"."""

_FORCES: Final = CAPTORS | FIGHTERS | {"army", "force", "forces", "enemy", "gang", "gangs", "mob"}
_TAKERS: Final = CAPTORS | words(
    "raiders rustlers slavers soldiers troops attackers assailants men kidnapper assailant"
)
_HOLDERS: Final = words("kidnappers captors hijackers hijacker")
_LED: Final = words("with from away into off back along")
_FAR: Final = 8
_HANDS: Final = 5


def read_holding(s: Sentence, at: int, trigger: Trigger) -> Reading | None:
    """Held by captors: "the hijackers are holding 94 passengers", "the group says it is holding 11 airmen"."""
    if not s.words[at].startswith("hold") and not _holds_them(s, at):
        return _held(s, at, trigger)
    first = back_over(s, at - 1, "ehmrz")
    claimed = s.word(first) == "to" and s.word(first - 1).startswith("claim")
    captors = subject(s, (first - 1 if claimed else first + 1))
    if (not captors and s.tag(first) == "c") or s.word(first) in {"it", "they"}:
        captors = [Phrase(i, i + 1, "person") for i in range(first) if s.words[i] in CAPTORS][:1]
    victims = objects(s, at + 1)
    if not victims or not (victims[0].sort == "none" or (victims[0].sort == "person" and victims[0].counted)):
        return None
    if not captors:
        return Reading(at, trigger, victims, "active", []) if _foreign(s, first, victims[0]) else None
    word = s.words[captors[-1].end - 1]
    told = word in CAPTORS or (captors[-1].sort == "person" and claimed and word not in _STATE)
    return Reading(at, trigger, victims, "active", captors) if told else None


def _holds_them(s: Sentence, at: int) -> bool:
    """Whether "held" has its captives behind it: "guerrillas held 33 passengers on a desert airstrip"."""
    return s.words[at] == "held" and s.word(at - 1) in CAPTORS and s.tag(at + 1) == "n"


def _foreign(s: Sentence, first: int, victim: Phrase) -> bool:
    """Whether "they are holding" tells of captors not named: their captives are foreigners, and no jail is near."""
    abroad = any(s.words[i] in NATIONS or s.capital(i) for i in range(victim.start, victim.end))
    return s.word(first) in {"it", "they"} and victim.several and abroad and _STATE.isdisjoint(s.words)


def _held(s: Sentence, at: int, trigger: Trigger) -> Reading | None:
    """Who is held by captors: "four aid workers are being held by gunmen"."""
    aux = back_over(s, at - 1, "rz")
    by = next((i for i in range(at + 1, at + _FAR) if s.tag(i) == "b"), None)
    captor = phrase_from(s, by + 1) if by is not None else None
    if captor is None or s.tag(aux) not in "enPp":
        return None
    words_of = s.words[captor.start : captor.end]
    if _STATE.intersection(words_of) or (words_of[-1] not in CAPTORS and captor.sort != "person"):
        return None
    return Reading(at, trigger, subject(s, back_over(s, aux, "ehmrz") + 1), "passive", [captor])


def read_hands(s: Sentence, at: int, trigger: Trigger) -> Reading | None:
    """In whose hands one is: "six are in rebel hands", "two fell into the hands of a militia"."""
    into = next((i for i in range(at - 1, max(-1, at - _HANDS), -1) if s.words[i] in {"in", "into"}), None)
    if into is None:
        return None
    if s.word(at - 1) in _OWN and s.word(into) == "in":
        return _in_own_hands(s, at, into, trigger)
    if s.tag(at + 1) == "o":
        holder = phrase_from(s, at + 2)
        told = holder is not None and not CAPTORS.isdisjoint(s.words[holder.start : holder.end])
    else:
        told = any(_owner(s, i) for i in range(into + 1, at))
    if not told:
        return None
    found = subject(s, back_over(s, into - 1, "ehmrzv") + 1)
    victims = [
        v for v in found if v.counted and (v.sort == "person" or (v.sort == "number" and s.tag(v.start + 1) == "o"))
    ]
    return Reading(at, trigger, victims, "passive", []) if victims and not victims[0].name else None


_OWN: Final = words("its their our his")


def _in_own_hands(s: Sentence, at: int, into: int, trigger: Trigger) -> Reading | None:
    """Whom captors say they hold: "the faction says it has three engineers in its hands"."""
    if CAPTORS.isdisjoint(s.words[:into]):
        return None
    held = phrase_until(s, into)
    has = held is not None and s.word(held.start - 1) in {"has", "have", "had", "holds", "hold", "held", "still"}
    told = held is not None and held.counted and held.sort == "person" and has
    return Reading(at, trigger, [held], "active", []) if held is not None and told else None


def _owner(s: Sentence, at: int) -> bool:
    """Whether the word tells whose hands these are: "enemy", "pirate", "North Korean"; those of police arrest."""
    word = s.words[at]
    return word not in _STATE and (word in _OWNERS or word in NATIONS or s.tag(at) in "pP")


def read_took(s: Sentence, at: int, trigger: Trigger) -> Reading | None:
    """Led away: "bandits took seven of the passengers with them", "gunmen rounded up 50 herders"."""
    aux = back_over(s, at - 1, "rz")
    first = back_over(s, at - 1, "ehmrz")
    if s.tag(aux) == "e":
        found = [v for v in subject(s, first + 1) if v.sort == "person" and v.several]
        return Reading(at, trigger, found, "passive", []) if found and s.tag(at + 1) in "ib" else None
    takers = subject(s, joined_clause(s, first + 1) if s.tag(first) == "c" else first + 1)
    victims = objects(s, at + 1)[:1]
    if not victims or not victims[0].counted or victims[0].sort not in {"person", "number"}:
        return None
    taker = s.words[takers[-1].end - 1] if takers else ""
    led = s.words[at] not in {"took", "taking"} or s.word(victims[0].end) in _LED or taker in _HOLDERS
    told = led and taker in _TAKERS
    return Reading(at, trigger, victims, "active", takers) if told else None


_FREED: Final = words("""
    exchange exchanged exchanging swap swapped released release releasing freed free freeing repatriated handed returned
    return returning home
""")
"""Beside one of these, prisoners of war are captives no longer."""


def read_prisoners(s: Sentence, at: int, trigger: Trigger) -> Reading | None:
    """So many taken in battle, or none: "the army took 45 prisoners", "the rebels took no prisoners"."""
    if s.tag(at - 1) == "N" and s.word(at - 2).startswith(("took", "take", "taking")):
        takers = subject(s, back_over(s, at - 3, "ehmrz") + 1)
        told = takers and s.words[takers[-1].end - 1] in _FORCES
        return Reading(at, trigger, [Phrase(at - 1, at + 1, "none")], "count", []) if told else None
    aux = back_over(s, at - 1, "rz")
    if s.tag(aux) == "e" and s.tag(at + 1) in ";,ico":
        found = [v for v in subject(s, back_over(s, aux, "ehmrz") + 1) if v.sort == "person" and v.several]
        return Reading(at, trigger, found, "passive", []) if found else None
    amount = amount_before(s, at)
    if amount is not None and (s.word(at + 1), s.word(at + 2)) == ("of", "war") and _FREED.isdisjoint(s.words):
        return Reading(at, trigger, [amount], "count", [])
    took = amount is not None and s.word(amount.start - 1).startswith(("took", "take", "taking", "captur"))
    return Reading(at, trigger, [amount], "count", []) if amount is not None and took else None
