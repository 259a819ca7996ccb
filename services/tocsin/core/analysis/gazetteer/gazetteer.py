"""The gazetteer: names and ids to places. It reads its data where it lies and decodes only what is asked for."""

import difflib
from bisect import bisect_left
from collections.abc import Mapping
from typing import get_args

import marisa_trie

from tocsin.core.analysis.compiled import IS_COMPILED
from tocsin.core.analysis.gazetteer.keys import name_key, token_key
from tocsin.core.analysis.gazetteer.layout import LANGUAGE
from tocsin.core.analysis.gazetteer.memory import remember
from tocsin.core.analysis.gazetteer.pair_filter import PairFilter
from tocsin.core.analysis.gazetteer.place import GazetteerError, KnownPlace, Manner, Naming
from tocsin.core.analysis.gazetteer.records import Records
from tocsin.core.analysis.gazetteer.sections import Buffer, read_sections
from tocsin.core.analysis.gazetteer.unpacking import unpacked
from tocsin.core.analysis.gazetteer.word_table import EITHER_CASE, WordTable, word_number

_MANNERS: tuple[Manner, ...] = get_args(Manner)

_WORDS = 50_000
"""Words of which is remembered what they may be."""


class Gazetteer:
    """Immutable but for caches of decoded records. Ids of regions are those of ``Place.within``: ``geonames:99072``,
    ``admin1:IQ.15``, ``country:IQ``, ``region:persian-gulf``. ``records`` has the places by their numbers.
    """

    def __init__(self, data: Buffer) -> None:
        """``data`` is the packaged data file, mapped or read; it must outlive this.

        Raises:
            GazetteerError: when it is no such file.
        """
        sections = read_sections(data)
        self._data = data
        self.records = Records(sections)
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
        self._pairs = marisa_trie.Trie()
        self._pairs.map(sections["pairs"])
        self._known_words: dict[str, int] = {}
        self._packed_starts = bytes(sections["starts"]) if IS_COMPILED else b""
        self._packed_postings = bytes(sections["postings"]) if IS_COMPILED else None
        self._table = WordTable(sections["table"]) if IS_COMPILED else None

    def postings(self, key: str) -> tuple[int, ...]:
        """What a name may stand for, best first without knowing the text, as ``layout.posting`` packs it; ``key`` as
        ``name_key`` makes it.
        """
        number = self._names.get(key)
        return () if number is None else self.postings_at(number)

    def postings_at(self, number: int) -> tuple[int, ...]:
        """The same for the number of a name, as ``beginnings`` tells it."""
        if self._packed_postings is not None:
            return unpacked(self._packed_postings, self._packed_starts, number)
        return tuple(self._postings[self._starts[number] : self._starts[number + 1]].tolist())

    def namings(self, key: str) -> tuple[Naming, ...]:
        """The same with the places decoded."""
        place = self.records.place
        return tuple(Naming(place(entry >> 4), _MANNERS[entry & 15]) for entry in self.postings(key))

    def beginnings(self, words: str) -> list[tuple[str, int]]:
        """The known names with which ``words`` begins, letter for letter, shortest first, and their numbers."""
        return list(self._names.iter_prefixes_with_ids(words))

    def named(self, words: str) -> list[tuple[str, int]]:
        """The known name that ``words`` is, letter for letter, as ``beginnings`` has it; empty when it is none."""
        number = self._names.get(words)
        return [] if number is None else [(words, number)]

    def knows(self, key: str) -> bool:
        """Whether any place has the name."""
        return key in self._names

    def begins(self, one: str, other: str) -> bool:
        """Whether any known name begins with these two words."""
        return f"{one} {other}" in self._pairs

    def traits(self, key: str) -> int:
        """What a word may be in place names and beside them: see ``layout.word_traits`` and what follows it there; 0
        when nothing is known of it.
        """
        if self._table is not None and (letters := word_number(key)):
            return self._table.find(letters)
        known = self._known_words.get(key)
        if known is None:
            number = self._words.get(key)
            known = remember(self._known_words, key, 0 if number is None else self._traits[number], _WORDS)
        return known

    def read(self, word: str) -> tuple[str, int]:
        """The key of a word as a text has it, and its ``traits``."""
        if self._table is not None and (letters := word_number(word, EITHER_CASE)):
            return word.lower(), self._table.find(letters)
        key = token_key(word)
        return key, self.traits(key)

    def word(self, key: str) -> int:
        """What a word may be beside a place, as ``layout.word_traits`` tells it; 0 when nothing is known of it."""
        return self.traits(key) & LANGUAGE

    def table(self, name: str) -> str:
        """A table that the data file carries for others, as its text.

        Raises:
            GazetteerError: when it has none of that name.
        """
        if name not in self._tables:
            raise GazetteerError(f"the gazetteer's data file has no table {name!r}; build it anew: make develop")
        return str(self._tables[name], "utf-8")

    def word_table(self, classes: Mapping[str, int]) -> WordTable:
        """What ``traits`` tells, to be read from letters; ``classes`` are words to mark with bits of one's own."""
        return WordTable(self._tables["table"], classes)

    def pair_filter(self) -> PairFilter:
        """Which words no name begins with, roughly: see ``begins``."""
        return PairFilter(self._tables["filter"])

    def region_ids(self, name: str | int) -> tuple[str, ...]:
        """All regions that a name (in any case or spelling) or GeoNames id may mean, best first; empty if unknown.

        Ids as in ``Place.within`` are taken too and mean themselves.
        """
        if isinstance(name, int):
            at = bisect_left(self._ids, name)
            known = at < len(self._ids) and self._ids[at] == name
            return (self.records.place(self._id_places[at]).id,) if known else ()
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
            return self.records.place(self._id_places[at]) if known else None
        index = self.records.number(region)
        return None if index is None else self.records.place(index)

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


def _likeness(one: str, other: str) -> float:
    return difflib.SequenceMatcher(None, one, other).ratio()
