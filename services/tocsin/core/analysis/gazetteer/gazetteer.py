"""The gazetteer: names and ids to places. It reads its data where it lies and decodes only what is asked for."""

import difflib
import math
from bisect import bisect_left
from typing import TypeVar, get_args

import marisa_trie

from tocsin.core.analysis.gazetteer.keys import name_key
from tocsin.core.analysis.gazetteer.layout import NO_COUNTRY, NOWHERE, PLACE
from tocsin.core.analysis.gazetteer.place import GazetteerError, KnownKind, KnownPlace, Manner, Naming
from tocsin.core.analysis.gazetteer.sections import Buffer, read_sections

_KINDS: tuple[KnownKind, ...] = get_args(KnownKind)
_MANNERS: tuple[Manner, ...] = get_args(Manner)

_REMEMBERED = 20_000
"""Decoded places and names kept; what is asked for most, countries and big cities, is soon all there."""

_Key = TypeVar("_Key")
_Found = TypeVar("_Found")


class Gazetteer:
    """Immutable but for caches of decoded records. Ids of regions are those of ``Place.within``: ``geonames:99072``,
    ``admin1:IQ.15``, ``country:IQ``, ``region:persian-gulf``.
    """

    def __init__(self, data: Buffer) -> None:
        """``data`` is the packaged data file, mapped or read; it must outlive this.

        Raises:
            GazetteerError: when it is no such file.
        """
        sections = read_sections(data)
        self._data = data
        self._records = sections["places"]
        self._strings = sections["strings"]
        self._groups = sections["groups"].cast("I")
        self._starts = sections["starts"].cast("I")
        self._postings = sections["postings"].cast("I")
        self._traits = sections["traits"].cast("H")
        ids = sections["ids"].cast("I")
        self._ids, self._id_places = ids[: len(ids) // 2], ids[len(ids) // 2 :]
        self._tables = sections
        self._names = marisa_trie.Trie()
        self._names.map(sections["names"])
        self._words = marisa_trie.Trie()
        self._words.map(sections["words"])
        self._places: dict[int, KnownPlace] = {}
        self._namings: dict[str, tuple[Naming, ...]] = {}
        self._by_id: dict[str, int] = {}
        self._index_ids()

    def namings(self, key: str) -> tuple[Naming, ...]:
        """What a name may stand for, best first without knowing the text; ``key`` as ``name_key`` makes it."""
        known = self._namings.get(key)
        if known is not None:
            return known
        number = self._names.get(key)
        found: tuple[Naming, ...] = ()
        if number is not None:
            entries = self._postings[self._starts[number] : self._starts[number + 1]]
            found = tuple(Naming(self._place(entry >> 4), _MANNERS[entry & 15]) for entry in entries)
        return _remember(self._namings, key, found)

    def beginnings(self, words: str) -> list[str]:
        """The known names with which ``words`` begins, letter for letter, shortest first."""
        found: list[str] = self._names.prefixes(words)
        return found

    def knows(self, key: str) -> bool:
        """Whether any place has the name."""
        return key in self._names

    def begins(self, words: str) -> bool:
        """Whether any known name begins so."""
        return next(self._names.iterkeys(words), None) is not None

    def word(self, key: str) -> int:
        """What a word may be beside a place: see ``layout.word_traits``; 0 when nothing is known of it."""
        number = self._words.get(key)
        return 0 if number is None else self._traits[number]

    def table(self, name: str) -> str:
        """A table that the data file carries for others, as its text.

        Raises:
            GazetteerError: when it has none of that name.
        """
        if name not in self._tables:
            raise GazetteerError(f"the gazetteer's data file has no table {name!r}; build it anew: make develop")
        return str(self._tables[name], "utf-8")

    def region_ids(self, name: str | int) -> tuple[str, ...]:
        """All regions that a name (in any case or spelling) or GeoNames id may mean, best first; empty if unknown.

        Ids as in ``Place.within`` are taken too and mean themselves.
        """
        if isinstance(name, int):
            at = bisect_left(self._ids, name)
            known = at < len(self._ids) and self._ids[at] == name
            return (self._place(self._id_places[at]).id,) if known else ()
        if ":" in name:
            return (name,) if self.place(name) is not None else ()
        found = [naming for naming in self.namings(name_key(name)) if naming.manner != "demonym"]
        if name.isupper():
            found.sort(key=lambda naming: naming.manner != "code")
        return tuple(dict.fromkeys(naming.place.id for naming in found))

    def region_name(self, region: str) -> str:
        """What a region is called; the id itself when it is unknown."""
        place = self.place(region)
        return place.name if place else region

    def place(self, region: str) -> KnownPlace | None:
        """The place of an id."""
        if region.startswith("geonames:"):
            number = region.removeprefix("geonames:")
            if not number.isdecimal():
                return None
            at = bisect_left(self._ids, int(number))
            known = at < len(self._ids) and self._ids[at] == int(number)
            return self._place(self._id_places[at]) if known else None
        index = self._by_id.get(region)
        return None if index is None else self._place(index)

    def suggest(self, name: str) -> tuple[str, ...]:
        """Known names most like one that is unknown, best first, at most five."""
        key = name_key(name)
        near: list[str] = []
        for length in range(min(4, len(key)), 1, -1):
            near = self._names.keys(key[:length])[:20_000]
            if near:
                break
        matches = difflib.get_close_matches(key, [other for other in near if abs(len(other) - len(key)) < 4], 20, 0.7)  # noqa: PLR2004
        best = sorted(matches, key=lambda match: (-round(_likeness(key, match), 1), -self._weight(match)))
        return tuple(dict.fromkeys(self.namings(match)[0].place.name for match in best))[:5]

    def _weight(self, key: str) -> float:
        return max((naming.place.weight for naming in self.namings(key)), default=0.0)

    def _index_ids(self) -> None:
        """Ids other than GeoNames' own; these places come first."""
        for index in range(len(self._records) // PLACE.size):
            record = PLACE.unpack_from(self._records, index * PLACE.size)
            if not record[13]:
                break
            self._by_id[self._string(record[12], record[13])] = index

    def _string(self, offset: int, length: int) -> str:
        return str(self._strings[offset : offset + length], "utf-8")

    def _place(self, index: int) -> KnownPlace:
        known = self._places.get(index)
        return known if known is not None else _remember(self._places, index, self._decode(index))

    def _decode(self, index: int) -> KnownPlace:
        record = PLACE.unpack_from(self._records, index * PLACE.size)
        number, kind, silent, country, lat, lon, radius, weight, parent, admin1 = record[:10]
        name = self._string(record[10], record[11])
        own = self._string(record[12], record[13]) or f"geonames:{number}"
        groups = [self._place(at).id for at in self._groups[record[14] : record[14] + record[15]]]
        holder = None if parent == NOWHERE else self._place(parent)
        land = None if country in (NO_COUNTRY, index) else self._place(country)
        within = [own, *(holder.within if holder else ()), *groups, *(land.within if land else ())]
        division = None if admin1 in (NOWHERE, index) else self._place(admin1)
        return KnownPlace(
            number=index,
            id=own,
            geonames_id=number or None,
            kind=_KINDS[kind],
            name=name,
            lat=None if math.isnan(lat) else round(lat, 5),
            lon=None if math.isnan(lon) else round(lon, 5),
            radius_km=round(radius, 1),
            weight=weight,
            admin1=name if admin1 == index else division.name if division else None,
            admin1_id=own if admin1 == index else division.id if division else None,
            holder_id=holder.id if holder else None,
            country=own.removeprefix("country:")
            if country == index
            else land.id.removeprefix("country:")
            if land
            else None,
            within=tuple(dict.fromkeys(within)),
            silent=bool(silent),
        )


def _remember(cache: dict[_Key, _Found], key: _Key, found: _Found) -> _Found:
    """Keep it, making room when there is none: a hostile text may name every village of the world."""
    if len(cache) >= _REMEMBERED:
        cache.clear()
    cache[key] = found
    return found


def _likeness(one: str, other: str) -> float:
    return difflib.SequenceMatcher(None, one, other).ratio()
