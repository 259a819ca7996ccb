"""Finds who an alert may be for without asking each: filters filed under the most telling of their conditions."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from tocsin.core.delivery.filters import CompiledFilter, FilterError, Regions, compile_filter, sources_of
from tocsin.core.model.alert import Alert
from tocsin.core.model.subscription import Filter

_Place = tuple[str, ...]
"""Where filters are filed: ("story", id), ("rule", id), ("label", name, value), ("region", id), ("source", name) or ().
"""


class FilterIndex:
    """Filters by the ids of what holds them. ``broken`` says of those that name unknown regions what is wrong."""

    def __init__(self, filters: Mapping[str, Filter], gazetteer: Regions) -> None:
        self.filters: dict[str, CompiledFilter] = {}
        self.broken: dict[str, str] = {}
        self._filed: dict[_Place, list[str]] = defaultdict(list)
        for name, written in filters.items():
            try:
                compiled = compile_filter(written, gazetteer)
            except FilterError as error:
                self.broken[name] = str(error)
                continue
            self.filters[name] = compiled
            for place in _places(compiled):
                self._filed[place].append(name)

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
