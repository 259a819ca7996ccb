"""Watches over Tocsin itself, and owes its operators' subscription what it sees."""

import asyncio
import time
from dataclasses import dataclass
from datetime import UTC, datetime

import msgspec
import structlog
from aiokafka import TopicPartition
from aiokafka.errors import KafkaError

from tocsin.core.model.deadletter import Stage
from tocsin.core.model.delivery import Delivery
from tocsin.core.operations.alerts import burst_delivery, moved_on_delivery, stall_delivery
from tocsin.core.operations.watching import Bursts, Progress, Standing
from tocsin.edge.kafka.clients import create_consumer
from tocsin.edge.kafka.lag import group_lags
from tocsin.edge.kafka.topics import DEAD_LETTERS, PARTITIONS
from tocsin.edge.service import Runtime
from tocsin.notifier.config import Current
from tocsin.notifier.sending.settle import Settler
from tocsin.notifier.settings import NotifierSettings

log = structlog.get_logger(__name__)

BURST_SECONDS = 300.0
"""Dead letters are counted over so long."""

_LOOKS = 10
"""Looks at the groups within the time after which one stands still."""

_POLL_MS = 500


class _Letter(msgspec.Struct):
    """As much of a dead letter as is counted."""

    stage: Stage


@dataclass(frozen=True)
class Watch:
    """Runs in each notifier; what several of them see is one alert, since its id says what it is about."""

    runtime: Runtime
    settings: NotifierSettings
    current: Current
    settler: Settler

    async def run(self) -> None:
        """Watch until asked to stop; does nothing where no operators' subscription is set."""
        if not self.settings.operators_subscription:
            await self.runtime.stop.wait()
            return
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._count_letters())
            tasks.create_task(self._look_at_groups())

    async def _count_letters(self) -> None:
        bursts = Bursts(self.settings.dead_letter_burst, BURST_SECONDS)
        decoder = msgspec.json.Decoder(_Letter)
        async with create_consumer(self.runtime.settings, auto_offset_reset="latest") as consumer:
            consumer.assign([TopicPartition(DEAD_LETTERS, partition) for partition in range(PARTITIONS)])
            await consumer.seek_to_end()
            while not self.runtime.stop.is_set():
                batches = await consumer.getmany(timeout_ms=_POLL_MS)
                for record in (record for batch in batches.values() for record in batch):
                    try:
                        stage = decoder.decode(record.value or b"").stage
                    except msgspec.DecodeError:
                        continue  # somebody else's record: what is counted is what our stages write
                    count = bursts.add(stage, record.timestamp / 1000)
                    if count is not None:
                        at = datetime.fromtimestamp(record.timestamp / 1000, UTC)
                        operators = self.settings.operators_subscription
                        await self._tell(burst_delivery(operators, stage, count, BURST_SECONDS, at))

    async def _look_at_groups(self) -> None:
        operators = self.settings.operators_subscription
        progress = Progress(self.settings.stall_seconds)
        while not self.runtime.stop.is_set():
            try:
                lags = await group_lags(self.runtime.settings)
            except KafkaError as error:
                log.warning("groups_not_seen", reason=type(error).__name__)
            else:
                standings = [Standing(lag.group, lag.position, lag.behind) for lag in lags]
                now = datetime.now(UTC)
                for kind, standing, seconds in progress.look(standings, time.time()):
                    if kind == "still":
                        await self._tell(stall_delivery(operators, standing, seconds, now))
                    else:
                        await self._tell(moved_on_delivery(operators, standing, now))
            await self._pause(self.settings.stall_seconds / _LOOKS)

    async def _tell(self, delivery: Delivery) -> None:
        if self.current.subscription(delivery.subscription) is not None:
            await self.settler.owe(delivery)
            log.warning("operators_told", about=delivery.alert.headline)

    async def _pause(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self.runtime.stop.wait()
        except TimeoutError:
            return
