"""A place as the gazetteer knows it, and what a name may name."""

from typing import Literal, NamedTuple

KnownKind = Literal["city", "admin2", "admin1", "country", "region", "water", "base", "feature"]

Manner = Literal["name", "alias", "short", "demonym", "code"]
"""How a name names a place: as its usual name, as another one, without its type word ("Boone" County), as its people
("Syrian"), or as an abbreviation that only counts in its own capitals ("US", "Pa.")."""


class GazetteerError(ValueError):
    """The data file can't be read: another format or version, or cut short."""


class KnownPlace(NamedTuple):
    """One place, the ``number``-th of the data file.

    ``within`` lists its own id and those of all that contain it, nearest first. ``lat`` and ``lon`` are WGS 84 degrees
    or None, ``radius_km`` is how far its ground reaches from there. ``weight`` is the decimal logarithm of its
    population, or of what stands for it. ``admin1`` is a name, ``country`` ISO 3166-1 alpha-2, ``holder_id`` the next
    larger division. ``silent`` marks groups of countries that rules may name but no text means as a place (NATO).
    """

    number: int
    id: str
    geonames_id: int | None
    kind: KnownKind
    name: str
    lat: float | None
    lon: float | None
    radius_km: float
    weight: float
    admin1: str | None
    admin1_id: str | None
    holder_id: str | None
    country: str | None
    within: tuple[str, ...]
    silent: bool


class Naming(NamedTuple):
    """A place that a name may stand for, and in which manner."""

    place: KnownPlace
    manner: Manner
