"""What an article as a whole says for and against a name's being a place."""

from collections.abc import Set as AbstractSet
from typing import Final

from mypy_extensions import mypyc_attr

from tocsin.core.analysis.gazetteer.layout import MANNERS, NO_COUNTRY, NOWHERE
from tocsin.core.analysis.places.crowd import Crowd
from tocsin.core.analysis.places.profile import CURATED, GRADES
from tocsin.core.analysis.places.sense import Sense
from tocsin.core.analysis.places.support import lies_in
from tocsin.core.analysis.places.voice import others_say

_SOME: Final = 0.2
_ONE: Final = 0.8
_SEVERAL: Final = 1.8
"""From where on support by other names counts as some, one, several."""


@mypyc_attr(acyclic=True)
class Evidence:
    """What is known of a name in an article, in steps.

    What it stands for (``grade``, by its number in ``profile.GRADES``) and how it names that; how many names agree on
    its division and its country; how often it is mentioned, behind a locative word, and like a surname; whether "X, Y"
    puts it in another, or another in it; whether it stands like a surname elsewhere, and as an everyday word.
    """

    __slots__ = (
        "country",
        "division",
        "grade",
        "held",
        "holds",
        "locative",
        "lower",
        "manner",
        "mentions",
        "people",
        "surname",
    )

    def __init__(self, grade: int, manner: int) -> None:
        self.grade = grade
        self.manner = manner
        self.division = 0
        self.country = 0
        self.mentions = 0
        self.locative = 0
        self.people = 0
        self.held = False
        self.holds = False
        self.surname = False
        self.lower = False

    @property
    def is_curated(self) -> bool:
        """Whether the place was entered by hand."""
        return GRADES[self.grade] == CURATED

    def code(self) -> int:
        """All of that as one number."""
        counts = ((self.mentions << 2 | self.locative) << 2 | self.people) << 2 | self.division
        named = ((counts << 2 | self.country) << 4 | self.manner) << 7 | self.grade
        return named << 4 | self.held << 3 | self.holds << 2 | self.surname << 1 | self.lower


def evidence(sense: Sense, crowd: Crowd, surnames: AbstractSet[str]) -> Evidence:
    """What the article says of a resolved sense. ``surnames`` are words that stand like one somewhere in it."""
    profile, at = sense.profile, sense.chosen
    place, land, part = profile.places[at], profile.lands[at], profile.parts[at]
    mentions = sense.mentions
    locative = people = 0
    for mention in mentions:
        locative += mention.locative
        people += mention.candidate.as_person
    found = Evidence(profile.grades[at], profile.manners[at])
    if part != NOWHERE:
        found.division = _step(others_say(sense.divisions, part))
    if land != NO_COUNTRY:
        found.country = _step(others_say(sense.countries, land))
    found.mentions = min(4, len(mentions))
    found.locative = min(2, locative)
    found.people = min(2, people)
    found.held = bool(sense.containers) and lies_in(crowd.records.within(place), sense.containers)
    found.holds = place in sense.contents
    key = sense.key
    found.surname = key in surnames
    found.lower = " " not in key and not mentions[0].text.all_caps and f" {key} " in mentions[0].text.text
    return found


def evidence_features(found: Evidence) -> list[str]:
    """The same, as the weights call it."""
    grade, several = GRADES[found.grade], min(3, found.mentions)
    features = [
        f"chosen {grade} {MANNERS[found.manner]}",
        f"division {found.division} {grade}",
        f"country {found.country} {grade}",
        f"mentions {found.mentions}",
        f"locative {found.locative} of {several}",
    ]
    if found.held:
        features.append("held")
    if found.holds:
        features.append("holds")
    if found.people:
        features.append(f"people {found.people} of {several}")
    if found.surname:
        features.append(f"surname of someone {grade}")
    if found.lower:
        features.append("lower")
    return features


OPENING: Final = frozenset({".", "!", "?", '"'})
"""What stands before the first word of a sentence, where a capital says little."""

OPENS_LIKE_A_WORD: Final = "opens like a word"
"""The feature of a mention that begins a sentence, where the text has the same word in lower case."""


def _step(support: float) -> int:
    if support < _ONE:
        return int(support >= _SOME)
    return 3 if support >= _SEVERAL else 2
