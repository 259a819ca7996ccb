"""Writing that outlives a broker's absence."""

import asyncio
from collections.abc import Awaitable, Callable

import structlog
from aiokafka.errors import KafkaError

log = structlog.get_logger(__name__)

_RETRY_SECONDS = 1.0


async def until_written(write: Callable[[], Awaitable[None]]) -> None:
    """Write again while the broker can't take it: what is written is the same twice, a second POST would not be.

    Raises:
        KafkaError: One that another try can't mend.
    """
    while True:
        try:
            await write()
        except KafkaError as error:
            if not error.retriable:
                raise
            log.warning("writing_waits_for_broker", reason=type(error).__name__)
            await asyncio.sleep(_RETRY_SECONDS)
        else:
            return
