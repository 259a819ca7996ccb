"""The configuration in force, as pages ask it, and waiting until a change has come round."""

import asyncio
from collections.abc import Callable

from tocsin.core.config.snapshot import ConfigSnapshot
from tocsin.core.routing.filters import Regions
from tocsin.core.routing.route import Routing, build_routing

_PATIENCE_SECONDS = 3.0


class Current:
    """What stands now. ``version`` grows with each change."""

    def __init__(self, regions: Regions) -> None:
        self.regions = regions
        self.snapshot = ConfigSnapshot()
        self.routing: Routing = build_routing({}, {}, regions)
        self.version = 0
        self._changed = asyncio.Event()

    def use(self, snapshot: ConfigSnapshot) -> None:
        """Take this configuration. Subscriptions are not asked here, so only silences are made ready."""
        self.snapshot = snapshot
        self.routing = build_routing({}, snapshot.silences, self.regions)
        self.version += 1
        self._changed.set()
        self._changed = asyncio.Event()

    async def until(self, holds: Callable[[ConfigSnapshot], bool]) -> bool:
        """Wait until the configuration is so, as it will be moments after it was written; False: not for seconds."""
        try:
            async with asyncio.timeout(_PATIENCE_SECONDS):
                while not holds(self.snapshot):
                    await self._changed.wait()
        except TimeoutError:
            return False
        return True
