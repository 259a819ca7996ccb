"""Where a verb of motion leads: in, out or through, by the words behind it."""

from typing import Final

from tocsin.core.analysis.deployments.armed import PEOPLE_TO
from tocsin.core.analysis.deployments.tokens import Sentence
from tocsin.core.analysis.lexicon import words
from tocsin.core.model.analysis import Movement

GOES_BY_ITSELF: Final[tuple[str, ...]] = (
    "sail", "steam", "fly", "flew", "flown", "land", "move", "moving", "push", "rush", "pour", "shift", "transfer",
    "redeploy", "deploy", "hurr", "pull", "parachut", "relocat", "slip", "transit", "march", "cross",
)  # fmt: skip
"""Verbs that move a force or, without an object, go themselves: "sailed troops to", "the troops sailed to"."""

_ADVERBS: Final = words("""
    back up down out off away on in north south east west northwards southwards eastwards westwards deep deeper
    further forward ahead straight together again overnight home northward southward eastward westward
    right overland
""")
_LONGEST: Final = 3
_AWAY: Final = words("out away off")
_INTO: Final = words("into across onto over inside towards toward")
_PAST: Final = words("through past")
_ABOARD: Final = words("on aboard onto by")
WAYS: Final = _ADVERBS | _ABOARD | _INTO | _PAST | words("of from to for ashore along")
"""What may follow a verb of motion where it leads somewhere, besides words in -ly."""

_ARTICLES: Final = words("the a an its their his")
AFFAIRS: Final = words("""
    olympics games race relay tournament talks deal pact accord agreement treaty cup summit conference government
    coalition bid contest market markets union
    organization organisation negotiations championship championships election elections euro
    eurovision opec commission court convention protocol group venture project
""")
"""Countries and fighters withdraw from these, or go back to them, without a soldier moving."""

_AFFAIR_REACH: Final = 6
_FROM_TO: Final = 7
"""Words behind "from" in which "to" may tell that the force is told of where it arrives."""


def heading(s: Sentence, end: int) -> Movement | None:  # noqa: PLR0911 - one return a way
    """What a verb of motion that ends before the word ``end`` makes a force do, or None where no way is named."""
    if s.word(end) in _ABOARD and not _CRAFT.isdisjoint(s.words[end + 1 : end + _CRAFT_REACH]):
        return _carried(s, end + 1)
    at, seen = end, set[str]()
    while at - end < _LONGEST and (s.word(at) in _ADVERBS or s.word(at).endswith("ly")):
        seen.add(s.word(at))
        at += 1
    if not AFFAIRS.isdisjoint(s.words[at : at + _AFFAIR_REACH]):
        return None
    word = s.word(at)
    if _is_road(s, at, seen):
        return "deploy"
    if word == "of":
        return "withdraw" if s.word(at - 1) == "out" else None
    if word == "from":
        led = any(s.word(near) in {"to", "into"} for near in range(at + 1, at + _FROM_TO))
        return "deploy" if led else "withdraw"
    if word in _PAST:
        return "transit"
    if word in _INTO or (word in {"to", "for"} and _names_a_goal(s, at + 1)):
        return "withdraw" if "back" in seen or not _AWAY.isdisjoint(seen - {"out", "off"}) else "deploy"
    if word == "ashore":
        return "deploy"
    return "withdraw" if "home" in seen else None


def _is_road(s: Sentence, at: int, adverbs: set[str]) -> bool:
    """Whether a road is gone along: "down the Kassala road"."""
    if s.word(at) != "along" and adverbs.isdisjoint({"down", "up"}):
        return False
    return not _ROADS.isdisjoint(s.words[at : at + _ROAD_REACH])


_ROADS: Final = words(
    "road roads highway motorway track street streets avenue valley coast river causeway boulevard lane pass"
)
_ROAD_REACH: Final = 5
"""Words to the end of "down the Kassala road"."""

_CRAFT: Final = words(
    "plane planes ship ships train trains flight flights ferry ferries bus buses boat boats lorries trucks "
    "helicopter helicopters transport transports aircraft barge barges"
)
_CRAFT_REACH: Final = 6


def _carried(s: Sentence, at: int) -> Movement | None:
    """Where what is aboard something is carried: "on a plane to Bangui"."""
    for near in range(at, at + _CRAFT_REACH + 1):
        if s.word(near) in {"home", "back"}:
            return "withdraw"
        if s.word(near) in {"to", "for", "into"}:
            return "deploy" if _names_a_goal(s, near + 1) else None
    return None


def _names_a_goal(s: Sentence, at: int) -> bool:
    """Whether "to" or "for" leads to a thing rather than to a verb or a span of time."""
    if s.word(at) in PEOPLE_TO or s.word(at + 1) in PEOPLE_TO:
        return False
    return s.word(at) in _ARTICLES or (s.is_capital(at) and not s.text.all_caps)
