"""Verbs that share a subject with a verb before them, or whose object stands before them."""

from typing import Final

from tocsin.core.analysis.casualties.behind import phrase_until
from tocsin.core.analysis.casualties.forms import Trigger
from tocsin.core.analysis.casualties.lists import back_over
from tocsin.core.analysis.casualties.phrase import Phrase
from tocsin.core.analysis.casualties.reading import Reading
from tocsin.core.analysis.casualties.subjects import subject
from tocsin.core.analysis.casualties.tokens import Sentence
from tocsin.core.analysis.lexicon import words

_JOINED: Final = 4
"""How many words apart two verbs that share a subject stand: "were kidnapped and then brutally murdered"."""

_CLAUSE: Final = 14
"""How far back a verb is looked for that "and was killed" goes on with."""


def coordinated(s: Sentence, earlier: int, at: int) -> bool:
    """Whether only "and", adverbs and participles stand between the two verbs."""
    between = [s.tag(i) for i in range(earlier + 1, at)] if at - earlier <= _JOINED else []
    return all(tag in "cr,eDk" for tag in between) and any(tag in "c," for tag in between)


def joined_clause(s: Sentence, first: int) -> int:
    """Where the verbs of a clause begin that "and died" goes on with: "a girl was hit by a bullet and died"."""
    before = range(first - 2, max(-1, first - _CLAUSE), -1)
    verb = next((i for i in before if s.tag(i) in "eh"), None) or next((i for i in before if s.tag(i) == "v"), None)
    return first if verb is None else back_over(s, verb, "ehmrzv") + 1


def joined_passive(s: Sentence, joint: int) -> int | None:
    """The "be" under which a second passive stands: "were dragged from their cars and beheaded"; None if none does."""
    be = next((i for i in range(joint - 1, max(-1, joint - _CLAUSE), -1) if s.tag(i) in "eh;,lw"), -1)
    return be if be >= 0 and s.tag(be) == "e" and s.tag(be + 1) in "vDkrx" else None


def whom_done(s: Sentence, at: int) -> list[Phrase]:
    """Whom a clause says it is done to: "the children whom a landslide killed", "the soldiers they had slain"."""
    agent = phrase_until(s, back_over(s, at - 1, "ehmrz") + 1)
    if agent is None:
        return []
    before = s.word(agent.start - 1)
    if before in {"whom", "that", "which"}:
        return [v for v in subject(s, agent.start) if v.sort in {"person", "number"}]
    whom = phrase_until(s, agent.start) if s.tag(agent.start) in "uU" and s.tag(agent.start - 1) in "pP" else None
    return [whom] if whom is not None and whom.sort in {"person", "number"} else []


_LISTS: Final = words("""
    lists list listed listing names name named naming gives give gave giving counts count counted counting records
    record recorded classes classed reports report reported registers registered posts posted describes described
    mentions mentioned
""")
"""Verbs that enter people "as" dead or hurt: "the roll lists 27 conscripts as wounded"."""


def entered_as(s: Sentence, at: int, trigger: Trigger) -> Reading | None:
    """Who is put on a list: "the roll lists 27 conscripts as wounded"."""
    where = back_over(s, at - 1, "r")
    if s.word(where) != "as":
        return None
    whom = phrase_until(s, where)
    told = whom is not None and whom.sort in {"person", "number"} and whom.counted
    listed = told and whom is not None and s.word(whom.start - 1) in _LISTS
    return Reading(at, trigger, [whom], "active", []) if listed and whom is not None else None
