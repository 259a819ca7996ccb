"""The stories table: Faust's changelog underneath, raw bytes in, stories out, own partitions only."""

from collections.abc import Iterator, Mapping
from typing import Any, cast

import faust
import msgspec
import structlog
from faust.types import TP, FutureMessage

from tocsin.core.model.story import Story
from tocsin.core.stories import decode_story
from tocsin.edge.kafka.topics import MATCHES

log = structlog.get_logger(__name__)

NAME = "stories"


class StoryTable(faust.Table[bytes, bytes]):
    """Forgets, before each recovery, every entry of a partition that this worker was not already active for.

    Faust's memory store keeps what it wrote itself for a partition now lost, and what it read as a standby; a story
    deleted elsewhere in the meantime would rise again, since its tombstone may be compacted away.
    """

    held: frozenset[int] = frozenset()
    """Partitions that this worker is active for."""

    fresh: frozenset[int] = frozenset()
    """Those of them that it was not before the last rebalance."""

    async def on_rebalance(
        self, assigned: set[TP], revoked: set[TP], newly_assigned: set[TP], generation_id: int = 0
    ) -> None:
        """Called by Faust before recovery."""
        actives = frozenset(tp.partition for tp in self.app.assignor.assigned_actives() if tp.topic == MATCHES)
        kept = self.held & actives
        self.fresh = (self.fresh & actives) | (actives - kept)
        self.held = actives
        self.forget_all_but(kept)
        await super().on_rebalance(assigned, revoked, newly_assigned, generation_id)

    def forget_all_but(self, kept: frozenset[int]) -> None:
        """Drop entries of other partitions from memory; the changelog keeps them."""
        places = self.places
        for key in [key for key in self.data if places.get(key) not in kept]:
            self.data.pop(key, None)
            places.pop(key, None)

    @property
    def places(self) -> dict[bytes, int]:
        """The partition of each key."""
        places: dict[bytes, int] = cast("Any", self.data)._key_partition  # noqa: SLF001 - the store's own note of it
        return places

    def write(self, story: Story, value: bytes) -> FutureMessage:
        """Write a story, encoded as ``value``: only inside the agent, for its own partition.

        The future is done when the changelog has it.
        """
        key = story.id.encode()
        written = self.send_changelog(self._own_partition(key, story.partition), key, value)
        self.data[key] = value
        self.places[key] = story.partition
        return written

    def remove(self, story: str, partition: int) -> FutureMessage:
        """Write a tombstone for a story of the agent's own partition."""
        key = story.encode()
        written = self.send_changelog(self._own_partition(key, partition), key, None, value_serializer="raw")
        self.data.pop(key, None)
        self.places.pop(key, None)
        return written

    def stories_of(self, partitions: frozenset[int]) -> Iterator[Story | None]:
        """The stories of these partitions; None for each entry that can't be read, which is skipped and named."""
        places = self.places
        for key in [key for key in self.data if places.get(key) in partitions]:
            try:
                story = decode_story(self.data[key])
            except (msgspec.DecodeError, UnicodeDecodeError) as error:
                log.warning("story_unreadable", key=repr(key)[:80], problem=str(error))
                self.data.pop(key, None)
                yield None
                continue
            yield story

    def _own_partition(self, key: bytes, partition: int) -> int:
        """The partition of the event at hand, which Faust has checked to have its like in the changelog."""
        current = self.partition_for_key(key)
        if current != partition:
            raise RuntimeError(f"story {key!r} of partition {partition} can't be written from partition {current}")
        return partition


class KeptStories(Mapping[str, Story]):
    """The table as the fold reads it: a story by its id, decoded when asked for."""

    def __init__(self, table: StoryTable) -> None:
        self._table = table

    def __getitem__(self, story: str) -> Story:
        return decode_story(self._table.data[story.encode()])

    def __iter__(self) -> Iterator[str]:
        return (key.decode() for key in self._table.data)

    def __len__(self) -> int:
        return len(self._table.data)
