"""From a text to its places: candidates, what each stands for, and whether it is a place at all."""

from functools import lru_cache

from tocsin.core.analysis.gazetteer import Gazetteer
from tocsin.core.analysis.places.candidate import RunReader
from tocsin.core.analysis.places.evidence import evidence
from tocsin.core.analysis.places.mention import Mention
from tocsin.core.analysis.places.resolve import Sense, resolve
from tocsin.core.analysis.places.runs import find_runs
from tocsin.core.analysis.places.weights import Weights, read_weights
from tocsin.core.analysis.text import Document
from tocsin.core.model.analysis import Place


def find_places(document: Document, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """The places of an article, in order: the title's first."""
    return _finder(gazetteer).find(document)


@lru_cache(maxsize=2)
def _finder(gazetteer: Gazetteer) -> "PlaceFinder":
    return PlaceFinder(gazetteer)


class PlaceFinder:
    """Finds places with one gazetteer and its weights; remembers runs of words that it has read."""

    def __init__(self, gazetteer: Gazetteer, weights: Weights | None = None) -> None:
        self.weights = weights or read_weights(gazetteer.table("weights"))
        self.reader = RunReader(gazetteer, self.weights)

    def find(self, document: Document) -> tuple[Place, ...]:
        """The places of an article, in order: the title's first."""
        senses = find_senses(document, self.reader)
        resolve(senses, self.weights.resolution)
        evidence(senses)
        weigh = self.weights.detection.get
        found: list[tuple[bool, int, Place]] = []
        for sense in senses:
            common = self.weights.bias + sum(weigh(feature, 0.0) for feature in sense.features)
            for mention in sense.mentions:
                logit = common + mention.candidate.logit + sum(weigh(feature, 0.0) for feature in mention.features())
                if logit > 0:
                    found.append((mention.text is document.body, mention.start, _place(mention, sense)))
        found.sort(key=lambda entry: entry[:2])
        return tuple(place for _, _, place in found)


def find_senses(document: Document, reader: RunReader) -> list[Sense]:
    """The candidate names of an article with their mentions, in order of their first."""
    senses: dict[str, Sense] = {}
    for text in document.fields:
        for offset, run in find_runs(text.text, all_caps=text.all_caps):
            for candidate in reader.read(run, all_caps=text.all_caps):
                sense = senses.get(candidate.key)
                if sense is None:
                    sense = senses[candidate.key] = Sense(candidate.key, candidate.namings, candidate.bases)
                sense.mentions.append(Mention(text, offset, candidate))
    return list(senses.values())


def _place(mention: Mention, sense: Sense) -> Place:
    naming = sense.namings[sense.chosen]
    place = naming.place
    span = mention.text.span(mention.start, mention.end)
    return Place(
        field=span.field,
        start=span.start,
        end=span.end,
        text=span.text,
        kind="demonym" if naming.manner == "demonym" else place.kind,
        name=place.name,
        geonames_id=place.geonames_id,
        admin1=place.admin1,
        country=place.country,
        lat=place.lat,
        lon=place.lon,
        radius_km=place.radius_km,
        within=place.within,
        role="dateline" if mention.text.in_dateline(mention.start) else "mention",
    )
