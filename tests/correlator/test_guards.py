"""Each guard, and the order of a record's writes, with the fault that they are there for."""

import asyncio
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any, NoReturn

import msgspec
import pytest
from aiokafka.errors import KafkaTimeoutError
from faust.exceptions import PartitionsMismatch
from faust.types import TP
from prometheus_client import CollectorRegistry

from tocsin.core.config.snapshot import ConfigSnapshot
from tocsin.core.model.rule import EvidenceItem, Rule
from tocsin.correlator import guards
from tocsin.correlator.correlator import Correlator, Outlets
from tocsin.correlator.guards import Completion, Offsets, RefusedWrites, Watchdog
from tocsin.correlator.metrics import CorrelatorMetrics
from tocsin.correlator.rulebook import Rulebook
from tocsin.edge.health import Health
from tocsin.edge.kafka.topics import MATCHES

Make = Callable[..., Any]
P0 = TP(MATCHES, 0)


class Ended(Exception):  # noqa: N818 - what a test raises where the process would end
    pass


def end(reason: str) -> NoReturn:
    raise Ended(reason)


class Event:
    def __init__(self, offset: int) -> None:
        self.message = SimpleNamespace(tp=P0, offset=offset)
        self.acked = False

    def ack(self) -> None:
        self.acked = True


def test_a_refused_changelog_write_ends_the_process() -> None:
    with pytest.raises(Ended, match="refused"):
        RefusedWrites(end).on_send_error(None, RuntimeError("too large"), None)


async def test_events_finish_only_when_their_writes_are_acknowledged_and_in_order() -> None:
    offsets = Offsets(end)
    offsets.start({P0: 5})
    completion = Completion(offsets, end)
    early: Any = asyncio.Future()
    events: list[Any] = [Event(5), Event(6), Event(7)]
    completion.when_written(events[0], [early])
    completion.when_written(events[1], [])
    completion.when_written(events[2], [])
    assert offsets.committable(P0) is None, "what is behind an unacknowledged write is not committed"
    early.set_result(None)
    await completion.drained()
    assert offsets.committable(P0) == 8
    assert all(event.acked for event in events)


async def test_a_failed_write_ends_the_process_before_its_offset_is_committable() -> None:
    reasons: list[str] = []

    def note(reason: str) -> NoReturn:
        reasons.append(reason)
        raise Ended(reason)

    offsets = Offsets(note)
    offsets.start({P0: 0})
    write: Any = asyncio.Future()
    event: Any = Event(0)
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda *_: None)
    Completion(offsets, note).when_written(event, [write])
    write.set_exception(RuntimeError("refused"))
    while not reasons:
        await asyncio.sleep(0)
    loop.set_exception_handler(None)
    assert offsets.committable(P0) is None
    assert not event.acked


async def test_many_writes_on_the_way_make_the_next_record_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guards, "MAX_IN_FLIGHT", 2)
    offsets = Offsets(end)
    offsets.start({P0: 0})
    completion = Completion(offsets, end)
    writes: list[Any] = [asyncio.Future(), asyncio.Future()]
    for offset, write in enumerate(writes):
        event: Any = Event(offset)
        completion.when_written(event, [write])
    waiting = asyncio.ensure_future(completion.room())
    await asyncio.sleep(0)
    assert not waiting.done()
    writes[0].set_result(None)
    await waiting


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


class Producer:
    """Takes records; each waits for an acknowledgement that the test gives."""

    def __init__(self) -> None:
        self.acks: list[asyncio.Future[None]] = []

    async def send(self, *_: Any, **__: Any) -> "asyncio.Future[None]":
        self.acks.append(asyncio.Future())
        return self.acks[-1]


class Table:
    """Notes what is written."""

    def __init__(self, partitions: frozenset[int]) -> None:
        self.held = partitions
        self.app = SimpleNamespace(consumer_generation_id=1)
        self.written: list[str] = []

    def write(self, story: Any, _: bytes) -> "asyncio.Future[None]":
        self.written.append(story.id)
        done: asyncio.Future[None] = asyncio.Future()
        done.set_result(None)
        return done


@pytest.fixture
def correlator() -> tuple[Correlator, Producer, Table]:
    producer, table = Producer(), Table(frozenset({0}))
    rulebook = Rulebook({})
    rule = Rule(id="rule-0", title="", evidence=(EvidenceItem(terms=("x",)),))
    rulebook.use(ConfigSnapshot(rules={rule.id: rule}))
    metrics = CorrelatorMetrics(CollectorRegistry(), lambda: 0)
    outlets = Outlets(producer, SimpleNamespace(), metrics)  # type: ignore[arg-type]
    made = Correlator(table, rulebook, outlets, end)  # type: ignore[arg-type]
    made.offsets.start({P0: 0})
    return made, producer, table


async def _until_sent(producer: Producer, handling: "asyncio.Task[None]") -> None:
    while not producer.acks:
        assert not handling.done(), "the record was handled without an alert"
        await asyncio.sleep(0)


def _match_event(match: Any, *, generation: int = 1) -> Any:
    event = Event(0)
    event.message.partition = 0
    event.message.value = msgspec.json.encode(match)
    event.message.headers = ()
    event.message.timestamp = 1_780_000_000.0
    event.message.generation_id = generation
    return event


async def test_a_story_is_written_only_once_its_alert_is_durable(
    correlator: tuple[Correlator, Producer, Table], match: Make
) -> None:
    handler, producer, table = correlator
    handling = asyncio.create_task(handler.handle(_match_event(match("rule-0", 0, 1))))
    await _until_sent(producer, handling)
    assert not table.written
    assert handler.offsets.committable(P0) is None
    producer.acks[0].set_result(None)
    await handling
    await handler.completion.drained()
    assert len(table.written) == 1
    assert handler.offsets.committable(P0) == 1


async def test_a_partition_lost_while_the_alert_was_on_its_way_is_not_written(
    correlator: tuple[Correlator, Producer, Table], match: Make
) -> None:
    handler, producer, table = correlator
    handling = asyncio.create_task(handler.handle(_match_event(match("rule-0", 0, 1))))
    await _until_sent(producer, handling)
    table.app.consumer_generation_id = 2
    producer.acks[0].set_result(None)
    await handling
    assert not table.written, "the new owner folds the record again"
    assert handler.offsets.committable(P0) is None


@pytest.mark.parametrize("error", [KafkaTimeoutError(), PartitionsMismatch("6 and 12")])
async def test_what_is_no_fault_of_the_record_ends_the_process(
    correlator: tuple[Correlator, Producer, Table], match: Make, error: Exception
) -> None:
    handler, producer, _ = correlator
    handling = asyncio.create_task(handler.handle(_match_event(match("rule-0", 0, 1))))
    await _until_sent(producer, handling)
    producer.acks[0].set_exception(error)
    with pytest.raises(Ended, match=type(error).__name__):
        await handling
    assert handler.offsets.committable(P0) is None
