"""What an article as a whole says for and against a name's being a place."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from tocsin.core.analysis.gazetteer.layout import MANNERS, NO_COUNTRY, NOWHERE
from tocsin.core.analysis.places.crowd import Crowd
from tocsin.core.analysis.places.profile import CAPITAL, GRADES
from tocsin.core.analysis.places.sense import Sense

_STEPS = (0.2, 0.8, 1.8)
"""From where on support by other names counts as some, one, several."""


class Evidence(NamedTuple):
    """What is known of a name in an article, in steps.

    What it stands for and how it names that; how many names agree on its division and its country; how often it is
    mentioned, behind a locative word, and like a surname; whether "X, Y" puts it in another, or another in it; whether
    it stands like a surname elsewhere, and as an everyday word.
    """

    grade: str
    manner: int
    division: int
    country: int
    mentions: int
    locative: int
    people: int
    held: bool
    holds: bool
    surname: bool
    lower: bool


def evidence(sense: Sense, crowd: Crowd, surnames: AbstractSet[str]) -> Evidence:
    """What the article says of a resolved sense. ``surnames`` are words that stand like one somewhere in it."""
    profile, at = sense.profile, sense.chosen
    place, land, part = profile.places[at], profile.lands[at], profile.parts[at]
    records = crowd.records
    mentions = sense.mentions
    locative = people = 0
    for mention in mentions:
        locative += mention.locative
        people += mention.candidate.as_person
    key = sense.key
    return Evidence(
        CAPITAL if place in records.capitals else GRADES[records.kinds[place]][int(records.sizes[place])],
        profile.manners[at],
        0 if part == NOWHERE else _step(crowd.divisions.get(part, 0.0) - sense.divisions.get(part, 0.0)),
        0 if land == NO_COUNTRY else _step(crowd.countries.get(land, 0.0) - sense.countries.get(land, 0.0)),
        min(4, len(mentions)),
        min(2, locative),
        min(2, people),
        bool(sense.containers) and not sense.containers.isdisjoint(records.within(place)[1:]),
        place in sense.contents,
        key in surnames,
        " " not in key and not mentions[0].text.all_caps and f" {key} " in mentions[0].text.text,
    )


def evidence_features(found: Evidence) -> Iterator[str]:
    """The same, as the weights call it."""
    yield f"chosen {found.grade} {MANNERS[found.manner]}"
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


def _step(support: float) -> int:
    some, one, several = _STEPS
    if support < one:
        return int(support >= some)
    return 3 if support >= several else 2
