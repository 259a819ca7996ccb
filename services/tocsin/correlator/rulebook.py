"""The rules in force and the open stories of each, by partition."""

from collections import deque
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

import structlog

from tocsin.core.config.snapshot import ConfigSnapshot
from tocsin.core.model.story import Story
from tocsin.core.stories import OpenStories, Policy, families_of, policy_of, put
from tocsin.core.stories.folding import MAX_OPEN

log = structlog.get_logger(__name__)

QUIET_RULE = timedelta(days=7)
"""A rule whose own clock has stopped has its stories closed by its partition's clock, this much later."""

SWEPT_PER_RECORD = 2


class Rulebook:
    """Knows each rule's policy and, for each partition held, the open stories of each rule. Not thread-safe."""

    def __init__(self, kept: Mapping[str, Story]) -> None:
        self._kept = kept
        self._policies: dict[str, Policy] = {}
        self._open: dict[int, dict[str, OpenStories]] = {}
        self._turn: dict[int, deque[str]] = {}
        self._clocks: dict[int, datetime] = {}

    def __len__(self) -> int:
        return sum(len(stories) for rules in self._open.values() for stories in rules.values())

    def use(self, snapshot: ConfigSnapshot) -> None:
        """Put these rules in force."""
        families = families_of(snapshot.publishers.values())
        self._policies = {rule.id: policy_of(rule, families) for rule in snapshot.rules.values()}
        log.info("rules_in_force", count=len(self._policies), broken=len(snapshot.broken))

    def policy(self, rule: str) -> Policy | None:
        """The rule's policy, or None if the rule was deleted."""
        return self._policies.get(rule)

    def stories(self, partition: int, rule: str) -> OpenStories:
        """The open stories of a rule whose matches lie in this partition."""
        rules = self._open.setdefault(partition, {})
        stories = rules.get(rule)
        if stories is None:
            stories = rules[rule] = OpenStories(self._kept)
            self._turn.setdefault(partition, deque()).append(rule)
        return stories

    def knowing(self, partition: int, article: str) -> Iterator[tuple[str, OpenStories]]:
        """The rules of this partition, of those in force, that have a story with this article."""
        for rule, stories in self._open.get(partition, {}).items():
            if rule in self._policies and stories.of_article(article) is not None:
                yield rule, stories

    def held(self) -> Iterator[tuple[Story, Policy]]:
        """All stories with an update that is held back, with their rule's policy, of the rules in force."""
        for rules in list(self._open.values()):
            for rule, stories in list(rules.items()):
                policy = self._policies.get(rule)
                for held in stories.held() if policy is not None else ():
                    story = self._kept.get(held)
                    if story is not None and policy is not None:
                        yield story, policy

    def take_in(self, story: Story) -> None:
        """Index a story that was recovered."""
        put(self.stories(story.partition, story.rule), story, self._policies.get(story.rule, Policy()))

    def discard(self, story: Story) -> None:
        """Forget a story that was taken away."""
        self.stories(story.partition, story.rule).discard(story.id)

    def keep_only(self, partitions: frozenset[int]) -> None:
        """Forget the stories of all other partitions."""
        for partition in [p for p in self._open if p not in partitions]:
            del self._open[partition]
            self._turn.pop(partition, None)
            self._clocks.pop(partition, None)

    def sweep(self, partition: int) -> tuple[OpenStories, list[str]] | None:
        """Stories to let go of one rule of the partition, each rule in turn: of those deleted and those quiet."""
        turn = self._turn.get(partition)
        if not turn:
            return None
        rule = turn[0]
        turn.rotate(-1)
        stories = self._open[partition][rule]
        policy = self._policies.get(rule)
        if policy is None:
            doomed = [story for story, _ in zip(stories, range(SWEPT_PER_RECORD), strict=False)]
            if len(doomed) == len(stories):
                turn.remove(rule)
                del self._open[partition][rule]
            return stories, doomed
        clock = self._clocks[partition] = max(stories.clock, self._clocks.get(partition, stories.clock))
        closed = clock - policy.window - QUIET_RULE
        return stories, stories.expired(closed, SWEPT_PER_RECORD, MAX_OPEN)
