"""Nouns that are counted themselves: "12 deaths", "no casualties", "the toll rose to 45", "claimed 12 lives"."""

from tocsin.core.analysis.casualties.acts import amount_before
from tocsin.core.analysis.casualties.behind import phrase_until
from tocsin.core.analysis.casualties.lists import back_over
from tocsin.core.analysis.casualties.objects import objects
from tocsin.core.analysis.casualties.phrase import Phrase
from tocsin.core.analysis.casualties.reading import Reading
from tocsin.core.analysis.casualties.subjects import subject
from tocsin.core.analysis.casualties.tokens import Sentence
from tocsin.core.analysis.casualties.triggers import Trigger
from tocsin.core.analysis.lexicon import words
from tocsin.core.analysis.numbers import Quantity

_SUFFERS = words("suffered sustained suffering received sustaining suffer suffers treated hospitalized")
_SUFFERS_REACH = 5

_AMOUNTS_TO = words("""
    to at of is was reached reaches reaching hit hits stands stood passed passes exceeded exceeds topped tops past now
    climbed : surpassed surpasses
""")
"""Words between a toll and its amount."""

_TOLL_REACH = 24

_TAKES = words("""
    claimed claims claim claiming cost costs costing took take takes taken taking lost lose loses losing loss
""")
"""What is done to lives; of these, those in lo- are done by their owners."""

_TAKES_REACH = 7
_LOST_REACH = 5

_HOMES = words("home homes houses villages")
_HOME_REACH = 9


def read_count(s: Sentence, at: int, trigger: Trigger) -> Reading | None:
    """How many deaths, injuries or casualties: "12 deaths", "the deaths of 12", "no casualties", "suffered wounds"."""
    word = s.words[at]
    if word == "deaths" and s.tag(at + 1) == "o":
        victims = objects(s, at + 2)
        if victims:
            return Reading(at, trigger, victims, "act", [])
    phrase = _counted(s, at)
    if phrase is None:
        return _wounds(s, at, trigger) if word in {"injuries", "wounds"} else None
    if word in {"injuries", "wounds"} and phrase.counted and s.tag(at + 1) in "oi" and s.word(at + 1) != "in":
        return None  # "three injuries to his leg" counts no people
    if word == "casualties" and phrase.counted:
        phrase = phrase._replace(min=None, max=None)  # dead or wounded, the word doesn't tell
    return Reading(at, trigger, [phrase], "count", [])


def _counted(s: Sentence, at: int) -> Phrase | None:
    """The amount or "no" before the noun at ``at``."""
    before = back_over(s, at - 1, "jkgy")
    if s.tag(before) == "n":
        quantity = s.quantity(before)
        if quantity is not None:
            return Phrase(quantity.start, at + 1, "number", quantity.min, quantity.max)
    if s.tag(before) == "N" or s.word(before) == "without":
        return Phrase(before, at + 1, "none")
    return None


def _wounds(s: Sentence, at: int, trigger: Trigger) -> Reading | None:
    """Whose the wounds are: "injuries to two men", "she suffered serious injuries"."""
    if s.word(at + 1) == "to":
        victims = objects(s, at + 2)
        return Reading(at, trigger, victims, "act", []) if victims else None
    verb = next((i for i in range(at - 1, max(-1, at - _SUFFERS_REACH), -1) if s.words[i] in _SUFFERS), None)
    if verb is None:
        return None
    return Reading(at, trigger, subject(s, back_over(s, verb - 1, "ehrmc") + 1), "passive", [])


def read_toll(s: Sentence, at: int, trigger: Trigger) -> Reading | None:
    """A toll and its amount: "the toll rose to 45", "a toll of 12 dead", "bringing the death toll to 310"."""
    amount = amount_told(s, at)
    if amount is None:
        return None
    said = next((t for t in map(s.trigger, range(amount.end, amount.end + 4)) if t and t.form in {"ed", "state"}), None)
    if said is not None and said.kind != trigger.kind:
        return None
    return Reading(at, trigger, [Phrase(amount.start, amount.end, "number", amount.min, amount.max)], "toll", [])


def amount_told(s: Sentence, at: int) -> Quantity | None:
    """The amount that a toll or number at ``at`` is said to have: "rose to 45", "to 310 the number"."""
    if s.word(at - 1) == "the" and s.tag(at - 2) == "n":
        before = s.quantity(at - 2)
        if before is not None and s.word(before.start - 1) in {"to", "at"}:
            return before
    for ahead in range(at + 1, min(at + _TOLL_REACH, s.size)):
        tag = s.tag(ahead)
        quantity = s.quantity(ahead) if tag == "n" else None
        if quantity is not None:
            if s.tag(quantity.end) not in "yT" and s.word(quantity.start - 1) in _AMOUNTS_TO:
                return quantity
            if s.word(quantity.start) == "from":
                return quantity._replace(min=quantity.max)
        elif tag in ";w" and s.words[ahead] != ":":
            break
    return None


def read_lives(s: Sentence, at: int, trigger: Trigger) -> Reading | None:
    """Lives taken or lost: "claimed 12 lives", "the lives of 12", "12 lives were lost", "12 men lost their lives"."""
    verb = next((s.words[i] for i in range(at - 1, max(-1, at - _TAKES_REACH), -1) if s.words[i] in _TAKES), None)
    if verb is None:
        counted = phrase_until(s, at + 1)
        lost = "lost" in s.words[at + 1 : at + _LOST_REACH] and counted is not None and counted.counted
        return Reading(at, trigger, [counted], "count", []) if lost and counted else None
    if s.tag(at + 1) == "o":
        victims = objects(s, at + 2)
        return Reading(at, trigger, victims, "act", []) if victims else None
    if s.word(at - 1) in {"their", "his", "her"}:
        return _lost_theirs(s, at, trigger) if verb.startswith("lo") and verb != "loss" else None
    amount = amount_before(s, at)
    return Reading(at, trigger, [amount], "count", []) if amount is not None else None


def _lost_theirs(s: Sentence, at: int, trigger: Trigger) -> Reading:
    """The owners of lives that were lost: "twelve soldiers lost their lives"."""
    verb = next(i for i in range(at - 1, -1, -1) if s.words[i] in _TAKES)
    return Reading(at, trigger, subject(s, back_over(s, verb - 1, "ehmrz") + 1), "passive", [])


def read_flight(s: Sentence, at: int, trigger: Trigger) -> Reading | None:
    """Who lost a home: "12,000 people fled their homes", "the storm forced 200 families from their homes"."""
    home = next((i for i in range(at + 1, min(at + _HOME_REACH, s.size)) if s.words[i] in _HOMES), None)
    if home is None or s.words[home - 1] not in {"their", "his", "her"}:
        return None
    aux = back_over(s, at - 1, "rz")
    if s.words[at] in {"forced", "driven"} and s.tag(aux) != "e":
        return Reading(at, trigger, objects(s, at + 1)[:1], "active", [])
    return Reading(at, trigger, subject(s, back_over(s, aux, "ehmrz") + 1), "passive", [])
