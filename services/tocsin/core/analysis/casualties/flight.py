"""Homes left or lost: "12,000 people fled their homes", "drove 300 families from their homes"."""

from tocsin.core.analysis.casualties.fallback import subject_by_count
from tocsin.core.analysis.casualties.forms import Trigger
from tocsin.core.analysis.casualties.lists import back_over
from tocsin.core.analysis.casualties.objects import objects
from tocsin.core.analysis.casualties.phrase import Phrase
from tocsin.core.analysis.casualties.reading import Reading
from tocsin.core.analysis.casualties.subjects import subject
from tocsin.core.analysis.casualties.tokens import Sentence
from tocsin.core.analysis.lexicon import words

_HOMES = words(
    "home homes houses villages village shacks huts tents flats dwellings farms town neighbourhood land lands"
)
_HOME_REACH = 9
_CARS = words("van car truck vehicle boat jeep taxi lorry pickup minibus helicopter")
"""What people are forced into who are kidnapped."""

_DRIVES = words("drive drives driving drove forcing")
_HAVENS = words(
    "home homes town village villages city area region country province fighting violence camp district enclave"
)
"""What thousands flee, and those who have done a crime do not."""


_INHABITANTS = words("""
    villagers residents families households civilians refugees inhabitants townspeople townsfolk locals people persons
    islanders farmers herders women children christians muslims kurds
""")
_FUGITIVES = words("""
    guerrillas rebels terrorists commandos assailants gunmen soldiers troops militants fighters suspects criminals
    insurgents attackers aides officers leaders leader we i they
""")
"""Who hide after a fight or a crime have not lost their homes."""

_EXODUS = 30
"""Fewer who flee may be those who did it."""


def _lives_there(s: Sentence, victim: Phrase) -> bool:
    """Whether who fled lost a home: many of them, and people who lived there."""
    many = victim.several and (victim.min or victim.max or 0) >= _EXODUS
    return many and (victim.sort == "number" or s.word(victim.end - 1) in _INHABITANTS)


def _sheltered(s: Sentence, at: int, trigger: Trigger) -> Reading | None:
    """Who had to leave or lost a home, by a set phrase: "50,000 persons have had to abandon their homes"."""
    found = subject(s, back_over(s, at - 1, "ehmrzv") + 1)
    many = [v for v in found if v.several or v.sort == "none" or (not v.counted and s.tag(v.end - 1) == "P")]
    victims = [v for v in many if s.word(v.end - 1) not in _FUGITIVES]
    return Reading(at, trigger, victims, "passive", []) if victims else None


def read_flight(s: Sentence, at: int, trigger: Trigger) -> Reading | None:  # noqa: PLR0911 - one return a construction
    """Who lost a home: "12,000 people fled their homes", "the storm forced 200 families from their homes"."""
    if " " in s.words[at]:
        return _sheltered(s, at, trigger)
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
    if s.words[at].startswith("fle") and not _HAVENS.isdisjoint(behind[:4]):
        victims = [v for v in subject(s, back_over(s, aux, "ehmrz") + 1) if v.several]
        return Reading(at, trigger, victims, "passive", []) if victims else None
    if s.words[at].startswith("fle"):
        found = subject(s, back_over(s, aux, "ehmrz") + 1)
        victims = [v for v in found or subject_by_count(s, at) if _lives_there(s, v)]
        return Reading(at, trigger, victims, "passive", []) if victims else None
    if s.words[at] in _DRIVES:
        victims = [v for v in objects(s, at + 1)[:1] if v.several or v.sort == "person"]
        out = victims and s.word(victims[0].end) == "out"
        home_at = victims[0].end + (3 if out else 2) if victims else at
        driven = victims and s.word(victims[0].end) in {"from", "out"} and s.word(home_at) in _HOMES
        return Reading(at, trigger, victims, "active", []) if driven else None
    home = s.words[at].startswith("abandon") and s.word(at + 1) in _HOMES
    home = home or any(f"{owner} {home}" in " ".join(behind) for owner in ("their", "his", "her") for home in _HOMES)
    if not home and not ("flee" in behind and s.words[at] in {"forced", "driven"}):
        return None
    if s.words[at] in {"forced", "driven"} and s.tag(aux) != "e":
        return Reading(at, trigger, objects(s, at + 1)[:1], "active", [])
    return Reading(at, trigger, subject(s, back_over(s, aux, "ehmrz") + 1), "passive", [])
