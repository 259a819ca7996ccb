"""What all names of a text together say about where it is."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from tocsin.core.analysis.places.sense import Sense


class Crowd:
    """How much the names speak for each country and each first-level division (at most 1 a name), which divisions they
    may lie in, which districts they may be (``holders``), in which districts they may lie (``contents``), and, where a
    name may be one of several seas, how much they speak for each region.
    """

    __slots__ = ("contents", "countries", "divisions", "holders", "presence", "regions")

    def __init__(self, senses: Iterable[Sense]) -> None:
        self.countries: dict[str, float] = defaultdict(float)
        self.divisions: dict[str, float] = defaultdict(float)
        self.presence: dict[str, float] = defaultdict(float)
        self.holders: set[str] = set()
        self.contents: set[str] = set()
        self.regions: Mapping[str, float] = {}
        at_sea = False
        for sense in senses:
            profile = sense.profile
            for code, share in sense.countries.items():
                self.countries[code] += share
            for division, share in sense.divisions.items():
                self.divisions[division] += share
            for division, share in profile.presence.items():
                self.presence[division] += share
            self.holders.update(profile.district_ids)
            self.contents.update(profile.city_holders)
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
