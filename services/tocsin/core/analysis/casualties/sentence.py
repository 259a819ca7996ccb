"""All that one sentence says of people hurt."""

from collections.abc import Callable
from typing import Final

from tocsin.core.analysis.casualties.acts import read_act, read_bodies
from tocsin.core.analysis.casualties.ahead import phrase_from
from tocsin.core.analysis.casualties.appositions import once_each
from tocsin.core.analysis.casualties.counts import amount_told, read_count, read_number, read_toll
from tocsin.core.analysis.casualties.fallback import is_unclear, subject_by_count, those_before
from tocsin.core.analysis.casualties.fallen import by_peril
from tocsin.core.analysis.casualties.fiction import is_fiction
from tocsin.core.analysis.casualties.flight import read_flight
from tocsin.core.analysis.casualties.forms import Form, Trigger
from tocsin.core.analysis.casualties.idioms import read_idiom
from tocsin.core.analysis.casualties.included import included
from tocsin.core.analysis.casualties.lists import back_over
from tocsin.core.analysis.casualties.lives import read_lives
from tocsin.core.analysis.casualties.phrase import Phrase
from tocsin.core.analysis.casualties.reading import Reading
from tocsin.core.analysis.casualties.states import listed_among, read_state, read_suffered
from tocsin.core.analysis.casualties.sums import summed
from tocsin.core.analysis.casualties.tokens import Sentence
from tocsin.core.analysis.casualties.triggers import PERSONAL
from tocsin.core.analysis.casualties.unhurt import read_lacking, read_unhurt
from tocsin.core.analysis.casualties.verbs import read_verb
from tocsin.core.analysis.casualties.victims import is_victim
from tocsin.core.analysis.lexicon import words

_VERBS: Final[dict[Form, Callable[[Sentence, int, Trigger, Reading | None], Reading | None]]] = {
    "ed": read_verb,
    "base": read_verb,
    "ing": read_verb,
    "suffered": read_suffered,
    "state": read_state,
    "unhurt": read_unhurt,
    "lacking": read_lacking,
}

_NOUNS: Final[dict[Form, Callable[[Sentence, int, Trigger], Reading | None]]] = {
    "act": read_act,
    "doer": read_act,
    "base": read_act,
    "ing": read_act,
    "suffered": read_act,
    "count": read_count,
    "toll": read_toll,
    "lives": read_lives,
    "bodies": read_bodies,
    "flight": read_flight,
    "idiom": read_idiom,
}

_COUNTS: Final = words("number total toll figure count tally roll list")
"""Nouns that "of dead" and "of the injured" follow: "the number of injured climbed to 210"."""

_SHARED: Final = 3
"""How many words apart two verbs stand that share one amount: "killed or seriously wounded"."""


def readings(s: Sentence) -> list[Reading]:
    """Every reading of a trigger in the sentence, in order, its victims those that can be people."""
    found = _readings(s)
    for second in range(1, len(found)):
        if _share_amount(found[second - 1], found[second]):
            found[second - 1], found[second] = _at_most(found[second - 1]), _at_most(found[second])
    return found


def _readings(s: Sentence) -> list[Reading]:
    found: list[Reading] = []
    before: Reading | None = None
    for at in s.triggers:
        trigger = s.trigger(at)
        reading = _read(s, at, trigger, before) if trigger is not None else None
        if trigger is None or reading is None or is_fiction(s, at, trigger):
            continue
        before = reading = by_peril(s, reading)
        if not reading.victims and reading.voice == "passive":
            reading = reading.but(victims=subject_by_count(s, at))
        victims = [_settled(s, victim, reading) for victim in those_before(s, reading) or reading.victims]
        if victims and victims[0].sort == "none":
            del victims[1:]
        victims = [victim for victim in victims if is_victim(s, victim, reading)]
        if not victims and trigger.sure and reading.voice == "passive" and is_unclear(s, reading):
            victims = subject_by_count(s, at)
        if any(victim.several for victim in victims):
            victims = [victim for victim in victims if victim.counted]
        if len(victims) > 1:
            victims = once_each(s, victims)
        if victims:
            found.append(reading.but(victims=summed(s, victims)))
            named = included(s, reading.but(victims=victims))
            if named is not None:
                found.append(named)
    return found


def _read(s: Sentence, at: int, trigger: Trigger, before: Reading | None) -> Reading | None:
    """As a noun, a verb, or both in this order for words that are both ("murder", "killing")."""
    verb = _VERBS.get(trigger.form)
    wounds = s.words[at] == "wounds"
    noun = read_count if wounds else _NOUNS.get(trigger.form)
    if trigger.form == "suffered" and not s.words[at].endswith("ing"):
        noun = None  # "the drowning of", but "died of"
    if s.tag(at - 1) == "o" and trigger.form in {"ed", "state"}:
        return _read_counted(s, at, trigger)
    if (
        trigger.form in {"ed", "state"}
        and s.word(at - 1) == "the"
        and s.tag(at - 2) == "o"
        and s.word(at - 3) in _COUNTS
    ):
        return read_number(s, at - 3, trigger)
    if trigger.form == "ed" and s.word(at - 1) in {"the", "those"}:
        listed = listed_among(s, at, trigger)
        if listed is not None:
            return listed
    if noun is not None and (verb is None or _stands_as_noun(s, at)):
        reading = noun(s, at, trigger)
        if reading is not None:
            return reading
    reading = verb(s, at, trigger, before) if verb is not None else None
    return read_count(s, at, trigger) if reading is None and wounds else reading


def _read_counted(s: Sentence, at: int, trigger: Trigger) -> Reading | None:
    """As those counted: "the number of injured climbed to 210", "thousands of wounded"."""
    if s.word(at - 2) in _COUNTS:
        return read_number(s, at - 2, trigger)
    quantity = s.quantity(at - 2) if s.tag(at - 2) == "n" else None
    if quantity is None or trigger.kind == "captured":
        return None  # "executed dozens of captured soldiers" tells of their execution
    return Reading(at, trigger, [Phrase(quantity.start, at + 1, "number", quantity.min, quantity.max)], "count", [])


def _stands_as_noun(s: Sentence, at: int) -> bool:
    return s.tag(at + 1) == "o" or s.tag(at - 1) in "adj" or s.word(at - 1) == "'"


def _settled(s: Sentence, victim: Phrase, reading: Reading) -> Phrase:
    """The phrase with what only the verb tells: under a name, whoever is murdered or kidnapped is one person."""
    if victim.sort != "unknown" or victim.counted or victim.definite or not _of_one(s, victim, reading):
        return _numbered(s, victim)
    alone = victim.end - victim.start == 1 and (s.words[victim.start].endswith("s") or s.word(victim.end) == "were")
    if alone or s.tag(victim.end - 1) not in "xf" or s.tag(victim.start) not in "xf":
        return victim
    return victim.but(sort="person", min=1, max=1, name=True)


_ONE_WAS: Final = words("was is") | {"has been", "had been"}


def _of_one(s: Sentence, victim: Phrase, reading: Reading) -> bool:
    """Whether an unknown word must be a person: whoever is murdered, and in "Garner was wounded" who has a name."""
    if s.words[reading.at] in PERSONAL:
        return True
    trigger = reading.trigger
    if not trigger.sure or trigger.kind not in {"killed", "injured"} or s.word(victim.end) not in _ONE_WAS:
        return False
    aux = back_over(s, reading.at - 1, "r")
    return aux == victim.end and (not s.capitals_tell or s.capital(victim.start))


def _numbered(s: Sentence, victim: Phrase) -> Phrase:
    """Where the amount stands elsewhere: "the number of dead rose to 45", "put the number killed at 200"."""
    if victim.counted:
        return victim
    at = victim.start
    last = min(victim.start + 4, victim.end)
    while at < last and s.words[at] not in _COUNTS:
        at += 1
    amount = amount_told(s, at) if at < last else None
    if amount is None:
        return victim
    start, end = min(victim.start, amount.start), max(victim.end, amount.end)
    counted = phrase_from(s, at + 2) if s.tag(at + 1) == "o" and s.trigger(at + 2) is None else None
    if counted is not None and counted.sort == "thing":
        return victim.but(sort="thing")  # "to 17 the number of pylons that were blown up"
    return victim.but(sort="number", min=amount.min, max=amount.max, start=start, end=end)


def _share_amount(one: Reading, other: Reading) -> bool:
    """Whether two verbs have one amount between them: "killed or wounded 600", "12 people were killed and injured"."""
    kinds = {one.trigger.kind, other.trigger.kind}
    close = 0 < other.at - one.at <= _SHARED
    return close and kinds == {"killed", "injured"} and one.victims[0].start == other.victims[0].start


def _at_most(reading: Reading) -> Reading:
    """The reading with its amounts as what each of the two is at most."""
    victims = [victim.but(min=None, max=victim.max) if victim.several else victim for victim in reading.victims]
    return reading.but(victims=victims)
