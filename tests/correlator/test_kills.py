"""SIGKILL at any moment loses no alert, and repeats none that a consumer would not drop."""

import asyncio
import random
import signal
from collections.abc import Callable
from typing import Any

from tocsin.core.model.alert import Alert
from tocsin.core.model.match import Match
from tocsin.edge.kafka.topics import ALERTS

Make = Callable[..., Any]
RULES = tuple(f"rule-{n}" for n in range(24))


def _heard(alerts: list[Alert]) -> dict[str, list[Alert]]:
    """What a consumer hears; a repeat of the test before, under its old number, is none of this test's."""
    by_id: dict[str, list[Alert]] = {}
    for alert in alerts:
        revisions = by_id.setdefault(alert.id, [])
        if not revisions or alert.seq > revisions[-1].seq:
            revisions.append(alert)
    return by_id


def _own(alerts: list[Alert], oracle: Any) -> list[Alert]:
    rules_events = {alert.headline for alert in oracle.alerts}
    return [alert for alert in alerts if alert.headline in rules_events]


def _load(match: Make, event: int, count: int) -> list[Match]:
    """Matches over all rules: five articles an event, whose toll rises, in an order that mixes rules and events."""
    dice = random.Random(7)  # noqa: S311 - a test's own dice
    matches = [
        match(rule, event + number, article, killed=10 + 7 * article, minutes=article)
        for rule in RULES
        for number in range(count)
        for article in range(5)
    ]
    dice.shuffle(matches)
    return matches


async def _send_slowly(kafka: Any, oracle: Any, matches: list[Match]) -> None:
    """Send in handfuls, so that kills fall between them; the oracle folds each at the offset it got."""
    for at in range(0, len(matches), 20):
        batch = matches[at : at + 20]
        for sent, offset in zip(batch, await kafka.send(*batch), strict=True):
            oracle.fold(sent, offset)


def _settled(oracle: Any) -> Callable[[list[Alert]], bool]:
    wanted = {(alert.id, alert.seq) for alert in oracle.alerts}
    return lambda alerts: wanted <= {(alert.id, alert.seq) for alert in alerts}


async def test_a_killed_worker_loses_nothing(
    kafka: Any, start_worker: Make, match: Make, event: int, oracle: Any
) -> None:
    start = await kafka.ends(ALERTS)
    matches = _load(match, event, 8)
    worker = start_worker("kill")
    await worker.ready(partitions=12)
    for part in range(3):
        third = matches[part * len(matches) // 3 : (part + 1) * len(matches) // 3]
        reached = await kafka.ends(ALERTS)
        await _send_slowly(kafka, oracle, third)
        await kafka.alerts(reached, lambda seen: len(seen) >= 5)
        worker.kill()
        worker = start_worker("kill")
    alerts = await kafka.alerts(start, _settled(oracle))
    assert _heard(_own(alerts, oracle)) == _heard(oracle.alerts)


async def test_two_workers_share_and_one_takes_over(
    kafka: Any, start_worker: Make, match: Make, event: int, oracle: Any
) -> None:
    start = await kafka.ends(ALERTS)
    matches = _load(match, event, 6)
    half = len(matches) // 2
    first = start_worker("first")
    await first.ready(partitions=12)
    await _send_slowly(kafka, oracle, matches[: half // 2])
    second = start_worker("second")
    await second.ready(partitions=6)
    await first.ready(partitions=6)
    await _send_slowly(kafka, oracle, matches[half // 2 : half])
    await kafka.alerts(start, _settled(oracle))
    held = [(await worker.metrics())["tocsin_correlator_stories"] for worker in (first, second)]
    assert min(held) > 0
    first.kill()
    await _send_slowly(kafka, oracle, matches[half:])
    alerts = await kafka.alerts(start, _settled(oracle))
    assert _heard(_own(alerts, oracle)) == _heard(oracle.alerts)
    await second.ready(partitions=12)
    both = (await second.metrics())["tocsin_correlator_stories"]
    assert both >= oracle.open_stories
    assert sum(held) <= both, "what a worker lost the partition of, it no longer counts"


async def test_a_frozen_worker_ends_itself_when_it_wakes(
    kafka: Any, start_worker: Make, match: Make, event: int, oracle: Any
) -> None:
    start = await kafka.ends(ALERTS)
    frozen = start_worker("frozen")
    await frozen.ready(partitions=12)
    frozen.signal(signal.SIGSTOP)
    other = start_worker("other")
    await other.ready(partitions=12)
    frozen.signal(signal.SIGCONT)
    await _send_slowly(kafka, oracle, _load(match, event, 1))
    assert await asyncio.to_thread(frozen.wait) == 1
    assert "stood still" in frozen.events("process_ends")[-1]["reason"]
    alerts = await kafka.alerts(start, _settled(oracle))
    assert _heard(_own(alerts, oracle)) == _heard(oracle.alerts)
