"""Words that tell of harm only in a phrase: "buried alive", "taken to hospital", "succumbed to his wounds"."""

from collections.abc import Callable
from typing import Final

from tocsin.core.analysis.casualties.acts import amount_before
from tocsin.core.analysis.casualties.ahead import phrase_from
from tocsin.core.analysis.casualties.captivity import FIGHTERS, read_hands, read_holding, read_prisoners, read_took
from tocsin.core.analysis.casualties.counts import read_toll
from tocsin.core.analysis.casualties.fallen import read_buried, read_claimed, read_fallen, read_taken_down, read_trapped
from tocsin.core.analysis.casualties.forms import Trigger
from tocsin.core.analysis.casualties.lists import back_over
from tocsin.core.analysis.casualties.objects import objects
from tocsin.core.analysis.casualties.phrase import Phrase
from tocsin.core.analysis.casualties.reading import Reading
from tocsin.core.analysis.casualties.subjects import subject
from tocsin.core.analysis.casualties.tokens import Sentence
from tocsin.core.analysis.lexicon import expand, words

_HURTS: Final = words("""
    injuries wounds burns injury wound bones limbs ribs fractures bruises cuts skull skulls leg legs arm arms
    wrist wrists hip hips ankle ankles neck necks nose noses jaw jaws
""")
_WEAPONS: Final = words("gunshot bullet shrapnel knife stab shell")
_TAKEN: Final = words("taken rushed airlifted transported admitted evacuated brought")
_KIN: Final = words("""
    brother brothers son sons daughter daughters child children parents husband wife sister sisters father mother
    relatives cousins cousin uncle uncles aunt aunts nephew nephews niece nieces grandparents grandchildren
    grandfather grandmother twins in-laws family friends comrades
""")
"""Whom one loses in a war or an accident."""

_WHERE_LOST: Final = words("in at on off when aboard during with overboard")
"""Behind "lost", these tell that who stands before it died: "29 sailors lost in the storm"."""

_SOUGHT: Final = words("search searching searched searchers looking contact rescuers")
"""With one of these, those lost are not yet given up."""

_DECLARED: Final = words("declared listed posted reported feared believed presumed")
"""Before "lost", these tell that nobody knows more."""

_WILDS: Final = words("""
    delta mountains mountain desert forest jungle woods bush fog hills wilderness rainforest swamp marshes
    canyon outback sahara amazon steppe tundra snow marsh dunes
""")
"""Where people go astray."""

_NEEDS: Final = words("needed need needing required receiving received")
_NEAR, _FAR = 6, 8


def read_idiom(s: Sentence, at: int, trigger: Trigger) -> Reading | None:
    """What the word says in its phrase; None where it stands in none that tells of harm."""
    return _IDIOMS[s.words[at]](s, at, trigger)


def _succumbed(s: Sentence, at: int, trigger: Trigger) -> Reading | None:
    """Died of wounds: "succumbed to his injuries"."""
    if _HURTS.isdisjoint(s.words[at + 1 : at + _NEAR]):
        return None
    return Reading(at, trigger, subject(s, back_over(s, at - 1, "ehmrz") + 1), "passive", [])


def _nursing(s: Sentence, at: int, trigger: Trigger) -> Reading | None:
    """Hurt, and known by what is nursed: "a dozen passengers were left nursing broken bones"."""
    if _HURTS.isdisjoint(s.words[at + 1 : at + _NEAR]):
        return None
    hurt = subject(s, back_over(s, at - 1, "ehmrzv") + 1)
    shot = not _WEAPONS.isdisjoint(s.words[at + 1 : at + _NEAR])
    told = shot or s.words[at] != "recovering" or any(victim.several for victim in hurt)  # one may be a player
    return Reading(at, trigger, hurt, "passive", []) if told else None


def _treated(s: Sentence, at: int, trigger: Trigger) -> Reading | None:
    """Who needed a doctor: "two cyclists are being treated in intensive care", "medics treated 30 marchers"."""
    aux = back_over(s, at - 1, "rz")
    found = subject(s, back_over(s, aux, "ehmrz") + 1) if s.tag(aux) == "e" else objects(s, at + 1)
    victims = [v for v in found if (v.several or v.sort == "none") and s.word(v.end - 1) not in _PATIENTS]
    return Reading(at, trigger, victims, "passive", []) if victims and victims[0].sort != "thing" else None


_PATIENTS: Final = words("patients patient animals")


def _hospital(s: Sentence, at: int, trigger: Trigger) -> Reading | None:
    """Taken to hospital: "twelve passengers were taken to hospital"."""
    if s.word(at + 1) == "treatment" and s.word(at - 1) in _NEEDS:
        return Reading(at, trigger, subject(s, back_over(s, at - 2, "ehmrz") + 1), "passive", [])
    to = back_over(s, at - 1, "dajx")
    verb = to - 1
    ferried = _ferried(s, to) if s.word(to) == "to" else None
    if ferried is not None:
        return Reading(at, trigger, [ferried], "active", [])
    if s.word(to) != "to" or s.word(verb) not in _TAKEN or s.tag(back_over(s, verb - 1, "r")) not in "enP":
        return None
    return Reading(at, trigger, subject(s, back_over(s, verb - 1, "ehmrz") + 1), "passive", [])


_FERRIES: Final = words(
    "took take takes taking ferried ferry rushed flew carried brought airlifted drove sent evacuated"
)


def _sentenced(s: Sentence, at: int, trigger: Trigger) -> Reading | None:
    """Condemned: "a court sentenced two smugglers to death"."""
    victims = objects(s, at + 1)[:1]
    told = victims and s.word(victims[0].end) == "to" and s.word(victims[0].end + 1) in {"death", "hang"}
    return Reading(at, trigger._replace(says="possible"), victims, "active", []) if told else None


def _ferried(s: Sentence, to: int) -> Phrase | None:
    """Who is brought: "ambulances took 19 people to hospital"."""
    verb = next((i for i in range(to - 2, max(-1, to - _FAR), -1) if s.words[i] in _FERRIES), None)
    phrase = phrase_from(s, verb + 1) if verb is not None else None
    return phrase if phrase is not None and phrase.end == to and phrase.counted and phrase.sort != "thing" else None


def _dragged(s: Sentence, at: int, trigger: Trigger) -> Reading | None:
    """Taken by force from where one was: "armed men dragged a priest from his car"."""
    aux = back_over(s, at - 1, "rz")
    if s.tag(aux) == "e":
        victims = subject(s, back_over(s, aux, "ehmrz") + 1) if s.word(at + 1) in {"from", "away", "off"} else []
    else:
        away = {"away", "off"} if s.words[at] != "dragged" else {"from", "away", "off", "out"}
        victims = [v for v in objects(s, at + 1)[:1] if s.word(v.end) in away or _into_the_wilds(s, v)]
    return Reading(at, trigger, victims, "active", []) if victims and victims[0].sort == "person" else None


def _into_the_wilds(s: Sentence, victim: Phrase) -> bool:
    """Whether captives are taken where nobody follows: "marched nine novices into the bush"."""
    behind = s.words[victim.end + 1 : victim.end + 4]
    return victim.counted and s.word(victim.end) in {"into", "to"} and not _WILDS.isdisjoint(behind)


def _hijacked(s: Sentence, at: int, trigger: Trigger) -> Reading | None:
    """Those aboard: "a bus with 30 passengers aboard has been hijacked"."""
    for here in range(max(0, at - _APART), min(s.size, at + _APART)):
        quantity = s.quantity(here) if s.tag(here) == "n" and here != at else None
        phrase = phrase_from(s, quantity.start) if quantity is not None else None
        if phrase is not None and phrase.sort == "person" and phrase.several and s.word(phrase.end - 1) in _ABOARD:
            return Reading(at, trigger, [phrase], "act", [])
    return None


_APART: Final = 12
_ABOARD: Final = words(
    "passengers people crew tourists pilgrims workers children pupils students sailors migrants travellers"
)


def _refugees(s: Sentence, at: int, trigger: Trigger) -> Reading | None:
    """So many on the run: "some 15,000 refugees have crossed the river"."""
    amount = amount_before(s, at)
    moves = s.word(at + 1) == "from" or any(word.startswith(_FLIGHTS) for word in s.words[at + 1 : at + _NEAR])
    return Reading(at, trigger, [amount], "count", []) if amount is not None and amount.several and moves else None


_FLIGHTS: Final = ("cross", "arriv", "pour", "stream", "enter", "reach", "flood", "fled", "flee")


def _loss(s: Sentence, at: int, trigger: Trigger) -> Reading | None:
    """So many gone down: "the ship sank with the loss of 18 sailors"."""
    victims = objects(s, at + 2) if s.tag(at + 1) == "o" else []
    told = victims and victims[0].sort == "person" and victims[0].several
    return Reading(at, trigger, victims, "act", []) if told else None


def _injury(s: Sentence, at: int, trigger: Trigger) -> Reading | None:
    """So many hurt: "resulting in the injury of six people"; one may be a player."""
    found = objects(s, at + 2) if s.word(at + 1) in {"of", "to"} else []
    victims = [victim for victim in found if victim.sort == "person"]
    told = victims and victims[0].several
    return Reading(at, trigger, victims, "act", []) if told else None


def _lost(s: Sentence, at: int, trigger: Trigger) -> Reading | None:
    """An army's dead: "the government lost 476 troops"."""
    if s.word(at + 1) in _WHERE_LOST or s.tag(at + 1) in ";,":
        declared = s.word(back_over(s, at - 1, "r")) in _DECLARED
        victims = subject(s, back_over(s, at - 1, "ehmrzv" if declared else "ehmrz") + 1)
        told = victims and victims[-1].sort in {"person", "number"} and victims[-1].several
        astray = s.word(at + 1) == "in" and not _WILDS.isdisjoint(s.words[at + 2 : at + _NEAR])
        astray = astray or declared
        sought = trigger._replace(kind="missing") if astray or not _SOUGHT.isdisjoint(s.words) else trigger
        return Reading(at, sought, victims, "passive", []) if told else None
    victims = objects(s, at + 1)
    if victims and s.words[victims[0].end - 1] in _KIN and s.word(victims[-1].end) in {"in", "to", "when", "during"}:
        return Reading(at, trigger, victims, "active", [])
    told = victims and victims[0].counted and s.words[victims[0].end - 1] in FIGHTERS
    return Reading(at, trigger, victims, "active", []) if told else None


def _count(s: Sentence, at: int, trigger: Trigger) -> Reading | None:
    """A body count: "the body count reached 73"."""
    return read_toll(s, at, trigger) if s.word(at - 1) in {"body", "death", "fatality"} else None


_IDIOMS: Final[dict[str, Callable[[Sentence, int, Trigger], Reading | None]]] = {
    **dict.fromkeys(("bury", "buries", "burying", "buried"), read_buried),
    **dict.fromkeys(("claim", "claims", "claimed", "claiming"), read_claimed),
    "fell": read_fallen,
    "down with it": read_taken_down,
    "down with her": read_taken_down,
    "hands": read_hands,
    "captivity": read_hands,
    **dict.fromkeys(expand("{carry,carries,carrying,sweep,sweeps,sweeping} {off,away}"), read_claimed),
    **dict.fromkeys(
        ("took", "taking", "took away", "taking away", "rounded up", "rounding up", "got hold of", "grabbed"), read_took
    ),
    **dict.fromkeys(("came away with", "got away with", "ended up with"), _nursing),
    "injury": _injury,
    "nursing": _nursing,
    **dict.fromkeys(("broke", "recovering"), _nursing),
    **dict.fromkeys(("trapped", "entombed"), read_trapped),
    **dict.fromkeys(("treated", "treating", "treat", "treats"), _treated),
    "succumbed": _succumbed,
    **dict.fromkeys(("hospital", "hospitals", "clinic", "clinics", "infirmary", "infirmaries"), _hospital),
    "holding": read_holding,
    "hold": read_holding,
    "holds": read_holding,
    "held": read_holding,
    "detained": read_holding,
    "taken": read_holding,
    "sentenced": _sentenced,
    **dict.fromkeys(("dragged", "marched", "herded", "frogmarched"), _dragged),
    "hijacked": _hijacked,
    "refugees": _refugees,
    "prisoners": read_prisoners,
    "lost": _lost,
    "losing": _lost,
    "loss": _loss,
    "count": _count,
}
