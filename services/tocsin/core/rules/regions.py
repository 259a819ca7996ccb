"""Where a rule looks: regions by name, id, list or circle, and whether a place lies in them."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from tocsin.core.model.rule import RegionRef, RegionSpec, WatchList
from tocsin.core.rules.actors import actors_named
from tocsin.core.rules.errors import RuleError
from tocsin.core.rules.gazetteer import Regions
from tocsin.core.rules.lists import find_list
from tocsin.core.rules.suggestions import suggest_region

_EARTH_KM = 6371.0088
"""Mean radius of the WGS 84 ellipsoid."""

_WIDE = ("country:", "region:")
"""What is too wide for a circle: a country's middle says nothing about where in it something happened."""


@dataclass(frozen=True)
class Circle:
    """All within ``km`` of a point (WGS 84 degrees)."""

    lat: float
    lon: float
    km: float


@dataclass(frozen=True)
class Area:
    """Regions by id, and circles."""

    ids: frozenset[str] = frozenset()
    circles: tuple[Circle, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.ids or self.circles)

    def holds(self, within: tuple[str, ...], lat: float | None, lon: float | None) -> bool:
        """Whether a place (its own and its containers' ids, its point) lies in it. No place lies nowhere."""
        if not within:
            return False
        if not self.ids.isdisjoint(within):
            return True
        if not self.circles or lat is None or lon is None or within[0].startswith(_WIDE):
            return False
        return any(distance_km(circle.lat, circle.lon, lat, lon) <= circle.km for circle in self.circles)


@dataclass(frozen=True)
class Region:
    """An area less what is taken out of it. An empty ``area`` means everywhere."""

    area: Area = Area()
    without: Area = Area()

    @property
    def anywhere(self) -> bool:
        """Whether every place will do, and none at all too."""
        return not self.area

    def holds(self, within: tuple[str, ...], lat: float | None, lon: float | None) -> bool:
        """Whether a place satisfies it; what is tied to no place satisfies only an empty area."""
        if self.without and self.without.holds(within, lat, lon):
            return False
        return not self.area or self.area.holds(within, lat, lon)


def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance by the haversine formula (Sinnott 1984) on a sphere."""
    a1, a2 = math.radians(lat1), math.radians(lat2)
    across = math.radians(lon2 - lon1)
    h = math.sin((a2 - a1) / 2) ** 2 + math.cos(a1) * math.cos(a2) * math.sin(across / 2) ** 2
    return 2 * _EARTH_KM * math.asin(math.sqrt(min(1.0, h)))


class RegionResolver:
    """Turns what authors write into areas, each name looked up once."""

    def __init__(self, regions: Regions, lists: Mapping[str, WatchList]) -> None:
        self._regions = regions
        self._lists = lists
        self._areas: dict[tuple[RegionRef, ...], Area] = {}
        self._ids: dict[str | int, str] = {}

    def area(self, refs: tuple[RegionRef, ...]) -> Area:
        """The union of the regions that ``refs`` name.

        Raises:
            RuleError: a region or list is unknown; the message names the nearest known one.
        """
        known = self._areas.get(refs)
        if known is None:
            ids: set[str] = set()
            circles: list[Circle] = []
            for ref in refs:
                if isinstance(ref, RegionSpec):
                    self._add(ref, ids, circles)
                else:
                    ids.add(self.region_id(ref))
            known = self._areas[refs] = Area(frozenset(ids), tuple(circles))
        return known

    def region_id(self, name: str | int) -> str:
        """The region that a name or GeoNames id most likely means.

        Raises:
            RuleError: none has it.
        """
        known = self._ids.get(name)
        if known is None:
            found = self._regions.region_ids(name)
            if not found:
                hint = _suggestion(name, self._regions)
                raise RuleError(f"unknown region {name!r}{hint}", name)
            known = self._ids[name] = found[0]
        return known

    def actors(self, name: str) -> frozenset[str]:
        """Whose forces a name means: a country's ISO 3166-1 alpha-2 code, or groups as readings call them.

        Raises:
            RuleError: nobody's.
        """
        country = next((region[8:] for region in self._regions.region_ids(name) if region.startswith("country:")), None)
        return actors_named(name, country, self._regions)

    def _add(self, spec: RegionSpec, ids: set[str], circles: list[Circle]) -> None:
        if spec.list is not None:
            watch_list = find_list(spec.list, self._lists)
            if not watch_list.regions:
                raise RuleError(f"list {spec.list!r} holds terms, not regions", spec.list)
            ids.update(self.region_id(name) for name in watch_list.regions)
        elif spec.near is not None:
            region = self.region_id(spec.near)
            place = self._regions.place(region)
            if place is None or place.lat is None or place.lon is None:
                raise RuleError(f"{spec.near!r} has no point to draw a circle around: give lat and lon", spec.near)
            circles.append(Circle(place.lat, place.lon, spec.km or 0.0))
        elif spec.lat is not None and spec.lon is not None:
            circles.append(Circle(spec.lat, spec.lon, spec.km or 0.0))


def _suggestion(name: str | int, regions: Regions) -> str:
    if isinstance(name, int):
        return ": no place has this GeoNames id"
    best = suggest_region(name, regions)
    return f": did you mean {best!r}?" if best else ""
