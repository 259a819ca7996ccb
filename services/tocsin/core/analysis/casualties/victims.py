"""Whether a phrase can be those hurt, given the word of harm."""

from typing import Final

from tocsin.core.analysis.casualties.names import FIRST_NAMES
from tocsin.core.analysis.casualties.phrase import Phrase
from tocsin.core.analysis.casualties.reading import Reading
from tocsin.core.analysis.casualties.tokens import Sentence
from tocsin.core.analysis.casualties.triggers import PERSONAL
from tocsin.core.analysis.casualties.verb_classes import LOOSE
from tocsin.core.analysis.lexicon import words


def is_victim(s: Sentence, victim: Phrase, reading: Reading) -> bool:
    """Whether the phrase can be people, given how sure the trigger is that people are meant."""
    sure, word = reading.trigger.sure, s.words[reading.at]
    of_things = victim.part and s.tag(victim.start - 1) == "," and s.tag(victim.start - 2) == "y"  # "pieces, three of"
    loosely = of_things or (word.startswith(_DEADLY) and not victim.several)
    loosely = loosely or (word in LOOSE and (not victim.counted or victim.sort != "person" or victim.definite))
    if (
        s.word(victim.start - 1) in _MONEY
        or loosely
        or (s.word(victim.end - 1) in _BODIES and not victim.counted and victim.sort != "none")
    ):
        return False
    if victim.name and not sure and (reading.voice in {"active", "act"} or " " in word):
        return any(s.tag(i) == "p" or s.words[i] in FIRST_NAMES for i in range(victim.start, victim.end))
    if victim.sort in {"person", "none"}:
        plural = word in _DONE_TO_ANY and s.tag(victim.end - 1) == "P"
        return sure or victim.counted or reading.voice != "active" or plural or _nobody(s, victim)
    if victim.sort == "number":
        people = sure or reading.voice != "active" or word.startswith(_OF_PEOPLE)
        return people and s.word(victim.end) not in {"percent", "%"}
    if victim.sort == "unknown" and victim.counted:
        sure = sure and not (word == "missing" and s.word(reading.at + 1) == "from")  # "three maps are missing from"
        return sure or word in _BODILY or _people_by_shape(s, victim, things=word in _OF_THINGS)
    return victim.sort == "unknown" and word in PERSONAL and not victim.definite and s.tag(victim.end - 1) in "xf"


def _nobody(s: Sentence, victim: Phrase) -> bool:
    """Whether the phrase is "nobody" or "no one"."""
    return victim.sort == "none" and s.word(victim.end - 1) in _NOBODY and s.tag(victim.start) == "N"


def _people_by_shape(s: Sentence, victim: Phrase, *, things: bool) -> bool:
    """Whether those counted are people by their noun's ending or, as peoples are, by its capital.

    ``things`` says that the verb is said of things as often.
    """
    head = s.word(victim.end - 1)
    return head.endswith(_PEOPLE) or (
        not things and (head.endswith(_DOERS) or (victim.several and s.tag(victim.end - 1) == "f"))
    )


_MONEY: Final = frozenset("$\u00a3\u20ac\u00a5")
"""Before a number these count no people: "some $20 million was lost"."""

_OF_PEOPLE: Final = ("hurt", "uproot", "displac", "evict", "fatal", "deadly", "lethal")
"""How verbs begin whose bare number counts people."""

_NOBODY: Final = words("nobody no-one one none")

_BODIES: Final = words(
    "family party nation country team side club company firm coalition community public series scene wave sequence"
)
"""Groups that are wounded, killed off or massacred at the polls without a drop of blood."""

_DEADLY: Final = ("deadly ", "lethal ")
"""Said of what might kill anybody, unless it is told how many."""

_DONE_TO_ANY: Final = words("execute executes executed executing hang hangs hanged hanging behead poison poisons")
"""Of these, a bare plural tells who is meant: "executed looters"."""

_BODILY: Final = words("hurt stabbed hanged mauled gored knifed hacked bayoneted butchered poisoned") | {
    "wiped out",
    "cut down",
}
"""What is done to hardly anything but people and animals."""

_PEOPLE: Final = (
    "eers",
    "ists",
    "ians",
    "naires",
    "goers",
    "keepers",
    "workers",
    "holders",
    "fighters",
    "dwellers",
    "women",
)
"""How nouns end that name nothing but people."""

_DOERS: Final = ("ers", "ors", "ans", "ese")
"""How nouns end that name people for the most part."""

_OF_THINGS: Final = words(
    "captured capture captures capturing seized seize seizes seizing cut eliminated snatched hacked crushed"
) | {
    "wiped out",
    "blown up",
}
"""What is done to things as well."""
