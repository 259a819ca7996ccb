"""The gazetteer, loaded when somebody first names a region."""

from collections.abc import Callable

from tocsin.core.routing.filters import Regions
from tocsin.edge.gazetteer import load_gazetteer


class LazyRegions:
    """Many configurations name no region, and loading takes a while."""

    def __init__(self, load: Callable[[], Regions] = load_gazetteer) -> None:
        self._load = load
        self._loaded: Regions | None = None

    def region_ids(self, name: str | int) -> tuple[str, ...]:
        """See ``Regions``."""
        return self._regions().region_ids(name)

    def suggest(self, name: str) -> tuple[str, ...]:
        """See ``Regions``."""
        return self._regions().suggest(name)

    def _regions(self) -> Regions:
        if self._loaded is None:
            self._loaded = self._load()
        return self._loaded
