"""All that one sentence says of people hurt."""

from collections.abc import Iterator
from itertools import pairwise

from tocsin.core.analysis.casualties.nouns import amount_told, read_noun
from tocsin.core.analysis.casualties.phrases import Phrase
from tocsin.core.analysis.casualties.tokens import Sentence
from tocsin.core.analysis.casualties.triggers import TRIGGERS, Trigger
from tocsin.core.analysis.casualties.verbs import Reading, read_verb

_NOUNS = frozenset({"act", "doer", "count", "toll", "lives", "bodies", "flight"})
_PERSONAL = frozenset(
    {
        "murder",
        "murdered",
        "murdering",
        "assassinated",
        "assassination",
        "assassinate",
        "kidnapped",
        "kidnap",
        "kidnapping",
        "abducted",
        "abduction",
        "murderers",
        "assassins",
        "kidnappers",
        "beheaded",
    }
)


def readings(s: Sentence) -> list[Reading]:
    """Every reading of a trigger in the sentence, in order, its victims those that can be people."""
    found = list(_readings(s))
    for first, second in pairwise(range(len(found))):
        if _share_amount(found[first], found[second]):
            found[first], found[second] = _shared(found[first]), _shared(found[second])
    return found


def _share_amount(one: Reading, other: Reading) -> bool:
    """Whether two verbs have one amount between them: "killed or wounded 600", "12 people were killed and injured"."""
    return (
        0 < other.at - one.at <= _JOINED
        and {one.trigger.kind, other.trigger.kind} == {"killed", "injured"}
        and one.victims[0].start == other.victims[0].start
    )


_JOINED = 3


def _shared(reading: Reading) -> Reading:
    return reading._replace(
        victims=[victim._replace(min=None) if (victim.max or 0) > 1 else victim for victim in reading.victims]
    )


def _readings(s: Sentence) -> Iterator[Reading]:
    before: Reading | None = None
    for at in [at for at, word in enumerate(s.words) if word in TRIGGERS]:
        trigger = TRIGGERS[s.words[at]]
        reading = None
        if trigger.form in _NOUNS or _is_noun(s, at, trigger):
            reading = read_noun(s, at, trigger)
        if reading is None and trigger.form not in _NOUNS:
            reading = read_verb(s, at, trigger, before)
        if reading is None:
            continue
        before = reading
        reading = reading._replace(victims=[_as_victim(s, victim, reading) for victim in reading.victims])
        if reading.victims and reading.victims[0].sort == "none":
            reading = reading._replace(victims=reading.victims[:1])
        victims = [victim for victim in reading.victims if _is_victim(s, victim, reading)]
        if victims:
            yield reading._replace(victims=victims)


def _as_victim(s: Sentence, victim: Phrase, reading: Reading) -> Phrase:
    """The phrase with what the verb tells of it: whoever is murdered or kidnapped under a name is one person."""
    if victim.sort != "unknown" or victim.counted or victim.definite or s.words[reading.at] not in _PERSONAL:
        return _numbered(s, victim)
    if s.tag(victim.end - 1) not in "xf" or s.tag(victim.start) not in "xf":
        return victim
    if victim.end - victim.start == 1 and s.word(victim.start).endswith("s"):
        return victim
    return victim._replace(sort="person", min=1, max=1, name=True)


def _numbered(s: Sentence, victim: Phrase) -> Phrase:
    """ "the number of dead rose to 45", "put the number killed at 200": the amount stands elsewhere."""
    at = next(
        (
            i
            for i in range(victim.start, min(victim.start + 4, victim.end))
            if s.word(i) in {"number", "figure", "total"}
        ),
        None,
    )
    if at is None or victim.counted:
        return victim
    amount = amount_told(s, at)
    if amount is None:
        return victim
    return victim._replace(
        sort="number",
        min=amount.min,
        max=amount.max,
        start=min(victim.start, amount.start),
        end=max(victim.end, amount.end),
    )


def _is_noun(s: Sentence, at: int, trigger: Trigger) -> bool:
    """Whether a word that is verb and noun ("murder", "killing") is a noun here."""
    if trigger.form not in {"base", "ing"}:
        return False
    return s.tag(at + 1) == "o" or s.tag(at - 1) in "adj" or s.word(at - 1) == "'"


def _is_victim(s: Sentence, victim: Phrase, reading: Reading) -> bool:
    if victim.sort in {"person", "none"}:
        return reading.trigger.sure or victim.counted or reading.voice != "active"
    if victim.sort == "number":
        plain = reading.trigger.sure or reading.voice != "active" or s.words[reading.at].startswith("hurt")
        return plain and s.word(victim.end) not in {"percent", "%"}
    if victim.sort == "unknown":
        if victim.counted:
            return reading.trigger.sure
        return s.words[reading.at] in _PERSONAL and not victim.definite and s.tag(victim.end - 1) in "xf"
    return False
