"""How near a region some words stand: facts carry their own place, terms and topics don't."""

from typing import NamedTuple

from tocsin.core.model.analysis import Place
from tocsin.core.rules.regions import Region
from tocsin.core.rules.view import Occurrence, Reading

SENTENCE, PARAGRAPH, FOCUS = 1.0, 0.8, 0.5
"""What a term counts when a place of the region stands in its sentence; in its paragraph, or as a demonym ("Iraqi") in
its sentence; or elsewhere in an article that is about the region."""


class Nearness(NamedTuple):
    """``closeness`` 0 when the region is not near at all; ``why`` says what ties the words to it."""

    closeness: float
    why: str


NOWHERE = Nearness(0.0, "")
HERE = Nearness(1.0, "")


def nearness(reading: Reading, words: Occurrence, region: Region) -> Nearness:
    """How near the region these words stand. Datelines say where a text was filed: they only count for its focus."""
    if region.anywhere and not region.without:
        return HERE
    places = reading.places_in(region)
    if not places:
        return HERE if region.anywhere and not reading.analysis.places else NOWHERE
    sentence = reading.sentence_at(words.field, words.start)
    paragraph = reading.paragraph_at(words.field, words.start)
    beside: Place | None = None
    for place in places:
        if place.role == "dateline" or place.field != words.field:
            continue
        if reading.sentence_at(place.field, place.start) == sentence and place.kind != "demonym":
            return Nearness(SENTENCE, f"beside {place.text}")
        if beside is None and reading.paragraph_at(place.field, place.start) == paragraph:
            beside = place
    if beside is not None:
        return Nearness(PARAGRAPH, f"near {beside.text}")
    if reading.focuses_on(region):
        return Nearness(FOCUS, f"in an article about {places[0].text}")
    return NOWHERE
