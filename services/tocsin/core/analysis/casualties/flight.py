"""Homes left or lost: "12,000 people fled their homes", "drove 300 families from their homes"."""

from typing import Final

from tocsin.core.analysis.casualties.ahead import phrase_from
from tocsin.core.analysis.casualties.behind import phrase_until
from tocsin.core.analysis.casualties.fallback import subject_by_count
from tocsin.core.analysis.casualties.fallen import PERILS
from tocsin.core.analysis.casualties.forms import Trigger
from tocsin.core.analysis.casualties.lists import back_over
from tocsin.core.analysis.casualties.objects import objects
from tocsin.core.analysis.casualties.people import NATIONS
from tocsin.core.analysis.casualties.phrase import Phrase
from tocsin.core.analysis.casualties.reading import Reading
from tocsin.core.analysis.casualties.subjects import subject
from tocsin.core.analysis.casualties.tokens import Sentence
from tocsin.core.analysis.lexicon import words

_HOMES: Final = words("""
    home homes houses villages village shacks huts tents flats dwellings farms town neighbourhood land lands plots camp
    camps quarters valley shelter shelters island islands country region province
""")
_HOME_REACH: Final = 9
_GOES: Final = words("flee evacuate")
_CARS: Final = words("van car truck vehicle boat jeep taxi lorry pickup minibus helicopter")
"""What people are forced into who are kidnapped."""

_DRIVES: Final = words("flooded drive drives driving drove forcing force forces chased chasing")
_ABROAD: Final = words("exile border borders frontier river sea jungle forest bush mountains hills")
_HAVENS: Final = words(
    "home homes town village villages city area region country province fighting violence camp district enclave"
)
"""What thousands flee, and those who have done a crime do not."""


_INHABITANTS: Final = words("""
    villagers residents families households civilians refugees inhabitants townspeople townsfolk locals people persons
    islanders tenants lodgers settlers squatters householders homeowners nomads peasants occupants holidaymakers
    pastoralists fishermen labourers migrants farmers herders women children christians muslims kurds
""")
_FUGITIVES: Final = words("""
    guerrillas rebels terrorists commandos assailants gunmen soldiers troops militants fighters suspects criminals
    insurgents attackers aides officers leaders leader we i they
""")
"""Who hide after a fight or a crime have not lost their homes."""

_EXODUS: Final = 30
"""Fewer who flee may be those who did it."""


def _lives_there(s: Sentence, victim: Phrase) -> bool:
    """Whether who fled lost a home: many of them, and people who lived there."""
    many = victim.several and (victim.min or victim.max or 0) >= _EXODUS
    return many and (victim.sort == "number" or s.word(victim.end - 1) in _INHABITANTS)


def _driven_off(s: Sentence, victim: Phrase) -> bool:
    """Whether it is their homes, or their country, that people are driven from: "drove 2,000 settlers off the land"."""
    behind = s.words[victim.end : victim.end + _OFF]
    if not behind or behind[0] not in {"from", "out", "off", "into", "across", "over"}:
        return False
    away = _ABROAD if behind[0] in {"into", "across", "over"} else _HOMES
    return not away.isdisjoint(behind[1:])


def _told_to_leave(s: Sentence, at: int, trigger: Trigger) -> Reading | None:
    """Who must go: "the army told 3,000 villagers to leave"."""
    if s.word(at - 1) in {"had", "have", "has", "forced"}:
        found = [v for v in subject(s, back_over(s, at - 1, "ehmrzv") + 1) if _lives_there(s, v)]
        return Reading(at, trigger, found, "passive", []) if found else None
    victim = phrase_until(s, at)
    ordered = victim is not None and s.word(victim.start - 1).startswith(_ORDERS) and _lives_there(s, victim)
    return Reading(at, trigger, [victim], "active", []) if victim is not None and ordered else None


def _crossed(s: Sentence, at: int, trigger: Trigger) -> Reading | None:
    """Whole villages or peoples on the move: "fifteen thousand Karen have crossed into Thailand"."""
    victims = [v for v in subject(s, back_over(s, at - 1, "ehmrz") + 1) if _lives_there(s, v) or _a_people(s, v)]
    if s.words[at].startswith(_BANISHED):
        return Reading(at, trigger, victims, "passive", []) if victims else None
    if s.words[at].startswith("le"):
        return Reading(at, trigger, victims, "passive", []) if victims and not PERILS.isdisjoint(s.words) else None
    abroad = s.tag(at + 1) == "f" or s.word(at + 1).startswith("neighbo")
    over = (s.words[at].endswith("into") and abroad) or _BORDERS.intersection(
        (*s.words[at].split(), *s.words[at + 1 : at + 4])
    )
    return Reading(at, trigger, victims, "passive", []) if victims and over and _PLAY.isdisjoint(s.words) else None


def _a_people(s: Sentence, victim: Phrase) -> bool:
    """Whether many of one people are meant: "800 Rohingya", "7,000 Malians"."""
    head = victim.end - 1
    return (
        victim.several
        and (victim.min or victim.max or 0) >= _EXODUS
        and (s.tag(head) == "f" or s.word(head).removesuffix("s") in NATIONS)
    )


def _abandoned(s: Sentence, at: int, trigger: Trigger) -> Reading | None:
    """A place left by those who live there: "700 Yazidis abandoned Sinuni"."""
    left = [v for v in subject(s, back_over(s, at - 1, "ehmrz") + 1) if _lives_there(s, v) or _a_people(s, v)]
    return Reading(at, trigger, left, "passive", []) if left else None


def _banished(s: Sentence, at: int, aux: int, trigger: Trigger) -> Reading | None:
    """A people driven from a place that is named: "100,000 Greeks were driven from Izmir"."""
    if s.words[at] != "driven" or s.tag(aux) != "e" or s.word(at + 1) != "from" or s.tag(at + 2) != "f":
        return None
    found = [v for v in subject(s, back_over(s, aux, "ehmrz") + 1) if _lives_there(s, v) or _a_people(s, v)]
    return Reading(at, trigger, found, "passive", []) if found else None


def _crowd(s: Sentence, victim: Phrase) -> bool:
    """Whether many "people" are meant."""
    return victim.several and (victim.min or 0) >= _EXODUS and s.word(victim.end - 1) == "people"


def _emptied(s: Sentence, at: int, trigger: Trigger) -> Reading | None:
    """Whom a place lost: "the eruption emptied villages of 6,000 people"."""
    of = next((i for i in range(at + 1, min(at + _EMPTY, s.size)) if s.tag(i) == "o"), None)
    victim = phrase_from(s, of + 1) if of is not None else None
    told = victim is not None and victim.several and victim.sort in {"person", "number"}
    return Reading(at, trigger, [victim], "active", []) if victim is not None and told else None


_BANISHED: Final = ("expel", "deport", "banish", "exile")
_ORDERS: Final = ("order", "told", "tell", "urg", "warn", "ask", "advis", "forc")
_BORDERS: Final = words("border borders frontier river line mountains hills")
_PLAY: Final = words(
    "final match game festival tournament holiday shopping sales pilgrimage marathon troops soldiers fans"
)
"""For these people cross a border and come home again."""
_OFF, _EMPTY = 5, 6


def _sheltered(s: Sentence, at: int, trigger: Trigger) -> Reading | None:
    """Who had to leave or lost a home, by a set phrase: "50,000 persons have had to abandon their homes"."""
    found = subject(s, back_over(s, at - 1, "ehmrzv") + 1)
    many = [v for v in found if v.several or v.sort == "none" or (not v.counted and s.tag(v.end - 1) == "P")]
    victims = [v for v in many if s.word(v.end - 1) not in _FUGITIVES]
    return Reading(at, trigger, victims, "passive", []) if victims else None


def read_flight(s: Sentence, at: int, trigger: Trigger) -> Reading | None:  # noqa: PLR0911 - one return a construction
    """Who lost a home: "12,000 people fled their homes", "the storm forced 200 families from their homes"."""
    special = _abandoned if s.words[at] == "abandoned" and s.tag(at + 1) == "f" else _SPECIAL.get(s.words[at])
    if special is not None:
        return special(s, at, trigger)
    if " " in s.words[at]:
        return _sheltered(s, at, trigger) if trigger.sure else _crossed(s, at, trigger)
    if s.words[at] == "forced":
        seized = objects(s, at + 1)[:1]
        if (
            seized
            and s.word(seized[0].end) == "into"
            and not _CARS.isdisjoint(s.words[seized[0].end : seized[0].end + 4])
        ):
            return Reading(at, Trigger("captured", "ed"), seized, "active", [])
    behind = s.words[at + 1 : at + _HOME_REACH]
    aux = back_over(s, at - 1, "rz")
    if s.words[at].startswith("fle") and not (_HAVENS | PERILS).isdisjoint(behind[:4]):
        victims = [v for v in subject(s, back_over(s, aux, "ehmrz") + 1) if v.several]
        return Reading(at, trigger, victims, "passive", []) if victims else None
    if s.words[at].startswith("fle"):
        found = subject(s, back_over(s, aux, "ehmrz") + 1)
        found = found or subject_by_count(s, at)
        victims = [v for v in found if _lives_there(s, v) or _a_people(s, v) or (s.tag(at + 1) == "f" and _crowd(s, v))]
        return Reading(at, trigger, victims, "passive", []) if victims else None
    if s.words[at] in _DRIVES:
        found = [v for v in objects(s, at + 1)[:1] if v.several or v.sort == "person"]
        victims = [v for v in found if v.several or (s.tag(v.end - 1) in "pPg" and s.word(v.end - 1) not in _FUGITIVES)]
        return Reading(at, trigger, victims, "active", []) if victims and _driven_off(s, victims[0]) else None
    home = s.words[at].startswith("abandon") and s.word(at + 1) in _HOMES
    home = home or _own_home(" ".join(behind))
    if not home and not (_GOES.intersection(behind) and s.words[at] in {"forced", "driven"}):
        return _banished(s, at, aux, trigger)
    if s.words[at] in {"forced", "driven"} and s.tag(aux) != "e":
        return Reading(at, trigger, objects(s, at + 1)[:1], "active", [])
    return Reading(at, trigger, subject(s, back_over(s, aux, "ehmrz") + 1), "passive", [])


_OWN_HOMES: Final = tuple(f"{owner} {home}" for owner in ("their", "his", "her") for home in _HOMES)


def _own_home(line: str) -> bool:
    """Whether the words tell of somebody's home: "their village"."""
    owned = "their " in line or "his " in line or "her " in line
    return owned and any(home in line for home in _OWN_HOMES)


_SPECIAL: Final = {"to leave": _told_to_leave, "emptied": _emptied, "emptying": _emptied}
