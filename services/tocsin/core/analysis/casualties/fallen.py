"""The dead told by what befell them: buried, fallen in a fight, claimed by a flood, taken down with a ship."""

from typing import Final

from tocsin.core.analysis.casualties.behind import phrase_until
from tocsin.core.analysis.casualties.captors import CAPTORS
from tocsin.core.analysis.casualties.forms import Trigger
from tocsin.core.analysis.casualties.lists import back_over
from tocsin.core.analysis.casualties.objects import objects, own_clause
from tocsin.core.analysis.casualties.phrase import Phrase
from tocsin.core.analysis.casualties.reading import Reading
from tocsin.core.analysis.casualties.subjects import subject
from tocsin.core.analysis.casualties.tokens import Sentence
from tocsin.core.analysis.lexicon import words

_ALIVE: Final = 8
_MASSES: Final = words("""
    rubble debris mud snow earth slag rock rocks ash lava landslide mudslide avalanche collapse dam tailings mine tip
    heap cliff hillside mountain tunnel cave-in roof
    tremor aftershock landslip rockfall rockslide mudflow landslides sinkhole
    wreckage ruins sand building quake earthquake slide volcano eruption
""")
"""What buries people who do not dig themselves out."""

_MOURNERS: Final = words("""
    we they families relatives villagers residents mourners neighbours neighbors parents town village kin islanders
""")
PERILS: Final = words("""
    famine flood floods flooding fire fires blaze blazes disease cholera malaria measles storm storms heatwave heat war
    crash crashes virus epidemic pandemic avalanche avalanches quake earthquake tsunami hunger drought cyclone hurricane
    typhoon landslide mudslide outbreak ebola blast blasts bomb bombs bombing explosion violence attack attacks fighting
    cold fever plague river sea lake accident disaster stampede shelling
""")
"""What claims or takes people."""

_BATTLES: Final = words("fighting battle combat action war charge assault clash clashes attack skirmish siege ambush")
_SHOTS: Final = words("fire fired shots guns volley volleys bullets bombardment")
_OWN: Final = words("its their")
_UNDER: Final = words("when as under before")
_SWEEPS: Final = ("took", "tak", "carried", "carry")
_NEAR, _SHOT, _PERIL = 5, 24, 10


def _people(found: list[Phrase]) -> list[Phrase]:
    """Those of the phrases that count several people, the first among them."""
    told = [v for v in found if v.several and v.sort in {"person", "number"}]
    return told if found and found[0] in told else []


def read_buried(s: Sentence, at: int, trigger: Trigger) -> Reading | None:
    """Buried alive, or laid to rest: "23 villagers were buried alive", "families buried 14 miners"."""
    aux = back_over(s, at - 1, "rz")
    passive = s.tag(aux) == "e"
    whom = subject(s, back_over(s, aux, "ehmrz") + 1) if passive else objects(s, at + 1)
    if "alive" in s.words[at + 1 : at + _ALIVE]:
        return Reading(at, trigger, whom, "passive" if passive else "active", []) if whom else None
    laid = trigger._replace(manner=None)
    if passive:
        below = s.word(at + 1) in {"under", "beneath", "by", "in"} and not _MASSES.isdisjoint(s.words[at + 2 : at + 7])
        return Reading(at, laid, _people(whom), "passive", []) if below and _people(whom) else None
    left = back_over(s, at - 1, "ehmrz")
    own = any(s.words[i] in _OWN for v in whom[:1] for i in range(v.start, v.end))
    by = own or "mass" in s.words or not _MASSES.isdisjoint(s.words) or s.word(left) in _MOURNERS
    return Reading(at, laid, _people(whom), "active", []) if by and _people(whom) else None


def read_claimed(s: Sentence, at: int, trigger: Trigger) -> Reading | None:
    """Whom a peril claims: "famine might claim 20,000 children", "the epidemic carried off 60 villagers"."""
    actors = subject(s, back_over(s, at - 1, "ehmrz") + 1)
    victims = _people(objects(s, at + 1))
    peril = actors and s.words[actors[-1].end - 1] in PERILS
    if " " in s.words[at]:
        peril = not PERILS.isdisjoint(s.words[max(0, at - _PERIL) : at])
    told = peril and victims and not own_clause(s, victims[0].end)
    return Reading(at, trigger, victims, "active", []) if told else None


def by_peril(s: Sentence, reading: Reading) -> Reading:
    """The reading, its captives dead where it is a peril that took them: "the famine carried off 300 infants"."""
    if reading.trigger.kind != "captured" or not s.words[reading.at].startswith(_SWEEPS):
        return reading
    before = s.words[max(0, reading.at - _PERIL) : reading.at]
    if PERILS.isdisjoint(before) or not CAPTORS.isdisjoint(before):
        return reading
    return reading.but(trigger=reading.trigger._replace(kind="killed", manner=None))


def read_fallen(s: Sentence, at: int, trigger: Trigger) -> Reading | None:
    """Who falls under fire: "police opened fire and more than 30 people fell", "17 fell in the fighting"."""
    victims = _people(subject(s, back_over(s, at - 1, "ehmrz") + 1))
    behind = s.words[at + 1 : at + _NEAR]
    battle = s.word(at + 1) in {"in", "at", "during"} and not _BATTLES.isdisjoint(behind)
    shot = s.tag(at + 1) in ";,c" and not _SHOTS.isdisjoint(s.words[max(0, at - _SHOT) : at])
    shot = shot or (s.word(at + 1) in _UNDER and not _SHOTS.isdisjoint(s.words[at + 2 : at + _SHOT]))
    field = s.word(at + 1) in {"at", "near"} and s.tag(at + 2) == "f" and any(map(_is_year, behind))
    return Reading(at, trigger, victims, "passive", []) if victims and (battle or shot or field) else None


def _is_year(word: str) -> bool:
    """Whether a year of another age is named, so that who "fell at Gallipoli in 1915" fell in battle."""
    return word.isdigit() and "1000" < word < "1980"


def read_taken_down(s: Sentence, at: int, trigger: Trigger) -> Reading | None:
    """Who sinks with a ship: "a troopship that took 400 men down with it"."""
    lost = phrase_until(s, at)
    took = lost is not None and s.word(lost.start - 1).startswith(("took", "take", "taking", "drag", "carr"))
    return Reading(at, trigger, [lost], "active", []) if lost is not None and lost.several and took else None


def read_trapped(s: Sentence, at: int, trigger: Trigger) -> Reading | None:
    """Who is out of reach below ground: "eighty miners are trapped underground", "12 trapped beneath the rubble"."""
    aux = back_over(s, at - 1, "rz")
    raised = back_over(s, aux, "ehmrzv")
    below = _PITS.union(_MASSES).intersection(s.words)
    whom = _people(subject(s, raised + 1)) if s.tag(aux) in "ev" else []
    return Reading(at, trigger, whom, "passive", []) if below and whom and _FATES.isdisjoint(s.words) else None


_FATES: Final = words("dead alive died killed survived rescued")
"""Words that tell what became of those trapped."""

_PITS: Final = words(
    "underground beneath pit shaft mineshaft miners colliery potholers cavers cave tunnel debris wreckage"
)
"""Where, or who, those are that are trapped and not merely held up."""
