"""Joins the sources into one list of places and one list of names."""

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from gazetteer import sources, spellings, tables
from gazetteer.sources import City, Division
from tocsin.core.analysis.gazetteer.layout import MANNERS

SEAT = 20_000
"""A capital of more people is spoken of more than its size tells; "Stanley" and "Hamilton" mostly are other towns."""

NAME, ALIAS, SHORT, DEMONYM, CODE = range(len(MANNERS))


@dataclass(slots=True)
class Place:
    """A place as it will be written; ``parent``, ``admin1`` and ``groups`` are keys of other places."""

    key: str
    kind: str
    name: str
    id: int = 0
    lat: float = math.nan
    lon: float = math.nan
    radius: float = 0.0
    weight: float = 0.0
    country: str = ""
    parent: str = ""
    admin1: str = ""
    silent: bool = False
    capital: bool = False
    groups: list[str] = field(default_factory=list)


class World:
    """All places by key, and name → {place key: manner}."""

    def __init__(self) -> None:
        self.places: dict[str, Place] = {}
        self.names: dict[str, dict[str, int]] = defaultdict(dict)

    def call(self, place: Place, name: str, manner: int, country: str = "") -> None:
        """Let a place be found by a name; the best manner stays."""
        for key in spellings.keys(name, country or place.country):
            known = self.names[key]
            known[place.key] = min(manner, known.get(place.key, manner))


def assemble() -> World:
    """Countries first, then regions, divisions and cities."""
    world = World()
    cities, parents, divisions = sources.cities(), sources.city_parents(), sources.divisions()
    _add_countries(world)
    _add_regions(world)
    members = _members(cities, parents, divisions)
    _add_divisions(world, divisions, members)
    _add_cities(world, cities, parents, divisions)
    _join_regions(world)
    return world


def _add_countries(world: World) -> None:
    rows = tables.countries()
    for country in sources.countries():
        row = rows.get(country.code)
        if row is None:
            continue
        place = Place(f"country:{country.code}", "country", country.name, country.id, row.lat, row.lon)
        place.radius = max(5.0, 1.1 * math.sqrt(country.area / math.pi))
        place.weight = math.log10(max(country.population, 1000))
        place.country = country.code
        place.groups = [f"*{country.continent}"]
        world.places[place.key] = place
        world.call(place, country.name, NAME)
        for name in country.aliases:
            if spellings.latin(name):
                world.call(place, name, CODE if is_code(name) else ALIAS)
        for name in row.names:
            world.call(place, name, CODE if is_code(name) else NAME)
        for name in row.demonyms:
            world.call(place, name, DEMONYM)


def is_code(name: str) -> bool:
    """Whether a name is an abbreviation, to be found in its own capitals only."""
    return name.isupper() and len(name.replace(".", "")) < 6 and " " not in name  # noqa: PLR2004


def _add_regions(world: World) -> None:
    for row in tables.regions():
        kind = "region" if row.kind == "group" else row.kind
        place = Place(f"region:{row.slug}", kind, row.name, 0, row.lat, row.lon, row.km)
        place.weight = 5.5 if row.kind in {"base", "feature"} else 6.5
        for holder in row.within:
            if holder.startswith("region:"):
                place.groups.append(holder)
            elif "." in holder:
                place.parent = place.admin1 = f"admin1:{holder}"
                place.country = holder.split(".")[0]
            else:
                place.country = holder
        world.places[place.key] = place
        place.silent = row.kind == "group"
        for name in (row.name, *row.names):
            world.call(place, name, CODE if is_code(name) else NAME)


def _members(
    cities: list[City], parents: dict[int, tuple[int, ...]], divisions: list[Division]
) -> dict[str, list[City]]:
    """Division code → its cities."""
    by_row = {division.row: division.code for division in divisions}
    found: dict[str, list[City]] = defaultdict(list)
    for city in cities:
        found[city.admin1].append(city)
        for row in parents.get(city.id, ()):
            code = by_row.get(row)
            if code and code != city.admin1:
                found[code].append(city)
    return found


def division_key(division: Division) -> str:
    """``admin1:IQ.15`` at the first level, ``geonames:ID`` below."""
    return f"admin1:{division.code}" if division.code.count(".") == 1 else f"geonames:{division.id}"


def _add_divisions(world: World, divisions: list[Division], members: dict[str, list[City]]) -> None:
    rows = tables.divisions()
    unknown = set(rows) - {division.code for division in divisions}
    if unknown:
        raise ValueError(f"admin1.tsv: no such division: {', '.join(sorted(unknown))}")
    for division in sorted(divisions, key=lambda division: division.code.count(".")):
        key = division_key(division)
        if key in world.places:
            continue
        first = key.startswith("admin1:")
        row = rows.get(division.code)
        within = members.get(division.code, [])
        country = division.code.split(".")[0]
        name = row.name if row else spellings.plain(spellings.english(division.name, division.aliases), country)
        place = Place(key, "admin1" if first else "admin2", name, division.id, country=country)
        place.lat, place.lon, place.radius = _middle(within)
        if row:
            place.lat, place.lon = row.lat, row.lon
        if not first:
            place.admin1 = place.parent = "admin1:" + ".".join(division.code.split(".")[:2])
        else:
            place.admin1 = key
        place.weight = math.log10(max(sum(city.population for city in within), 1000 if first else 300))
        world.places[key] = place
        _name_division(world, place, division, row)


def _name_division(world: World, place: Place, division: Division, row: tables.AdminRow | None) -> None:
    first = place.kind == "admin1"
    world.call(place, place.name, NAME if first or place.name == division.name else SHORT)
    if spellings.latin(division.name):
        world.call(place, division.name, NAME)
    for alias in division.aliases:
        if spellings.usable_alias(alias):
            short = spellings.untyped(alias)
            bare = spellings.untyped(division.name) == alias
            world.call(place, alias, SHORT if bare and not first else ALIAS)
            if short:
                world.call(place, short, ALIAS if first else SHORT)
    if row:
        for name in row.names:
            world.call(place, name, CODE if is_code(name) or (name.endswith(".") and len(name) < 7) else NAME)  # noqa: PLR2004
        for name in row.demonyms:
            world.call(place, name, DEMONYM)


def _middle(cities: Iterable[City]) -> tuple[float, float, float]:
    """(Latitude, longitude, radius in km) of the ground that these cities cover."""
    points = [(city.lat, city.lon) for city in cities]
    if not points:
        return math.nan, math.nan, 50.0
    lats, lons = sorted(lat for lat, _ in points), sorted(lon for _, lon in points)
    cut = len(points) // 50
    lat = (sum(lats) / len(lats) + (lats[cut] + lats[-1 - cut]) / 2) / 2
    lon = (sum(lons) / len(lons) + (lons[cut] + lons[-1 - cut]) / 2) / 2
    tall = (lats[-1 - cut] - lats[cut]) * 111
    wide = (lons[-1 - cut] - lons[cut]) * 111 * math.cos(math.radians(lat))
    return round(lat, 4), round(lon, 4), max(8.0, math.hypot(tall, wide) / 2)


def _add_cities(
    world: World, cities: list[City], parents: dict[int, tuple[int, ...]], divisions: list[Division]
) -> None:
    by_row = {division.row: division_key(division) for division in divisions}
    capitals = _capitals(cities)
    for city in cities:
        key = f"geonames:{city.id}"
        if key in world.places:
            continue
        place = Place(
            key, "city", spellings.plain(city.name, city.country), city.id, city.lat, city.lon, country=city.country
        )
        place.radius = 2.0 + 0.35 * math.sqrt(city.population / 1000)
        place.weight = math.log10(max(city.population, 200))
        if city.id in capitals:
            place.weight = max(place.weight, 6.0) + 0.7
            place.capital = True
        admin1 = f"admin1:{city.admin1}"
        if admin1 in world.places:
            place.admin1 = place.parent = admin1
        for row in parents.get(city.id, ()):
            holder = by_row.get(row)
            if holder and world.places[holder].kind == "admin2" and world.places[holder].admin1 == admin1:
                place.parent = holder
                break
        world.places[key] = place
        if len(city.name) > 1:
            world.call(place, city.name, NAME)
        for alias in city.aliases:
            if spellings.usable_alias(alias) and alias != city.name:
                world.call(place, alias, ALIAS)


def _capitals(cities: list[City]) -> set[int]:
    """The ids of countries' capitals: of namesakes in a country, the most populous."""
    seats = {(country.code, country.capital) for country in sources.countries()}
    found: dict[tuple[str, str], City] = {}
    for city in cities:
        seat = city.country, city.name
        if seat in seats and city.population > SEAT and city.population >= found.get(seat, city).population:
            found[seat] = city
    return {city.id for city in found.values()}


def _join_regions(world: World) -> None:
    """Tell each member of a region that it lies there, and each place all the regions around it."""
    continents = {f"*{code}": f"region:{slug}" for code, slug in CONTINENTS.items()}
    for place in world.places.values():
        place.groups = [continents.get(group, group) for group in place.groups]
    for row in tables.regions():
        for member in row.holds:
            for key in _named(world, member, continents):
                if f"region:{row.slug}" not in world.places[key].groups:
                    world.places[key].groups.append(f"region:{row.slug}")
    for place in world.places.values():
        missing = [group for group in place.groups if group not in world.places]
        if missing:
            raise ValueError(f"{place.key}: no such region: {', '.join(missing)}")
    done = {key: _closure(world, place) for key, place in world.places.items() if place.groups}
    for key, groups in done.items():
        world.places[key].groups = groups


CONTINENTS = {
    "AF": "africa", "AS": "asia", "EU": "europe", "NA": "north-america", "SA": "south-america", "OC": "oceania",
    "AN": "antarctica-continent",
}  # fmt: skip


def _named(world: World, member: str, continents: dict[str, str]) -> list[str]:
    if member.startswith("*"):
        region = continents[member]
        return [key for key, place in world.places.items() if place.kind == "country" and region in place.groups]
    key = member if member.startswith("region:") else f"{'admin1' if '.' in member else 'country'}:{member}"
    if key not in world.places:
        raise ValueError(f"lands.tsv: no such place: {member}")
    return [key]


def _closure(world: World, place: Place) -> list[str]:
    found: list[str] = []
    waiting = list(place.groups)
    while waiting:
        group = waiting.pop(0)
        if group not in found and group != place.key:
            found.append(group)
            waiting.extend(world.places[group].groups)
    return found
