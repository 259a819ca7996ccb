"""The region that an author most likely meant by a name that no region has."""

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
    countries = [regions.region_name(f"country:{code}") for code in _codes(regions)]
    wanted = _sound(name)
    best: tuple[float, str] | None = None
    for candidate in (*countries, *regions.suggest(name)):
        likeness = SequenceMatcher(None, wanted, _sound(candidate)).ratio()
        if likeness >= _LIKE_ENOUGH and (best is None or likeness > best[0]):
            best = (likeness, candidate)
    return best[1] if best else None


def _codes(regions: Regions) -> list[str]:
    pairs = map("".join, product(ascii_uppercase, repeat=2))
    return [code for code in pairs if regions.place(f"country:{code}") is not None]


def _sound(name: str) -> str:
    return name.casefold().translate(_SOUNDS)
