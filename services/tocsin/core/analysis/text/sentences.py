"""Where sentences end, and where a full stop does not end one ("Lt. Gen.", "the U.S. Navy", "No. 5", "3.5")."""

from collections.abc import Iterable
from typing import Final

from tocsin.core.analysis.compiled import IS_COMPILED
from tocsin.core.analysis.lexicon import words
from tocsin.core.analysis.text.letters import are_letters, is_capital_near, word_behind

Span = tuple[int, int]

_TITLE: Final = 1
_NUMBERED: Final = 2
_SHORTENED: Final = 3

_TITLES: Final = words("""
    lt gen col maj capt sgt cpl pvt adm vadm radm cmdr brig mr mrs ms messrs dr drs prof rev fr st sen sens rep reps gov
    pres hon supt insp det cllr dep mt ft vs al approx fig art vol ed op
""")
"""Abbreviations that something always follows, so that their stop ends nothing."""

_NUMBERS: Final = words("no nos")
"""Their stop ends nothing before a number."""

_SHORT_WORDS: Final = words("""
    jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun
    inc ltd co corp bros jr sr etc est dept assn univ ave blvd rd am pm
    ala ariz ark calif colo conn del fla ga ill ind kan kans ky la md mass mich minn miss mo mont neb nebr nev okla ore
    pa tenn tex va vt wash wis wyo
""")
"""Abbreviations that may also stand last: they end a sentence where the next word looks like the start of one."""

_KINDS: Final = {
    **dict.fromkeys(_TITLES, _TITLE),
    **dict.fromkeys(_SHORT_WORDS, _SHORTENED),
    **dict.fromkeys(_NUMBERS, _NUMBERED),
}
"""Which of these an abbreviation is. "No." and its like come first, months and states before titles."""

_OPENERS: Final = words("""
    the a an in on at it its he she his her they their we i this that these those there but and or so as for from with
    when while after before since if although though however meanwhile earlier later according some many most all one
    two three several no not police nobody everyone everybody what
    why who how
""")
"""Words that begin sentences far more often than names."""

LONGEST: Final = 1000
"""Code points of a sentence. The longest in news reach some 700."""

_LONGEST_TOKEN: Final = 12
_LONG_WORD: Final = 7
_NEAR: Final = 4
"""Characters behind a stop that tell whether a capital follows."""


def sentences(text: str, spans: Iterable[Span]) -> list[Span]:
    """The sentences of these paragraphs, in order, without the white space around them. One that is longer than any
    writer's is cut between words, which keeps the work on each bounded.

    A stop ends a sentence before white space, or before a capital when its space was lost ("soldiers.The").
    """
    stops = text.replace("!", ".").replace("?", ".")
    found: list[Span] = []
    for start, end in spans:
        begin = start
        mark = stops.find(".", start, end)
        while mark >= 0:
            at = mark + 1
            if at < end and text[at] != " ":
                at = _behind(stops, at, end)
            if at >= end:
                break
            if (text[at] == " " or _may_follow(text[at])) and (
                at - mark > 1 or text[mark] != "." or _is_plain(text, mark) or _ends(text, mark, end)
            ):
                _add(found, text, begin, at)
                begin = _skip(text, at, end)
            mark = stops.find(".", at, end)
        _add(found, text, begin, end)
    return found


def _behind(stops: str, at: int, end: int) -> int:
    """The offset behind what belongs to a stop: more stops, quotation marks and brackets that close."""
    while at < end and stops[at] == ".":
        at += 1
    while at < end and stops[at] in "\"')]":
        at += 1
    return at


def _may_follow(character: str) -> bool:
    """Whether what stands behind a stop lets a sentence end there."""
    return "A" <= character <= "Z" or character == "|" or character.isspace()


def _skip(text: str, at: int, end: int) -> int:
    """The offset behind spaces and line ends."""
    while at < end and (text[at] == " " or text[at] == "\n"):
        at += 1
    return at


def _add(found: list[Span], text: str, start: int, end: int) -> None:
    """Adds a sentence, in pieces where it is too long; none where it is empty."""
    while end - start > LONGEST:
        cut = text.rfind(" ", start + 1, start + LONGEST)
        cut = cut if cut > start else start + LONGEST
        found.append((start, cut))
        start = _skip(text, cut, end)
    if start < end:
        found.append((start, end))


def _is_plain(text: str, mark: int) -> bool:
    """Whether a word longer than any abbreviation stands before the stop, and a capital behind: most sentences' end."""
    if mark < _LONG_WORD:
        return False
    if IS_COMPILED:
        return are_letters(text, mark - _LONG_WORD, mark) and is_capital_near(text, mark + 1, mark + _NEAR)
    return text[mark - _LONG_WORD : mark].isalpha() and text[mark + 1 : mark + _NEAR].lstrip(" ")[:1].isupper()


def _ends(text: str, mark: int, end: int) -> bool:
    """Whether the single full stop at ``mark`` ends a sentence."""
    low = max(0, mark - _LONGEST_TOKEN)
    first = max(max(text.rfind(" ", low, mark), text.rfind("\n", low, mark)) + 1, low)
    token = text[first:mark].lstrip("(\"'[")
    if not text[mark + 1].isspace():
        return len(token) > 1 and token[-2:].islower() and "." not in token and text[mark + 2 : mark + 3].islower()
    following = word_behind(text, mark + 1, min(end, mark + 40))
    return following == "" or not (following[0].islower() or _goes_on(token, following))


def _goes_on(token: str, word: str) -> bool:
    """Whether the stop between them belongs to the abbreviation ``token``, and the sentence goes on with ``word``."""
    lowered = token.lower()
    kind = _KINDS.get(lowered, 0)
    if kind == _NUMBERED:
        return word[0].isdigit()
    initial = len(token) == 1 and token.isalpha()
    if initial or kind == _SHORTENED or "." in token:
        return word.lower() not in _OPENERS or (initial and len(word) == 1)
    return kind == _TITLE
