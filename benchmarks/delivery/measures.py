"""The measurements, each over any notifier."""

import asyncio
import time
from collections import Counter
from dataclasses import dataclass

from bench import Receiver, System, good, milliseconds, percentile, until

SUBSCRIBERS = 200
_LATENCY_RATE = 50
_WARM_ALERTS = 75
"""So many alerts before p99 is taken: what first runs on both sides, and in Kafka's Java, is slower."""


@dataclass(frozen=True)
class Result:
    """One row of the table."""

    measure: str
    value: str


def names(prefix: str, count: int) -> list[str]:
    """Names of alerts that the receiver finds again in the bodies."""
    return [f"bench-{prefix}-{number}" for number in range(count)]


def targets(receiver: Receiver, ok: int, **bad: int) -> list[str]:
    """URLs: so many that answer, so many of each bad kind."""
    kinds = {"ok": ok} | bad
    return [f"{receiver.url}/{kind}/{number}" for kind, count in kinds.items() for number in range(count)]


async def throughput(system: System, receiver: Receiver, seconds: float) -> list[Result]:
    """Deliveries a second to 200 subscribers, with alerts always waiting."""
    await system.start(targets(receiver, SUBSCRIBERS))
    await receiver.clear()
    batch, sent = 10, 0
    begin = time.time()
    while time.time() - begin < seconds:
        arrived = len(good(await receiver.take()))
        if sent * SUBSCRIBERS - arrived < 2 * batch * SUBSCRIBERS:
            await system.send(names(f"t{sent}", batch))
            sent += batch
        await asyncio.sleep(0.05)
    await receiver.until_count(sent * SUBSCRIBERS)
    at = sorted(arrival.at for arrival in good(receiver.arrivals))
    inner = at[len(at) // 20 : -len(at) // 20]
    rate = len(inner) / (inner[-1] - inner[0])
    return [Result(f"deliveries/s, {SUBSCRIBERS} subscribers, {seconds:g} s", f"{rate:,.0f}")]


async def latency(system: System, receiver: Receiver, seconds: float) -> list[Result]:
    """From an alert's acceptance to its arrival, at 50 alerts a second to one subscriber."""
    await system.start(targets(receiver, 1))
    await system.send(names("warm", 20))
    await receiver.until_count(20)
    await receiver.clear()
    took = await _paced(system, receiver, "l", int(seconds * _LATENCY_RATE), 1)
    values = f"{milliseconds(percentile(took, 0.5))}, {milliseconds(percentile(took, 0.99))}"
    return [Result("alert on its topic → arrival at 50/s: p50, p99", values)]


async def isolation(system: System, receiver: Receiver, seconds: float) -> list[Result]:
    """p99 of 20 healthy subscribers alone, and beside hanging, failing and rate-limiting ones."""
    healthy, bad, count = 20, 10, int(seconds * 5)
    await system.start(targets(receiver, healthy))
    await _paced(system, receiver, "w", _WARM_ALERTS, healthy, rate=5)
    await receiver.clear()
    alone = await _paced(system, receiver, "i", count, healthy, rate=5)
    await receiver.mode(hang={"do": "hang"}, fail={"do": "fail"}, limit={"do": "limit", "retry_after": "1"})
    await system.subscribe(targets(receiver, 0, hang=bad, fail=bad, limit=bad))
    await _paced(system, receiver, "v", _WARM_ALERTS, healthy, rate=5)
    await receiver.clear()
    beside = await _paced(system, receiver, "j", count, healthy, rate=5)
    before, after = percentile(alone, 0.99), percentile(beside, 0.99)
    ratio = f"{milliseconds(before)} → {milliseconds(after)} ({after / before:.2f} times)"
    return [Result("healthy subscribers' p99 alone → beside hanging, 500 and 429 ones", ratio)]


async def _paced(
    system: System, receiver: Receiver, prefix: str, count: int, subscribers: int, rate: float = _LATENCY_RATE
) -> list[float]:
    accepted: dict[str, float] = {}

    async def send(name: str) -> None:
        accepted.update(await system.send([name]))

    begin = time.monotonic()
    async with asyncio.TaskGroup() as sending:  # at their times, also when an acceptance is late
        for number, name in enumerate(names(prefix, count)):
            await asyncio.sleep(max(0.0, begin + number / rate - time.monotonic()))
            sending.create_task(send(name))
    await receiver.until_count(count * subscribers)
    return [a.at - accepted[a.alert] for a in good(receiver.arrivals) if a.alert in accepted]


async def survival(system: System, receiver: Receiver, _seconds: float) -> list[Result]:
    """SIGKILL with 500 alerts pending while the receiver answers 500 for 20 s; each alert was sent once."""
    await system.start(targets(receiver, 1))
    await receiver.mode(ok={"do": "fail"})
    await receiver.clear()
    begin = time.monotonic()
    wanted = names("k", 500)
    await system.send(wanted)

    async def tried() -> bool:
        return len(await receiver.take()) > 0

    await until(tried, "a first attempt")
    await asyncio.sleep(3)
    system.kill()
    await system.restart()
    await asyncio.sleep(max(0.0, 20 - (time.monotonic() - begin)))
    await receiver.mode()
    await _settled(receiver, len(wanted), 60)
    counted = Counter(arrival.alert for arrival in good(receiver.arrivals))
    lost = len(set(wanted) - set(counted))
    again = sum(counted.values()) - len(counted)
    return [Result("SIGKILL with 500 pending: lost, sent again after 2xx", f"{lost} of 500, {again}")]


async def rate_limited(system: System, receiver: Receiver, _seconds: float) -> list[Result]:
    """429 with Retry-After: 10 while 100 alerts wait."""
    await system.start(targets(receiver, 1))
    await receiver.mode(ok={"do": "limit", "retry_after": "10"})
    await receiver.clear()
    wanted = names("r", 100)
    await system.send(wanted)

    async def refused() -> bool:
        return len(await receiver.take()) > 0

    await until(refused, "a refusal")
    first = receiver.arrivals[0].at
    await asyncio.sleep(2)
    await receiver.mode()
    await _settled(receiver, len(wanted), 30)
    arrived = good(receiver.arrivals)
    delivered = len({arrival.alert for arrival in arrived})
    if not arrived:
        return [Result("429 with Retry-After: 10, 100 alerts", "0 of 100 delivered")]
    early = sum(arrival.at - first < 10 for arrival in arrived)  # noqa: PLR2004 - the seconds it asked for
    last = max(arrival.at for arrival in arrived) - first - 10
    text = f"{delivered} of 100 delivered, {early} before the 10 s, the last {last:.2f} s after"
    return [Result("429 with Retry-After: 10, 100 alerts", text)]


async def _settled(receiver: Receiver, count: int, seconds: float) -> None:
    """Until all have come, or nothing can be expected any more."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if len({arrival.alert for arrival in good(await receiver.take())}) >= count:
            await asyncio.sleep(1)  # for what might be sent twice
            await receiver.take()
            return
        await asyncio.sleep(0.2)


MEASURES = {
    "throughput": throughput,
    "latency": latency,
    "isolation": isolation,
    "survival": survival,
    "rate-limit": rate_limited,
}
