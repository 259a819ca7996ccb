"""Is this process still the one that sends? Asked of the broker after the loop has stood still.

A process that was stopped, swapped out or starved for longer than Kafka's session may wake after another has taken
over its partitions; its timers fire before it hears of that.
"""

import asyncio
import time
from collections.abc import Callable

import structlog
from aiokafka import AIOKafkaConsumer
from aiokafka.errors import IllegalStateError, KafkaError

log = structlog.get_logger(__name__)

STILL_SECONDS = 3.0
"""Half a session: a loop that went round within this time can't have lost its partitions unheard."""

_TICK_SECONDS = 0.5


def _clock() -> float:
    """Seconds since the machine started, the time it was suspended included where the system can tell."""
    return time.clock_gettime(getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC))


class LoopWatch:
    """Knows when the loop last went round. Times are seconds of a clock that goes on while the process is stopped."""

    def __init__(self, clock: Callable[[], float] = _clock) -> None:
        self._clock = clock
        self._last = clock()
        self._stood_still = False

    def tick(self) -> None:
        """The loop went round."""
        now = self._clock()
        self._stood_still = self._stood_still or now - self._last > STILL_SECONDS
        self._last = now

    def is_suspect(self) -> bool:
        """Whether the loop stood still since membership was last confirmed."""
        return self._stood_still or self._clock() - self._last > STILL_SECONDS

    def confirmed(self) -> None:
        """Membership was confirmed just now."""
        self._stood_still = False
        self._last = self._clock()


class Membership:
    """Confirms with the broker when the watch is suspicious."""

    def __init__(self, consumer: AIOKafkaConsumer, watch: LoopWatch | None = None) -> None:
        self._consumer = consumer
        self._watch = watch or LoopWatch()
        self._asking = asyncio.Lock()

    async def tick_forever(self) -> None:
        """Run beside everything else; cancelled at the end."""
        while True:
            self._watch.tick()
            await asyncio.sleep(_TICK_SECONDS)

    async def confirm(self) -> None:
        """Return at once while the loop goes round; else wait until the broker takes a commit of ours.

        A commit carries the group's generation, so the broker refuses it from who is no longer a member. Offset 0 is
        committed because the sender reads its partitions from the start whenever it is given them.
        """
        while self._watch.is_suspect():
            async with self._asking:
                if not self._watch.is_suspect():
                    return
                try:
                    await self._consumer.commit(dict.fromkeys(self._consumer.assignment(), 0))
                except (KafkaError, IllegalStateError, ValueError) as error:  # ValueError: nothing is assigned
                    log.warning("membership_unconfirmed", reason=type(error).__name__)
                    await asyncio.sleep(_TICK_SECONDS)
                else:
                    self._watch.confirmed()
