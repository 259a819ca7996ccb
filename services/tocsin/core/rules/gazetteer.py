"""What rules need of a gazetteer."""

from typing import Protocol


class Located(Protocol):
    """A place's middle in WGS 84 degrees, where that is known."""

    @property
    def lat(self) -> float | None:
        """Latitude."""
        ...

    @property
    def lon(self) -> float | None:
        """Longitude."""
        ...


class Regions(Protocol):
    """What rules need of a gazetteer; ``tocsin.core.analysis.gazetteer.Gazetteer`` is the real one."""

    def region_ids(self, name: str | int) -> tuple[str, ...]:
        """Ids of all regions that a name or GeoNames id may mean, best first; empty when it is unknown."""
        ...

    def suggest(self, name: str) -> tuple[str, ...]:
        """Known names near to this one, nearest first."""
        ...

    def region_name(self, region: str) -> str:
        """What people call the region with this id."""
        ...

    def place(self, region: str) -> Located | None:
        """The place with this id."""
        ...
