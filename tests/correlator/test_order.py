"""What a record leads to becomes durable in order, though folding goes on: alerts, then stories, then the commit."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any, NoReturn

import msgspec
import pytest
from aiokafka.errors import KafkaTimeoutError, MessageSizeTooLargeError
from faust.types import TP
from prometheus_client import CollectorRegistry

from tocsin.core.config.snapshot import ConfigSnapshot
from tocsin.core.model.rule import EvidenceItem, Rule
from tocsin.core.model.story import Story
from tocsin.core.stories import decode_story
from tocsin.correlator import outbox as outbox_module
from tocsin.correlator.announcer import Announcer
from tocsin.correlator.correlator import Correlator
from tocsin.correlator.guards import Offsets
from tocsin.correlator.metrics import CorrelatorMetrics
from tocsin.correlator.outbox import Outbox
from tocsin.correlator.rulebook import Rulebook
from tocsin.edge.kafka.topics import MATCHES

Make = Callable[..., Any]


class Ended(Exception):  # noqa: N818 - what a test raises where the process would end
    pass


@dataclass
class Batch:
    """Stories on their way to the changelog together; this one has room for two."""

    values: list[bytes | None] = field(default_factory=list)

    def append(self, *, timestamp: None, key: bytes, value: bytes | None) -> object | None:
        del timestamp, key
        if len(self.values) == 2:
            return None
        self.values.append(value)
        return self

    def close(self) -> None:
        pass


@dataclass
class Producer:
    """Takes records and batches; each waits for an acknowledgement that the test gives."""

    sent: list[tuple[Any, "asyncio.Future[None]"]] = field(default_factory=list)

    async def send(self, _: str, value: bytes | None, **__: Any) -> "asyncio.Future[None]":
        self.sent.append((value, asyncio.Future()))
        return self.sent[-1][1]

    def create_batch(self) -> Batch:
        return Batch()

    async def send_batch(self, batch: Batch, _: str, *, partition: int) -> "asyncio.Future[None]":
        del partition
        return await self.send("", batch.values)  # type: ignore[arg-type]  # the test looks into it

    def acknowledge(self) -> None:
        for _, ack in self.sent:
            if not ack.done():
                ack.set_result(None)

    def stories(self) -> list[Story]:
        """All that batches hold, in order."""
        return [decode_story(value) for values, _ in self.sent for value in values]


class Table:
    """Stories in memory; what partitions it has, and in which generation, is the test's to say."""

    def __init__(self) -> None:
        self.held = frozenset({0, 1})
        self.generation = 1
        self.stories: dict[str, Story] = {}

    def keep(self, story: Story) -> bytes:
        self.stories[story.id] = story
        return story.id.encode()

    def owns(self, partition: int, generation: int) -> bool:
        return partition in self.held and generation == self.generation

    def lose(self, partition: int) -> None:
        self.held -= {partition}


@dataclass
class Bench:
    """A correlator between producers and a table of the test's own."""

    alerts: Producer
    changelog: Producer
    table: Table
    offsets: Offsets
    outbox: Outbox
    correlator: Correlator
    ended: list[str]

    async def take(self, match: Any, offset: int, partition: int = 0) -> None:
        record: Any = SimpleNamespace(
            topic=MATCHES, partition=partition, offset=offset, value=msgspec.json.encode(match), headers=(),
            timestamp=1_780_000_000_000,
        )  # fmt: skip
        self.correlator.handle(TP(MATCHES, partition), record, 1)
        await self.turn()

    async def turn(self) -> None:
        """Let whatever can go on go on."""
        for _ in range(20):
            await asyncio.sleep(0)

    def committable(self, partition: int = 0) -> int | None:
        return self.offsets.committable(TP(MATCHES, partition))


@pytest.fixture
async def bench(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Bench]:
    monkeypatch.setattr(outbox_module, "GATHERED_SECONDS", 0)
    ended: list[str] = []

    def end(reason: str) -> NoReturn:
        ended.append(reason)
        raise Ended(reason)

    alerts, changelog, table, offsets = Producer(), Producer(), Table(), Offsets(end)
    offsets.start({TP(MATCHES, 0): 0, TP(MATCHES, 1): 0})
    rulebook = Rulebook(table.stories)
    rules = [Rule(id=f"rule-{n}", title="", evidence=(EvidenceItem(terms=("x",)),)) for n in range(2)]
    rulebook.use(ConfigSnapshot(rules={rule.id: rule for rule in rules}))
    metrics = CorrelatorMetrics(CollectorRegistry(), lambda: 0)
    announcer = Announcer(alerts, SimpleNamespace(), metrics)  # type: ignore[arg-type]
    outbox = Outbox(announcer, changelog, offsets, table, end=end)  # type: ignore[arg-type]
    correlator = Correlator(table, rulebook, metrics, outbox)  # type: ignore[arg-type]
    running = asyncio.create_task(outbox.run())
    asyncio.get_running_loop().set_exception_handler(lambda *_: None)
    yield Bench(alerts, changelog, table, offsets, outbox, correlator, ended)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


async def test_a_story_is_written_only_once_its_alert_is_durable(bench: Bench, match: Make) -> None:
    await bench.take(match("rule-0", 0, 1), 0)
    assert len(bench.alerts.sent) == 1
    assert not bench.changelog.sent
    assert bench.committable() is None
    bench.alerts.acknowledge()
    await bench.turn()
    assert bench.changelog.stories() == list(bench.table.stories.values())
    assert bench.committable() is None, "the story is not durable yet"
    bench.changelog.acknowledge()
    await bench.outbox.settled()
    assert bench.committable() == 1


async def test_folding_goes_on_but_no_write_overtakes_an_alert_before_it(bench: Bench, match: Make) -> None:
    """A later story in the changelog would make the record before it count as folded, and its alert as told."""
    await bench.take(match("rule-0", 0, 1), 0)
    await bench.take(match("rule-0", 0, 2, minutes=1), 1)
    assert len(bench.alerts.sent) == 1, "the second match joined the story in memory"
    assert next(iter(bench.table.stories.values())).count == 2
    assert not bench.changelog.sent
    bench.alerts.acknowledge()
    await bench.turn()
    assert [story.count for story in bench.changelog.stories()] == [1, 2]
    assert bench.committable() is None
    bench.changelog.acknowledge()
    await bench.outbox.settled()
    assert bench.committable() == 2


async def test_a_batch_that_is_full_is_followed_by_another_and_each_finishes_its_own_records(
    bench: Bench, match: Make
) -> None:
    for offset in range(5):
        await bench.take(match("rule-0", 0, offset, minutes=offset), offset)
    bench.alerts.acknowledge()
    await bench.turn()
    assert [len(values) for values, _ in bench.changelog.sent] == [2, 2, 1]
    for (_, ack), upcoming in zip(bench.changelog.sent, (2, 4, 5), strict=True):
        ack.set_result(None)
        await bench.turn()
        assert bench.committable() == upcoming
    await bench.outbox.settled()


async def test_a_partition_lost_while_the_alert_was_on_its_way_is_not_written(bench: Bench, match: Make) -> None:
    await bench.take(match("rule-0", 0, 1), 0)
    await bench.take(match("rule-0", 0, 2, minutes=1), 1)
    bench.table.generation = 2
    bench.alerts.acknowledge()
    await bench.outbox.settled()
    assert not bench.changelog.sent, "the new owner folds the records again"
    assert bench.committable() is None
    assert 0 not in bench.table.held, "memory is ahead of the changelog, and must be read anew"
    await bench.take(match("rule-0", 1, 1), 2)
    assert len(bench.alerts.sent) == 1, "nothing is folded for a partition that is lost"


async def test_a_refused_alert_ends_the_process_with_nothing_written(bench: Bench, match: Make) -> None:
    await bench.take(match("rule-0", 0, 1), 0)
    bench.alerts.sent[0][1].set_exception(KafkaTimeoutError())
    await bench.turn()
    assert "KafkaTimeoutError" in bench.ended[0]
    assert not bench.changelog.sent
    assert bench.committable() is None


async def test_a_refused_write_ends_the_process_before_its_offset_can_be_committed(bench: Bench, match: Make) -> None:
    await bench.take(match("rule-0", 0, 1), 0)
    bench.alerts.acknowledge()
    await bench.turn()
    bench.changelog.sent[0][1].set_exception(MessageSizeTooLargeError())
    await bench.turn()
    assert "changelog write was refused" in bench.ended[0]
    assert bench.committable() is None


async def test_many_records_on_the_way_make_the_next_one_wait(
    bench: Bench, match: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outbox_module, "MAX_IN_FLIGHT", 2)
    await bench.take(match("rule-0", 0, 1), 0)
    await bench.take(match("rule-1", 0, 1), 0, partition=1)
    waiting = asyncio.ensure_future(bench.outbox.room())
    await bench.turn()
    assert not waiting.done()
    bench.alerts.acknowledge()
    await bench.turn()
    bench.changelog.acknowledge()
    await waiting
