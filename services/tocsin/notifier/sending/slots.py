"""How many requests may be under way at once, so that those who fail can't use up what those who answer need."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

HEALTHY = 1000
SUSPECT = 500


class Slots:
    """Two bounds: one for subscribers whose last attempt succeeded (or who are new), one for the others."""

    def __init__(self, healthy: int = HEALTHY, suspect: int = SUSPECT) -> None:
        self._healthy = asyncio.Semaphore(healthy)
        self._suspect = asyncio.Semaphore(suspect)

    @asynccontextmanager
    async def taken(self, *, suspect: bool) -> AsyncIterator[None]:
        """Wait for a slot and hold it."""
        async with self._suspect if suspect else self._healthy:
            yield
