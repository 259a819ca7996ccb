"""What an article as a whole says for and against a name's being a place."""

from collections.abc import Set as AbstractSet

from tocsin.core.analysis.places.sense import Sense


def evidence(senses: list[Sense], surnames: AbstractSet[str]) -> None:
    """Give each sense the features that all its mentions share. ``surnames`` are words that stand like one somewhere."""
    for sense in senses:
        place = sense.place
        size = int(place.weight)
        grade = place.kind if place.kind in {"country", "admin1", "region", "water"} else f"{place.kind} {size}"
        found = [
            f"chosen {grade} {sense.profile.namings[sense.chosen].manner}",
            f"division {_level(sense.division_support)} {grade}",
            f"country {_level(sense.country_support)} {grade}",
            f"mentions {min(4, len(sense.mentions))}",
        ]
        if sense.containers and not sense.containers.isdisjoint(place.within[1:]):
            found.append("held")
        if place.id in sense.contents:
            found.append("holds")
        locative = sum(mention.locative for mention in sense.mentions)
        found.append(f"locative {min(2, locative)} of {min(3, len(sense.mentions))}")
        people = sum(mention.candidate.as_person for mention in sense.mentions)
        if people:
            found.append(f"people {min(2, people)} of {min(3, len(sense.mentions))}")
        word = sense.key
        if word in surnames:
            found.append(f"surname of someone {grade}")
        if " " not in word and any(f" {word} " in mention.text.text for mention in sense.mentions[:1]):
            found.append("lower")
        sense.features = found


def _level(support: float) -> int:
    return 0 if support < 0.2 else 1 if support < 0.8 else 2 if support < 1.8 else 3  # noqa: PLR2004
