"""Places by their numbers. What choosing among them needs is read where it lies; the rest is decoded when asked for."""

import math
from collections.abc import Mapping
from typing import get_args

from tocsin.core.analysis.gazetteer.layout import NO_COUNTRY, NOWHERE, PLACE, PLACE_GROUPS
from tocsin.core.analysis.gazetteer.memory import remember
from tocsin.core.analysis.gazetteer.place import KnownKind, KnownPlace

_KINDS: tuple[KnownKind, ...] = get_args(KnownKind)


class Records:
    """The places of a data file.

    ``kinds`` (of ``layout.KINDS``), ``sizes``, ``countries``, ``parents`` and ``divisions`` have one number for each
    place, as ``layout.COLUMNS`` tells; ``silent`` holds the numbers of groups that no text means as a place
    (``last_silent`` is the highest), ``capitals`` those of countries' capitals.
    """

    def __init__(self, sections: Mapping[str, memoryview]) -> None:
        self.kinds = sections["kinds"].cast("B")
        self.sizes = sections["sizes"].cast("f")
        self.countries = sections["countries"].cast("H")
        self.parents = sections["parents"].cast("I")
        self.divisions = sections["divisions"].cast("I")
        self.capitals = frozenset(sections["capitals"].cast("I"))
        self._records = sections["places"]
        self._strings = sections["strings"]
        self._groups = sections["groups"].cast("I")
        self._places: dict[int, KnownPlace] = {}
        self._within: dict[int, tuple[int, ...]] = {}
        self._ids: dict[str, int] = {}
        self._known_ids: dict[int, str] = {}
        silent: list[int] = []
        for number, record in enumerate(PLACE.iter_unpack(self._records)):
            if not record[8]:  # those with GeoNames' own ids come last
                break
            self._ids[self._string(record[7], record[8])] = number
            if record[1]:
                silent.append(number)
        self.silent = frozenset(silent)
        self.last_silent = max(silent, default=-1)

    def number(self, own: str) -> int | None:
        """The number of the place with an id other than GeoNames' own."""
        return self._ids.get(own)

    def within(self, number: int) -> tuple[int, ...]:
        """The numbers of the place itself and all that contain it, nearest first."""
        known = self._within.get(number)
        return known if known is not None else remember(self._within, number, self._around(number))

    def place(self, number: int) -> KnownPlace:
        """The place of a number."""
        known = self._places.get(number)
        return known if known is not None else remember(self._places, number, self._decode(number))

    def _around(self, number: int) -> tuple[int, ...]:
        at = (number + 1) * PLACE.size - PLACE_GROUPS.size
        first, count = PLACE_GROUPS.unpack_from(self._records, at)
        parent, land = self.parents[number], self.countries[number]
        if not count and parent != NOWHERE and self.countries[parent] == land:
            return (number, *self.within(parent))  # which holds all that holds the country
        return tuple(
            dict.fromkeys(
                (
                    number,
                    *(() if parent == NOWHERE else self.within(parent)),
                    *self._groups[first : first + count],
                    *(() if land in (NO_COUNTRY, number) else self.within(land)),
                )
            )
        )

    def _id(self, number: int) -> str:
        known = self._known_ids.get(number)
        if known is None:
            record = PLACE.unpack_from(self._records, number * PLACE.size)
            own = self._string(record[7], record[8]) if record[8] else f"geonames:{record[0]}"
            known = remember(self._known_ids, number, own)
        return known

    def _name(self, number: int) -> str:
        record = PLACE.unpack_from(self._records, number * PLACE.size)
        return self._string(record[5], record[6])

    def _string(self, offset: int, length: int) -> str:
        return str(self._strings[offset : offset + length], "utf-8")

    def _decode(self, number: int) -> KnownPlace:
        record = PLACE.unpack_from(self._records, number * PLACE.size)
        geonames_id, silent, lat, lon, radius, name, name_size = record[:7]
        parent, division, land = self.parents[number], self.divisions[number], self.countries[number]
        within = tuple([self._id(holder) for holder in self.within(number)])
        return KnownPlace(
            number,
            within[0],
            geonames_id or None,
            _KINDS[self.kinds[number]],
            self._string(name, name_size),
            None if math.isnan(lat) else round(lat, 5),
            None if math.isnan(lon) else round(lon, 5),
            round(radius, 1),
            self.sizes[number],
            None if division == NOWHERE else self._name(division),
            None if division == NOWHERE else self._id(division),
            None if parent == NOWHERE else self._id(parent),
            None if land == NO_COUNTRY else self._id(land).removeprefix("country:"),
            within,
            bool(silent),
        )
