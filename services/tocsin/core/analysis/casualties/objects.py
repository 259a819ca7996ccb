"""Finds a verb's object: the noun phrases that a clause puts behind it."""

from typing import Final

from tocsin.core.analysis.casualties.ahead import phrase_from
from tocsin.core.analysis.casualties.lists import LONGEST, joint_from, may_list
from tocsin.core.analysis.casualties.phrase import Phrase
from tocsin.core.analysis.casualties.tokens import Sentence
from tocsin.core.analysis.lexicon import words

_PARTS: Final = words("including among most mostly some many all half counting")
"""Words that begin an insertion about part of those named before."""

_HANGING: Final = 2
"""How many prepositional phrases may hang on one member of a list."""

_AHEAD: Final = 20
"""How far ahead a list's "and" is looked for."""


def objects(s: Sentence, at: int) -> list[Phrase]:
    """Whom the verb just before ``at`` is done to, first to last."""
    if s.tag(at) == "r" and phrase_from(s, at) is None:
        at += 1
    found: list[Phrase] = []
    certain = 1
    while len(found) < LONGEST:
        phrase = phrase_from(s, at)
        if phrase is None or (found and (not may_list(phrase) or phrase.sort in {"thing", "none"})):
            break
        if found and own_clause(s, phrase.end):
            return found[:certain]
        found.append(phrase)
        comma, following = _next_member(s, phrase.end)
        if following is None or s.word(following) in _PARTS or _is_part(s, following):
            break
        at = following
        if not comma:
            certain = len(found)
    return found


def _next_member(s: Sentence, end: int) -> tuple[bool, int | None]:
    """Whether a comma stands behind the member that ends at ``end``, and where the next begins; None if none does."""
    at = _behind(s, end)
    comma = s.tag(at) == ","
    at += comma
    joint = joint_from(s, at)
    if not joint and not (comma and _list_goes_on(s, at)):
        return comma, None
    return comma, at + joint


def _is_part(s: Sentence, at: int) -> bool:
    """In a list, "five of them" and "two of whom" tell about those named before."""
    quantity = s.quantity(at) if s.tag(at) == "n" else None
    return quantity is not None and s.tag(quantity.end) == "o" and s.tag(quantity.end + 1) == "U"


def _behind(s: Sentence, at: int) -> int:
    """Over a short "of" or "from" phrase, or an age, that belongs to the member before."""
    if s.tag(at) == "," and s.tag(at + 1) == "n" and s.tag(at + 2) in ",;":
        return at + 2
    for _ in range(_HANGING):
        phrase = phrase_from(s, at + 1) if s.tag(at) in "oi" else None
        if phrase is None or phrase.counted:
            break
        at = phrase.end
    return at


def _list_goes_on(s: Sentence, at: int) -> bool:
    """Whether the comma before ``at`` is inside a list: an "and" must follow its members."""
    for ahead in range(at, min(at + _AHEAD, s.size)):
        tag = s.tag(ahead)
        if tag == "c":
            return True
        if tag in "ehmlw;kv" or s.word(ahead) in {"who", "including"}:
            return False
    return False


def own_clause(s: Sentence, end: int) -> bool:
    """Whether the phrase that ends at ``end`` begins a clause of its own: "and three others were wounded"."""
    at = _behind(s, end)
    while s.tag(at) == "r":
        at += 1
    return s.tag(at) in "ehmk" or (s.tag(at) == "v" and not s.word(at).endswith("ing"))
