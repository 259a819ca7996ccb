"""Nouns that are counted themselves: "12 deaths", "no casualties", "the toll rose to 45"."""

from itertools import takewhile
from typing import Final

from tocsin.core.analysis.casualties.forms import Trigger
from tocsin.core.analysis.casualties.lists import back_over
from tocsin.core.analysis.casualties.objects import objects
from tocsin.core.analysis.casualties.phrase import Phrase
from tocsin.core.analysis.casualties.reading import Reading
from tocsin.core.analysis.casualties.subjects import subject
from tocsin.core.analysis.casualties.tokens import Sentence
from tocsin.core.analysis.lexicon import words
from tocsin.core.analysis.numbers import Quantity

_SUFFERS: Final = words("suffered sustained suffering received sustaining suffer suffers treated hospitalized")
_SUFFERS_REACH: Final = 6
_HURTS: Final = words("injuries wounds burns")
_COMES_OFF: Final = words("escaped escapes survived left emerged")
"""How one ends up "with minor injuries"."""
_WARDS: Final = words(
    "hospital hospitals clinic clinics infirmary doctors medics surgeons nurses ward wards paramedics"
)
_TENDS: Final = words("admitted admitting treated treating treat tended tending bandaged")
"""What hospitals do with casualties, who then live."""
_TALLIED: Final = words("deaths fatalities injuries")
"""What reaches an amount: "deaths from cholera have reached 45"."""
_NEWS: Final = words("report reports word news sign signs indication indications record records evidence mention")

_AMOUNTS_TO: Final = words("""
    to at of is was reached reaches reaching hit hits stands stood passed passes exceeded exceeds topped tops past now
    climbed : surpassed surpasses reach exceed surpass pass top total be hit near touch touched
""")
"""Words between a toll and its amount."""

_TOLL_REACH: Final = 24
_GIVES: Final = words("give gives gave given giving put puts putting estimated estimates recorded records listed lists")
_GIVEN: Final = 6
_GROWS: Final = words(
    "rise rises rising climb climbs climbing grow grows growing increase worsen mount mounting soar exceed rose"
)
"""What a toll is expected to do before it is counted."""

_GOES: Final = words("gone went go goes risen rose jumped shot moved crept edged inched climbed")
_SAID: Final = 4
"""How far behind a toll's amount a word may tell that it counts others: "a toll of 1 person wounded"."""


def read_count(s: Sentence, at: int, trigger: Trigger) -> Reading | None:
    """How many deaths, injuries or casualties: "12 deaths", "the deaths of 12", "no casualties", "suffered wounds"."""
    word = s.words[at]
    if word == "deaths" and s.tag(at + 1) == "o":
        victims = objects(s, at + 2)
        if victims:
            return Reading(at, trigger, victims, "act", [])
    phrase = _counted(s, at)
    if phrase is None and word in _TALLIED:
        number = read_number(s, at, trigger)
        if number is not None and s.word(number.victims[0].start - 1) != "of":
            return number
    if phrase is None and s.word(at + 2) in {"avoided", "averted", "prevented"}:
        return Reading(at, trigger, [Phrase(at, at + 1, "none")], "count", [])
    if phrase is None:
        return _wounds(s, at, trigger) if word in _HURTS else None
    if phrase.counted and (word in {"wounds", "burns"} or (word == "injuries" and s.word(at + 1) in {"of", "to"})):
        return None  # "three bullet wounds" count no people
    if word == "casualties" and phrase.counted and not _tended(s, phrase.start - 1):
        phrase = phrase.but(min=None, max=None)  # dead or wounded, the word doesn't tell
    return Reading(at, trigger, [phrase], "count", [])


def _tended(s: Sentence, at: int) -> bool:
    """Whether casualties are treated: "hospitals admitted 41 casualties", but a general admits to 41."""
    return s.word(at) in _TENDS and not _WARDS.isdisjoint(s.words)


def _counted(s: Sentence, at: int) -> Phrase | None:
    """The amount or "no" before the noun at ``at``."""
    before = back_over(s, at - 1, "jkgyxp")
    before -= s.tag(before) == "o"  # "hundreds of deaths"
    if s.tag(before) == "c" and s.trigger(before - 1) is not None:
        before -= 2  # "no deaths or injuries"
    if s.word(before) in _NEWS and s.tag(back_over(s, before - 1, "jx")) == "N":
        before = back_over(s, before - 1, "jx")  # "no reports of deaths"
    if s.tag(before) == "n":
        quantity = s.quantity(before)
        if quantity is not None:
            return Phrase(quantity.start, at + 1, "number", quantity.min, quantity.max)
    if s.tag(before) == "N" or s.word(before) == "without":
        return Phrase(before, at + 1, "none")
    return None


def _wounds(s: Sentence, at: int, trigger: Trigger) -> Reading | None:
    """Whose the wounds are: "injuries to two men", "she suffered serious injuries"."""
    suffered = next((i for i in range(at + 1, at + 4) if s.words[i : i + 1] and s.words[i] in _SUFFERS), at)
    if s.word(at + 1) == "to" or s.tag(suffered + 1) == "b":
        victims = objects(s, suffered + 2)
        return Reading(at, trigger, victims, "act", []) if victims else None
    verb = next((i for i in range(at - 1, max(-1, at - _SUFFERS_REACH), -1) if s.words[i] in _SUFFERS), None)
    if verb is None:
        have = back_over(s, at - 1, "jxkpfyar")
        if s.word(have) == "with" and s.word(back_over(s, have - 1, "r")) in _COMES_OFF:
            return Reading(
                at, trigger, subject(s, back_over(s, back_over(s, have - 1, "r"), "ehmrzv") + 1), "passive", []
            )
        hurt = subject(s, have) if s.word(have) == "with" else []
        return Reading(at, trigger, hurt, "passive", []) if hurt and hurt[-1].several else None
    if s.words[verb].startswith("treat") and s.tag(back_over(s, verb - 1, "r")) != "e":
        return Reading(at, trigger, objects(s, verb + 1), "active", [])
    return Reading(at, trigger, subject(s, back_over(s, verb - 1, "ehrmc") + 1), "passive", [])


def read_toll(s: Sentence, at: int, trigger: Trigger) -> Reading | None:
    """A toll and its amount: "the toll rose to 45", "a toll of 12 dead", "bringing the death toll to 310"."""
    amount = amount_told(s, at)
    if amount is None:
        grows = s.word(at - 1) == "death" and not _GROWS.isdisjoint(s.words[at + 1 : at + _TOLL_REACH])
        return Reading(at, trigger, [Phrase(at, at + 1, "person")], "toll", []) if grows else None
    behind = takewhile(lambda i: s.tag(i) not in ",;", range(amount.end, amount.end + _SAID))
    said = next((t for t in map(s.trigger, behind) if t is not None and t.form in {"ed", "state"}), None)
    return read_number(s, at, trigger) if said is None or said.kind == trigger.kind else None


def read_number(s: Sentence, at: int, trigger: Trigger) -> Reading | None:
    """A number said to be so many: "the number of injured climbed to 210"."""
    amount = amount_told(s, at)
    if amount is None:
        return None
    victims = [Phrase(amount.start, amount.end, "number", amount.min, amount.max)]
    return Reading(max(at, amount.start), trigger, victims, "toll", [])


def _put_at(s: Sentence, at: int, equal: int) -> bool:
    """Whether the "as" at ``equal`` gives an amount to the number at ``at``: "gave the number of dead as 18"."""
    return s.word(equal) == "as" and not _GIVES.isdisjoint(s.words[max(0, at - _GIVEN) : at])


def _told_before(s: Sentence, at: int) -> Quantity | None:
    """The amount told before what it counts: "to 310 the number", "sixteen is now the number of confirmed deaths"."""
    if s.word(at - 1) == "the" and s.tag(at - 2) == "n":
        before = s.quantity(at - 2)
        return before if before is not None and s.word(before.start - 1) in {"to", "at"} else None
    head = back_over(s, at - 1, "djovDk" if s.words[at] in _TALLIED else "dj")
    if s.tag(head) == "g" and s.words[at] in _TALLIED:
        head = back_over(s, head - 1, "dj")  # "the number of deaths"
    equal = back_over(s, head, "r")
    return s.quantity(equal - 1) if s.word(equal) in {"is", "was"} and s.tag(equal - 1) == "n" else None


def amount_told(s: Sentence, at: int) -> Quantity | None:
    """The amount that a toll or number at ``at`` is said to have: "rose to 45", "to 310 the number"."""
    before = _told_before(s, at)
    if before is not None:
        return before
    for ahead in range(at + 1, min(at + _TOLL_REACH, s.size)):
        tag = s.tag(ahead)
        quantity = s.quantity(ahead) if tag == "n" else None
        if quantity is not None:
            if s.word(quantity.start) == "up" and s.word(quantity.start - 1) in _GOES:
                return quantity.at_its_end()  # "has gone up to 44"
            if s.word(quantity.start) == "from":
                return quantity.at_its_end()
            if s.word(quantity.start - 1) == "by" and quantity.min != quantity.max:
                return quantity.at_its_end()  # "risen by five to 45"
            equal = quantity.start - 1
            if s.tag(quantity.end) not in "yT" and (s.word(equal) in _AMOUNTS_TO or _put_at(s, at, equal)):
                return quantity
        elif tag in ";w" and s.words[ahead] != ":":
            break
    return None
