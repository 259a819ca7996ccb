"""The stories table: Faust's changelog underneath, stories in memory, own partitions only."""

from collections.abc import Sequence
from typing import Any, cast

import faust
from faust.types import TP

from tocsin.core.model.story import Story
from tocsin.correlator.guards import member_generation
from tocsin.correlator.step import Source
from tocsin.edge.kafka.topics import MATCHES, STORIES_CHANGELOG

NAME = "stories"


class StoryTable(faust.Table[bytes, bytes]):
    """Forgets, before each recovery, every story of a partition that this worker was not already active for.

    Faust's own store stays empty: as a standby it would keep what was deleted elsewhere in the meantime, since a
    tombstone may be compacted away.
    """

    stories: dict[str, Story]
    """By id; what the fold reads."""

    said: dict[int, dict[bytes, bytes | None]]
    """What the changelogs said since recovery began, by partition and key, so that only the newest is decoded."""

    held: frozenset[int] = frozenset()
    """Partitions that this worker is active for."""

    fresh: frozenset[int] = frozenset()
    """Those of them that it was not before the last rebalance."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.stories = {}
        self.said = {}

    async def on_rebalance(
        self, assigned: set[TP], revoked: set[TP], newly_assigned: set[TP], generation_id: int = 0
    ) -> None:
        """Called by Faust before recovery."""
        actives = frozenset(tp.partition for tp in self.app.assignor.assigned_actives() if tp.topic == MATCHES)
        kept = self.held & actives
        self.fresh = (self.fresh & actives) | (actives - kept)
        self.held = actives
        self.forget_all_but(kept)
        recovery = cast("Any", self.app.tables).recovery
        for partition in self.fresh - self.said.keys():
            recovery.revoke(TP(STORIES_CHANGELOG, partition))  # else it is read from where it was left
        await super().on_rebalance(assigned, revoked, newly_assigned, generation_id)

    def forget_all_but(self, kept: frozenset[int]) -> None:
        """Drop stories of other partitions from memory; the changelog keeps them."""
        for story in [story for story in self.stories.values() if story.partition not in kept]:
            del self.stories[story.id]
        for partition in self.said.keys() - kept:
            del self.said[partition]

    def keep(self, story: Story) -> bytes:
        """Hold a story of one of our partitions in memory; returns its key in the changelog."""
        self.stories[story.id] = story
        return story.id.encode()

    def drop(self, story: str) -> bytes:
        """Hold a story no longer; returns its key in the changelog."""
        self.stories.pop(story, None)
        return story.encode()

    def restore(self, records: "Sequence[Source]") -> None:
        """Take in what the changelog of one partition says; that of a standby is left alone, see ``on_rebalance``."""
        for record in records:
            if record.partition in self.held and record.key is not None:
                self.said.setdefault(record.partition, {})[record.key] = record.value

    def apply_changelog_batch(self, batch: Any) -> None:
        """Called by Faust with the records that tell it how far recovery is; ``restore`` has taken them in."""

    def owns(self, partition: int, generation: int) -> bool:
        """Whether the partition is ours in this generation, as far as the group has told us."""
        return partition in self.held and member_generation(self.app) == generation == self.app.consumer_generation_id

    def lose(self, partition: int) -> None:
        """Note that the partition may have been another worker's: what is held of it is to be read again."""
        self.held -= {partition}
