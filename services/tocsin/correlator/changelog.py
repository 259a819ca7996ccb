"""Stories on their way into the changelog, by the batch: one for each partition, one acknowledgement for all in it."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from aiokafka import AIOKafkaProducer

from tocsin.correlator.step import Step
from tocsin.edge.kafka.topics import STORIES_CHANGELOG


@dataclass(slots=True)
class _Draft:
    """A batch that is being filled, and the steps whose last write is in it."""

    batch: Any
    steps: list[Step] = field(default_factory=list)


class Changelog:
    """Takes the writes of steps in order, and tells ``done`` of each step once all of its writes are acknowledged.

    A producer has one batch of a partition under way at a time, so an acknowledgement covers the batches before it.
    ``refused`` hears of an error; it must not return.
    """

    def __init__(
        self, producer: AIOKafkaProducer, done: Callable[[Step], None], refused: Callable[[BaseException], None]
    ) -> None:
        self._producer = producer
        self._done = done
        self._refused = refused
        self._drafts: dict[int, _Draft] = {}

    async def add(self, step: Step) -> None:
        """Put what a step writes behind what is there of its partition."""
        partition = step.tp.partition
        for key, value in step.writes:
            draft = self._drafts.get(partition)
            if draft is None or draft.batch.append(timestamp=None, key=key, value=value) is None:
                if draft is not None:
                    await self._send(partition)
                draft = self._drafts[partition] = _Draft(self._producer.create_batch())
                draft.batch.append(timestamp=None, key=key, value=value)
        if step.writes:
            self._drafts[partition].steps.append(step)
        else:
            self._done(step)

    async def flush(self) -> None:
        """Send all that was added."""
        for partition in list(self._drafts):
            await self._send(partition)

    async def _send(self, partition: int) -> None:
        draft = self._drafts.pop(partition)
        draft.batch.close()

        def acknowledged(sent: "asyncio.Future[Any]") -> None:
            error = asyncio.CancelledError() if sent.cancelled() else sent.exception()
            if error is not None:
                self._refused(error)
            for step in draft.steps:
                self._done(step)

        sent = await self._producer.send_batch(draft.batch, STORIES_CHANGELOG, partition=partition)
        sent.add_done_callback(acknowledged)
