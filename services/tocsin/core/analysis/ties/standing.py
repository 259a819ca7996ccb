"""How a place's name stands in its sentence: behind which preposition, and as where or as who."""

import re
from collections.abc import Sequence
from typing import Final

from mypy_extensions import mypyc_attr

from tocsin.core.analysis.ties.lexicon import (
    ADJECTIVES,
    ARMS,
    AWAY,
    BORDERS,
    DETERMINERS,
    FOLK,
    GUARDS,
    JOINTS,
    KINDS,
    LANDS,
    NEWS,
    PREPOSITIONS,
    RELATIVE,
    SITES,
    SPEAKERS,
    STRIKES,
    SUBJECTS,
    TELLING,
    VERBS_OF_STATES,
    WHENCE,
)
from tocsin.core.model.analysis import Place

_BEFORE: Final = 56
_BEHIND: Final = 40
"""Code points in which the words beside a name are looked for."""

_NOUN_PHRASE: Final = 4
"""How many words may stand between a preposition and the "town of" that it governs."""

_LONGEST_JOINT: Final = 6

_SMALL: Final = re.compile(r"[^a-z-]*([a-z-]+)(?:[^a-z-]+([a-z-]+)(?:[^a-z-]+([a-z-]+))?)?")
"""The first three words in small letters."""


@mypyc_attr(acyclic=True)
class Standing:
    """A place's mention, of that ``kind``, the preposition that leads to it (empty: none), whether somebody comes from
    it or goes to it, and whether it tells who somebody is instead of where something was.
    """

    __slots__ = ("kind", "lead", "place", "whence", "whither", "who")

    def __init__(self, place: Place, lead: str, *, whence: bool, whither: bool, who: bool) -> None:
        self.place = place
        self.kind: str = place.kind
        self.lead = lead
        self.whence = whence
        self.whither = whither
        self.who = who


def standings(original: str, places: Sequence[Place]) -> list[Standing]:
    """How the places of one sentence stand in it, in order. ``original`` is the whole field as it came."""
    found: list[Standing] = []
    last: Standing | None = None
    last_end = 0
    for place in places:
        start, end = place.start, place.end
        before = _two_before(original, start)
        who = _is_who(original, place, place.kind, end, before)
        if last is not None and start - last_end <= _LONGEST_JOINT and original[last_end:start] in JOINTS:
            last = Standing(place, last.lead, whence=last.whence, whither=last.whither, who=who or last.who)
        else:
            words_before = _lead(original, start, before)
            lead = _last_preposition(words_before)
            whence = lead in WHENCE and words_before[0] not in NEWS
            last = Standing(place, lead, whence=whence, whither=lead in AWAY, who=who)
            if not who and not lead and last.kind in SPEAKERS:
                last.who = _first_word(original[end : end + _BEHIND]) in VERBS_OF_STATES  # "Iran said"
        last_end = end
        found.append(last)
    return found


def is_bystander(original: str, place: Place) -> bool:
    """Whether a name tells who somebody is instead of where something was: "Britain-based", "U.S. air strikes",
    "Israel's offensive", "citizens of Chad"; a people's name, unless it stands for its land ("the Syrian border").
    """
    start = place.start
    before = _two_before(original, start) if _last_before(original, start) in TELLING else []
    return _is_who(original, place, place.kind, place.end, before)


def _is_who(original: str, place: Place, kind: str, end: int, before: list[str]) -> bool:
    """The same of a place of that kind whose name ends there, behind the two words of ``before``. These may be left out
    where the last of them is not in ``TELLING``.
    """
    behind = original[end : end + _BEHIND]
    if kind == "demonym":
        return not _is_land(behind) and _first_word(behind) not in SITES
    word = _first_word(behind)
    if word in FOLK or (behind[:1] == "-" and behind[1:2].islower()) or _is_based(before):
        return True
    return kind == "country" and (_is_subject(before) or _owns(place, behind, word))


def _is_based(before: list[str]) -> bool:
    """Whether somebody is said to be "based in" what follows."""
    return len(before) > 1 and before[1] == "in" and before[0] in ("based", "headquartered")


def _is_subject(before: list[str]) -> bool:
    """Whether a country is whose somebody is said to be: "citizens of"."""
    return bool(before) and before[0] in SUBJECTS and (len(before) == 1 or before[1] == "of")


def _owns(place: Place, behind: str, word: str) -> bool:
    """Whether a country is whose: "Israel's offensive", "Iran troops", "U.S. air strikes"; not "Iraq's north"."""
    if behind[:2] in ("'s", "\u2019s"):
        return not _is_land(behind[2:])
    return word in ARMS or (word in STRIKES and place.text in ADJECTIVES)


def _is_land(behind: str) -> bool:
    """Whether what follows makes a place of a name: "border", "second-largest city"; not "coast guard"."""
    found = _SMALL.match(behind.split(",", 1)[0])
    if found is None:
        return False
    first, second, third = found.group(1, 2, 3)
    if first in RELATIVE or (first and "-" in first):
        first, second = second, third
    return first in LANDS and (second or first) not in GUARDS


def _first_word(behind: str) -> str:
    """The first word behind a name, in lower case; nothing where none follows at once."""
    if behind[:1] == " ":  # and mostly letters up to the next
        stop = behind.find(" ", 1)
        word = behind[1:stop] if stop > 0 else behind[1:]
        if word.isalpha():
            return word.lower()
    elif not behind[:1].isspace():
        return ""
    found = behind.split(maxsplit=1)
    return found[0].rstrip(".,;:").lower() if found else ""


def _two_before(original: str, start: int) -> list[str]:
    """The last two words before a name, in lower case."""
    return [word.lower() for word in original[max(0, start - _BEFORE) : start].rsplit(None, 2)[-2:]]


def _last_before(original: str, start: int) -> str:
    """The last word before a name, in lower case; empty where there is none."""
    space = original.rfind(" ", max(0, start - _BEFORE), max(0, start - 1))
    if space >= 0 and original[start - 1] == " ":
        word = original[space + 1 : start - 1]
        if word.isalpha():
            return word.lower()
    before = _two_before(original, start)
    return before[-1] if before else ""


def _last_preposition(before: list[str]) -> str:
    for word in reversed(before):
        if word in PREPOSITIONS:
            return word
    return ""


def _lead(original: str, start: int, before: list[str]) -> list[str]:
    """The last two words before a name, or before what the name belongs to: "off the Italian island of", "on the border
    with", "in the country's". ``before`` are the last two before the name itself.
    """
    if len(before) == 1 or not (before and (_is_joined(before[0], before[1]) or _is_relative(before[1]))):
        return before
    words_before = original[max(0, start - _BEFORE) : start].lower().split()
    end = len(words_before)
    while end > 1:
        if _is_joined(words_before[end - 2], words_before[end - 1]):
            least = max(0, end - 2 - _NOUN_PHRASE)
            at = next((at for at in range(end - 3, least - 1, -1) if words_before[at] in PREPOSITIONS), -1)
            if at < 0 or (words_before[at] == "to" and words_before[at + 1] not in DETERMINERS):
                return []
            end = at + 1
            break
        if not _is_relative(words_before[end - 1]):
            break
        end -= 1
    return words_before[max(0, end - 2) : end]


def _is_joined(one: str, other: str) -> bool:
    """Whether two words belong to the name behind them: "district of", "border with"."""
    return (other == "of" and one in KINDS) or (other == "with" and one in BORDERS)


def _is_relative(word: str) -> bool:
    """Whether a word only says which part of what is meant: "northern", "country's"."""
    return word in RELATIVE or word.endswith(("'s", "\u2019s"))
