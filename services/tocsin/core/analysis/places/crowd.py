"""What all names of a text together say about where it is."""

from collections import defaultdict

from tocsin.core.analysis.gazetteer.records import Records
from tocsin.core.analysis.places.profile import CURATED, KIND_OF, Holding
from tocsin.core.analysis.places.sense import Sense
from tocsin.core.analysis.places.voice import Tally, Voice


class Crowd:
    """What the names say together: in the voices of each, how much they speak for each country and each first-level
    division that several may lie in; which districts they may be, and in which of these they may lie; where a name may
    be one of several seas, how much they speak for each region.
    """

    __slots__ = ("districts", "in_districts", "records", "regions")

    def __init__(self, senses: list[Sense], records: Records) -> None:
        """Gives each sense, which no crowd has heard since its last ``take``, its voices."""
        self.records = records
        self.districts: set[object] = set()
        self.in_districts: set[object] = set()
        self.regions: dict[int, float] = {}
        several = [sense.profile for sense in senses]
        countries = _tallies([profile.countries for profile in several])
        divisions = _tallies([profile.divisions for profile in several])
        for sense in senses:
            profile = sense.profile
            if countries:
                sense.countries = _voices(profile.countries, countries)
            if divisions:
                sense.divisions = _voices(profile.divisions, divisions)
                for voice in sense.divisions:
                    voice.tally.presence += profile.specific
            if profile.districts:
                self.districts.update(profile.districts)
        if self.districts:
            for sense in senses:
                sense.inside = self._inside(sense.profile.parents)
        if any(profile.at_sea for profile in several):
            self.regions = _regions(senses, records)

    def _inside(self, parents: tuple[object, ...]) -> list[int]:
        """Which of a name's places may lie in a district that a name may be, by where they stand; notes these."""
        found: list[int] = []
        for at, parent in enumerate(parents):
            if parent in self.districts:
                self.in_districts.add(parent)
                found.append(at)
        return found

    def learn(self, sense: Sense, shares: list[float]) -> None:
        """Take what a name says now for what it said before."""
        sense.shares = shares
        for voice in sense.countries:
            voice.learn(shares)
        for voice in sense.divisions:
            voice.learn(shares)


def _tallies(several: list[list[Holding]]) -> dict[object, Tally]:
    """One for each country or division that several names may lie in: there alone can they support each other."""
    seen: set[object] = set()
    count = 0
    found: dict[object, Tally] = {}
    for holdings in several:
        for holding in holdings:
            seen.add(holding.holder)
            if len(seen) > count:  # seen for the first time: one look-up tells it, not two
                count += 1
            elif holding.holder not in found:
                found[holding.holder] = Tally(holding.holder)
    return found


def _voices(holdings: list[Holding], tallies: dict[object, Tally]) -> list[Voice]:
    """What a name says for those that have tallies."""
    found: list[Voice] = []
    for holding in holdings:
        tally = tallies.get(holding.holder)
        if tally is not None:
            found.append(Voice(tally, holding))
    return found


def _regions(senses: list[Sense], records: Records) -> dict[int, float]:
    """How much the names speak for each region."""
    found: dict[int, float] = defaultdict(float)
    for sense in senses:
        share = max(sense.shares)
        for holder in records.within(sense.profile.places[sense.shares.index(share)]):
            if KIND_OF[records.kinds[holder]] == CURATED:
                found[holder] += share
    return found
