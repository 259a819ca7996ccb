"""The sender's promises: order of settling, replay, one request at a time, and everybody for themselves."""

import asyncio
from datetime import UTC, datetime
from typing import Any

import aiohttp
import msgspec
from aiohttp import web
from prometheus_client import CollectorRegistry

from tocsin.core.config.snapshot import ConfigSnapshot
from tocsin.core.delivery.keys import due_key, partition_of, sent_key
from tocsin.core.delivery.outbox import Outbox
from tocsin.core.model.delivery import Delivery, Sent
from tocsin.core.model.ids import delivery_id
from tocsin.edge.http.clients import GuardedClients
from tocsin.edge.kafka.clients import create_producer
from tocsin.edge.kafka.deadletters import DeadLetters
from tocsin.edge.kafka.topics import ALERTS, DELIVERIES, PARTITIONS
from tocsin.edge.push import Pusher
from tocsin.edge.regions import LazyRegions
from tocsin.edge.secrets import Secrets
from tocsin.notifier.config import Current
from tocsin.notifier.controls import Offers
from tocsin.notifier.metrics import NotifierMetrics
from tocsin.notifier.sending.channels import Channels
from tocsin.notifier.sending.deliver import Deliverer
from tocsin.notifier.sending.later import Later
from tocsin.notifier.sending.membership import Membership
from tocsin.notifier.sending.outlets import Outlets
from tocsin.notifier.sending.recalling import Recall
from tocsin.notifier.sending.settle import Settler
from tocsin.notifier.sending.slots import Slots
from tocsin.notifier.sending.targets import Targets
from tocsin.notifier.settings import NotifierSettings

NOW = 2e9


def owe(bench: Any, subscription: str, name: str, seq: int = 1, **fields: Any) -> Delivery:
    alert = bench.alert(name, seq, **fields)
    return Delivery(
        id=delivery_id(alert.id, subscription), subscription=subscription, alert=alert, alerted=datetime.now(UTC)
    )


def due(delivery: Delivery) -> tuple[bytes, bytes]:
    return due_key(delivery.subscription, delivery.alert.id, delivery.alert.seq), msgspec.json.encode(delivery)


def sent(delivery: Delivery) -> tuple[bytes, bytes]:
    record = Sent(
        subscription=delivery.subscription, alert=delivery.alert.id, seq=delivery.alert.seq, at=datetime.now(UTC)
    )
    return sent_key(delivery.subscription, delivery.alert.id), msgspec.json.encode(record)


async def write(bench: Any, subscription: str, *records: tuple[bytes, bytes | None]) -> None:
    await bench.produce(DELIVERIES, *records, partition=partition_of(subscription, PARTITIONS))


async def test_what_was_sent_before_the_kill_is_settled_without_a_post(bench: Any) -> None:
    hook = bench.webhook("hook")
    await bench.apply(hook)
    done, open_ = owe(bench, hook.id, "done"), owe(bench, hook.id, "open")
    await write(bench, hook.id, due(done), due(open_), sent(done))
    bench.start()
    (body,) = await bench.got(hook.id, 1)
    assert body["data"]["alert"] == open_.alert.id
    (repeat,) = await bench.until_receipt(hook.id, "repeat")
    assert repeat.alert == done.alert.id
    await bench.until_receipt(hook.id, "delivered")
    assert len(bench.accepted(hook.id)) == 1


async def test_a_revision_that_came_while_an_older_one_was_settled_outlives_its_tombstone(bench: Any) -> None:
    hook = bench.webhook("hook")
    await bench.apply(hook)
    older, newer = owe(bench, hook.id, "a", 5), owe(bench, hook.id, "a", 7)
    await write(bench, hook.id, due(older), due(newer), sent(older), (due(older)[0], None))
    keys = [key for key, _ in await bench.read(DELIVERIES)]
    assert len({key for key in keys if key.startswith(f"due/{hook.id}/".encode())}) == 2  # compaction keeps each
    bench.start()
    (body,) = await bench.got(hook.id, 1)
    assert (body["data"]["seq"], body["data"]["kind"]) == (7, "update")


async def test_an_unsent_revision_is_replaced_and_its_severity_kept(bench: Any) -> None:
    hook = bench.webhook("hook")
    await bench.apply(hook)
    older = owe(bench, hook.id, "a", 1, severity="critical", changes=("first",))
    newer = owe(bench, hook.id, "a", 2, severity="info", changes=("second",))
    await write(bench, hook.id, due(older), due(newer))
    bench.start()
    (body,) = await bench.got(hook.id, 1)
    data = body["data"]
    assert (data["seq"], data["kind"], data["severity"]) == (2, "new", "critical")
    assert data["changes"] == ["first", "second"]
    (superseded,) = await bench.until_receipt(hook.id, "superseded")
    assert superseded.seq == 1
    await bench.until_receipt(hook.id, "delivered")

    async def tombstones() -> bool:
        records = dict(await bench.read(DELIVERIES))  # in order of offsets: the last of each key stays
        return [records[due(delivery)[0]] for delivery in (older, newer)] == [None, None]

    await bench.until(tombstones, "a tombstone for each")


class Turnstile:
    """A webhook that lets requests in one by one as told, and counts how many are inside."""

    def __init__(self) -> None:
        self.inside = 0
        self.most = 0
        self.done = 0
        self.open = asyncio.Event()

    async def handle(self, _request: web.Request) -> web.Response:
        self.inside += 1
        self.most = max(self.most, self.inside)
        await self.open.wait()
        self.inside -= 1
        self.done += 1
        return web.Response(status=204)


async def test_one_request_is_under_way_to_a_subscriber_and_others_are_not_held_up(bench: Any) -> None:
    turnstile = Turnstile()
    app = web.Application()
    app.router.add_post("/{name}", turnstile.handle)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    slow = bench.webhook("slow")
    url = f"http://127.0.0.1:{runner.addresses[0][1]}/slow"
    slow = msgspec.structs.replace(slow, webhook=msgspec.structs.replace(slow.webhook, url=url))
    quick = bench.webhook("quick")
    await bench.apply(slow, quick)
    bench.start()
    try:
        await bench.publish(*(bench.alert(f"a{number}") for number in range(20)))
        await bench.got(quick.id, 20)
        assert (turnstile.inside, turnstile.done) == (1, 0)
        turnstile.open.set()
        await bench.until_receipt(slow.id, "delivered", 20)
        assert (turnstile.most, turnstile.done) == (1, 20)
    finally:
        turnstile.open.set()
        await runner.cleanup()


async def test_a_failing_and_a_limiting_subscriber_hold_nobody_up_and_get_all_in_the_end(bench: Any) -> None:
    failing, limiting, well = bench.webhook("failing"), bench.webhook("limiting"), bench.webhook("well")
    await bench.apply(failing, limiting, well)
    await bench.faults(
        {"path": f"/hooks/{failing.id}", "do": "status", "status": 500, "times": 2},
        {"path": f"/hooks/{limiting.id}", "do": "rate_limit", "retry_after": "1", "times": 1},
    )
    bench.start()
    await bench.publish(*(bench.alert(f"a{number}") for number in range(5)))
    await bench.got(well.id, 5)
    await bench.got(limiting.id, 5)
    await bench.got(failing.id, 5)
    retries = await bench.until_receipt(failing.id, "retry", 2)
    assert {(receipt.reason, receipt.status) for receipt in retries} == {("http_5xx", 500)}
    assert all(receipt.next_attempt is not None for receipt in retries)
    (limited,) = await bench.until_receipt(limiting.id, "retry", 1)
    assert (limited.reason, limited.attempt) == ("rate_limited", 0)
    for hook in (failing, limiting):
        assert len({body["id"] for body in bench.accepted(hook.id)}) == len(bench.accepted(hook.id)) == 5


async def test_too_many_pending_are_told_as_a_number(bench: Any) -> None:
    hook = bench.webhook("hook")
    await bench.apply(hook)
    await bench.faults({"path": f"/hooks/{hook.id}", "do": "rate_limit", "retry_after": "3600", "times": 1})
    bench.start(TOCSIN_PENDING_BOUND="10", TOCSIN_RETRY_AFTER_CAP_SECONDS="4")
    await bench.publish(bench.alert("first"))
    await bench.until_receipt(hook.id, "retry")
    await bench.publish(*(bench.alert(f"a{number}") for number in range(29)))
    held = await bench.until_receipt(hook.id, "held_back", 20)
    bodies = await bench.got(hook.id, 30 - len(held) + 1)
    counts = [body["data"]["count"] for body in bodies if body["type"] == "tocsin.alerts.held.v1"]
    alerts = {body["data"]["alert"] for body in bodies if body["type"] != "tocsin.alerts.held.v1"}
    assert bodies[0]["type"] == "tocsin.alerts.held.v1"
    held = await bench.until_receipt(hook.id, "held_back", 20)
    assert sum(counts) == len(held)
    assert len(alerts) == 30 - len(held)
    assert not alerts & {receipt.alert for receipt in held}


async def test_an_unreadable_record_is_a_dead_letter_and_the_rest_flows(bench: Any) -> None:
    hook = bench.webhook("hook")
    await bench.apply(hook)
    await write(bench, hook.id, (f"nonsense/{hook.id}".encode(), b"{}"), (due_key(hook.id, "x", 1), b"{"))
    notifier = bench.start()
    await bench.publish(bench.alert("a"))
    await bench.got(hook.id, 1)
    letters = await bench.letters(DELIVERIES)
    assert {letter.stage for letter in letters} == {"sender"}
    assert len(letters) == 2
    notifier.kill()
    bench.start()
    await bench.publish(bench.alert("b"))
    await bench.got(hook.id, 2)
    assert len(await bench.letters(DELIVERIES)) == 2


async def test_the_metrics_page_tells_what_happened(bench: Any) -> None:
    hook = bench.webhook("hook")
    await bench.apply(hook)
    notifier = bench.start()
    await bench.publish(bench.alert("a"))
    await bench.until_receipt(hook.id, "delivered")
    started = next(line for line in notifier.text().splitlines() if '"service_started"' in line)
    port = msgspec.json.decode(started)["metrics_port"]
    wanted = {
        'tocsin_delivery_outcomes_total{outcome="delivered",target="webhook"} 1.0',
        'tocsin_router_alerts_total{outcome="routed"} 1.0',
        "tocsin_alerted_to_delivered_seconds_count 1.0",
        "tocsin_delivery_pending 0.0",
    }

    async def shown() -> bool:
        async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{port}/metrics") as response:
            return wanted <= set((await response.text()).splitlines())

    await bench.until(shown, "the numbers")
    assert notifier.stop() == 0


class BrokenTargets(Targets):
    """Raises for each request, as a defect would."""

    def request(self, subscription: Any, message: Any) -> Any:
        del subscription, message
        raise RuntimeError("s3cret")


async def test_work_that_makes_the_sender_raise_is_a_dead_letter_and_the_lane_goes_on(bench: Any) -> None:
    hook = bench.webhook("hook")
    current = Current(LazyRegions())
    current.use(ConfigSnapshot(subscriptions={hook.id: hook}))
    real, clients = create_producer(bench.settings), GuardedClients((), seconds=1.0)
    pusher = Pusher(seconds=1.0)
    await real.start()
    settler = Settler(real, DeadLetters(real, "sender", CollectorRegistry()), Later(real))
    deliverer = Deliverer(
        settings=NotifierSettings(),
        current=current,
        targets=BrokenTargets(Secrets(), "", Offers(Secrets())),
        channels=Channels(Secrets()),
        outlets=Outlets(clients, pusher),
        settler=settler,
        recall=Recall(bench.settings),
        membership=Membership(None),
        slots=Slots(),
        metrics=NotifierMetrics(CollectorRegistry()),
    )
    outbox = Outbox()
    delivery = owe(bench, hook.id, "a")
    outbox.put(delivery)
    work = outbox.lane(hook.id).take(NOW)
    assert work is not None
    try:
        await deliverer.work(hook.id, work, outbox)
    finally:
        await clients.close()
        pusher.close()
        await real.stop()
    assert outbox.lane(hook.id).is_idle
    (receipt,) = await bench.receipts(hook.id)
    assert (receipt.outcome, receipt.reason) == ("permanent", "internal")
    (letter,) = await bench.letters(DELIVERIES)
    assert letter.reason == "error"
    assert "s3cret" not in str(letter)


async def test_an_alert_too_large_to_be_owed_is_a_dead_letter_and_the_rest_flows(bench: Any) -> None:
    hook = bench.webhook("hook")
    await bench.apply(hook)
    bench.start()
    await bench.publish(bench.alert("large", changes=("x" * 1_044_000,)), bench.alert("small"))
    (body,) = await bench.got(hook.id, 1)
    assert body["data"]["alert"].startswith("small")
    (letter,) = await bench.letters(ALERTS)
    assert letter.reason == "too_large"
