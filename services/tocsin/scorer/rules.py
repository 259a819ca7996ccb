"""The rules in force, replaced whole while articles are being scored."""

import asyncio

import structlog

from tocsin.core.config.snapshot import ConfigSnapshot
from tocsin.core.rules import Regions, compile_rules
from tocsin.scorer.metrics import ScorerMetrics

log = structlog.get_logger(__name__)


class RulesInForce:
    """``current`` is what articles are matched against; ``offer`` says what it should become.

    Compiling runs in a thread beside the loop, so that heartbeats and scoring go on; of several snapshots offered
    meanwhile only the newest is compiled. Only what differs between two snapshots is compiled anew.
    """

    def __init__(self, regions: Regions, metrics: ScorerMetrics) -> None:
        self._metrics = metrics
        self._offered = asyncio.Event()
        self._next = ConfigSnapshot()
        self.current = compile_rules((), regions)

    def offer(self, snapshot: ConfigSnapshot) -> None:
        """Note what should be in force; ``run`` or ``settle`` makes it so."""
        self._next = snapshot
        self._offered.set()

    async def settle(self) -> None:
        """Put what was offered in force."""
        self._offered.clear()
        snapshot = self._next
        self.current = rules = await asyncio.to_thread(self.current.updated, snapshot.rules, snapshot.lists)
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
