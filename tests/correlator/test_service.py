"""Matches in, alerts out, on a real broker; and what happens when workers are killed, joined, stopped."""

from collections.abc import Callable
from typing import Any

import msgspec

from tocsin.core.model.deadletter import DeadLetter
from tocsin.edge.kafka.topics import ALERTS, DEAD_LETTERS, MATCHES

Make = Callable[..., Any]
RULES = tuple(f"rule-{n}" for n in range(24))


def _of_rule(records: list[Any], since: int) -> list[tuple[Any, Any]]:
    """Alerts of rule-0 from this match on: a worker that a test before has killed may have left some to be repeated."""
    decoded = [(record, msgspec.json.decode(record.value)) for record in records]
    return [(record, alert) for record, alert in decoded if alert["rule"] == "rule-0" and alert["seq"] >= since]


async def test_matches_become_alerts_and_poison_is_buried(
    kafka: Any, start_worker: Make, match: Make, event: int, schema_validator: Any
) -> None:
    start, letters = await kafka.ends(ALERTS), await kafka.ends(DEAD_LETTERS)
    worker = start_worker("one")
    await worker.ready(partitions=12)
    first = await kafka.send(match("rule-0", event, 1))
    poisoned = await kafka.producer.send_and_wait(MATCHES, b"\xff no JSON", key=b"rule-0")
    wrong = await kafka.producer.send_and_wait(MATCHES, b'{"type": "match", "id": 7}', key=b"rule-0")
    await kafka.send(match("deleted-rule", event, 1))
    second = await kafka.send(match("rule-0", event, 2, killed=40, minutes=3))
    repeat = await kafka.send(match("rule-0", event, 2, killed=40, minutes=3), match("rule-0", event + 1, 3, minutes=4))
    seqs = {first[0], second[0], repeat[1]}
    records = _of_rule(
        await kafka.read(start, lambda seen: {alert["seq"] for _, alert in _of_rule(seen, first[0])} >= seqs), first[0]
    )
    alerts = [alert for _, alert in records]
    assert [(a["kind"], a["seq"]) for a in alerts] == [("new", first[0]), ("escalation", second[0]), ("new", repeat[1])]
    assert alerts[1]["changes"] == ["killed: 20 → 40"]
    for record, _ in records:
        schema_validator.check(ALERTS, record.value, key=record.key, headers=record.headers)
    buried = await kafka.read(letters, lambda seen: len(seen) >= 2)
    found = {letter.offset: letter for letter in (msgspec.json.decode(b.value, type=DeadLetter) for b in buried)}
    assert found[poisoned.offset].reason == "undecodable"
    assert found[poisoned.offset].original == b"\xff no JSON"
    assert found[wrong.offset].reason == "invalid"
    metrics = await worker.metrics()
    assert metrics["tocsin_correlator_alerts_total{kind=new}"] >= 2
    assert metrics["tocsin_correlator_matches_total{outcome=repeat}"] >= 1
    assert metrics["tocsin_correlator_matches_total{outcome=rule_deleted}"] >= 1
    assert metrics["tocsin_correlator_matches_total{outcome=dead_letter}"] == 2
    assert worker.stop() == 0


async def test_a_held_update_is_told_though_no_other_match_comes(
    kafka: Any, start_worker: Make, match: Make, event: int
) -> None:
    start = await kafka.ends(ALERTS)
    worker = start_worker("reminded")
    first = await kafka.send(match("quiet", event, 1), match("quiet", event, 2, killed=25))
    alerts = await kafka.alerts(start, lambda seen: len(seen) >= 2)
    assert [(alert.kind, alert.changes) for alert in alerts] == [("new", ()), ("update", ("killed: 20 → 25",))]
    assert alerts[0].seq == first[0]
    assert alerts[1].seq > first[1], "its number is that of the reminder"
    assert worker.stop() == 0


async def test_a_burst_is_told_once_though_the_worker_was_killed_in_it(
    kafka: Any, start_worker: Make, match: Make, event: int
) -> None:
    start = await kafka.ends(ALERTS)
    worker = start_worker("flooded")
    await worker.ready(partitions=12)
    articles = [match("bursting", event + n, n, minutes=n) for n in range(6)]
    await kafka.send(*articles[:3])
    await kafka.alerts(start, lambda seen: len({alert.id for alert in seen if alert.rule == "bursting"}) >= 3)
    worker.kill()
    sent = await kafka.send(*articles[3:])
    again = start_worker("flooded")
    await again.ready(partitions=12)
    alerts = await kafka.alerts(
        start, lambda seen: len({alert.id for alert in seen if alert.rule == "bursting"}) >= len(articles) + 1
    )
    told = {(alert.id, alert.seq): alert for alert in alerts if alert.about == "burst"}
    (burst,) = told.values()
    assert (burst.kind, burst.seq, burst.reports) == ("new", sent[0], 4)
    assert burst.headline == "4 articles within 10 minutes: Casualties"
    assert again.stop() == 0
