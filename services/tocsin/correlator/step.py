"""One record from the matches topic on its way through the correlator."""

import asyncio
import time
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from aiokafka import ConsumerRecord
from faust.types import TP

from tocsin.core.model.alert import Alert
from tocsin.core.model.deadletter import DeadLetterReason

Source: TypeAlias = "ConsumerRecord[bytes, bytes]"


@dataclass(slots=True)
class Step:
    """A record, and what it leads to. A write is a key and a value; None takes the key away. ``buried`` is why the
    record is a dead letter, and in detail; ``acks`` are done once alerts and letter are durable.
    """

    tp: TP
    source: Source
    generation: int
    begun: float = field(default_factory=time.perf_counter)
    alerts: tuple[Alert, ...] = ()
    buried: tuple[DeadLetterReason, str] | None = None
    writes: list[tuple[bytes, bytes | None]] = field(default_factory=list)
    acks: "list[asyncio.Future[Any]]" = field(default_factory=list)
