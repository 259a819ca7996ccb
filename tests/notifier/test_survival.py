"""Killed, stopped and woken, asked to end: nothing is lost, and nothing that was taken is sent again."""

import asyncio
import signal
from collections import Counter
from pathlib import Path
from typing import Any

from aiokafka.admin import AIOKafkaAdminClient

from tocsin.edge.kafka.admin import create_missing_topics
from tocsin.edge.kafka.clients import create_admin
from tocsin.edge.settings import Settings
from tocsin.local.broker import EmbeddedBroker
from tocsin.notifier.sending import sender

ALERTS_SENT = 60


def ids(bench: Any, subscription: str) -> Counter[str]:
    return Counter(body["id"] for body in bench.accepted(subscription))


async def test_sigkill_loses_nothing_and_repeats_at_most_what_was_under_way(bench: Any) -> None:
    hooks = [bench.webhook(f"hook{number}") for number in range(3)]
    await bench.apply(*hooks)
    notifier = bench.start("n1")
    kills = 0
    for number in range(ALERTS_SENT):
        await bench.publish(bench.alert(f"a{number}"))
        if number % 20 == 10:
            await bench.got(hooks[0].id, number - 5)
            notifier.kill()
            kills += 1
            notifier = bench.start("n1")
    for hook in hooks:
        await bench.until_receipt(hook.id, "delivered", ALERTS_SENT)
        counted = ids(bench, hook.id)
        assert len(counted) == ALERTS_SENT
        assert sum(counted.values()) - ALERTS_SENT <= kills


async def test_sigkill_while_the_receiver_fails_loses_nothing_that_waits(bench: Any) -> None:
    hook = bench.webhook("hook")
    await bench.apply(hook)
    await bench.faults({"path": f"/hooks/{hook.id}", "do": "status", "status": 503})
    notifier = bench.start("n1")
    await bench.publish(*(bench.alert(f"a{number}") for number in range(ALERTS_SENT)))
    await bench.until_receipt(hook.id, "retry", 3)
    notifier.kill()
    await bench.faults()
    bench.start("n1")
    await bench.until_receipt(hook.id, "delivered", ALERTS_SENT)
    assert sum(ids(bench, hook.id).values()) == len(ids(bench, hook.id)) == ALERTS_SENT


async def test_sigterm_ends_what_is_under_way_and_repeats_nothing(bench: Any) -> None:
    hook = bench.webhook("hook")
    await bench.apply(hook)
    await bench.faults({"path": f"/hooks/{hook.id}", "do": "hang", "seconds": 2, "status": 204, "times": 1})
    notifier = bench.start("n1")
    await bench.publish(*(bench.alert(f"a{number}") for number in range(5)))

    async def is_under_way() -> bool:
        return bool(bench.receiver.kept.requests[f"/hooks/{hook.id}"] == 1)

    await bench.until(is_under_way, "a request that hangs")
    assert await asyncio.to_thread(notifier.stop) == 0
    (receipt,) = await bench.receipts(hook.id)
    assert (receipt.outcome, receipt.status) == ("delivered", 204)
    bench.start("n1")
    await bench.got(hook.id, 4)
    await bench.until_receipt(hook.id, "delivered", 5)
    assert bench.receiver.kept.requests[f"/hooks/{hook.id}"] == 5


async def members(bench: Any) -> int:
    admin: AIOKafkaAdminClient = create_admin(bench.settings)
    await admin.start()
    try:
        (answer,) = await admin.describe_consumer_groups([sender.GROUP])
        return len(answer.groups[0][5])
    finally:
        await admin.close()


async def test_a_process_that_was_stopped_and_wakes_does_not_send_what_another_has_taken_over(bench: Any) -> None:
    hook = bench.webhook("hook")
    await bench.apply(hook)
    path = f"/hooks/{hook.id}"
    await bench.faults({"path": path, "do": "rate_limit", "retry_after": "3"})
    stopped = bench.start("n1")
    await bench.publish(*(bench.alert(f"a{number}") for number in range(5)))
    await bench.until_receipt(hook.id, "retry")
    stopped.signal(signal.SIGSTOP)  # with a timer that will have run out when it wakes
    await bench.faults()
    second = bench.start("n2")
    await bench.got(hook.id, 5)
    await bench.until_receipt(hook.id, "delivered", 5)
    before = bench.receiver.kept.requests[path]
    stopped.signal(signal.SIGCONT)

    async def both_are_members() -> bool:
        return await members(bench) == 2 and stopped.text().count('"partitions_live"') >= 2

    await bench.until(both_are_members, "the woken process in the group again")
    assert bench.receiver.kept.requests[path] == before
    assert second.process.poll() is None
    await bench.publish(bench.alert("after"))
    await bench.got(hook.id, 6)
    assert max(ids(bench, hook.id).values()) == 1


async def test_two_processes_share_the_work_and_one_takes_over_when_the_other_is_killed(bench: Any) -> None:
    hooks = [bench.webhook(f"hook{number}") for number in range(12)]
    await bench.apply(*hooks)
    first, second = bench.start("n1"), bench.start("n2")

    async def both_are_members() -> bool:
        return await members(bench) == 2

    await bench.until(both_are_members, "two members")
    await bench.publish(bench.alert("a"))
    for hook in hooks:
        await bench.got(hook.id, 1)
    await bench.until_nothing_is_owed(*(hook.id for hook in hooks))
    second.kill()
    await bench.publish(bench.alert("b"))
    for hook in hooks:
        await bench.got(hook.id, 2)
        assert max(ids(bench, hook.id).values()) == 1
    assert first.process.poll() is None


async def test_a_broker_that_is_killed_and_comes_back_finds_the_same_process_at_work(
    bench: Any, tmp_path: Path
) -> None:
    with EmbeddedBroker(tmp_path / "kafka", port=0) as broker:
        bench.settings = Settings(brokers=broker.bootstrap)
        await create_missing_topics(bench.settings)
        hook = bench.webhook("hook")
        await bench.apply(hook)
        notifier = bench.start("n1")
        await bench.publish(bench.alert("a"))
        await bench.got(hook.id, 1)
        await bench.faults({"path": f"/hooks/{hook.id}", "do": "hang", "seconds": 1, "status": 204, "times": 1})
        await bench.publish(bench.alert("b"))

        async def is_under_way() -> bool:
            return bool(bench.receiver.kept.requests[f"/hooks/{hook.id}"] == 2)

        await bench.until(is_under_way, "a request that hangs")
        await asyncio.to_thread(broker.kill)  # what was answered can't be settled now
        await asyncio.sleep(3)
        await asyncio.to_thread(broker.start)
        await bench.until_receipt(hook.id, "delivered", 2)
        await bench.publish(bench.alert("c"))
        await bench.until_receipt(hook.id, "delivered", 3)
        assert bench.receiver.kept.requests[f"/hooks/{hook.id}"] == 3
        assert notifier.process.poll() is None
        notifier.kill()
        bench.settings = bench.home
