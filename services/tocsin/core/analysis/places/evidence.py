"""What an article as a whole says for and against a name's being a place."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from tocsin.core.analysis.places.sense import Sense

_STEPS = (0.2, 0.8, 1.8)
"""Where support by other names counts as none, some, one, several."""

_REMEMBERED = 20_000


class Evidence(NamedTuple):
    """What is known of a name in an article, in steps.

    What it stands for and how it names that; how many names agree on its division and its country; how often it is
    mentioned, behind a locative word, and like a surname; whether "X, Y" puts it in another, or another in it; whether
    it stands like a surname elsewhere, and as an everyday word.
    """

    grade: str
    manner: str
    division: int
    country: int
    mentions: int
    locative: int
    people: int
    held: bool
    holds: bool
    surname: bool
    lower: bool


def evidence(sense: Sense, surnames: AbstractSet[str]) -> Evidence:
    """What the article says of a resolved sense. ``surnames`` are words that stand like one somewhere in it."""
    naming = sense.profile.namings[sense.chosen]
    place = naming.place
    mentions = sense.mentions
    locative = people = 0
    for mention in mentions:
        locative += mention.locative
        people += mention.candidate.as_person
    key = sense.key
    return Evidence(
        sense.profile.grades[sense.chosen],
        naming.manner,
        _step(sense.division_support),
        _step(sense.country_support),
        min(4, len(mentions)),
        min(2, locative),
        min(2, people),
        held=bool(sense.containers) and not sense.containers.isdisjoint(place.within[1:]),
        holds=place.id in sense.contents,
        surname=key in surnames,
        lower=" " not in key and f" {key} " in mentions[0].text.text,
    )


def evidence_features(found: Evidence) -> Iterator[str]:
    """The same, as the weights call it."""
    yield f"chosen {found.grade} {found.manner}"
    yield f"division {found.division} {found.grade}"
    yield f"country {found.country} {found.grade}"
    yield f"mentions {found.mentions}"
    yield f"locative {found.locative} of {min(3, found.mentions)}"
    if found.held:
        yield "held"
    if found.holds:
        yield "holds"
    if found.people:
        yield f"people {found.people} of {min(3, found.mentions)}"
    if found.surname:
        yield f"surname of someone {found.grade}"
    if found.lower:
        yield "lower"


OPENING = frozenset({".", "!", "?", '"'})
"""What stands before the first word of a sentence, where a capital says little."""

OPENS_LIKE_A_WORD = "opens like a word"
"""The feature of a mention that begins a sentence, where the text has the same word in lower case."""


class EvidenceWeights:
    """Weighs evidence; remembers what it has weighed, since it comes in steps."""

    def __init__(self, detection: Mapping[str, float]) -> None:
        self._detection = detection
        self._known: dict[Evidence, float] = {}

    def weigh(self, found: Evidence) -> float:
        """The sum of the weights of its features."""
        known = self._known.get(found)
        if known is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            known = sum(self._detection.get(feature, 0.0) for feature in evidence_features(found))
            self._known[found] = known
        return known


def _step(support: float) -> int:
    return sum(support >= step for step in _STEPS)
