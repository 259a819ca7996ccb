"""The rules in force, replaced whole while articles are being scored."""

import asyncio
from collections.abc import Mapping

import structlog

from tocsin.core.config.snapshot import ConfigSnapshot
from tocsin.core.model.rule import Rule
from tocsin.core.rules import Regions, RuleSet, compile_rules
from tocsin.scorer.metrics import ScorerMetrics

log = structlog.get_logger(__name__)


class RulesInForce:
    """``current`` is what articles are matched against; ``offer`` says what it should become.

    Compiling runs in a thread beside the loop, so that heartbeats and scoring go on; of several snapshots offered
    meanwhile only the newest is compiled. Only what differs between two snapshots is compiled anew.
    """

    def __init__(self, regions: Regions, metrics: ScorerMetrics) -> None:
        self._regions = regions
        self._metrics = metrics
        self._applied = ConfigSnapshot()
        self._offered = asyncio.Event()
        self._next = self._applied
        self.current = compile_rules((), regions)

    def offer(self, snapshot: ConfigSnapshot) -> None:
        """Note what should be in force; ``run`` or ``settle`` makes it so."""
        self._next = snapshot
        self._offered.set()

    async def settle(self) -> None:
        """Put what was offered in force."""
        self._offered.clear()
        snapshot = self._next
        rules = await asyncio.to_thread(_changed, self.current, self._applied, snapshot, self._regions)
        self.current, self._applied = rules, snapshot
        for rule, problem in rules.broken.items():
            log.error("rule_skipped", rule=rule, problem=problem)
        self._metrics.rules.set(len(rules))
        self._metrics.broken_objects.set(len(rules.broken) + len(snapshot.broken))
        log.info("rules_in_force", count=len(rules), broken=len(rules.broken))

    async def run(self, stop: asyncio.Event) -> None:
        """Settle each offer until ``stop`` is set."""
        stopped = asyncio.create_task(stop.wait())
        try:
            while not stop.is_set():
                offered = asyncio.create_task(self._offered.wait())
                await asyncio.wait({stopped, offered}, return_when=asyncio.FIRST_COMPLETED)
                offered.cancel()
                if self._offered.is_set():
                    await self.settle()
        finally:
            stopped.cancel()


def _changed(rules: RuleSet, before: ConfigSnapshot, after: ConfigSnapshot, regions: Regions) -> RuleSet:
    if before.lists != after.lists:
        return compile_rules(after.rules.values(), regions, after.lists.values())
    removed = [name for name in before.rules if name not in after.rules]
    return rules.with_changes(_new_or_other(before.rules, after.rules), removed)


def _new_or_other(before: Mapping[str, Rule], after: Mapping[str, Rule]) -> list[Rule]:
    """Snapshots share the objects that no record has touched, so identity tells most of them at once."""
    return [rule for name, rule in after.items() if before.get(name) is not rule and before.get(name) != rule]
