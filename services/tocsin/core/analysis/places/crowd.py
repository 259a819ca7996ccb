"""What all names of a text together say about where it is."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from tocsin.core.analysis.places.sense import Sense


class Crowd:
    """How much the names speak for each country and each first-level division (at most 1 a name), which divisions they
    may lie in, which districts they may be, in which districts they may lie, and, where a name may be one of several
    seas, how much they speak for each region.
    """

    __slots__ = ("countries", "districts", "divisions", "in_districts", "presence", "regions", "shared")

    def __init__(self, senses: Iterable[Sense]) -> None:
        self.countries: dict[str, float] = defaultdict(float)
        self.divisions: dict[str, float] = defaultdict(float)
        self.presence: dict[str, float] = {}
        self.shared: set[str] = set()
        """Divisions in which several names may lie: only there can names support each other."""
        self.districts: set[str] = set()
        self.in_districts: set[str] = set()
        self.regions: Mapping[str, float] = {}
        at_sea = False
        presence, shared = self.presence, self.shared
        for sense in senses:
            profile = sense.profile
            for code, share in profile.countries.items():
                self.countries[code] += share
            for division, share in profile.divisions.items():
                self.divisions[division] += share
            specific = profile.specific
            for division in profile.in_division:
                if division in presence:
                    presence[division] += specific
                    shared.add(division)
                else:
                    presence[division] = specific
            if profile.districts:
                self.districts.update(profile.districts)
            if profile.in_district:
                self.in_districts.update(profile.in_district)
            at_sea = at_sea or profile.at_sea
        if at_sea:
            self.regions = _regions(senses)

    def change(self, sense: Sense, countries: Mapping[str, float], divisions: Mapping[str, float]) -> None:
        """Take what a name says now for what it said before."""
        for code, share in sense.countries.items():
            self.countries[code] -= share
        for division, share in sense.divisions.items():
            self.divisions[division] -= share
        for code, share in countries.items():
            self.countries[code] += share
        for division, share in divisions.items():
            self.divisions[division] += share
        sense.countries, sense.divisions = countries, divisions


def _regions(senses: Iterable[Sense]) -> Mapping[str, float]:
    """How much the names speak for each region."""
    found: dict[str, float] = defaultdict(float)
    for sense in senses:
        share = max(sense.shares)
        for holder in sense.profile.places[sense.shares.index(share)].within:
            if holder.startswith("region:"):
                found[holder] += share
    return found
