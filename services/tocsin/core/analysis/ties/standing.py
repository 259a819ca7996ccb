"""How a place's name stands in its sentence: behind which preposition, and as where or as who."""

import re
from collections.abc import Sequence
from typing import Final

from tocsin.core.analysis.lexicon import words
from tocsin.core.model.analysis import Place

WHERE: Final = words(
    "in at near outside inside around off on of across throughout along above below beside north south east west"
)
WHITHER: Final = words("to into toward towards for onto")
_AWAY: Final = words("to toward towards")
"""Of these what is hurt lies at the other end: "sent to", but not "stormed into"."""

WHENCE: Final = words("from out left leave leaves leaving departed departing fleeing fled")
_PREPOSITIONS: Final = WHERE | WHITHER | WHENCE | words("of with")

_BEFORE: Final = 56
_BEHIND: Final = 40
"""Code points in which the words beside a name are looked for."""

_NOUN_PHRASE: Final = 4
"""How many words may stand between a preposition and the "town of" that it governs."""

_JOINTS: Final = frozenset((", ", " and ", ", and ", " or ", " in ", ", in "))
"""Between two names, these let the second stand as the first does: "left Sfax in Tunisia", "from Mali and Niger"."""

_LONGEST_JOINT: Final = 6

_BORDERS: Final = words("border borders frontier")
"""Before "with" these belong to the name behind it."""

_DETERMINERS: Final = words("the a an its their his her several two three four other nearby")
"""Behind "to" these begin a noun phrase; a verb may follow otherwise."""

_NEWS: Final = words(
    "report reports news footage pictures images video videos dispatches accounts statements km kilometers kilometres"
    " miles mile away far minutes hours feet meters metres"
)
"""Before "from" these leave open or tell where something was: "reports from Homs", "30 km from Homs"."""

_LANDS: Final = words(
    "border borders frontier capital coast coastline shore shores waters soil territory town towns city cities village"
    " villages province provinces region regions island islands peninsula desert enclave port outskirts north south"
    " east west northeast northwest southeast southwest"
)
"""Behind a people's or a country's name these make a place of it: "the Syrian border", "Iraq's north"."""

_SITES: Final = words(
    "school schoolhouse university market marketplace mosque church temple synagogue shrine hospital clinic prison jail"
    " airport airfield mine nightclub restaurant hotel resort factory refinery pipeline highway camp stadium"
)
"""Behind a people's name these are in its country: "the Russian school siege"."""

_KINDS: Final = _LANDS | words("state district suburb suburbs governorate valley mountains centre center area side")
"""Before "of" these belong to the name behind it: "the district of Amriya"."""

_RELATIVE: Final = words(
    "northern southern eastern western central northeastern northwestern southeastern southwestern coastal"
)
"""Before the land's word these stand between it and the name: "Syria's northern border"."""

_GUARDS: Final = words(
    "guard guards guardsmen police patrol patrols agents officials authorities authority council forces mayor"
)
"""Behind the land's word these make people of it: "the Chinese coast guard"."""

_ADJECTIVES: Final = frozenset(("US", "U.S.", "U.S", "UK", "U.K.", "United States"))
"""Names of countries that are their own adjectives."""

_ARMS: Final = words(
    "forces troops soldiers soldier military army navy marines warplanes warplane jets warships warship officials"
    " official president government ministry ambassador"
)
_STRIKES: Final = words(
    "air airstrike airstrikes strike strikes raid raids drone drones bombing missile missiles helicopter helicopters"
    " special coalition"
)
_FOLK: Final = words("ethnicity origin descent tribe tribesmen militia militias militiamen community")
"""Behind a place's name these make people of it: "of Amhara ethnicity"."""

_SUBJECTS: Final = words(
    "citizens citizen nationals national natives president government army forces flag ambassador embassy"
)
"""Of a country, these are who: "citizens of Australia"."""

_SPEAKERS: Final = frozenset(("country", "city", "base"))
"""Kinds of places that stand for who governs or works there: "Moscow denied it", "the Pentagon said"."""

_VERBS_OF_STATES: Final = words("said says has have had is will would denied denies announced")
"""Behind a country's name these show it to act."""


_SMALL: Final = re.compile(r"[a-z-]+")


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
        if last is not None and start - last_end <= _LONGEST_JOINT and original[last_end:start] in _JOINTS:
            last = Standing(place, last.lead, whence=last.whence, whither=last.whither, who=who or last.who)
        else:
            words_before = _lead(original, start, before)
            lead = _last_preposition(words_before)
            whence = lead in WHENCE and words_before[0] not in _NEWS
            last = Standing(place, lead, whence=whence, whither=lead in _AWAY, who=who)
            if not who and not lead and last.kind in _SPEAKERS:
                last.who = _first_word(original[end : end + _BEHIND]) in _VERBS_OF_STATES  # "Iran said"
        last_end = end
        found.append(last)
    return found


def is_bystander(original: str, place: Place) -> bool:
    """Whether a name tells who somebody is instead of where something was: "Britain-based", "U.S. air strikes",
    "Israel's offensive", "citizens of Chad"; a people's name, unless it stands for its land ("the Syrian border").
    """
    return _is_who(original, place, place.kind, place.end, _two_before(original, place.start))


def _is_who(original: str, place: Place, kind: str, end: int, before: list[str]) -> bool:
    """The same of a place of that kind whose name ends there, behind the last two words of ``before``."""
    behind = original[end : end + _BEHIND]
    if kind == "demonym":
        return not _is_land(behind) and _first_word(behind) not in _SITES
    word = _first_word(behind)
    if word in _FOLK or (behind[:1] == "-" and behind[1:2].islower()) or _is_based(before):
        return True
    return kind == "country" and (_is_subject(before) or _owns(place, behind, word))


def _is_based(before: list[str]) -> bool:
    """Whether somebody is said to be "based in" what follows."""
    return len(before) > 1 and before[1] == "in" and before[0] in ("based", "headquartered")


def _is_subject(before: list[str]) -> bool:
    """Whether a country is whose somebody is said to be: "citizens of"."""
    return bool(before) and before[0] in _SUBJECTS and (len(before) == 1 or before[1] == "of")


def _owns(place: Place, behind: str, word: str) -> bool:
    """Whether a country is whose: "Israel's offensive", "Iran troops", "U.S. air strikes"; not "Iraq's north"."""
    if behind[:2] in ("'s", "\u2019s"):
        return not _is_land(behind[2:])
    return word in _ARMS or (word in _STRIKES and place.text in _ADJECTIVES)


def _is_land(behind: str) -> bool:
    """Whether what follows makes a place of a name: "border", "second-largest city"; not "coast guard"."""
    following = _SMALL.findall(behind.split(",", 1)[0])
    at = 1 if following and (following[0] in _RELATIVE or "-" in following[0]) else 0
    following = following[at : at + 2]
    return bool(following) and following[0] in _LANDS and following[-1] not in _GUARDS


def _first_word(behind: str) -> str:
    """The first word behind a name, in lower case; nothing where none follows at once."""
    if behind[:1] == " ":  # and mostly letters up to the next
        stop = behind.find(" ", 1)
        word = behind[1:stop] if stop > 0 else behind[1:]
        if word.isalpha():
            return word.lower()
    found = behind.split(maxsplit=1)
    return found[0].rstrip(".,;:").lower() if found and behind[:1].isspace() else ""


def _two_before(original: str, start: int) -> list[str]:
    """The last two words before a name, in lower case."""
    return [word.lower() for word in original[max(0, start - _BEFORE) : start].rsplit(None, 2)[-2:]]


def _last_preposition(before: list[str]) -> str:
    for word in reversed(before):
        if word in _PREPOSITIONS:
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
            at = next((at for at in range(end - 3, least - 1, -1) if words_before[at] in _PREPOSITIONS), -1)
            if at < 0 or (words_before[at] == "to" and words_before[at + 1] not in _DETERMINERS):
                return []
            end = at + 1
            break
        if not _is_relative(words_before[end - 1]):
            break
        end -= 1
    return words_before[max(0, end - 2) : end]


def _is_joined(one: str, other: str) -> bool:
    """Whether two words belong to the name behind them: "district of", "border with"."""
    return (other == "of" and one in _KINDS) or (other == "with" and one in _BORDERS)


def _is_relative(word: str) -> bool:
    """Whether a word only says which part of what is meant: "northern", "country's"."""
    return word in _RELATIVE or word.endswith(("'s", "\u2019s"))
