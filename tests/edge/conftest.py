"""What tests of the edge share."""

from collections.abc import AsyncIterator

import pytest

from tocsin.local.receiver.server import Receiver


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    """A receiver on loopback."""
    running = Receiver()
    await running.start()
    yield running
    await running.stop()
