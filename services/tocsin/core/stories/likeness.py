"""How alike an article and a story are: words weighed by rarity, then places, numbers, manner and time."""

import math
import re
from collections.abc import Iterable

from tocsin.core.model.match import Signature
from tocsin.core.model.story import Profile
from tocsin.core.stories.profile import copied
from tocsin.core.stories.rarity import Weighing

ELSEWHERE = 0.7
"""Factor when both put their facts in places that exclude one another."""

SAME_PLACE = 1.2
"""Factor when they share a place below the level of a country."""

SAME_NUMBERS = ((10, 1.6), (3, 1.3))
"""Factors when they share a casualty count of at least so many, highest first: every day has events with one or two
dead, few have two with the same forty.
"""

SAME_FIGURE = 1.3
"""Factor when they share any other figure: an age, a score, a magnitude, a sum of money."""

OTHER_MANNER = 0.8
"""Factor when both say how people were hurt and the words differ altogether."""

SAME_EVENT = 2.6
"""Factor when they put a comparable number of dead in the same town by the same manner within hours: early tolls of
one event differ, and so do the words of those who hurry to tell it.
"""

HURRIED_DAYS = 0.5
"""So long do reports of one event differ that much. Beyond, the same manner in the same town is the next event."""

COMPARABLE = 3
"""Tolls of one event as first told and as later known differ by no more than this factor, mostly."""

LEAST_COMPARED = 5
"""Fewer dead than this are too common to tell events apart."""

DAYS_TO_HALVE = 4.0
"""Event time between an article and the nearer end of its story's span at which likeness counts half."""

WIDE = ("country:", "region:")
TOWN = "geonames:"
_YEAR = re.compile(r"(19|20)\d\d")
BLASTS = ("bomb", "explosi", "blast", "grenade", "mine")


class Newcomer:
    """An article that looks for its story: what of its signature every comparison needs, taken out once."""

    __slots__ = ("figures", "killed", "local", "manners", "numbers", "places", "sketch", "sorts", "towns")

    def __init__(self, article: Signature) -> None:
        self.sketch = frozenset(article.sketch)
        self.places = article.places
        self.local = [place for place in article.places if not place.startswith(WIDE)]
        self.towns = [place for place in article.places if place.startswith(TOWN)]
        self.manners = article.manners
        self.sorts = {_sort_of(manner) for manner in article.manners}
        self.numbers = article.numbers
        self.figures = [name for name in article.names if name[0].isdigit() and _tells(name)]
        self.killed = _most_killed(article.numbers)


def likeness(
    newcomer: Newcomer, story: Profile, weighing: Weighing, days_apart: float = 0.0, least: float = 0.0
) -> float:
    """How alike an article and a story are, 0 to about 1 (a copy), with ``days_apart`` between them in event time.

    0 also where it is surely below ``least``.
    """
    if copied(story, newcomer.sketch) is not None:
        return 1.0
    factor = agreement(newcomer, story, days_apart)
    return factor * weighing.closeness(story, least / factor)


def agreement(newcomer: Newcomer, story: Profile, days_apart: float = 0.0) -> float:
    """The factor for what the facts of an article and a story say of their being one event; 1: nothing."""
    places, numbers = story.places, story.numbers
    factor = _place_factor(newcomer, places) * _number_factor(newcomer, story)
    if _manners_differ(newcomer, story.manners):
        factor *= OTHER_MANNER
    elif (
        days_apart <= HURRIED_DAYS
        and not places.keys().isdisjoint(newcomer.towns)
        and _comparable(newcomer.killed, numbers)
    ):
        factor *= SAME_EVENT
    if days_apart:
        factor *= math.pow(0.5, days_apart / DAYS_TO_HALVE)
    return factor


def _place_factor(newcomer: Newcomer, story: dict[str, int]) -> float:
    """Whether the places agree, exclude one another, or say nothing."""
    if not newcomer.places or not story:
        return 1.0
    if not story.keys().isdisjoint(newcomer.local):
        return SAME_PLACE
    if newcomer.local and any(not place.startswith(WIDE) for place in story):
        return ELSEWHERE
    return ELSEWHERE if story.keys().isdisjoint(newcomer.places) else 1.0


def _manners_differ(newcomer: Newcomer, story: dict[str, int]) -> bool:
    """Whether both say how people were hurt, and none of the ways is of one sort with another's."""
    if not newcomer.manners or not story or not story.keys().isdisjoint(newcomer.manners):
        return False
    return newcomer.sorts.isdisjoint([_sort_of(manner) for manner in story])


def _sort_of(manner: str) -> str:
    """A car bombing and an explosion may be one event; a shooting and a flood are not."""
    return "blast" if any(word in manner for word in BLASTS) else manner


def _comparable(killed: int, story: dict[str, int]) -> bool:
    """Whether the largest numbers of dead may be two tolls of one event."""
    fewer, more = sorted((killed, _most_killed(story)))
    return fewer >= LEAST_COMPARED and more <= COMPARABLE * fewer


def _most_killed(numbers: Iterable[str]) -> int:
    return max([int(number.partition(":")[2]) for number in numbers if number.startswith("killed:")], default=0)


def _number_factor(newcomer: Newcomer, story: Profile) -> float:
    """What the largest count that both give, or another figure, says for their being one event; differing numbers say
    nothing: tolls rise, and one report gives the age that another leaves out.
    """
    counts = story.numbers
    shared = max([int(number.rpartition(":")[2]) for number in newcomer.numbers if number in counts], default=0)
    for least, factor in SAME_NUMBERS:
        if shared >= least:
            return factor
    return 1.0 if story.names.keys().isdisjoint(newcomer.figures) else SAME_FIGURE


def _tells(figure: str) -> bool:
    """Whether so few events have this figure that it tells them apart: single digits and years do not."""
    return len(figure) > 1 and not _YEAR.fullmatch(figure)
