"""Verbs and adjectives of harm: "killed", "killing", "died", "dead", "missing"."""

from typing import NamedTuple

from tocsin.core.analysis.casualties.clause import back_over, objects, subject
from tocsin.core.analysis.casualties.phrases import Phrase, phrase_from
from tocsin.core.analysis.casualties.tokens import Sentence
from tocsin.core.analysis.casualties.triggers import TO_DEATH, TRIGGERS, Trigger


class Reading(NamedTuple):
    """What the word at ``at`` says: ``victims`` were hurt, ``voice`` tells how ("" when it says nothing of the sort)."""

    at: int
    trigger: Trigger
    victims: list[Phrase]
    voice: str
    actors: list[Phrase]
    end: int


def read_verb(s: Sentence, at: int, trigger: Trigger, before: Reading | None) -> Reading | None:
    """The reading of the verb or adjective at ``at``; ``before`` is that of the verb it may be coordinated with."""
    trigger = _to_death(s, at, trigger)
    if s.words[at] in {"shot", "shoot", "shooting"} and (
        s.word(at + 1) in {"at", "down"} or s.tag(at - 1) in "adj" or s.word(at - 1) == "one"
    ):
        return None
    if trigger.form == "ed":
        return _past(s, at, trigger, before)
    if trigger.form in {"base", "ing"}:
        return _active(s, at, trigger, before)
    if trigger.form == "suffered":
        return _suffered(s, at, trigger, before)
    return _state(s, at, trigger, before)


def _to_death(s: Sentence, at: int, trigger: Trigger) -> Trigger:
    """ "shot dead", "beaten to death", "gunned down": what would hurt, kills."""
    if s.words[at] not in TO_DEATH:
        return trigger
    if s.words[at] == "shoot" and s.word(at - 1) == "to":
        return trigger._replace(kind="killed")
    if s.word(at) == "gunned":
        return trigger._replace(kind="killed", manner="shooting", sure=True)
    for ahead in range(at + 1, min(at + 8, s.size)):
        word = s.word(ahead)
        if word == "dead" or (word == "death" and s.word(ahead - 1) == "to") or (word == "killed" and ahead - at < 3):
            return trigger._replace(kind="killed", sure=True)
        if word in {".", ";"}:
            break
    return trigger


def _past(s: Sentence, at: int, trigger: Trigger, before: Reading | None) -> Reading | None:
    """A form in -ed: passive, perfect, simple past, or a participle that describes."""
    aux = back_over(s, at - 1, "rz")
    tag = s.tag(aux)
    if "nearly" in s.words[aux:at] or "almost" in s.words[aux:at]:
        return None
    if tag == "e" or s.word(aux) in {"found", "reported", "feared", "presumed", "believed", "left", "confirmed"}:
        return _passive(s, at, trigger, aux)
    if tag == "h":
        return _done_to(s, at, trigger, subject(s, back_over(s, aux, "ehmrz") + 1), _shared_object(s, at))
    if before is not None and _coordinated(s, before.at, at):
        if before.voice == "passive" and not _begins_phrase(s, at + 1):
            return before._replace(at=at, trigger=trigger)
        if before.voice == "active" and _begins_phrase(s, at + 1):
            return _done_to(s, at, trigger, before.actors)
    if tag in "adsnjN" and aux == at - 1 and s.tag(at + 1) in "pPgxfjy" and (tag != "n" or s.tag(at + 1) in "pPgx"):
        return _describing(s, at, trigger, aux)
    if _shared_object(s, at):
        return _done_to(s, at, trigger, subject(s, aux + 1), _shared_object(s, at))
    if s.word(aux) in {"who", "which"} and aux == at - 1:
        return _done_to(s, at, trigger, subject(s, aux + 1))
    if s.words[at] in TO_DEATH and s.word(at + 1) in {"dead", "to"}:
        behind = at + 2 if s.word(at + 1) == "dead" else at + 3
        if s.tag(behind) in "adnsBPpf":
            return _done_to(s, at, trigger, subject(s, aux + 1), behind)
    if _begins_phrase(s, at + 1) and (tag in "fpPgxyuUwD,;cTl" or s.tag(at + 1) in "adnB"):
        reading = _done_to(s, at, trigger, subject(s, aux + 1))
        told = reading is not None and any(victim.sort != "thing" for victim in reading.victims)
        if told or (tag != "n" and not (reading and s.tag(reading.victims[0].end) == "T")):
            return reading
    if tag in "npPgxfUyjdN" or tag == ",":
        return _reduced(s, at, trigger)
    return None


def _shared_object(s: Sentence, at: int) -> int:
    """Where the object begins that this verb shares with the next: "killed or wounded 600"; 0 when it shares none."""
    if s.tag(at + 1) != "c":
        return 0
    after = s.trigger(at + 2)
    same = after is not None and after.form == TRIGGERS[s.words[at]].form
    return at + 3 if same and _begins_phrase(s, at + 3) else 0


def _coordinated(s: Sentence, earlier: int, at: int) -> bool:
    """Whether only "and", adverbs and participles stand between the two verbs."""
    return (
        at - earlier <= 4
        and all(s.tag(i) in "cr,eDk" for i in range(earlier + 1, at))
        and any(s.tag(i) in "c," for i in range(earlier + 1, at))
    )


def _begins_phrase(s: Sentence, at: int) -> bool:
    tag = s.tag(at)
    if tag in "adsnNBpPguUfxjyD":
        return s.word(at) not in {"during", "himself", "herself", "who"}
    return tag in "ri" and phrase_from(s, at) is not None


def _passive(s: Sentence, at: int, trigger: Trigger, aux: int) -> Reading | None:
    """ "three men were killed (by ...)"."""
    first = back_over(s, aux, "ehmrzv") if s.tag(aux) == "v" else back_over(s, aux, "ehmrz")
    many = None
    if s.word(first + 1) in {"was", "is", "has"}:
        many = False
    elif s.word(first + 1) in {"were", "are", "have"}:
        many = True
    victims = subject(s, first + 1, many=many, sure=trigger.sure) + _together(s, at)
    return Reading(at, trigger, victims, "passive", _by(s, at), at + 1)


def _together(s: Sentence, at: int) -> list[Phrase]:
    """Who was hurt with the subject: "was killed, along with two bodyguards"."""
    for here in range(at + 1, min(at + _FAR, s.size - 1)):
        if s.word(here) in {"along", "together"} and s.word(here + 1) == "with":
            return [victim for victim in objects(s, here + 2) if victim.sort != "thing"]
        if s.tag(here) in ";cehmkw":
            break
    return []


_FAR = 24


def _reduced(s: Sentence, at: int, trigger: Trigger) -> Reading | None:
    """ "the men killed (by ...)", "12 killed"."""
    return Reading(at, trigger, subject(s, at), "passive", _by(s, at), at + 1)


def _describing(s: Sentence, at: int, trigger: Trigger, aux: int) -> Reading | None:
    """ "three wounded soldiers", "the murdered priests"."""
    start = aux
    quantity = s.quantity(aux) if s.tag(aux) == "n" else None
    if quantity is not None:
        start = quantity.start
    phrase = phrase_from(s, start)
    return Reading(at, trigger, [phrase] if phrase else [], "describing", [], phrase.end if phrase else at + 1)


def _by(s: Sentence, at: int) -> list[Phrase]:
    """Who did it, after a passive."""
    for ahead in range(at + 1, min(at + 10, s.size)):
        tag = s.tag(ahead)
        if tag == "b":
            phrase = phrase_from(s, ahead + 1)
            return [phrase] if phrase is not None else []
        if tag in ";lkew":
            break
    return []


def _done_to(s: Sentence, at: int, trigger: Trigger, actors: list[Phrase], behind: int = 0) -> Reading | None:
    """ "guerrillas killed three men"; whom, is told at ``behind`` or just behind the verb."""
    victims = objects(s, behind or at + 1)
    if not victims:
        return None
    return Reading(at, trigger, victims, "active", actors, max(at + 1, victims[-1].end))


def _active(s: Sentence, at: int, trigger: Trigger, before: Reading | None) -> Reading | None:
    """ "kill", "kills", "killing": what follows is who is hurt."""
    if s.word(at + 1) in {"off", "time"}:
        return None
    if s.tag(at + 1) == "o":
        return None
    actors = before.actors if before is not None and _coordinated(s, before.at, at) else []
    if not actors:
        left = back_over(s, at - 1, "ehmrz")
        actors = subject(s, left + 1) if s.tag(left) in "pPgfxuU" else []
    return _done_to(s, at, trigger, actors, _shared_object(s, at))


def _suffered(s: Sentence, at: int, trigger: Trigger, before: Reading | None) -> Reading | None:
    """ "three men died": the subject is hurt."""
    if before is not None and before.voice == "passive" and _coordinated(s, before.at, at):
        return before._replace(at=at, trigger=trigger)
    if s.words[at] == "dying" and s.word(at + 1) in {"to", "for"}:
        return None
    first = back_over(s, at - 1, "ehmrz")
    victims = subject(s, first + 1)
    if trigger.kind == "killed" and all(victim.max == 1 for victim in victims) and _natural(s, at):
        return None
    return Reading(at, trigger, victims, "passive", [], at + 1)


_NATURAL = frozenset(
    "peacefully aged cancer natural illness heart stroke pneumonia age disease complications leukemia leukaemia "
    "alzheimer's parkinson's ailment kidney".split()
)


def _natural(s: Sentence, at: int) -> bool:
    """Whether one person's death was nobody's doing."""
    if not _NATURAL.isdisjoint(s.words[at + 1 : at + 9]):
        return True
    return s.word(at + 1) == "at" and s.tag(at + 2) == "n" and s.tag(at + 3) in ";,"


def _taken(s: Sentence, end: int) -> bool:
    """Whether a verb of taking or holding stands before the phrase that ends at ``end``: "took 12 people hostage"."""
    takes = {"took", "take", "takes", "taking", "held", "hold", "holds", "holding", "kept"}
    return any(s.word(i) in takes for i in range(max(0, end - 8), end))


_STATE_VERBS = frozenset(
    {
        "found",
        "left",
        "reported",
        "declared",
        "feared",
        "presumed",
        "believed",
        "confirmed",
        "pronounced",
        "gone",
        "went",
        "go",
        "lay",
        "listed",
        "shot",
        "considered",
        "taken",
        "held",
        "being",
        "remain",
        "still",
    }
)


def _state(s: Sentence, at: int, trigger: Trigger, before: Reading | None) -> Reading | None:
    """ "12 dead", "left 12 dead", "12 are missing", "taken hostage", "the dead men"."""
    word = s.words[at]
    after = s.tag(at + 1)
    if word == "dead" and (s.word(at - 1) in TO_DEATH or s.word(at - 2) in TO_DEATH):
        return None
    if word == "dead" and s.word(at + 1) in {
        "end",
        "heat",
        "serious",
        "sea",
        "line",
        "wrong",
        "weight",
        "set",
        "ahead",
        "zone",
    }:
        return None
    if word == "dead" and s.word(at + 1) == "on" and s.word(at + 3) == "feet":
        return None
    if word == "missing" and after in "adsfx" and s.word(at + 1) != "any":
        return None
    aux = back_over(s, at - 1, "rz")
    tag = s.tag(aux)
    if before is not None and _coordinated(s, before.at, at) and before.voice == "passive":
        return before._replace(at=at, trigger=trigger)
    if tag in "e" or s.word(aux) in _STATE_VERBS:
        first = back_over(s, aux, "ehmrzvk")
        return Reading(at, trigger, subject(s, first + 1), "passive", _by(s, at), at + 1)
    if tag in "adsnN" and after in "pPgxy" and aux == at - 1:
        return _describing(s, at, trigger, aux)
    if tag in "npPgxfUujN" and (word not in {"hostage", "captive", "prisoner"} or _taken(s, aux)):
        return Reading(at, trigger, subject(s, aux + 1), "passive", _by(s, at), at + 1)
    return None
