"""Finds who an alert may be for without asking each: filters filed under the most telling of their conditions."""

from collections.abc import Iterable, Mapping

from tocsin.core.model.alert import Alert
from tocsin.core.model.subscription import Filter
from tocsin.core.routing.filters import CompiledFilter, FilterError, Regions, compile_filter, sources_of

_Place = tuple[str, ...]
"""Where filters are filed: ("story", id), ("rule", id), ("label", name, value), ("region", id), ("source", name) or ().
"""


class FilterIndex:
    """Filters by the ids of what holds them. ``broken`` says of those that name unknown regions what is wrong.

    ``before`` is an index of earlier filters: what is the same object in both is taken over, so that one change among
    thousands costs little. It is left as it was.
    """

    def __init__(self, filters: Mapping[str, Filter], gazetteer: Regions, before: "FilterIndex | None" = None) -> None:
        self._written = dict(filters)
        self.filters: dict[str, CompiledFilter] = {} if before is None else dict(before.filters)
        self.broken: dict[str, str] = {} if before is None else dict(before.broken)
        self._filed: dict[_Place, dict[str, None]] = {} if before is None else dict(before._filed)  # noqa: SLF001 - its own kind
        self._own: set[_Place] = set()
        known: Mapping[str, Filter] = {} if before is None else before._written  # noqa: SLF001 - likewise
        changed = [name for name, written in filters.items() if known.get(name) is not written]
        for name in (*(known.keys() - filters.keys()), *changed):
            self._drop(name)
        for name in changed:
            self._add(name, filters[name], gazetteer)

    def _drop(self, name: str) -> None:
        self.broken.pop(name, None)
        compiled = self.filters.pop(name, None)
        if compiled is not None:
            for place in _places(compiled):
                self._at(place).pop(name, None)

    def _add(self, name: str, written: Filter, gazetteer: Regions) -> None:
        try:
            compiled = compile_filter(written, gazetteer)
        except FilterError as error:
            self.broken[name] = str(error)
            return
        self.filters[name] = compiled
        for place in _places(compiled):
            self._at(place)[name] = None

    def _at(self, place: _Place) -> dict[str, None]:
        """What is filed there, as a copy of our own."""
        if place not in self._own:
            self._own.add(place)
            self._filed[place] = dict(self._filed.get(place, ()))
        return self._filed[place]

    def matching(self, alert: Alert) -> list[str]:
        """Ids whose filter the story meets, in the order of their ids."""
        candidates: set[str] = set()
        for place in _asked(alert):
            candidates.update(self._filed.get(place, ()))
        return sorted(name for name in candidates if self.filters[name].matches(alert))


def _places(compiled: CompiledFilter) -> Iterable[_Place]:
    if compiled.written.story is not None:
        return [("story", compiled.written.story)]
    if compiled.rules:
        return [("rule", rule) for rule in sorted(compiled.rules)]
    if compiled.written.labels:
        return [("label", *min(compiled.written.labels.items()))]
    if compiled.regions:
        return [("region", region) for region in sorted(compiled.regions)]
    if compiled.sources:
        return [("source", source) for source in sorted(compiled.sources)]
    return [()]


def _asked(alert: Alert) -> Iterable[_Place]:
    yield ()
    yield ("story", alert.story)
    yield ("story", alert.id)
    yield ("rule", alert.rule)
    for item in alert.labels.items():
        yield ("label", *item)
    for region in {region for place in alert.places for region in place.within}:
        yield ("region", region)
    for source in sources_of(alert):
        yield ("source", source)
