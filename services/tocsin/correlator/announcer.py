"""Alerts and dead letters on their way to the broker."""

import asyncio
from typing import get_args

import msgspec
import structlog
from aiokafka import AIOKafkaProducer
from aiokafka.errors import MessageSizeTooLargeError

from tocsin.core.model.alert import AlertKind
from tocsin.core.model.deadletter import DeadLetterReason
from tocsin.core.model.ids import digest
from tocsin.correlator.metrics import CorrelatorMetrics
from tocsin.correlator.step import Step
from tocsin.edge.kafka.deadletters import DeadLetters
from tocsin.edge.kafka.headers import event_headers
from tocsin.edge.kafka.topics import ALERTS

log = structlog.get_logger(__name__)


class Announcer:
    """Sends what a step has to say, and leaves word in the step of when it is durable."""

    def __init__(self, producer: AIOKafkaProducer, letters: DeadLetters, metrics: CorrelatorMetrics) -> None:
        self._producer = producer
        self._letters = letters
        self._told = {kind: metrics.alerts.labels(kind=kind) for kind in get_args(AlertKind)}
        self._encoder = msgspec.json.Encoder()

    async def announce(self, step: Step) -> None:
        """Put alerts and dead letter of a step on their way, in order.

        Raises:
            aiokafka.errors.KafkaError: The producer can't take them.
        """
        for alert in step.alerts:
            self._told[alert.kind].inc()
            ack = await self._producer.send(
                ALERTS,
                self._encoder.encode(alert),
                key=alert.rule.encode(),
                headers=event_headers(
                    "tocsin.alert.v1", digest(alert.id, str(alert.seq)), "correlator", step.source.headers
                ),
            )
            step.acks.append(ack)
        if step.buried is not None:
            step.acks.append(asyncio.ensure_future(self._bury(step, *step.buried)))

    async def _bury(self, step: Step, reason: DeadLetterReason, detail: str) -> None:
        try:
            await self._letters.bury(step.source, reason, detail)
        except MessageSizeTooLargeError:
            log.exception("dead_letter_too_large", partition=step.tp.partition, offset=step.source.offset)
