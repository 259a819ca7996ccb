"""The data file, byte for byte: what the builder writes and the gazetteer reads. All numbers are little-endian."""

import struct
from typing import Final

MAGIC: Final = b"TOCSINGZ"
VERSION: Final = 4

HEAD: Final = struct.Struct("<8sII")
"""Magic, version, number of sections."""

SECTION: Final = struct.Struct("<16sQQ")
"""A section's name, offset and size; these follow the head. Sections begin at multiples of 8."""

PLACE: Final = struct.Struct("<IBfffIHIHIH")
"""What a place's record holds, in this order.

GeoNames id (0 none); 1 for a group of countries that no text means as a place (NATO); latitude, longitude; radius in
km; display name (offset and length among the strings); id (likewise; length 0: ``geonames:ID``); groups (offset and
number among the groups).
"""

PLACE_GROUPS: Final = struct.Struct("<IH")
"""The last two of these alone: what is asked of most places."""

COLUMNS: Final = {"kinds": "B", "sizes": "f", "countries": "H", "parents": "I", "divisions": "I"}
"""What is asked of places all the time lies in sections of its own, a number a place, in the order of the records.

Kind; size (log10 of the population, or of what stands for it); country (its number among the places); containing
place; first-level division.
"""

NOWHERE: Final = 0xFFFFFFFF
NO_COUNTRY: Final = 0xFFFF

KINDS: Final = ("city", "admin2", "admin1", "country", "region", "water", "base", "feature")
"""Kinds of place by their number; a demonym is a manner of naming a place, not a kind of its own in the data."""

MANNERS: Final = ("name", "alias", "short", "demonym", "code")
"""How a name names: as its usual name, as another one, without its type word ("Boone" County), as its people, or as an
abbreviation that only counts in its own capitals ("US", "Pa.")."""


def posting(place: int, manner: int) -> int:
    """One number for a place and how a name names it."""
    return place << 4 | manner


def word_traits(common: int, given: int, surname: int) -> int:
    """One number for how common a word is in lower case, as a given name and as a surname, 0 to 15 each."""
    return common << 8 | given << 4 | surname


LANGUAGE: Final = 0xFFF
"""What ``word_traits`` tells, of the number that the data file has of a word; above it what place names make of it:"""

IS_NAME: Final = 0x1000
"""Some place bears the word as its name."""

BEGINS_NAME: Final = 0x2000
"""Some longer name begins with it."""

SECOND_IN_NAME: Final = 0x4000
"""Some name has it as its second word."""

FAMED: Final = 0x8000
"""It names a place of ``FAMED_SIZE`` among the two that it most likely means."""

FAMED_SIZE: Final = 6.0
