"""What the operators' subscription is told of Tocsin itself, beside subscriptions out of use."""

import uuid
from typing import Any

from tocsin.core.model.subscription import Filter
from tocsin.core.operations.alerts import OPERATIONS_RULE
from tocsin.edge.kafka.clients import create_consumer
from tocsin.edge.kafka.topics import ALERTS, MATCHES


async def commit_beginning(bench: Any) -> None:
    """The correlator's group as it is when its workers are gone: it has committed, and does no more."""
    consumer = create_consumer(bench.settings, group="tocsin-correlator")
    consumer.subscribe([MATCHES])
    await consumer.start()
    await consumer.getmany(timeout_ms=1000)
    await consumer.commit()
    await consumer.stop()


def headlines(bench: Any, subscription: str) -> list[str]:
    return [body["data"]["headline"] for body in bench.accepted(subscription)]


async def test_a_burst_of_dead_letters_is_told_once(bench: Any) -> None:
    operators = bench.webhook("operators", match=Filter(rule=OPERATIONS_RULE))
    await bench.apply(operators)
    bench.start(TOCSIN_OPERATORS_SUBSCRIPTION=operators.id, TOCSIN_DEAD_LETTER_BURST="3")
    await bench.apply(bench.webhook("hook"))
    key = bench.rule.encode()

    async def told() -> bool:
        """Letters written before the notifier counts are none of its: keep breaking things until it tells."""
        await bench.produce(ALERTS, (key, b"no JSON"))
        return len(headlines(bench, operators.id)) > 0

    await bench.until(told, "a burst")
    await bench.produce(ALERTS, *((key, b"no JSON"),) * 5)
    await bench.publish(bench.alert("after"))
    await bench.got(f"hook-{bench.rule}", 1)
    (headline,) = headlines(bench, operators.id)
    assert headline.endswith("dead letters of the router within 5 minutes")


async def test_a_stage_that_stands_still_is_told_and_that_it_moves_again(bench: Any) -> None:
    operators = bench.webhook("operators", match=Filter(rule=OPERATIONS_RULE))
    await bench.apply(operators)
    await commit_beginning(bench)
    await bench.produce(MATCHES, (uuid.uuid4().bytes, b"{}"))
    bench.start(TOCSIN_OPERATORS_SUBSCRIPTION=operators.id, TOCSIN_STALL_SECONDS="2")

    async def told() -> bool:
        return any("tocsin-correlator has stood still" in headline for headline in headlines(bench, operators.id))

    await bench.until(told, "a stage that stands still")
    await commit_beginning(bench)

    async def moves() -> bool:
        return "tocsin-correlator moves again" in headlines(bench, operators.id)

    await bench.until(moves, "that it moves again")
