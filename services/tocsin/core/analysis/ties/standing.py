"""How a place's name stands in its sentence: behind which preposition, and as where or as who."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

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


class Standing(NamedTuple):
    """A place's mention, the preposition that leads to it (empty: none), whether somebody comes from it or goes to it,
    and whether it tells who somebody is instead of where something was.
    """

    place: Place
    lead: str
    whence: bool
    whither: bool
    who: bool


def standings(original: str, places: Sequence[Place]) -> list[Standing]:
    """How the places of one sentence stand in it, in order. ``original`` is the whole field as it came."""
    found: list[Standing] = []
    for place in places:
        who = is_bystander(original, place)
        if found and original[found[-1].place.end : place.start] in _JOINTS:
            found.append(found[-1]._replace(place=place, who=who or found[-1].who))
            continue
        words_before = _lead(_words_before(original, place))
        lead = next((word for word in reversed(words_before) if word in _PREPOSITIONS), "")
        whence = lead in WHENCE and words_before[0] not in _NEWS
        who = who or (not lead and place.kind in _SPEAKERS and _acts(original, place))
        found.append(Standing(place, lead, whence, lead in _AWAY, who))
    return found


def is_bystander(original: str, place: Place) -> bool:
    """Whether a name tells who somebody is instead of where something was: "Britain-based", "U.S. air strikes",
    "Israel's offensive", "citizens of Chad"; a people's name, unless it stands for its land ("the Syrian border").
    """
    behind = original[place.end : place.end + _BEHIND]
    if place.kind == "demonym":
        return not _is_land(behind) and _first_word(behind) not in _SITES
    before = " ".join(_words_before(original, place)[-2:])
    if (behind[:1] == "-" and behind[1:2].islower()) or before in ("based in", "headquartered in"):
        return True
    if _first_word(behind) in _FOLK:
        return True
    return place.kind == "country" and (_owns(place.text, behind) or before.removesuffix(" of") in _SUBJECTS)


def _owns(name: str, behind: str) -> bool:
    """Whether a country is whose: "Israel's offensive", "Iran troops", "U.S. air strikes"; not "Iraq's north"."""
    if behind[:2] in ("'s", "\u2019s"):
        return not _is_land(behind[2:])
    word = _first_word(behind)
    return word in _ARMS or (word in _STRIKES and name in _ADJECTIVES)


def _is_land(behind: str) -> bool:
    """Whether what follows makes a place of a name: "border", "second-largest city"; not "coast guard"."""
    following = re.findall(r"[a-z-]+", behind.split(",", 1)[0])
    at = 1 if following and (following[0] in _RELATIVE or "-" in following[0]) else 0
    following = following[at : at + 2]
    return bool(following) and following[0] in _LANDS and following[-1] not in _GUARDS


def _acts(original: str, place: Place) -> bool:
    """Whether a country or capital is shown to do or say something: "Iran said"."""
    return _first_word(original[place.end : place.end + _BEHIND]) in _VERBS_OF_STATES


def _words_before(original: str, place: Place) -> list[str]:
    return original[max(0, place.start - _BEFORE) : place.start].lower().split()


def _first_word(behind: str) -> str:
    found = behind.split(maxsplit=1)
    return found[0].rstrip(".,;:").lower() if found and behind[:1].isspace() else ""


def _lead(before: list[str]) -> list[str]:
    """The last two words before a name, or before what the name belongs to: "off the Italian island of", "on the border
    with", "in the country's".
    """
    end = len(before)
    while end > 1:
        if (before[end - 1] == "of" and before[end - 2] in _KINDS) or (
            before[end - 1] == "with" and before[end - 2] in ("border", "borders", "frontier")
        ):
            least = max(0, end - 2 - _NOUN_PHRASE)
            at = next((at for at in range(end - 3, least - 1, -1) if before[at] in _PREPOSITIONS), -1)
            if at < 0 or (before[at] == "to" and before[at + 1] not in _DETERMINERS):
                return []
            end = at + 1
            break
        if before[end - 1] not in _RELATIVE and not before[end - 1].endswith(("'s", "\u2019s")):
            break
        end -= 1
    return before[max(0, end - 2) : end]
