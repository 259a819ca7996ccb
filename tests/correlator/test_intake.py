"""Records by the batch: none of a partition that is paused, none once a rebalance has begun, changelogs in order."""

import asyncio
import gc
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from faust.types import TP

from tocsin.correlator.intake import Intake
from tocsin.correlator.memory import LEAST, Memory
from tocsin.edge.kafka.topics import MATCHES, STORIES_CHANGELOG

MATCH, STORY = TP(MATCHES, 0), TP(STORIES_CHANGELOG, 0)


class Consumer:
    """Faust's consumer, as far as the intake knows it: gives the test's batches, then has the fetcher stop."""

    def __init__(self, active: set[TP], *batches: dict[TP, list[Any]]) -> None:
        self.active = active
        self.batches = list(batches)
        self.flow_active = True
        self.can_resume_flow = self.suspend_flow = asyncio.Event()
        self.should_stop = False
        self.asked: list[frozenset[TP]] = []
        self.told: list[Any] = []

    def _get_active_partitions(self) -> set[TP]:
        return self.active

    async def _getmany(self, active: frozenset[TP], _: float) -> dict[TP, list[Any]]:
        self.asked.append(active)
        batch = self.batches.pop(0)
        self.should_stop = not self.batches
        return batch

    def _to_message(self, _: TP, record: Any) -> Any:
        return record

    async def callback(self, message: Any) -> None:
        self.told.append(message)

    async def wait_first(self, passing: Any, suspended: Any) -> None:
        suspended.close()
        await passing


class Table:
    """Takes changelog records."""

    def __init__(self) -> None:
        self.app = SimpleNamespace(consumer=None, consumer_generation_id=1, should_stop=False)
        self.restored: list[Any] = []

    def restore(self, records: list[Any]) -> None:
        self.restored += records


async def _drain(consumer: Consumer, table: Table, handle: Any) -> None:
    table.app.consumer = consumer
    governed: Any = consumer
    Intake(table, SimpleNamespace(full=False), handle).govern(governed)  # type: ignore[arg-type]
    await governed._drain_messages(SimpleNamespace(should_stop=False))  # noqa: SLF001 - as the fetcher does


async def test_matches_are_handed_on_until_a_rebalance_begins() -> None:
    """What was fetched and is left is read again after it, from a known start."""
    handled: list[int] = []
    consumer = Consumer({MATCH}, {MATCH: [1, 2, 3, 4]})

    def handle(tp: TP, record: Any, generation: int) -> None:
        assert (tp, generation) == (MATCH, 1)
        handled.append(record)
        consumer.flow_active = record < 2

    await _drain(consumer, Table(), handle)
    assert handled == [1, 2]


async def test_what_is_fetched_from_is_settled_when_the_fetch_begins() -> None:
    """An empty set means all partitions to the client: it must not be emptied while a fetch is on its way."""

    def handle(*_: Any) -> None:
        pass

    consumer = Consumer({STORY}, {})
    await _drain(consumer, Table(), handle)
    consumer.active.clear()
    assert consumer.asked == [frozenset({STORY})]


async def test_of_a_changelogs_batch_all_is_restored_and_the_last_is_told() -> None:
    def handle(*_: Any) -> None:
        raise AssertionError("no match was there")

    consumer, table = Consumer({STORY}, {STORY: ["a", "b"]}, {STORY: ["c"]}), Table()
    await _drain(consumer, table, handle)
    assert table.restored == ["a", "b", "c"]
    assert consumer.told == ["b", "c"]


async def test_a_changelog_that_is_paused_changes_nothing() -> None:
    """Fetched before recovery ended, it may hold older states than those in memory."""

    def handle(*_: Any) -> None:
        pass

    consumer, table = Consumer({MATCH}, {STORY: ["old"]}), Table()
    await _drain(consumer, table, handle)
    assert not table.restored


@pytest.fixture
def thawed() -> Iterator[None]:
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("thawed")
def test_stories_are_set_aside_as_they_grow_and_not_at_every_look() -> None:
    memory = Memory()
    before = gc.get_freeze_count()
    memory.settle(LEAST - 1)
    assert gc.get_freeze_count() == before
    memory.settle(LEAST)
    set_aside = gc.get_freeze_count()
    assert set_aside > before
    held: list[list[int]] = [[] for _ in range(100)]
    memory.settle(LEAST + 1)
    assert gc.get_freeze_count() <= set_aside
    assert held
