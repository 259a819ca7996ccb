"""The stories table: Faust's changelog underneath, raw bytes in, stories out, own partitions only."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

import faust
import msgspec
import structlog
from aiokafka import ConsumerRecord
from faust.types import TP

from tocsin.core.model.story import Story
from tocsin.core.stories import decode_story
from tocsin.correlator.guards import member_generation
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

    def keep(self, story: str, partition: int, value: bytes) -> bytes:
        """Hold a story of one of our partitions in memory, encoded as ``value``; returns its key in the changelog."""
        key = story.encode()
        self.data[key] = value
        self.places[key] = partition
        return key

    def drop(self, story: str) -> bytes:
        """Hold a story no longer; returns its key in the changelog."""
        key = story.encode()
        self.data.pop(key, None)
        self.places.pop(key, None)
        return key

    def restore(self, records: "Sequence[ConsumerRecord[bytes, bytes]]") -> None:
        """Take in what the changelog of one partition says; that of a standby is left alone, see ``on_rebalance``."""
        places, data = self.places, self.data
        for record in records:
            if record.partition not in self.held or record.key is None:
                continue
            if record.value is None:
                data.pop(record.key, None)
                places.pop(record.key, None)
            else:
                data[record.key] = record.value
                places[record.key] = record.partition

    def apply_changelog_batch(self, batch: Any) -> None:
        """Called by Faust with the records that tell it how far recovery is; ``restore`` has taken them in."""

    def owns(self, partition: int, generation: int) -> bool:
        """Whether the partition is ours in this generation, as far as the group has told us."""
        return partition in self.held and member_generation(self.app) == generation == self.app.consumer_generation_id

    def lose(self, partition: int) -> None:
        """Note that the partition may have been another worker's: what is held of it is to be read again."""
        self.held -= {partition}

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
