"""The region that an author most likely meant by a name that no region has."""

from collections.abc import Iterable
from difflib import SequenceMatcher
from itertools import product
from string import ascii_uppercase

from tocsin.core.rules.gazetteer import Regions

_LIKE_ENOUGH = 0.7
_SOUNDS = str.maketrans({"q": "k", "c": "k", "y": "i", "w": "v", "z": "s", "h": None, "'": None, "-": " "})
"""Letters that spellings of names exchange (Irak, Siria, Baghdad without its h), folded together."""


def suggest_region(name: str, regions: Regions) -> str | None:
    """The known name most like ``name``; of two alike a country's, else the gazetteer's first. None: none is near.

    Countries are compared one and all, since they are what authors name most: 676 look-ups, for a mistake only.
    """
    return _most_like(name, (*_countries(regions), *regions.suggest(name)))


def suggest_actor(name: str, groups: Iterable[str], regions: Regions) -> str | None:
    """The country or group most like ``name``, None when none is near."""
    return _most_like(name, (*_countries(regions), *groups))


def _most_like(name: str, candidates: Iterable[str]) -> str | None:
    wanted = _sound(name)
    best: tuple[float, str] | None = None
    for candidate in candidates:
        likeness = SequenceMatcher(None, wanted, _sound(candidate)).ratio()
        if likeness >= _LIKE_ENOUGH and (best is None or likeness > best[0]):
            best = (likeness, candidate)
    return best[1] if best else None


def _countries(regions: Regions) -> list[str]:
    codes = map("".join, product(ascii_uppercase, repeat=2))
    known = (f"country:{code}" for code in codes)
    return [regions.region_name(country) for country in known if regions.place(country) is not None]


def _sound(name: str) -> str:
    return name.casefold().translate(_SOUNDS)
