"""The whole reading of an article: its text taken apart, its places and facts found, and facts tied to places."""

from tocsin.core.analysis.casualties import find_casualties
from tocsin.core.analysis.deployments import find_deployments
from tocsin.core.analysis.gazetteer import Gazetteer
from tocsin.core.analysis.phrases import find_phrases
from tocsin.core.analysis.places import find_places
from tocsin.core.analysis.status import Statuses
from tocsin.core.analysis.text import Document, read_document
from tocsin.core.analysis.ties import Ties
from tocsin.core.analysis.topic import find_topic
from tocsin.core.model.analysis import Analysis, Casualty, Place, Zone
from tocsin.core.model.article import Article


class Reader:
    """Reads articles against one gazetteer. Holds nothing that changes, so one serves a whole process."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    def read(self, article: Article) -> Analysis:
        """All that the article says happened, where, and how it stands to it."""
        document = read_document(article)
        find_phrases(document)
        statuses = Statuses(document)
        places = find_places(document, self._gazetteer)
        casualties = _of_people(find_casualties(document, statuses), places)
        deployments = find_deployments(document, statuses, places)
        ties = Ties(document, places)
        return Analysis(
            id=article.id,
            topic=find_topic(document),
            places=places,
            casualties=ties.tie(casualties),
            deployments=ties.tie(deployments),
            zones=_zones(document),
            sentences=document.body.origins(document.body.sentences),
        )


def _of_people(casualties: tuple[Casualty, ...], places: tuple[Place, ...]) -> tuple[Casualty, ...]:
    """The casualties less those whose one victim is a place: towns are captured too."""
    if not any(one.kind == "captured" for one in casualties):
        return casualties
    names = {place.text for place in places if place.kind != "demonym"}
    return tuple(one for one in casualties if one.kind != "captured" or one.victims not in names)


def _zones(document: Document) -> tuple[Zone, ...]:
    """The zones as the model has them, in original offsets."""
    body = document.body
    found = ((body.origin(zone.start, zone.end), zone.why) for zone in body.zones)
    return tuple(Zone(field="body", start=start, end=end, why=why) for (start, end), why in found)
