"""Reads the hand-written tables: tab-separated, ``#`` lines are remarks, ``|`` parts several values."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent / "tables"


class CountryRow(NamedTuple):
    """A country's middle, what its people are called, and what else it is called."""

    code: str
    lat: float
    lon: float
    demonyms: tuple[str, ...]
    names: tuple[str, ...]


class AdminRow(NamedTuple):
    """What English calls a first-level division, its middle, other spellings, and what its people are called."""

    code: str
    name: str
    lat: float
    lon: float
    names: tuple[str, ...]
    demonyms: tuple[str, ...]


class RegionRow(NamedTuple):
    """A sea, a region, a base or another place that GeoNames' cities and divisions lack.

    ``within`` and ``holds`` name countries (``IQ``), divisions (``IQ.15``), other rows (``region:SLUG``) and, in
    ``holds``, continents (``*AF``).
    """

    slug: str
    kind: str
    name: str
    lat: float
    lon: float
    km: float
    within: tuple[str, ...]
    holds: tuple[str, ...]
    names: tuple[str, ...]


def _rows(name: str, columns: int) -> Iterator[list[str]]:
    for number, line in enumerate((FOLDER / name).read_text("utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) > columns:
            raise ValueError(f"{name}:{number}: {len(cells)} cells, at most {columns} expected")
        yield cells + [""] * (columns - len(cells))


def _several(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def countries() -> dict[str, CountryRow]:
    """By ISO 3166-1 alpha-2 code."""
    return {
        code: CountryRow(code, float(lat), float(lon), _several(demonyms), _several(names))
        for code, lat, lon, demonyms, names in _rows("countries.tsv", 5)
    }


def divisions() -> dict[str, AdminRow]:
    """By GeoNames code (``IQ.15``)."""
    return {
        code: AdminRow(code, name, float(lat), float(lon), _several(names), _several(demonyms))
        for code, name, lat, lon, names, demonyms in _rows("admin1.tsv", 6)
    }


def regions() -> list[RegionRow]:
    """Waters, lands and bases, in this order."""
    found: list[RegionRow] = []
    for slug, name, lat, lon, km, within, names in _rows("waters.tsv", 7):
        found.append(
            RegionRow(slug, "water", name, float(lat), float(lon), float(km), _several(within), (), _several(names))
        )
    for slug, kind, name, lat, lon, km, within, holds, names in _rows("lands.tsv", 9):
        if kind not in {"region", "group", "feature", "base"}:
            raise ValueError(f"lands.tsv: {slug}: kind {kind!r}")
        found.append(
            RegionRow(
                slug, kind, name, float(lat), float(lon), float(km), _several(within), _several(holds), _several(names)
            )
        )
    for slug, name, lat, lon, within, names in _rows("bases.tsv", 6):
        found.append(RegionRow(slug, "base", name, float(lat), float(lon), 5.0, _several(within), (), _several(names)))
    return found
