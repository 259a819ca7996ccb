"""Writes what was found as the model has it."""

from typing import Final

from msgspec.structs import replace

from tocsin.core.analysis.gazetteer.memory import remember
from tocsin.core.analysis.gazetteer.records import Records
from tocsin.core.analysis.places.mention import Mention
from tocsin.core.analysis.places.sense import Sense
from tocsin.core.analysis.places.stranger import Stranger
from tocsin.core.model.analysis import Place

_replace: Final = replace
"""Found at once where this is compiled, unlike names that are imported."""

_UNSURE_KM = 50.0
"""How far a place that the gazetteer lacks may be from the one beside it in the text, at the least."""


class Recorder:
    """Writes mentions of places that the gazetteer has; remembers what it wrote of each place."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._known: dict[int, Place] = {}

    def known_place(self, mention: Mention, sense: Sense) -> Place:
        """A mention of a place that the gazetteer has."""
        place, is_demonym = sense.place, sense.is_demonym
        key = place << 1 | is_demonym
        record = self._known.get(key) or remember(self._known, key, self._record(place, is_demonym=is_demonym))
        text = mention.text
        start, end = text.origin(mention.start, mention.end)
        return _replace(
            record,
            field=text.field,
            start=start,
            end=end,
            text=text.original[start:end],
            role="dateline" if text.in_dateline(mention.start) else "mention",
        )

    def _record(self, number: int, *, is_demonym: bool) -> Place:
        place = self._records.place(number)
        return Place(
            field="body",
            start=0,
            end=0,
            text="",
            kind="demonym" if is_demonym else place.kind,
            name=place.name,
            geonames_id=place.geonames_id,
            admin1=place.admin1,
            country=place.country,
            lat=place.lat,
            lon=place.lon,
            radius_km=place.radius_km,
            within=place.within,
        )


def strange_place(stranger: Stranger) -> Place:
    """A mention of a place that the gazetteer lacks: it lies where the place beside it lies, more or less."""
    mention, anchor = stranger.mention, stranger.anchor
    span = mention.text.span(mention.start, mention.end)
    return Place(
        field=span.field,
        start=span.start,
        end=span.end,
        text=span.text,
        kind="feature" if mention.candidate.is_feature else "city",
        name=span.text,
        admin1=anchor.admin1 if anchor else None,
        country=anchor.country if anchor else None,
        lat=anchor.lat if anchor else None,
        lon=anchor.lon if anchor else None,
        radius_km=max(_UNSURE_KM, 2 * anchor.radius_km) if anchor else None,
        within=tuple(holder for holder in anchor.within if not holder.startswith("geonames:")) if anchor else (),
        role="dateline" if mention.text.in_dateline(mention.start) else "mention",
    )
