"""The configuration as it stands is asked before each attempt, and a subscriber's own refusal is heeded."""

from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
from standardwebhooks import Webhook

from tocsin.core.model.subscription import Filter, SecretRef, Silence, Subscription
from tocsin.core.operations.alerts import OPERATIONS_RULE
from tocsin.edge.kafka.topics import DELIVERIES


async def wait_for_retry(bench: Any, hook: Subscription, *names: str) -> None:
    """Alerts that the receiver puts off once, so that they wait for their next attempt."""
    await bench.faults({"path": f"/hooks/{hook.id}", "do": "rate_limit", "retry_after": "2", "times": 1})
    await bench.publish(*(bench.alert(name) for name in names))
    await bench.until_receipt(hook.id, "retry")


async def test_what_waits_for_a_subscription_that_is_deleted_is_settled(bench: Any) -> None:
    hook = bench.webhook("hook")
    await bench.apply(hook)
    bench.start()
    await wait_for_retry(bench, hook, "a", "b")
    await bench.apply(deleted=(f"subscription/{hook.id}",))
    await bench.until_receipt(hook.id, "unsubscribed", 2)
    assert bench.accepted(hook.id) == []


async def test_what_waits_is_not_sent_once_the_filter_no_longer_means_it(bench: Any) -> None:
    hook = bench.webhook("hook")
    await bench.apply(hook)
    bench.start()
    await wait_for_retry(bench, hook, "a")
    await bench.apply(msgspec.structs.replace(hook, match=Filter(rule=bench.rule, severity="critical")))
    await bench.until_receipt(hook.id, "unsubscribed")
    assert bench.accepted(hook.id) == []


async def test_what_waits_is_not_sent_into_a_silence(bench: Any) -> None:
    hook = bench.webhook("hook")
    await bench.apply(hook)
    bench.start()
    await wait_for_retry(bench, hook, "a")
    until = datetime.now(UTC) + timedelta(hours=1)
    await bench.apply(Silence(id=f"drill-{bench.rule}", match=Filter(rule=bench.rule), until=until, reason="x"))
    await bench.until_receipt(hook.id, "silenced")
    assert bench.accepted(hook.id) == []


async def test_what_waits_goes_to_where_the_subscription_now_points(bench: Any) -> None:
    hook = bench.webhook("hook")
    await bench.apply(hook)
    bench.start()
    await wait_for_retry(bench, hook, "a")
    moved = msgspec.structs.replace(hook.webhook, url=f"{bench.receiver.url}/hooks/moved-{bench.rule}")
    await bench.apply(msgspec.structs.replace(hook, webhook=moved))
    await bench.got(f"moved-{bench.rule}", 1)
    assert bench.accepted(hook.id) == []


async def test_a_subscriber_that_is_gone_is_disabled_until_its_subscription_changes(bench: Any) -> None:
    hook = bench.webhook("hook")
    await bench.apply(hook)
    await bench.faults({"path": f"/hooks/{hook.id}", "do": "status", "status": 410})
    notifier = bench.start()
    await bench.publish(bench.alert("a"))
    (receipt,) = await bench.until_receipt(hook.id, "disable")
    assert (receipt.reason, receipt.status) == ("gone", 410)
    await bench.faults()
    notifier.kill()
    bench.start()
    await bench.publish(bench.alert("b"))
    await bench.until_receipt(hook.id, "disable", 2)
    assert bench.accepted(hook.id) == []
    letters = await bench.letters(DELIVERIES)
    assert {letter.detail for letter in letters} == {"disable: gone", "disable: disabled"}
    await bench.apply(msgspec.structs.replace(hook, match=Filter(rule=bench.rule, severity="info")))
    await bench.publish(bench.alert("c"))
    await bench.got(hook.id, 1)


async def test_the_operators_are_told_of_a_subscriber_put_out_of_use(bench: Any) -> None:
    hook = bench.webhook("hook")
    operators = bench.webhook("operators", match=Filter(rule=OPERATIONS_RULE))
    await bench.apply(hook, operators)
    await bench.faults({"path": f"/hooks/{hook.id}", "do": "status", "status": 410})
    bench.start(TOCSIN_OPERATORS_SUBSCRIPTION=operators.id)
    await bench.publish(bench.alert("a"), bench.alert("b"))
    await bench.until_receipt(hook.id, "disable", 2)
    (body,) = await bench.got(operators.id, 1)
    assert body["data"]["headline"] == f"Subscription {hook.id} is out of use: gone"
    await bench.until_receipt(operators.id, "delivered")


async def test_a_missing_secret_is_waited_for_and_other_variables_are_out_of_reach(bench: Any) -> None:
    hook = bench.webhook("hook")
    missing = msgspec.structs.replace(hook.webhook, secret=SecretRef(env="TOCSIN_SECRET_MISSING"))
    nosy = bench.webhook("nosy")
    nosy = msgspec.structs.replace(nosy, webhook=msgspec.structs.replace(nosy.webhook, url=SecretRef(env="PATH")))
    await bench.apply(msgspec.structs.replace(hook, webhook=missing), nosy)
    bench.start()
    await bench.publish(bench.alert("a"))
    for subscription in (hook, nosy):
        (receipt, *_) = await bench.until_receipt(subscription.id, "retry")
        assert receipt.reason == "secret_missing"
    assert bench.accepted(hook.id) == []


async def test_a_subscriber_in_a_network_that_is_not_allowed_is_not_reached(bench: Any) -> None:
    hook = bench.webhook("hook")
    await bench.apply(hook)
    bench.start(TOCSIN_ALLOW_NETWORKS="")
    await bench.publish(bench.alert("a"))
    (receipt, *_) = await bench.until_receipt(hook.id, "retry")
    assert receipt.reason == "address_refused"
    assert bench.receiver.kept.requests[f"/hooks/{hook.id}"] == 0


async def test_custom_headers_and_both_secrets_of_a_rotation(bench: Any) -> None:

    old, new = "whsec_" + "A" * 43 + "=", "whsec_" + "B" * 43 + "="
    bench.secrets |= {"TOCSIN_SECRET_OLD": old, "TOCSIN_SECRET_NEW": new, "TOCSIN_SECRET_HEADER": "agent"}
    hook = bench.webhook("hook")
    target = msgspec.structs.replace(
        hook.webhook,
        secret=SecretRef(env="TOCSIN_SECRET_NEW"),
        previous_secret=SecretRef(env="TOCSIN_SECRET_OLD"),
        headers={"User-Agent": SecretRef(env="TOCSIN_SECRET_HEADER")},
    )
    await bench.apply(msgspec.structs.replace(hook, webhook=target))
    bench.start()
    await bench.publish(bench.alert("a"))
    await bench.until_receipt(hook.id, "retry")  # the receiver knows another secret
    (message, *_) = [kept for kept in bench.receiver.kept if kept.path == f"/hooks/{hook.id}"]
    body = msgspec.json.encode(message.payload)
    assert message.headers["user-agent"] == "agent"
    for secret in (old, new):
        Webhook(secret).verify(body, message.headers)
