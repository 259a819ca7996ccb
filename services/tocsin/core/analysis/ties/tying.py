"""Ties facts to places: by clause, by sentence, by the sentences before, by what the article is about; or to none."""

from collections.abc import Sequence
from typing import TypeVar

from msgspec.structs import replace

from tocsin.core.analysis.text import Document
from tocsin.core.analysis.ties.ground import Ground
from tocsin.core.analysis.ties.scene import find_scene
from tocsin.core.model.analysis import Fact, Place
from tocsin.core.model.base import Field

F = TypeVar("F", bound=Fact)


class Ties:
    """Ties facts to places. Datelines place nothing; of nested places that stand together ("Mosul, Iraq") the narrower
    counts. A fact with no place near it belongs to where the article is set, if that is told.
    """

    def __init__(self, document: Document, places: Sequence[Place]) -> None:
        self._document = document
        self._places = places
        self._grounds: dict[Field, Ground] = {}
        self._scene: Place | None = None
        self._looked = False

    def tie(self, facts: Sequence[F]) -> tuple[F, ...]:
        """The facts, each with the place its text ties it to."""
        return tuple(map(self._tied, facts)) if self._places else tuple(facts)

    def _tied(self, fact: F) -> F:
        place = self._ground(fact.field).place_of(fact)
        if place is None or place.kind == "demonym":
            scene = self._find_scene()
            if place is None or (scene is not None and scene.country == place.country):
                place = scene  # "the Afghan capital": what the article is about tells which place that is
            if place is None:
                return fact
        return replace(fact, place=place.name, lat=place.lat, lon=place.lon, within=place.within)

    def _find_scene(self) -> Place | None:
        if not self._looked:
            self._scene, self._looked = find_scene(self._document, self._places), True
        return self._scene

    def _ground(self, field: Field) -> Ground:
        known = self._grounds.get(field)
        if known is None:
            known = self._grounds[field] = Ground(self._document.field(field), self._places)
        return known
