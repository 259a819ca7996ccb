"""Finds a verb's subject and object: the noun phrases that a clause puts before and behind it."""

from tocsin.core.analysis.casualties.phrases import Phrase, phrase_from, phrase_until
from tocsin.core.analysis.casualties.tokens import Sentence

_LIST = 10
"""How many members of one list are read."""

_APART = 40
"""How many words an inserted clause may have, as in "Perez, who was on his way home, was killed"."""

_PARTS = frozenset({"including", "among", "most", "mostly", "some", "many", "all", "half", "counting"})
"""Words that begin an insertion about part of those named before."""


def back_over(s: Sentence, at: int, tags: str) -> int:
    """The first index at or before ``at`` whose class is not among ``tags``."""
    while at >= 0 and s.tag(at) in tags:
        at -= 1
    return at


def subject(s: Sentence, end: int, *, many: bool | None = None, sure: bool = True) -> list[Phrase]:
    """Whom the verb group that begins at ``end`` is said of, first to last.

    ``many`` tells its number if known, ``sure`` that only a person can be its subject.
    """
    verb, end = end, _skip_insertion(s, end, many=many)
    if s.word(end - 1) in _RELATIVES and s.tag(end - 2) != "o":
        return _named_before(s, end - 1)
    last = phrase_until(s, end)
    if last is None or (last.sort in {"thing", "unknown"} and not last.counted) or s.word(last.start) in _OBLIQUE:
        described = _description(s, end)
        if described is not None:
            return _named_before(s, described)
    if last is None:
        return []
    if last.sort == "unknown" and not last.counted:
        if end < verb:
            apposed = phrase_from(s, end + 1)
            if apposed is not None and apposed.sort == "person" and apposed.counted:
                return [apposed._replace(start=last.start, name=last.name)]
        if sure and many is False and not last.definite and s.tag(last.start) in "xf":
            return [last._replace(sort="person", min=1, max=1, name=True)]
    found = _members(s, last, many=many)
    return [_named_in_list(s, member) for member in found] if sure and len(found) > 1 else found


def _named_in_list(s: Sentence, member: Phrase) -> Phrase:
    """In a list of victims, "Ana Ruiz and Pedro Lopez were killed", names nobody knows are persons."""
    if member.sort == "unknown" and member.name and not member.counted and s.tag(member.start) in "xf":
        return member._replace(sort="person", min=1, max=1)
    return member


def _description(s: Sentence, end: int) -> int | None:
    """Where a clause begins that describes the subject: "people who lived there", "a youth going to school"."""
    for at in range(end - 1, max(0, end - _APART // 2), -1):
        if s.word(at) == "who" or (s.tag(at) == "v" and s.word(at).endswith("ing") and s.tag(at - 1) in "pP"):
            return at
        if s.tag(at) in ",;":
            return None
    return None


_OBLIQUE = frozenset({"them", "him", "her", "me", "us"})
_RELATIVES = frozenset({"who", "whom", "that", "which"})


def _named_before(s: Sentence, relative: int) -> list[Phrase]:
    """Whom a relative pronoun stands for: the noun phrase, or list of them, before it."""
    at = relative - (s.tag(relative - 1) == ",")
    owner = phrase_until(s, at, who=True)
    if owner is not None and owner.part and s.tag(owner.start - 1) == ",":
        owner = phrase_until(s, owner.start - 1, who=True)
    if owner is None or (s.word(relative) in {"that", "which"} and owner.sort == "thing"):
        return []
    return _members(s, owner, many=None)


def _members(s: Sentence, last: Phrase, *, many: bool | None) -> list[Phrase]:
    """The list that ends with ``last``, first to last."""
    found = [last]
    listed = False
    while len(found) < _LIST:
        at = found[-1].start - 1
        tag = s.tag(at)
        joined = _joint_before(s, at)
        if joined and not listed:
            listed = True
            at = joined - (s.tag(joined - 1) == ",")
        elif not (tag == "," and listed):
            break
        if many is False or s.tag(at - 1) == "k":
            break
        member = phrase_until(s, at)
        if member is None or member.sort in {"thing", "none"} or not _may_list(member):
            break
        found.append(member)
    return found[::-1]


_JOINTS = (("as", "well", "as"), ("along", "with"), ("together", "with"), ("in", "addition", "to"))


def _joint_before(s: Sentence, at: int) -> int:
    """Where the "and" or "as well as" that ends at ``at`` begins; 0 when there is none."""
    if s.tag(at) == "c":
        return at
    for words in _JOINTS:
        first = at - len(words) + 1
        if first > 0 and s.word(at) == words[-1] and tuple(s.words[first : at + 1]) == words:
            return first
    return 0


def _joint_from(s: Sentence, at: int) -> int:
    """How many words long the "and" or "as well as" at ``at`` is; 0 when there is none."""
    if s.tag(at) == "c":
        return 1
    for words in _JOINTS:
        if s.word(at) == words[0] and tuple(s.words[at : at + len(words)]) == words:
            return len(words)
    return 0


def _may_list(phrase: Phrase) -> bool:
    return phrase.counted or phrase.sort == "person" or phrase.name


def _skip_insertion(s: Sentence, end: int, *, many: bool | None) -> int:
    """Where the subject ends when commas set something between it and its verb."""
    for _ in range(2):
        if s.tag(end - 1) not in ",;" or s.word(end - 1) not in {",", ")", "]"}:
            break
        closing = end - 1
        if s.word(closing) != ",":
            opening = next((i for i in range(closing - 1, max(-1, closing - 12), -1) if s.word(i) in {"(", "["}), None)
        else:
            opening = next((i for i in range(closing - 1, max(-1, closing - _APART), -1) if s.tag(i) == ","), None)
        if opening is None or opening == 0:
            return closing
        inside = s.tag(opening + 1)
        if many and s.word(closing) == "," and inside == "c":
            return closing
        end = opening
        if s.tag(end - 1) == "n" and s.tag(end - 2) == ",":
            end -= 2
    return end


def objects(s: Sentence, at: int) -> list[Phrase]:
    """Whom the verb just before ``at`` is done to, first to last."""
    if s.tag(at) == "r" and phrase_from(s, at) is None:
        at += 1
    found: list[Phrase] = []
    sure_of = 1
    while len(found) < _LIST:
        phrase = phrase_from(s, at)
        if phrase is None or (found and not _may_list(phrase)):
            break
        if found and _own_clause(s, phrase.end):
            return found[:sure_of]
        if phrase.sort in {"thing", "none"} and found:
            break
        found.append(phrase)
        at = _behind(s, phrase.end)
        comma = s.tag(at) == ","
        at += comma
        joint = _joint_from(s, at)
        at += joint
        if not joint and not (comma and _list_goes_on(s, at)):
            break
        if s.word(at) in _PARTS or _is_part(s, at):
            break
        if joint and not comma:
            sure_of = len(found)
    return found


def _is_part(s: Sentence, at: int) -> bool:
    """ "five of them", "two of whom" in a list tell about those named before."""
    quantity = s.quantity(at) if s.tag(at) == "n" else None
    return quantity is not None and s.tag(quantity.end) == "o" and s.tag(quantity.end + 1) in "U"


def _behind(s: Sentence, at: int) -> int:
    """Over a short "of"/"from" phrase, a name or an age that belongs to the member before."""
    if s.tag(at) == "," and s.tag(at + 1) == "n" and s.tag(at + 2) in ",;":
        return at + 2
    hops = 0
    while s.tag(at) in "oi" and hops < 2:  # noqa: PLR2004 - lists do not hang deeper
        phrase = phrase_from(s, at + 1)
        if phrase is None or phrase.counted:
            break
        at, hops = phrase.end, hops + 1
    return at


def _list_goes_on(s: Sentence, at: int) -> bool:
    """Whether the comma before ``at`` is inside a list: an "and" must follow its members."""
    for ahead in range(at, min(at + 20, s.size)):
        tag = s.tag(ahead)
        if tag == "c":
            return True
        if tag in "ehmlw;kv" or s.word(ahead) in {"who", "including"}:
            return False
    return False


def _own_clause(s: Sentence, end: int) -> bool:
    """Whether the phrase that ends at ``end`` begins a clause of its own: "and three others were wounded"."""
    at = _behind(s, end)
    while s.tag(at) == "r":
        at += 1
    return s.tag(at) in "ehmk" or (s.tag(at) == "v" and not s.word(at).endswith("ing"))
