"""Ties facts to places: by clause, by sentence, by the sentences before, by what the article is about; or to none."""

from collections.abc import Sequence
from typing import TypeVar

from tocsin.core.analysis.text import Document
from tocsin.core.analysis.ties.ground import Ground
from tocsin.core.analysis.ties.scene import find_scene
from tocsin.core.analysis.ties.standing import is_bystander
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

    def tie(self, facts: Sequence[F]) -> tuple[F, ...]:
        """The facts, each with the place its text ties it to."""
        if not facts or not self._places:
            return tuple(facts)
        scene = find_scene(self._places, self._is_bystander)
        return tuple(self._ground(fact.field).tied(fact, scene) for fact in facts)

    def _is_bystander(self, place: Place) -> bool:
        return is_bystander(self._document.field(place.field).original, place)

    def _ground(self, field: Field) -> Ground:
        known = self._grounds.get(field)
        if known is None:
            known = self._grounds[field] = Ground(self._document.field(field), self._places)
        return known
