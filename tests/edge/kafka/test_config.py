"""The configuration is followed whole: no half of an apply, nothing broken kept quiet, no emptiness taken as truth."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from datetime import UTC, datetime

import pytest

from tocsin.core.config.snapshot import ConfigSnapshot
from tocsin.core.model.subscription import Filter, Silence
from tocsin.edge.kafka.admin import create_missing_topics
from tocsin.edge.kafka.clients import create_producer
from tocsin.edge.kafka.config import ConfigFollower
from tocsin.edge.kafka.config_store import read_config, write_config
from tocsin.edge.kafka.present import TopicMissingError
from tocsin.edge.kafka.topics import CONFIG
from tocsin.edge.service import ServiceError
from tocsin.edge.settings import Settings


def silence(name: str, reason: str = "exercise") -> Silence:
    return Silence(id=name, match=Filter(rule="any"), until=datetime(2030, 1, 1, tzinfo=UTC), reason=reason)


class Following:
    """A follower in a task, and the snapshots it gave, each of which can be waited for."""

    def __init__(self, settings: Settings) -> None:
        self.stop = asyncio.Event()
        self.snapshots: asyncio.Queue[ConfigSnapshot] = asyncio.Queue()
        self.follower = ConfigFollower(settings, self.snapshots.put_nowait)

    async def run(self) -> None:
        await self.follower.start(self.stop)
        await self.follower.follow(self.stop)

    async def next(self) -> ConfigSnapshot:
        return await asyncio.wait_for(self.snapshots.get(), 30)


@pytest.fixture
async def following(settings: Settings, topics: None) -> AsyncIterator[Following]:
    del topics
    following = Following(settings)
    task = asyncio.create_task(following.run())
    yield following
    following.stop.set()
    await asyncio.gather(task, return_exceptions=True)
    await following.follower.close()


async def test_waits_for_the_first_apply_then_follows_each_change(settings: Settings, following: Following) -> None:
    await write_config(settings, [silence("a"), silence("b")])
    assert set((await following.next()).silences) == {"a", "b"}
    await write_config(settings, [silence("b", "changed")], ["silence/a"])
    changed = await following.next()
    assert set(changed.silences) == {"b"}
    assert changed.silences["b"].reason == "changed"


async def test_a_snapshot_never_holds_half_of_an_apply(settings: Settings, following: Following) -> None:
    names = [f"s{number}" for number in range(4000)]
    for version in ("one", "two", "three"):
        await write_config(settings, [silence(name, version) for name in names])
    versions: set[str] = set()
    while "three" not in versions:
        snapshot = await following.next()
        versions = {item.reason for item in snapshot.silences.values()}
        assert len(versions) == 1
        assert len(snapshot.silences) == len(names)


async def test_an_apply_that_fails_changes_nothing(settings: Settings, following: Following) -> None:
    await write_config(settings, [silence("a")])
    await following.next()
    producer = create_producer(settings, transactional_id="tocsin-apply")
    await producer.start()
    await producer.begin_transaction()
    await producer.send_and_wait(CONFIG, None, key=b"silence/a", partition=0)
    await producer.abort_transaction()
    await producer.stop()
    await write_config(settings, [silence("b")])
    assert set((await following.next()).silences) == {"a", "b"}
    assert set((await read_config(settings)).silences) == {"a", "b"}


async def test_a_broken_object_is_named_and_the_last_good_one_stays(settings: Settings, following: Following) -> None:
    await write_config(settings, [silence("a")])
    await following.next()
    producer = create_producer(settings)
    await producer.start()
    await producer.send_and_wait(CONFIG, b'{"kind": "silence", "id": "a"}', key=b"silence/a", partition=0)
    await producer.stop()
    broken = await following.next()
    assert set(broken.silences) == {"a"}
    assert "match" in broken.broken["silence/a"]


async def test_a_missing_topic_is_an_error_not_an_empty_configuration(settings: Settings) -> None:
    with pytest.raises(TopicMissingError, match="tocsin topics"):
        await read_config(settings)
    following = Following(settings)
    with pytest.raises(ServiceError, match="tocsin topics"):
        await following.run()
    await following.follower.close()


@pytest.mark.usefixtures("topics")
async def test_a_topic_that_is_suddenly_empty_ends_the_service(
    settings: Settings, remove_topics: Callable[[Iterable[str]], Awaitable[None]]
) -> None:
    await write_config(settings, [silence(f"s{number}") for number in range(10)])
    following = Following(settings)
    task = asyncio.create_task(following.run())
    await following.next()
    await remove_topics([CONFIG])
    await create_missing_topics(settings)
    with pytest.raises(ServiceError, match="emptied or deleted"):
        await asyncio.wait_for(task, 60)
    assert following.snapshots.empty()
    await following.follower.close()
