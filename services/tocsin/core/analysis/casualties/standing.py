"""How the text stands to one statement of people hurt, with what only the grammar of casualties tells."""

from typing import Final

from tocsin.core.analysis.casualties.background import span_of_time
from tocsin.core.analysis.casualties.joined import joined_passive
from tocsin.core.analysis.casualties.lists import back_over
from tocsin.core.analysis.casualties.phrase import Phrase
from tocsin.core.analysis.casualties.reading import Reading
from tocsin.core.analysis.casualties.tokens import Sentence
from tocsin.core.analysis.lexicon import words
from tocsin.core.analysis.status import RANK, Assertion
from tocsin.core.analysis.text import Text
from tocsin.core.model.base import Span

_FEW: Final = 999
_NEAR: Final = 14
"""How many characters from a cue a noun may be and still be what is planned or denied."""

_FEARS: Final = (
    "may",
    "might",
    "could",
    "fear",
    "would",
    "afraid",
    "probabl",
    "possibl",
    "perhaps",
    "likely",
    "believed",
    "risk",
)
"""How cues begin that doubt whether there are such people: "there may be 40 who died"."""

_WHO: Final = words("who which that")
_ADJOINING: Final = 1
"""Characters between a cue and the victims themselves: "it was not four soldiers who died"."""


def _of_something_else(text: Text, s: Sentence, reading: Reading, victim: Phrase, cue: Span) -> bool:
    """Whether a relative clause keeps cue and fact apart, so that what is planned or denied is something else about
    the victims: "promised to honour the six priests who were murdered", "a guard who tried to prevent it was hurt".
    """
    be = joined_passive(s, reading.at - 1) if s.tag(reading.at - 1) == "c" else None
    first = back_over(s, reading.at - 1 if be is None else be, "ehmrz") + 1
    if first <= victim.start or s.word(first - 1) == "to":
        return False  # "a man who wanted to die"
    begin = text.origin(s.starts[victim.start], s.stop(victim.start))[0]
    if s.word(first - 1) in _WHO and cue.end + _ADJOINING < begin:
        return victim.definite and not cue.text.lower().startswith(_FEARS)
    clause = victim.end + (s.tag(victim.end) == ",")
    verb = text.origin(s.starts[first], s.stop(first))[0]
    inside = s.word(clause) in _WHO and clause < first - 1 and s.tag(first) in "ehr"
    return inside and text.origin(s.starts[clause], s.stop(clause))[1] < cue.start and cue.end <= verb


_COUNTLESS: Final = 200
"""Hundreds, thousands: more than one event's dead, where nobody says how many."""


def _is_tribute(s: Sentence, reading: Reading, victim: Phrase) -> bool:
    """Whether it praises the dead of long: "thousands have given their lives for freedom"."""
    given = s.words[reading.at].startswith(("given ", "gave ", "laid down "))
    return given and victim.max is None and (victim.min or 0) >= _COUNTLESS


def standing(text: Text, s: Sentence, reading: Reading, victim: Phrase, found: Assertion) -> Assertion:
    """The status, with what only the grammar of casualties tells.

    A noun takes for granted what it names ("promised to investigate the murder of six priests") unless it is itself
    what is planned or denied. "None of the passengers" denies. A total over months or years looks back.
    """
    uncertain = reading.trigger.form == "unhurt" and found.status == "possible"  # "unlikely to have survived"
    if not uncertain and reading.trigger.says is not None and RANK[reading.trigger.says] > RANK[found.status]:
        cue = text.span(s.starts[reading.at], s.stop(reading.at))
        return Assertion(reading.trigger.says, cue, found.attribution)
    if victim.sort == "none":
        cue = text.span(s.starts[victim.start], s.stop(victim.start))
        return found if found.status != "stated" else Assertion("denied", cue, found.attribution)
    if found.status in {"possible", "denied"} and found.cue is not None:
        start = text.origin(s.starts[reading.at], s.stop(reading.at))[0]
        named = reading.voice == "act" and start - found.cue.end > _NEAR
        if named or _of_something_else(text, s, reading, victim, found.cue):
            found = Assertion("stated", None, found.attribution)
    once = reading.at - (s.tag(reading.at - 1) in "eh") - 1
    if found.status in {"stated", "unverified"} and s.word(once) == "once":
        return Assertion("past", text.span(s.starts[once], s.stop(once)), found.attribution)
    if found.status in {"stated", "unverified"} and _is_tribute(s, reading, victim):
        return Assertion("past", text.span(s.starts[reading.at], s.stop(reading.at)), found.attribution)
    if found.status in {"stated", "unverified"}:
        least = victim.min or victim.max or 0
        if reading.trigger.kind == "displaced":
            least = min(least, _FEW)  # fighting displaces thousands in a day
        period = span_of_time(s, reading.at, least)
        if period is not None:
            return Assertion("past", text.span(s.starts[period[0]], s.stop(period[1] - 1)), found.attribution)
    return found
