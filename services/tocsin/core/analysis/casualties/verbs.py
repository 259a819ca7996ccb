"""Verbs of harm done to people: "killed", "kidnapping", "wounds"."""

import re
from typing import Final

from tocsin.core.analysis.casualties.ahead import phrase_from
from tocsin.core.analysis.casualties.deadly import is_decreed, outcome
from tocsin.core.analysis.casualties.figurative import is_figure
from tocsin.core.analysis.casualties.forms import Trigger
from tocsin.core.analysis.casualties.joined import coordinated, entered_as, joined_clause, joined_passive, whom_done
from tocsin.core.analysis.casualties.lists import back_over
from tocsin.core.analysis.casualties.objects import objects, own_clause
from tocsin.core.analysis.casualties.phrase import Phrase
from tocsin.core.analysis.casualties.reading import Reading
from tocsin.core.analysis.casualties.subjects import subject
from tocsin.core.analysis.casualties.tokens import Sentence
from tocsin.core.analysis.casualties.triggers import TO_DEATH, TRIGGERS
from tocsin.core.analysis.casualties.verb_classes import TO_THE_END
from tocsin.core.analysis.lexicon import words

_HALF_PASSIVE: Final = words("found reported feared presumed believed left confirmed")
"""Verbs behind which a participle is passive without "be": "found murdered"."""

_TOGETHER: Final = 24
"""How far behind a passive those are looked for who were hurt with the subject."""

_DOER: Final = 10
"""How far behind a passive its "by" is looked for."""

_CLAUSE: Final = 12
"""How far behind a participle that begins the sentence its "were" is looked for."""

_YEAR: Final = re.compile(r"1[5-9]\d\d|20\d\d")

_AGENTS: Final = frozenset("hnpPgxfUuyj")
"""Classes before the verb of a clause about those before it: "the children whom a landslide (has) killed"."""


def read_verb(s: Sentence, at: int, trigger: Trigger, before: Reading | None) -> Reading | None:  # noqa: PLR0911 - one return a construction
    """The reading of the verb at ``at``; ``before`` is that of the verb it may be coordinated with."""
    if s.words[at] in {"seize", "seizes", "seized", "seizing"} and s.word(at + 1) in {"on", "upon", "up"}:
        return None
    if is_figure(s, at, trigger) or (trigger.kind == "injured" and s.word(at + 1) in _DEAD_BODIES):
        return None
    if s.words[at].startswith(("shoot", "shot")) and s.words[at] in TO_DEATH:
        next_word, left = s.word(at + 1), s.tag(at - 1)
        if next_word in {"at", "down"} or left in "adj" or s.word(at - 1) == "one":
            return None
    trigger = outcome(s, at, trigger)
    if s.words[at] in TO_THE_END and trigger.kind != "killed":
        return None
    if trigger.form == "ed":
        reading = entered_as(s, at, trigger) or _past(s, at, trigger, before)
    else:
        reading = _active(s, at, trigger, before)
    if reading is not None and trigger.kind == "killed" and is_decreed(s, at):
        return reading.but(trigger=trigger._replace(says="possible"))
    if reading is not None and s.words[at] == "shot" and any(s.word(v.end - 1) in _HELD for v in reading.victims):
        return reading.but(trigger=trigger._replace(kind="killed", manner="execution"))
    return reading


_DEAD_BODIES: Final = words("body bodies corpse corpses remains")
"""What is mutilated or burned is nobody hurt then: "whose brutally mutilated bodies were found"."""

_HELD: Final = words("hostages prisoners captives detainees internees deserters mutineers captive hostage")
"""Who is held and shot is put to death."""


def _past(s: Sentence, at: int, trigger: Trigger, before: Reading | None) -> Reading | None:  # noqa: C901, PLR0911, PLR0912 - one return a construction
    """A form in -ed: passive, perfect, simple past, or a participle that describes."""
    aux = back_over(s, at - 1, "rz")
    tag = s.tag(aux)
    if "nearly" in s.words[aux:at] or "almost" in s.words[aux:at]:
        return None
    if tag == "e" or s.word(aux) in _HALF_PASSIVE:
        return _passive(s, at, trigger, aux)
    be = _inverted(s, at) if s.tag(aux) == ";" else None
    if be is not None:
        return Reading(at, trigger, objects(s, be + 1), "passive", [])  # "Killed in the blast were three nurses"
    shared = _shared_object(s, at)
    whom = whom_done(s, at) if tag in _AGENTS and not _begins_phrase(s, at + 1) else []
    if whom:
        return Reading(at, trigger, whom, "passive", [])
    if tag == "m" and s.words[at] == "hurt" and s.tag(at + 1) in "nri" and _begins_phrase(s, at + 1):
        return _done_to(s, at, trigger, subject(s, back_over(s, aux, "ehmrz") + 1))  # "could hurt up to a thousand"
    if tag == "h":
        hurt = subject(s, back_over(s, aux, "ehmrz") + 1)
        if " " in s.words[at] and not _begins_phrase(s, at + 1):
            return Reading(at, trigger, hurt, "passive", [])  # "would have burned alive"
        return _done_to(s, at, trigger, hurt, shared)
    if before is not None and coordinated(s, before.at, at):
        if before.voice == "passive" and not _begins_phrase(s, at + 1):
            return before.but(at=at, trigger=trigger)
        if before.voice == "active" and _begins_phrase(s, at + 1):
            return _done_to(s, at, trigger, before.actors)
    be = joined_passive(s, aux) if tag == "c" and not _begins_phrase(s, at + 1) else None
    if be is not None:
        return _passive(s, at, trigger, be)
    if aux == at - 1 and ((tag in "adsjN" and s.tag(at + 1) in "pPgxfjy") or (tag == "n" and s.tag(at + 1) in "pPgx")):
        return describing(s, at, trigger, aux)
    if shared or (s.word(aux) in {"who", "which"} and aux == at - 1):
        return _done_to(s, at, trigger, subject(s, aux + 1), shared)
    return _simple_past(s, at, trigger, aux)


def _inverted(s: Sentence, at: int) -> int | None:
    """Where the "were" stands behind which the subject of a participle that begins the sentence follows."""
    for here in range(at + 1, min(at + _CLAUSE, s.size)):
        if s.word(here) in {"was", "were", "is", "are"}:
            return here
        if s.tag(here) in ",;chmkwl":
            return None
    return None


def _simple_past(s: Sentence, at: int, trigger: Trigger, aux: int) -> Reading | None:
    """Neither auxiliary nor neighbour tells: active when an object follows, else a participle ("12 killed in")."""
    tag = s.tag(aux)
    if tag == "n" and s.tag(aux - 1) in "oi" and _YEAR.fullmatch(s.word(aux)):
        tag = "y"  # "the earthquake of 1995 killed more than 6,000"
    behind = _behind_verb(s, at)
    if behind > at + 1:
        if s.tag(behind) in "adnsBPpf":
            return _done_to(s, at, trigger, subject(s, aux + 1), behind)
    elif _begins_phrase(s, behind) and (tag in "fpPgxyuUwD,;cTl" or s.tag(behind) in "adnB"):
        reading = _done_to(s, at, trigger, subject(s, aux + 1))
        told = reading is not None and any(victim.sort != "thing" for victim in reading.victims)
        if reading is not None and _is_time(s, reading.victims[0]):
            reading, told, tag = None, False, "n"  # "one of the nurses killed last weekend"
        if reading is not None and tag in "nP" and own_clause(s, reading.victims[0].end):
            reading, told, tag = None, False, "n"  # "13 civilians killed 43 others injured"
        if told or (tag != "n" and not (reading and s.tag(reading.victims[0].end) == "T")):
            return reading
    if s.word(aux) == "another":
        return Reading(at, trigger, subject(s, aux + 1), "passive", doers(s, at))
    if tag in "npPgxfUyjdN,":
        hurt = subject(s, at if tag == "," else aux + 1) or (
            subject(s, aux) if tag == "," and "," in s.words[at + 1 : at + _TOGETHER] else []
        )
        return Reading(at, trigger, [_whole(s, victim, at) for victim in hurt], "passive", doers(s, at))
    return None


def _is_time(s: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase is one of time: "last weekend", "this Monday"."""
    begins = s.tag(phrase.start) == "T" or s.word(phrase.start) in _WHICH_TIME
    return begins and not phrase.counted and "T" in s.tag(phrase.end - 1) + s.tag(phrase.end)


_WHICH_TIME: Final = words("last this early late earlier that")


def _behind_verb(s: Sentence, at: int) -> int:
    """Where the object of the verb at ``at`` begins: behind the "dead" or "to death" that goes with it."""
    if s.words[at] in TO_DEATH and s.word(at + 1) in {"dead", "down", "to"}:
        return at + 3 if s.word(at + 1) == "to" else at + 2
    return at + 1


def _whole(s: Sentence, victim: Phrase, at: int) -> Phrase:
    """All whom the participle at ``at`` describes: in "one of 200 people injured" 200 were."""
    of = victim.start + 1
    if s.word(victim.start) != "one" or s.tag(of) != "o":
        return victim
    inner = phrase_from(s, of + 1, at)
    return inner if inner is not None and inner.several and inner.end == at else victim


def _shared_object(s: Sentence, at: int) -> int:
    """Where the object begins that this verb shares with the next: "killed or wounded 600"; 0 when it shares none."""
    if s.tag(at + 1) != "c":
        return 0
    after = s.trigger(at + 2)
    same = after is not None and after.form == TRIGGERS[s.words[at]].form
    return at + 3 if same and _begins_phrase(s, at + 3) else 0


def _begins_phrase(s: Sentence, at: int) -> bool:
    tag = s.tag(at)
    if tag in "adsnNBpPguUfxjyD":
        return s.word(at) not in {"during", "himself", "herself", "who"}
    return tag in "ri" and phrase_from(s, at) is not None


_MANY: Final = {"was": False, "is": False, "has": False, "were": True, "are": True, "have": True}
"""Whether the subject of an auxiliary is several."""


def _passive(s: Sentence, at: int, trigger: Trigger, aux: int) -> Reading:
    """Who was hurt is the subject: "three men were killed (by ...), along with two guards"."""
    first = back_over(s, aux, "ehmrzv" if s.tag(aux) == "v" else "ehmrz") + 1
    if s.tag(first - 1) == "c" and s.tag(aux) == "e":
        first = joined_clause(s, first)
    if s.word(first - 1) == "following" and s.word(at + 1) == ":":
        return Reading(at, trigger, objects(s, at + 2), "passive", [])
    many = _MANY.get(s.word(first))
    victims = subject(s, first, many=many, sure=trigger.sure) + together(s, at)
    named = len(victims) == 1 and s.tag(victims[0].start) == "f" and not victims[0].several
    if many and named and s.word(first) in {"were", "are"}:
        return Reading(at, trigger, [], "passive", [])  # "Villa were murdered": a team
    return Reading(at, trigger, victims, "passive", doers(s, at))


def together(s: Sentence, at: int) -> list[Phrase]:
    """Who was hurt with the subject: "was killed, along with two bodyguards"."""
    for here in range(at + 1, min(at + _TOGETHER, s.size - 1)):
        if s.word(here) in {"along", "together"} and s.word(here + 1) == "with":
            return [victim for victim in objects(s, here + 2) if victim.sort != "thing"]
        if s.tag(here) in ";cehmkw":
            break
    return []


def describing(s: Sentence, at: int, trigger: Trigger, aux: int) -> Reading:
    """The word stands before its noun: "three wounded soldiers", "the murdered priests"."""
    quantity = s.quantity(aux) if s.tag(aux) == "n" else None
    phrase = phrase_from(s, quantity.start if quantity is not None else aux)
    return Reading(at, trigger, [phrase] if phrase else [], "describing", [])


def doers(s: Sentence, at: int) -> list[Phrase]:
    """Who did it, named behind a passive with "by"."""
    for ahead in range(at + 1, min(at + _DOER, s.size)):
        tag = s.tag(ahead)
        if tag == "b":
            phrase = phrase_from(s, ahead + 1)
            return [phrase] if phrase is not None else []
        if tag in ";lew" or (tag == "k" and s.words[ahead] != "dead"):
            break
    return []


def _done_to(s: Sentence, at: int, trigger: Trigger, actors: list[Phrase], behind: int = 0) -> Reading | None:
    """Who was hurt is the object, which begins at ``behind`` or just behind the verb: "guerrillas killed three men"."""
    victims = objects(s, behind or _behind_verb(s, at))
    return Reading(at, trigger, victims, "active", actors) if victims else None


def _active(s: Sentence, at: int, trigger: Trigger, before: Reading | None) -> Reading | None:
    """A present or participle, "kill", "kills", "killing": who is hurt follows."""
    if s.word(at + 1) in {"off", "time"} or s.tag(at + 1) == "o":
        return None
    actors = before.actors if before is not None and coordinated(s, before.at, at) else []
    if not actors:
        left = back_over(s, at - 1, "ehmrz")
        actors = subject(s, left + 1) if s.tag(left) in "pPgfxuU" else []
    return _done_to(s, at, trigger, actors, _shared_object(s, at))
