"""Each guard, with the fault that it is there for."""

import asyncio
from typing import NoReturn

import pytest
from faust.types import TP

from tocsin.correlator import guards
from tocsin.correlator.guards import Offsets, Watchdog
from tocsin.edge.health import Health
from tocsin.edge.kafka.topics import MATCHES

P0 = TP(MATCHES, 0)


class Ended(Exception):  # noqa: N818 - what a test raises where the process would end
    pass


def end(reason: str) -> NoReturn:
    raise Ended(reason)


def test_skipped_records_end_the_process_and_repeated_ones_do_not() -> None:
    offsets = Offsets(end)
    offsets.start({P0: 10})
    offsets.arrived(P0, 10)
    offsets.arrived(P0, 11)
    offsets.arrived(P0, 10)
    with pytest.raises(Ended, match="records 12 to 13 were skipped"):
        offsets.arrived(P0, 14)


def test_nothing_of_an_earlier_generation_is_committed() -> None:
    offsets = Offsets(end)
    offsets.start({P0: 0})
    offsets.finished(P0, 0)
    offsets.start({P0: 5})
    offsets.finished(P0, 1)
    assert offsets.committable(P0) is None
    offsets.finished(P0, 6)
    assert offsets.committable(P0) is None
    offsets.finished(P0, 5)
    assert offsets.committable(P0) == 7


async def test_the_watchdog_ends_a_worker_that_left_the_group(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guards, "WATCH_SECONDS", 0.001)
    monkeypatch.setattr(guards, "OUT_OF_GROUP_SECONDS", 0.01)
    with pytest.raises(Ended, match="out of the consumer group"):
        await Watchdog(Health(), lambda: -1, end).watch(asyncio.Event())
