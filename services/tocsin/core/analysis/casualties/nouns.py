"""Nouns of harm: "the murder of six priests", "three deaths", "the toll rose to 45", "claimed 12 lives", "bodies of"."""

from tocsin.core.analysis.casualties.clause import back_over, objects, subject
from tocsin.core.analysis.casualties.phrases import Phrase, phrase_from, phrase_until
from tocsin.core.analysis.casualties.tokens import Sentence
from tocsin.core.analysis.casualties.triggers import Trigger
from tocsin.core.analysis.casualties.verbs import Reading
from tocsin.core.analysis.numbers import Quantity


def read_noun(s: Sentence, at: int, trigger: Trigger) -> Reading | None:
    """The reading of the noun at ``at``, or None when it says nobody was hurt."""
    form = trigger.form
    if form in {"act", "doer", "ing", "base"}:
        return _act(s, at, trigger)
    if form == "count":
        return _count(s, at, trigger)
    if form == "toll":
        return _toll(s, at, trigger)
    if form == "lives":
        return _lives(s, at, trigger)
    if form == "bodies":
        return _bodies(s, at, trigger)
    if form == "flight":
        return _flight(s, at, trigger)
    return None


def _act(s: Sentence, at: int, trigger: Trigger) -> Reading | None:
    """ "the murder of six priests", "Galan's murder", "the killing by soldiers of six priests"."""
    of = at + 1
    if s.tag(of) == "c" and s.tag(of + 2) == "o":
        of += 2
    elif s.tag(of) == "b":
        actor = phrase_from(s, of + 1)
        if actor is not None and s.tag(actor.end) == "o":
            return Reading(at, trigger, objects(s, actor.end + 1), "act", [actor], actor.end + 1)
    elif s.tag(of) == "T" or s.word(of) in {"on", "early", "late", "last", "this", "during"}:
        of = _past_time(s, of)
    if s.tag(of) == "o":
        victims = objects(s, of + 1)
        return Reading(at, trigger, victims, "act", _by(s, victims), of) if victims else None
    if s.words[at] in {"death", "murder", "killing"} and (amount := _amount_before(s, at)) is not None:
        return Reading(at, trigger, [amount], "count", [], at + 1)
    if trigger.form == "doer":
        return None
    owner = back_over(s, at - 1, "jD")
    owner -= s.tag(owner) == "x" and s.word(owner - 1) in {"his", "her"}
    word = s.word(owner)
    if word.endswith("'s") or word.endswith("s'") or word == "'":
        end = owner if word == "'" else owner + 1
        return _owned(s, at, trigger, end)
    if word in {"his", "her"}:
        return Reading(at, trigger, [Phrase(owner, owner + 1, "person", 1, 1, definite=True)], "act", [], at + 1)
    return None


def _past_time(s: Sentence, at: int) -> int:
    """The first index behind a time or place set before the "of": "the murder on 26 February of"."""
    for here in range(at, min(at + 10, s.size)):
        tag = s.tag(here)
        if tag == "o" and s.tag(here + 2) != "T":
            return here
        if tag not in "Tindjrxo" and s.word(here) not in {"hours", "days", "weeks"}:
            break
    return at


def _by(s: Sentence, victims: list[Phrase]) -> list[Phrase]:
    end = victims[-1].end if victims else 0
    if victims and s.tag(end) == "b":
        actor = phrase_from(s, end + 1)
        return [actor] if actor is not None else []
    return []


def _owned(s: Sentence, at: int, trigger: Trigger, end: int) -> Reading | None:
    """Whose murder it is; the possessive is the last word before ``end``."""
    start = end - 1
    while start > 0 and end - start < 8 and s.tag(start - 1) in "fxpj":
        start -= 1
    if s.tag(start - 1) in "ad":
        start -= 1
    tags = [s.tag(i) for i in range(start, end - 1)]
    word = s.word(end - 1).removesuffix("'s")
    if any(tag in "pf" for tag in tags) or s.capital(end - 1) or _is_person(word):
        return Reading(at, trigger, [Phrase(start, end, "person", 1, 1, name=True, definite=True)], "act", [], at + 1)
    if tags and trigger.sure:
        return Reading(
            at, trigger, [Phrase(start, end, "unknown", None, None, name=True, definite=True)], "act", [], at + 1
        )
    return None


def _is_person(word: str) -> bool:
    from tocsin.core.analysis.casualties.words import CLASSES

    return CLASSES.get(word) == "p"


def _count(s: Sentence, at: int, trigger: Trigger) -> Reading | None:
    """ "12 deaths", "the deaths of 12", "no casualties", "suffered injuries"."""
    word = s.words[at]
    if s.tag(at + 1) == "o" and word in {"deaths"}:
        victims = objects(s, at + 2)
        if victims:
            return Reading(at, trigger, victims, "act", [], at + 2)
    before = back_over(s, at - 1, "jkgy")
    tag = s.tag(before)
    phrase: Phrase | None = None
    if tag == "n":
        quantity = s.quantity(before)
        if quantity is not None:
            phrase = Phrase(quantity.start, at + 1, "number", quantity.min, quantity.max)
    elif tag == "N" or s.word(before) == "without":
        phrase = Phrase(before, at + 1, "none", None, None)
    if (
        phrase is not None
        and word in {"wounds", "injuries"}
        and phrase.counted
        and s.tag(at + 1) in "oi"
        and s.word(at + 1) != "in"
    ):
        return None
    if phrase is not None and word == "casualties" and phrase.counted:
        phrase = phrase._replace(min=None, max=None)
    if phrase is not None:
        return Reading(at, trigger, [phrase], "count", [], at + 1)
    if word in {"injuries", "wounds"} and s.word(at + 1) == "to":
        victims = objects(s, at + 2)
        return Reading(at, trigger, victims, "act", [], at + 2) if victims else None
    if word in {"injuries", "wounds"}:
        verb = next((i for i in range(at - 1, max(-1, at - 5), -1) if s.word(i) in _SUFFERS), None)
        if verb is not None:
            return Reading(at, trigger, subject(s, back_over(s, verb - 1, "ehrmc") + 1), "passive", [], at + 1)
    return None


_SUFFERS = frozenset("suffered sustained suffering received sustaining suffer suffers treated hospitalized".split())


def _toll(s: Sentence, at: int, trigger: Trigger) -> Reading | None:
    """A toll and its amount: "the toll rose to 45", "a toll of 12 dead", "bringing the death toll to 310"."""
    last = amount_told(s, at)
    if last is None:
        return None
    behind = next((i for i in range(last.end, min(last.end + 4, s.size)) if s.tag(i) == "k"), None)
    said = s.trigger(behind) if behind is not None else None
    if said is not None and said.kind != trigger.kind:
        return None
    return Reading(at, trigger, [Phrase(last.start, last.end, "number", last.min, last.max)], "toll", [], last.end)


_AMOUNTS_TO = frozenset(
    """
    to at of is was reached reaches reaching hit hits stands stood passed passes exceeded exceeds topped tops past now
    climbed : surpassed surpasses
    """.split()
)


def amount_told(s: Sentence, at: int) -> Quantity | None:
    """The amount that a toll or number at ``at`` is said to have: "rose to 45", "to 310 the number"."""
    if s.word(at - 1) == "the" and s.tag(at - 2) == "n":
        before = s.quantity(at - 2)
        if before is not None and s.word(before.start - 1) in {"to", "at"}:
            return before
    for ahead in range(at + 1, min(at + 24, s.size)):
        tag = s.tag(ahead)
        if tag == "n":
            quantity = s.quantity(ahead)
            if quantity is not None and s.tag(quantity.end) not in "yT" and s.word(quantity.start - 1) in _AMOUNTS_TO:
                return quantity
            if quantity is not None and s.word(quantity.start) == "from":
                return quantity._replace(min=quantity.max)
        elif tag in ";w" and s.word(ahead) != ":":
            break
    return None


_TAKES = frozenset(
    "claimed claims claim claiming cost costs costing took take takes taken taking lost lose loses losing loss".split()
)


def _lives(s: Sentence, at: int, trigger: Trigger) -> Reading | None:
    """ "claimed 12 lives", "took the lives of 12", "12 lives were lost", "12 men lost their lives"."""
    verb = next((i for i in range(at - 1, max(-1, at - 7), -1) if s.word(i) in _TAKES), None)
    of = s.tag(at + 1) == "o"
    if verb is None:
        lost = next((i for i in range(at + 1, min(at + 5, s.size)) if s.word(i) == "lost"), None)
        victims = [p for p in [phrase_until(s, at + 1)] if p is not None and p.counted]
        return Reading(at, trigger, victims, "count", [], at + 1) if lost is not None and victims else None
    owner = s.word(at - 1)
    if owner in {"their", "his", "her"} and not of:
        if not s.word(verb).startswith("lo") or s.word(verb) == "loss":
            return None
        first = back_over(s, verb - 1, "ehmrz")
        return Reading(at, trigger, subject(s, first + 1), "passive", [], at + 1)
    if of:
        victims = objects(s, at + 2)
        return Reading(at, trigger, victims, "act", [], at + 2) if victims else None
    quantity = _amount_before(s, at)
    return Reading(at, trigger, [quantity], "count", [], at + 1) if quantity else None


def _amount_before(s: Sentence, at: int) -> Phrase | None:
    before = back_over(s, at - 1, "jx")
    quantity = s.quantity(before) if s.tag(before) == "n" else None
    return Phrase(quantity.start, at + 1, "number", quantity.min, quantity.max) if quantity is not None else None


_FINDS = frozenset(
    "found recovered discovered pulled retrieved identified buried dumped appeared counted lay lying unearthed exhumed".split()
)


def _bodies(s: Sentence, at: int, trigger: Trigger) -> Reading | None:
    """ "the bodies of seven men", "28 bodies were found"."""
    if s.tag(at + 1) == "o":
        victims = [v for v in objects(s, at + 2) if v.sort in {"person", "number"} or v.counted or v.name]
        amount = _amount_before(s, at)
        if amount is not None and not any(v.counted for v in victims):
            victims = [amount]
        return Reading(at, trigger, victims, "act", [], at + 2) if victims else None
    amount = _amount_before(s, at)
    near = range(max(0, at - 6), min(at + 12, s.size))
    if amount is not None and any(s.word(i) in _FINDS for i in near):
        return Reading(at, trigger, [amount], "count", [], at + 1)
    return None


def _flight(s: Sentence, at: int, trigger: Trigger) -> Reading | None:
    """ "12,000 people fled their homes", "the storm forced 200 families from their homes"."""
    home = next(
        (i for i in range(at + 1, min(at + 9, s.size)) if s.word(i) in {"home", "homes", "houses", "villages"}), None
    )
    if home is None or s.word(home - 1) not in {"their", "his", "her"}:
        return None
    if s.words[at] in {"forced", "driven"}:
        aux = back_over(s, at - 1, "rz")
        if s.tag(aux) != "e":
            return Reading(at, trigger, objects(s, at + 1)[:1], "active", [], home + 1)
        return Reading(at, trigger, subject(s, back_over(s, aux, "ehmrz") + 1), "passive", [], home + 1)
    first = back_over(s, at - 1, "ehmrz")
    return Reading(at, trigger, subject(s, first + 1), "passive", [], home + 1)
