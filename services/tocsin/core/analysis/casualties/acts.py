"""Nouns for what was done: "the murder of six priests", "Galan's assassination", "the bodies of seven"."""

from typing import Final

from tocsin.core.analysis.casualties.ahead import phrase_from
from tocsin.core.analysis.casualties.counts import read_number
from tocsin.core.analysis.casualties.forms import Trigger
from tocsin.core.analysis.casualties.lists import back_over
from tocsin.core.analysis.casualties.objects import objects
from tocsin.core.analysis.casualties.phrase import Phrase
from tocsin.core.analysis.casualties.reading import Reading
from tocsin.core.analysis.casualties.tokens import Sentence
from tocsin.core.analysis.casualties.words import CLASSES
from tocsin.core.analysis.lexicon import words

_COUNTABLE: Final = words("death murder killing")
"""Acts that a number before them counts: "caused one death"."""

_DEATHLESS: Final = words("""
    scene scenes mask metal penalty row threat threats knell bed certificate certificates throes rate rates notice blow
    tax taxes star wish valley trap spiral match sentence sentences squad squads camp duty benefit cap
""")
"""Behind "death" these tell of nobody's."""

_DATES: Final = words("on early late last this during")
"""Words that begin a time set between an act and its "of": "the murder on 26 February of"."""

_MEANS: Final = words("firing hanging beheading stoning shooting lynching poison poisoning injection")
"""How people are put to death, behind "by"."""

_SPANS: Final = words("hours days weeks")
_DATE_LENGTH: Final = 10

_OWNER: Final = 8
"""How many words an owner has: "Salvadoran archbishop Oscar Arnulfo Romero's"."""

_FINDS: Final = words("""
    left trail strewn littered charred mutilated hanging floating washed found recovered discovered pulled
    retrieved thrown tossed morgue morgues mortuary mortuaries grave graves laid brought received held
    retrieved identified buried dumped appeared counted lay lying unearthed exhumed
""")
"""What is done with dead bodies."""

_FIND_BEFORE, _FIND_BEHIND = 6, 20
_FOUND: Final = words("""
    found find finds finding recovered recover retrieved discovered uncovered unearthed located saw seen met encountered
    upon across up out yielded held contained revealed
""")
"""What comes just before "no bodies": "came upon no bodies", "the wreck held no bodies"."""


def read_act(s: Sentence, at: int, trigger: Trigger) -> Reading | None:
    """Whom the act was done to: behind its "of", or owning it."""
    of = at + 1
    if s.words[at] == "death" and s.word(of) in _DEATHLESS:
        return None
    if s.tag(of) == "c" and s.tag(of + 2) == "o":
        of += 2
    elif s.tag(of) == "b" and s.word(of + 1) in _MEANS:
        of += 2 + (s.word(of + 2) == "squad")
    elif s.tag(of) == "b":
        actor = phrase_from(s, of + 1)
        if actor is not None and s.tag(actor.end) == "o":
            return Reading(at, trigger, objects(s, actor.end + 1), "act", [actor])
    elif s.tag(of) == "T" or s.word(of) in _DATES or (s.word(of) == "in" and s.tag(of + 1) == "T"):
        of = _behind_date(s, of)
    if s.tag(of) == "o":
        victims = objects(s, of + 1)
        return Reading(at, trigger, victims, "act", _doers(s, victims)) if victims else None
    amount = amount_before(s, at) if s.words[at] in _COUNTABLE else None
    if s.words[at] in _COUNTABLE and s.word(at - 1) == "single" and s.word(at - 2) in {"a", "one"}:
        amount = Phrase(at - 2, at + 1, "number", 1, 1)  # "without causing a single death"
    if amount is not None:
        return Reading(at, trigger, [amount], "count", [])
    owner = _owner(s, at) if trigger.form != "doer" else None
    return Reading(at, trigger, [owner], "act", []) if owner is not None else None


def _behind_date(s: Sentence, at: int) -> int:
    """The "of" behind a time or place that begins at ``at``; ``at`` when there is none."""
    for here in range(at, min(at + _DATE_LENGTH, s.size)):
        tag = s.tag(here)
        if tag == "o" and s.tag(here + 2) != "T":
            return here
        if tag not in "Tindjrxo" and s.words[here] not in _SPANS:
            break
    return at


def _doers(s: Sentence, victims: list[Phrase]) -> list[Phrase]:
    """Who did it, named behind the victims: "the murder of six priests by soldiers"."""
    if not victims or s.tag(victims[-1].end) != "b":
        return []
    actor = phrase_from(s, victims[-1].end + 1)
    return [actor] if actor is not None else []


def _owner(s: Sentence, at: int) -> Phrase | None:
    """Whose the act is: "his death", "Galan's murder", "Rodriguez' murder"."""
    owner = back_over(s, at - 1, "jD")
    owner -= s.tag(owner) == "x" and s.word(owner - 1) in {"his", "her"}
    word = s.word(owner)
    if word in {"his", "her"}:
        return Phrase(owner, owner + 1, "person", 1, 1, definite=True)
    if not word.endswith("'s") and word != "'":
        return None
    return _possessor(s, owner if word == "'" else owner + 1)


def _possessor(s: Sentence, end: int) -> Phrase | None:
    """The person whose possessive ends before ``end``."""
    start = back_over(s, end - 2, "fxpj") + 1
    start = max(start, end - _OWNER)
    tags = [s.tag(i) for i in range(start, end - 1)]
    start -= s.tag(start - 1) in "ad"
    person = any(tag in "pf" for tag in tags) or s.capital(end - 1)
    if person or CLASSES.get(s.word(end - 1).removesuffix("'s")) == "p":
        return Phrase(start, end, "person", 1, 1, name=True, definite=True)
    return None


def amount_before(s: Sentence, at: int) -> Phrase | None:
    """The amount that counts the noun at ``at``: "28 bodies", "one unfortunate death"."""
    before = back_over(s, at - 1, "jxk")
    quantity = s.quantity(before) if s.tag(before) == "n" else None
    return Phrase(quantity.start, at + 1, "number", quantity.min, quantity.max) if quantity is not None else None


def read_bodies(s: Sentence, at: int, trigger: Trigger) -> Reading | None:
    """Whose the bodies are, or how many were found: "the bodies of seven men", "28 bodies were found"."""
    if s.tag(at - 1) == "o" and s.word(at - 2) in {"number", "total", "tally", "count"}:
        found = not _FINDS.isdisjoint(s.words[at : at + _FIND_BEFORE])
        return read_number(s, at - 2, trigger) if found else None
    amount = amount_before(s, at)
    if s.tag(at + 1) == "o":
        victims = [v for v in objects(s, at + 2) if v.sort in {"person", "number"} or v.name]
        if amount is not None and not any(victim.counted for victim in victims):
            victims = [amount]
        return Reading(at, trigger, victims, "act", []) if victims else None
    none = back_over(s, at - 1, "jxk")
    sought = _FINDS.isdisjoint(s.words[at : at + _FIND_BEFORE]) and _FOUND.isdisjoint(s.words[max(0, none - 2) : none])
    if s.tag(none) == "N" and not sought:
        return Reading(at, trigger, [Phrase(none, at + 1, "none")], "count", [])
    near = s.words[max(0, at - _FIND_BEFORE) : at + _FIND_BEHIND]
    told = s.words[at].startswith("corpse") or s.word(at - 1) == "dead" or not _FINDS.isdisjoint(near)
    if amount is None or not (told or _seen(s, amount.start, at)):
        return None
    return Reading(at, trigger, [amount], "count", [])


_SIGHTS: Final = words("saw seen counted counts show shows showed showing filmed photographed")
_TELLS: Final = words(
    "told spoke tell tells speak speaks reports reported sight pictures footage photographs photos images"
)
_LIE: Final = words("in on along under beneath outside near by behind at")


def _seen(s: Sentence, amount: int, at: int) -> bool:
    """Whether somebody saw so many bodies, or tells of them: "neighbours told of four bodies in the yard"."""
    if s.word(at + 1) not in _LIE or s.tag(at - 1) != "n":
        return False
    return s.word(amount - 1) in _SIGHTS or (s.word(amount - 1) == "of" and s.word(amount - 2) in _TELLS)
