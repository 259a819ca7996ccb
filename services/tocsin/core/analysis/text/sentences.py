"""Where sentences end, and where a full stop does not end one ("Lt. Gen.", "the U.S. Navy", "No. 5", "3.5")."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from tocsin.core.analysis.lexicon import words

Span = tuple[int, int]

_BEHIND: Final = re.compile(r"""\.*["')\]]*""")
"""What belongs to a stop: more stops, quotation marks and brackets that close."""

_TITLES: Final = words("""
    lt gen col maj capt sgt cpl pvt adm vadm radm cmdr brig mr mrs ms messrs dr drs prof rev fr st sen sens rep reps gov
    pres hon supt insp det cllr dep mt ft vs al approx fig art vol ed op
""")
"""Abbreviations that something always follows, so that their stop ends nothing."""

_NUMBERED: Final = words("no nos")
"""Their stop ends nothing before a number."""

_SHORTENED: Final = words("""
    jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun
    inc ltd co corp bros jr sr etc est dept assn univ ave blvd rd am pm
    ala ariz ark calif colo conn del fla ga ill ind kan kans ky la md mass mich minn miss mo mont neb nebr nev okla ore
    pa tenn tex va vt wash wis wyo
""")
"""Abbreviations that may also stand last: they end a sentence where the next word looks like the start of one."""

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
_WORD: Final = re.compile(r"""[\s"'(\[]*([\w'-]{1,20})""")


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
                at = _BEHIND.match(stops, at, end).end()  # type: ignore[union-attr]  # it matches nothing, too
            if at >= end:
                break
            if (text[at] == " " or _may_follow(text[at])) and (
                at - mark > 1 or text[mark] != "." or _is_plain(text, mark) or _ends(text, mark, end)
            ):
                if at - begin <= LONGEST:
                    found.append((begin, at))
                else:
                    found.extend(_bounded(text, begin, at))
                begin = at
                while begin < end and text[begin] in " \n":
                    begin += 1
            mark = stops.find(".", at, end)
        found.extend(_bounded(text, begin, end))
    return found


def _may_follow(character: str) -> bool:
    """Whether what stands behind a stop lets a sentence end there."""
    return "A" <= character <= "Z" or character == "|" or character.isspace()


def _bounded(text: str, start: int, end: int) -> Iterator[Span]:
    while end - start > LONGEST:
        cut = text.rfind(" ", start + 1, start + LONGEST)
        cut = cut if cut > start else start + LONGEST
        yield start, cut
        start = cut
        while start < end and text[start] in " \n":
            start += 1
    if start < end:
        yield start, end


def _is_plain(text: str, mark: int) -> bool:
    """Whether a word longer than any abbreviation stands before the stop, and a capital behind: most sentences' end."""
    if mark < _LONG_WORD or not text[mark - _LONG_WORD : mark].isalpha():
        return False
    return text[mark + 1 : mark + 4].lstrip(" ")[:1].isupper()


def _ends(text: str, mark: int, end: int) -> bool:
    """Whether the single full stop at ``mark`` ends a sentence."""
    token = text[max(0, mark - _LONGEST_TOKEN) : mark].rpartition(" ")[2].rpartition("\n")[2].lstrip("(\"'[")
    if not text[mark + 1].isspace():
        return len(token) > 1 and token[-2:].islower() and "." not in token and text[mark + 2 : mark + 3].islower()
    following = _WORD.match(text, mark + 1, min(end, mark + 40))
    return following is None or not (following[1][0].islower() or _goes_on(token, following[1]))


def _goes_on(token: str, word: str) -> bool:
    """Whether the stop between them belongs to the abbreviation ``token``, and the sentence goes on with ``word``."""
    lowered = token.lower()
    if lowered in _NUMBERED:
        return word[0].isdigit()
    initial = len(token) == 1 and token.isalpha()
    if initial or "." in token or lowered in _SHORTENED:
        return word.lower() not in _OPENERS or (initial and len(word) == 1)
    return lowered in _TITLES
