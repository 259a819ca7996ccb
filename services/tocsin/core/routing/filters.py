"""Which alerts a filter means."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from tocsin.core.model.alert import Alert
from tocsin.core.model.analysis import Place
from tocsin.core.model.base import SEVERITIES, rank
from tocsin.core.model.subscription import Circle, Filter

_EARTH_RADIUS_KM = 6371.0088
"""Mean radius (IUGG)."""


class Regions(Protocol):
    """What filters need of the gazetteer."""

    def region_ids(self, name: str | int) -> tuple[str, ...]:
        """All regions that the name or GeoNames id may mean, best first; empty if unknown."""
        ...

    def suggest(self, name: str) -> tuple[str, ...]:
        """Names that are near to one that is unknown."""
        ...


class FilterError(ValueError):
    """A filter names a region that nobody knows."""


@dataclass(frozen=True, slots=True)
class CompiledFilter:
    """A filter with its regions looked up."""

    written: Filter
    rules: frozenset[str]
    regions: frozenset[str]
    sources: frozenset[str]
    floor: int
    ceiling: int

    def matches(self, alert: Alert) -> bool:
        """Whether the story is meant, as it now stands; of which kind the revision is plays no part."""
        return self.mismatch(alert) is None

    def wants(self, alert: Alert, *, first: bool) -> bool:
        """Whether revisions of this kind are wanted; the ``first`` notice of a story counts as ``new``."""
        kinds = self.written.kinds
        return not kinds or alert.kind == "withdrawal" or ("new" if first else alert.kind) in kinds

    def mismatch(self, alert: Alert) -> str | None:
        """The first condition that does not hold, for people; None: all hold."""
        return next(self._mismatches(alert), None)

    def _mismatches(self, alert: Alert) -> Iterator[str]:
        written = self.written
        if self.rules and alert.rule not in self.rules:
            yield f"rule {alert.rule} is not among those chosen"
        for name, value in written.labels.items():
            if alert.labels.get(name) != value:
                yield f"label {name} is {alert.labels.get(name)!r}, not {value!r}"
        if rank(alert.severity) < self.floor:
            yield f"severity {alert.severity} is below {written.severity}"
        if rank(alert.severity) > self.ceiling:
            yield f"severity {alert.severity} is above {written.severity_up_to}"
        if written.story is not None and written.story not in (alert.story, alert.id):
            yield f"story {alert.story} is another"
        if self.regions and not any(region in self.regions for place in _where(alert) for region in place.within):
            yield "no place of the story is in the regions chosen"
        if written.near is not None and not any(_is_near(place, written.near) for place in _where(alert)):
            yield "no place of the story is near enough"
        if self.sources and self.sources.isdisjoint(sources_of(alert)):
            yield "none of the sources chosen reports the story"


def compile_filter(written: Filter, gazetteer: Regions) -> CompiledFilter:
    """Look the regions up, each by the best that its name may mean.

    Raises:
        FilterError: A region is unknown; the message names it and near ones.
    """
    regions: set[str] = set()
    for name in written.regions:
        found = gazetteer.region_ids(name)
        if not found:
            near = gazetteer.suggest(name) if isinstance(name, str) else ()
            hint = f"; did you mean {', '.join(near[:3])}?" if near else ""
            raise FilterError(f"unknown region {name!r}{hint}")
        regions.add(found[0])
    rules = frozenset(written.rules) | ({written.rule} if written.rule is not None else set())
    return CompiledFilter(
        written=written,
        rules=frozenset(rules),
        regions=frozenset(regions),
        sources=frozenset(source.casefold() for source in written.sources),
        floor=0 if written.severity is None else rank(written.severity),
        ceiling=rank(written.severity_up_to or SEVERITIES[-1]),
    )


def sources_of(alert: Alert) -> frozenset[str]:
    """Sources and publishers of the story's reports, folded for comparison."""
    names: Iterable[str | None] = (alert.article.source, alert.article.publisher)
    linked = (name for link in alert.links for name in (link.source, link.publisher))
    return frozenset(name.casefold() for name in (*names, *linked) if name)


def _where(alert: Alert) -> Iterable[Place]:
    """Where things happened; where a report was filed only when nothing else is known."""
    mentioned = [place for place in alert.places if place.role != "dateline"]
    return mentioned or alert.places


def _is_near(place: Place, circle: Circle) -> bool:
    if place.lat is None or place.lon is None:
        return False
    return distance_km(place.lat, place.lon, circle.lat, circle.lon) <= circle.km


def distance_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Great-circle distance between two points in degrees, by the haversine formula."""
    phi, other_phi = math.radians(lat), math.radians(other_lat)
    half_phi, half_lambda = (other_phi - phi) / 2, math.radians(other_lon - lon) / 2
    a = math.sin(half_phi) ** 2 + math.cos(phi) * math.cos(other_phi) * math.sin(half_lambda) ** 2
    return 2 * _EARTH_RADIUS_KM * math.asin(math.sqrt(min(1.0, a)))
