"""Finds a verb's subject: the noun phrases that a clause puts before it."""

from typing import Final

from tocsin.core.analysis.casualties.ahead import phrase_from
from tocsin.core.analysis.casualties.behind import phrase_until
from tocsin.core.analysis.casualties.lists import LONGEST, joint_before, may_list
from tocsin.core.analysis.casualties.phrase import Phrase
from tocsin.core.analysis.casualties.tokens import Sentence
from tocsin.core.analysis.lexicon import words

_APART: Final = 40
"""How many words an inserted clause may have, as in "Perez, who was on his way home, was killed"."""

_INSERTIONS: Final = 2
"""How many insertions are passed over: "Ruiz, 34, a teacher from Cali, was killed"."""

_DESCRIBED: Final = 20
"""How many words may describe a subject behind it: "people who lived near the market"."""

_STRANDED: Final = words("cut trapped stranded marooned lost stuck buried held caught left entombed snowbound")
"""Participles of those whose fate is told next: "the five cavers cut off in the Picos"."""

_OBLIQUE: Final = words("them him her me us")
"""Pronouns that are never subjects."""

_RELATIVES: Final = words("who whom that which")

_KIN: Final = words(
    "relatives families widows parents mothers fathers friends colleagues survivors memory portraits names"
)
"""Of these, "who died" is said of those behind their "of": "relatives of the 11 oilmen who died"."""


def subject(s: Sentence, end: int, *, many: bool | None = None, sure: bool = True) -> list[Phrase]:
    """Whom the verb group that begins at ``end`` is said of, first to last.

    ``many`` tells its number if known, ``sure`` that only a person can be its subject.
    """
    verb, end = end, _before_age(s, _before_insertion(s, end, many=many))
    relative = _relative(s, end)
    if relative is not None:
        return _antecedent(s, _first_relative(s, relative))
    last = phrase_until(s, end)
    unclear = last is None or last.sort == "thing" or (last.sort == "unknown" and not last.counted)
    if unclear or s.word(last.start if last else end) in _OBLIQUE:
        described = _description(s, end)
        if described is not None and s.word(described) == "whoever":
            return [Phrase(described, described + 1, "person")]
        if described is not None:
            return _antecedent(s, described)
    if last is None:
        return []
    if last.sort == "unknown" and unclear:
        person = _apposed(s, last, end) if end < verb else None
        if person is None and sure and many is False and not last.definite and s.tag(last.start) in "xf":
            person = last.but(sort="person", min=1, max=1, name=True)
        if person is not None:
            return [person]
    found = _members(s, last, many=many)
    return [_named_in_list(s, member) for member in found] if sure and len(found) > 1 else found


_SAYS: Final = words(
    "say says said believe believes believed claim claims claimed allege fear think thought insist report"
)


def _relative(s: Sentence, end: int) -> int | None:
    """The relative pronoun that is the subject: "who", or the "whom" of "the 80 people whom activists say"."""
    if s.word(end - 1) not in _SAYS:
        return end - 1 if s.word(end - 1) in _RELATIVES and s.tag(end - 2) != "o" else None
    speaker = phrase_until(s, end - 1)
    told = speaker is not None and s.word(speaker.start - 1) in _RELATIVES
    return speaker.start - 1 if told and speaker is not None else None


def _first_relative(s: Sentence, relative: int) -> int:
    """The first "who" of those that "and" joins: "an officer, who serves in Cali and who was hurt"."""
    if s.tag(relative - 1) != "c":
        return relative
    back = range(relative - 2, max(0, relative - _APART), -1)
    return next((at for at in back if s.words[at] == s.words[relative]), relative)


def _before_age(s: Sentence, end: int) -> int:
    """Where a subject ends without its age: "a driver aged 45"."""
    at = end
    while at > end - _AGES and s.tag(at - 1) in "nc,":
        at -= 1
    return at - 1 if at < end and s.word(at - 1) == "aged" else end


_AGES: Final = 6
"""How many words the ages of several may have: "aged four, six and 11"."""


def _apposed(s: Sentence, named: Phrase, comma: int) -> Phrase | None:
    """Told by an apposition what the name is: "Dora Vilchez, a 26-year-old woman, was injured"."""
    apposed = phrase_from(s, comma + 1)
    if apposed is None or apposed.sort != "person" or not apposed.counted:
        return None
    return apposed.but(start=named.start, name=named.name)


def _named_in_list(s: Sentence, member: Phrase) -> Phrase:
    """In a list of victims, "Ana Ruiz and Pedro Lopez were killed", names nobody knows are persons."""
    if member.sort == "unknown" and member.name and not member.counted and s.tag(member.start) in "xf":
        return member.but(sort="person", min=1, max=1)
    return member


def _description(s: Sentence, end: int) -> int | None:
    """Where a clause begins that describes the subject: "people who lived there", "a youth going to school"."""
    for at in range(end - 1, max(0, end - _DESCRIBED), -1):
        if s.word(at) in {"who", "whoever"} or (
            s.tag(at - 1) in "pPU"
            and (
                (s.tag(at) == "v" and s.word(at).endswith("ing")) or (s.word(at) in _STRANDED and s.tag(at + 1) in "ri")
            )
        ):
            return at
        if s.tag(at) in ",;":
            return None
    return None


def _antecedent(s: Sentence, relative: int) -> list[Phrase]:
    """Whom a relative pronoun stands for: the noun phrase, or list of them, before it."""
    owner = phrase_until(s, _without_age(s, relative - (s.tag(relative - 1) == ",")), who=True)
    if owner is not None and owner.part and s.tag(owner.start - 1) == ",":
        owner = phrase_until(s, owner.start - 1, who=True)
    if owner is not None and s.tag(owner.start) != "n" and not _KIN.isdisjoint(s.words[owner.start : owner.start + 2]):
        of = next((i for i in range(owner.start, owner.end) if s.tag(i) == "o"), None)
        inner = phrase_from(s, of + 1) if of is not None else None
        owner = inner if inner is not None and inner.end == owner.end and inner.sort == "person" else owner
    if owner is None or (s.word(relative) in {"that", "which"} and owner.sort == "thing"):
        return []
    return _members(s, owner, many=None)


def _without_age(s: Sentence, end: int) -> int:
    """Where a name ends whose age a comma sets behind it: "Ana Ruiz, 22", "Ana Ruiz, aged 22"."""
    if s.tag(end - 1) == "n" and s.word(end - 2) == "aged":
        return end - 2 - (s.tag(end - 3) == ",")
    bare = s.tag(end - 1) == "n" and s.words[end - 1].isdigit() and s.tag(end - 2) == ","
    aged = bare and s.tag(end - 3) in "fx" and int(s.words[end - 1][:_DIGITS]) <= _OLDEST
    return end - 2 if aged else end


_OLDEST: Final = 110
_DIGITS: Final = 6
_NONE_OF: Final = words("none neither")
"""Of a list, "none of the priests and about 100 refugees", these deny all."""


def _none_of(s: Sentence, last: Phrase) -> Phrase | None:
    """The "none of the priests" before "and about 100 refugees", which ``last`` is."""
    joint = joint_before(s, last.start - 1) if last.counted else 0
    member = phrase_until(s, joint) if joint else None
    return member if member is not None and s.word(member.start) in _NONE_OF else None


def _members(s: Sentence, last: Phrase, *, many: bool | None) -> list[Phrase]:
    """The list that ends with ``last``, first to last."""
    nobody = _none_of(s, last)
    if nobody is not None:
        return [nobody]
    found = [last]
    listed = False
    while len(found) < LONGEST and many is not False:
        at = found[-1].start - 1
        joint = 0 if listed else joint_before(s, at)
        if joint:
            listed, at = True, joint - (s.tag(joint - 1) == ",")
        elif not listed or s.tag(at) != ",":
            break
        member = phrase_until(s, _without_age(s, at)) if s.tag(at - 1) != "k" else None
        if member is None or member.sort in {"thing", "none"} or not may_list(member):
            break
        found.append(member)
    return found[::-1]


def _before_insertion(s: Sentence, end: int, *, many: bool | None) -> int:
    """Where the subject ends when commas set something between it and its verb."""
    if s.tag(end - 1) == ",":
        end = _before_examples(s, end)
    for _ in range(_INSERTIONS):
        if s.tag(end - 1) != ",":
            break
        closing = end - 1
        opening = next((i for i in range(closing - 1, max(0, closing - _APART), -1) if s.tag(i) == ","), None)
        if opening is None or (many and s.tag(opening + 1) == "c"):
            return closing
        end = opening
        if s.tag(end - 1) == "n" and s.tag(end - 2) == ",":
            end -= 2
    return end


def _before_examples(s: Sentence, end: int) -> int:
    """Where the subject ends whose examples stand between commas: "nine people, including the mayor, Juan Vega, and
    two guards, were killed"; ``end`` when there are none.
    """
    for at in range(end - 2, max(0, end - _APART), -1):
        if s.words[at] in _EXAMPLES and s.tag(at - 1) == ",":
            return at - 1 if phrase_from(s, at + 1, end - 1) is not None else end
        if s.tag(at) in ";lwemh":
            break
    return end


_EXAMPLES: Final = words("including among")
