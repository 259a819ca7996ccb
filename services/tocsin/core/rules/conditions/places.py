"""That an article names a place of a region, or is about a topic."""

from tocsin.core.model.base import Field
from tocsin.core.rules.conditions.base import BEST
from tocsin.core.rules.hits import Found, Hit, Instance
from tocsin.core.rules.keys import PLACE_KEY, Needs, region_key, topic_key
from tocsin.core.rules.regions import Region
from tocsin.core.rules.view import View


class Places:
    """A place of the region is mentioned; datelines don't count, demonyms count half."""

    def __init__(self, region: Region) -> None:
        self._region = region
        ids = region.area.ids
        self.needs = Needs(frozenset(map(region_key, ids)) if not region.area.circles else frozenset((PLACE_KEY,)))

    def find(self, view: View, limit: int = BEST) -> Found:
        """One instance for each place that is named, at its first mention that is evidence."""
        reading = view.reading
        found: list[Instance] = []
        for place in reading.places_in(self._region):
            if place.role == "mention" and reading.is_evidence(place.field, place.start, place.end):
                why = f"{place.text} is {place.name}" if place.text != place.name else f"{place.name} is named"
                hit = Hit("region", place.field, place.start, place.end, place.text, why)
                distinct = place.geonames_id or place.name
                found.append(Instance(0.5 if place.kind == "demonym" else 1.0, distinct, (hit,)))
        found.sort(key=lambda instance: -instance.closeness)
        return found[:limit] or None

    def miss(self, view: View) -> str:
        """That no such place is named."""
        del view
        return "no place of the region is named"


class Topics:
    """The article as a whole is about one of these topics, wherever it happens."""

    def __init__(self, topics: tuple[str, ...]) -> None:
        self._topics = frozenset(topics)
        self.needs = Needs(frozenset(map(topic_key, topics)))

    def find(self, view: View, limit: int = BEST) -> Found:
        """One instance, shown at the title."""
        del limit
        reading = view.reading
        topic = reading.analysis.topic
        if topic not in self._topics:
            return None
        title = reading.article.title
        body = reading.article.body
        field: Field = "title" if title else "body"
        text = title or body[:80]
        if not text:
            return [Instance(1.0, topic, ())]
        return [Instance(1.0, topic, (Hit("topic", field, 0, len(text), text, f"topic {topic}"),))]

    def miss(self, view: View) -> str:
        """The topic it is about instead."""
        return f"the topic is {view.reading.analysis.topic}"
