"""What all names of a text together say about where it is."""

from collections import defaultdict
from collections.abc import Mapping

from tocsin.core.analysis.gazetteer.records import Records
from tocsin.core.analysis.places.profile import CURATED, KIND_OF, masses
from tocsin.core.analysis.places.sense import Sense


class Crowd:
    """How much the names speak for each country and each first-level division (at most 1 a name), which divisions they
    may lie in, which districts they may be, in which districts they may lie, and, where a name may be one of several
    seas, how much they speak for each region.
    """

    __slots__ = (
        "countries",
        "districts",
        "divisions",
        "in_districts",
        "presence",
        "records",
        "regions",
        "shared",
    )

    def __init__(self, senses: list[Sense], records: Records) -> None:
        self.records = records
        self.countries: dict[int, float] = {}
        self.divisions: dict[int, float] = {}
        self.presence: dict[int, float] = {}
        self.shared: set[int] = set()
        """Divisions in which several names may lie: only there can names support each other."""
        self.districts: set[int] = set()
        self.in_districts: set[int] = set()
        self.regions: Mapping[int, float] = {}
        countries, divisions, presence, shared = self.countries, self.divisions, self.presence, self.shared
        at_sea = False
        for sense in senses:
            profile = sense.profile
            for country, share in profile.countries.items():
                countries[country] = countries.get(country, 0.0) + share
            for division, share in profile.divisions.items():
                divisions[division] = divisions.get(division, 0.0) + share
            specific = profile.specific
            for division in profile.in_division:
                known = presence.get(division)
                if known is None:
                    presence[division] = specific
                else:
                    presence[division] = known + specific
                    shared.add(division)
            if profile.districts:
                self.districts.update(profile.districts)
            if profile.in_district:
                self.in_districts.update(profile.in_district)
            at_sea = at_sea or profile.at_sea
        if at_sea:
            self.regions = _regions(senses, records)

    def learn(self, sense: Sense, shares: list[float]) -> None:
        """Take what a name says now for what it said before."""
        sense.shares = shares
        profile = sense.profile
        now = masses(profile.lands, profile.parts, shares)
        countries, divisions = self.countries, self.divisions
        for country, share in sense.countries.items():
            countries[country] -= share
        for country, share in now[0].items():
            countries[country] = countries.get(country, 0.0) + share
        for division, share in sense.divisions.items():
            divisions[division] -= share
        for division, share in now[1].items():
            divisions[division] = divisions.get(division, 0.0) + share
        sense.countries, sense.divisions = now


def _regions(senses: list[Sense], records: Records) -> Mapping[int, float]:
    """How much the names speak for each region."""
    found: dict[int, float] = defaultdict(float)
    for sense in senses:
        share = max(sense.shares)
        for holder in records.within(sense.profile.places[sense.shares.index(share)]):
            if KIND_OF[records.kinds[holder]] == CURATED:
                found[holder] += share
    return found
