"""Lives taken or lost: "claimed 12 lives", "the 45 victims", "without loss of life"."""

import re
from typing import Final

from tocsin.core.analysis.casualties.acts import amount_before
from tocsin.core.analysis.casualties.behind import phrase_until
from tocsin.core.analysis.casualties.forms import Trigger
from tocsin.core.analysis.casualties.lists import back_over
from tocsin.core.analysis.casualties.objects import objects
from tocsin.core.analysis.casualties.phrase import Phrase
from tocsin.core.analysis.casualties.reading import Reading
from tocsin.core.analysis.casualties.subjects import subject
from tocsin.core.analysis.casualties.tokens import Sentence
from tocsin.core.analysis.lexicon import words

_TAKES: Final = words("""
    claimed claims claim claiming cost costs costing took take takes taken taking lost lose loses losing loss
    slit slits slitting cut end ends ended ending
""")
"""What is done to lives; "lost" by their owners."""

_CUTS: Final = words("slit slits slitting cut")
"""What is done to throats, and not to lives."""

_ENDANGERS: Final = words(
    "endanger endangers endangered endangering imperil imperils imperilled threaten threatens threatening"
)
_RISKED: Final = words("risk danger jeopardy peril")
_AT_RISK: Final = re.compile(r"\b(?:at risk|in (?:\w+ )?(?:danger|jeopardy|peril))\b")
_RISK_REACH: Final = 14
"""How far behind lives their risk is told: "puts the lives of 50 keepers and their families at risk"."""

_GONE: Final = words("lost ended taken claimed extinguished cut")
"""What becomes of lives."""

_TAKES_REACH: Final = 7
_LOST_REACH: Final = 5


def read_lives(s: Sentence, at: int, trigger: Trigger) -> Reading | None:  # noqa: C901, PLR0911, PLR0912 - one return an idiom
    """Lives taken or lost: "claimed 12 lives", "the lives of 12", "12 lives were lost", "12 men lost their lives"."""
    if s.word(at + 1) in _CUTS and s.word(at - 2) in {"with", "had", "have", "has"}:
        return Reading(at, trigger, subject(s, back_over(s, at - 2, "ehmrzvkDi") + 1), "passive", [])
    verb = next((s.words[i] for i in range(at - 1, max(-1, at - _TAKES_REACH), -1) if s.words[i] in _TAKES), None)
    if verb == "loss" and s.words[at] == "life":
        none = back_over(s, at - 3, "jr")
        denied = s.tag(none) == "N" or s.word(none) == "without"
        return Reading(at, trigger, [Phrase(none, at + 1, "none")], "count", []) if denied else None
    if s.words[at] == "victims":
        claimed = _victims(s, at)
        if claimed is not None:
            return Reading(at, trigger, [claimed], "count", [])
    if (s.words[at] == "victims" and not (verb or "").startswith("claim")) or (verb in _CUTS) != (
        "throat" in s.words[at]
    ):
        return None
    risked = s.tag(at + 1) == "o" and not _RISKED.isdisjoint(s.words[at + 1 : at + _RISK_REACH])
    if verb is None and risked and _AT_RISK.search(" ".join(s.words[at + 1 : at + _RISK_REACH])):
        return Reading(at, trigger._replace(says="possible"), objects(s, at + 2), "act", [])
    if verb is None and not _ENDANGERS.isdisjoint(s.words[max(0, at - _TAKES_REACH) : at]):
        return _told(at, trigger._replace(says="possible"), amount_before(s, at))
    if verb is None:
        counted = phrase_until(s, at + 1)
        if " ".join(s.words[max(0, at - 3) : at]).endswith(("not a single", "not one")):
            counted = Phrase(at - 2, at + 1, "none")
        if counted is not None and counted.sort == "none":
            return (
                Reading(at, trigger, [counted], "count", []) if "lost" in s.words[at + 1 : at + _LOST_REACH] else None
            )
        lost = not _GONE.isdisjoint(s.words[at + 1 : at + _LOST_REACH]) and counted is not None and counted.counted
        return Reading(at, trigger, [counted], "count", []) if lost and counted else None
    if s.tag(at + 1) == "o":
        victims = objects(s, at + 2)
        return Reading(at, trigger, victims, "act", []) if victims else None
    if s.word(at - 1) in {"their", "his", "her"}:
        return _theirs(s, at, trigger, verb)
    none = back_over(s, at - 1, "jx")
    if s.tag(none) == "N" or (s.word(none) in {"any", "single"} and _not_taken(s, none)):
        return Reading(at, trigger, [Phrase(none, at + 1, "none")], "count", [])
    return _told(at, trigger, amount_before(s, at))


def _not_taken(s: Sentence, at: int) -> bool:
    """Whether the verb before ``at`` is denied: "has not claimed any lives"."""
    return any(s.tag(i) in "zN" or s.words[i].endswith(("n't", "without")) for i in range(max(0, at - _LOST_REACH), at))


def _told(at: int, trigger: Trigger, amount: Phrase | None) -> Reading | None:
    """The reading of an amount, if it is one."""
    told = amount is not None and (amount.counted or amount.sort in {"none", "person"})
    return Reading(at, trigger, [amount], "count", []) if told and amount is not None else None


_MOURNED: Final = words("""
    burial burials funeral funerals buried bury burying mourn mourned mourning mourners mourns remember remembers
    remembered memorial vigil memory wreath identified bodies remains
""")


def _victims(s: Sentence, at: int) -> Phrase | None:
    """The dead as victims: "burials began for the 45 victims", "before it could claim any victims"."""
    amount = amount_before(s, at)
    if amount is not None:
        return amount if not _MOURNED.isdisjoint(s.words) else None
    before = back_over(s, at - 1, "jx")
    claims = s.word(before - 1).startswith("claim")
    if s.tag(before) == "N" and (claims or s.word(before - 1) in {"were", "was", "are", "with"}):
        return Phrase(before, at + 1, "none")
    return Phrase(before, at + 1, "person") if claims and s.word(before) in {"any", "more", "its"} else None


def _theirs(s: Sentence, at: int, trigger: Trigger, verb_word: str) -> Reading | None:
    """The owners of lives: "twelve soldiers lost their lives", "the floods cost 14 people their lives"."""
    verb = next(i for i in range(at - 1, -1, -1) if s.words[i] == verb_word)
    if verb_word.startswith("cost"):
        return Reading(at, trigger, objects(s, verb + 1), "active", [])
    if verb_word.startswith("claim") and s.words[at - 1] != "their":
        return Reading(at, trigger, [Phrase(at - 1, at, "person", 1, 1, definite=True)], "act", [])
    if not verb_word.startswith("los") or verb_word == "loss":
        return None
    return Reading(at, trigger, subject(s, back_over(s, verb - 1, "ehmrz") + 1), "passive", [])
