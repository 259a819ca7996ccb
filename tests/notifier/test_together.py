"""Told together: what a silence kept back, what is past a limit, and digests, by a running notifier."""

from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec

from tocsin.core.delivery.keys import held_key, partition_of
from tocsin.core.model.delivery import Held
from tocsin.core.model.rule import EvidenceItem, Limit, Rule, StoryPolicy
from tocsin.core.model.subscription import Digest, Filter, Silence
from tocsin.edge.kafka.topics import DELIVERIES, PARTITIONS


def of_type(bodies: list[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    return [body["data"] for body in bodies if body["type"] == f"tocsin.{kind}.v1"]


async def summaries(bench: Any, subscription: str, count: int = 1) -> list[dict[str, Any]]:
    async def there() -> bool:
        return len(of_type(bench.accepted(subscription), "alerts.summary")) >= count

    await bench.until(there, f"{count} summaries for {subscription}")
    return of_type(bench.accepted(subscription), "alerts.summary")


async def test_who_would_have_been_told_hears_at_the_silences_end_how_much_there_was(bench: Any) -> None:
    hook, other = bench.webhook("hook"), bench.webhook("other", match=Filter(rule="nothing-fires-this"))
    silence = Silence(
        id=f"drill-{bench.rule}",
        match=Filter(rule=bench.rule),
        until=datetime.now(UTC) + timedelta(hours=1),
        reason="exercise",
        author="desk",
    )
    await bench.apply(hook, other, silence)
    notifier = bench.start("n1")
    await bench.publish(bench.alert("a", 1), bench.alert("a", 2), bench.alert("b", 1, severity="critical"))

    async def kept() -> bool:
        receipts = await bench.receipts(hook.id)
        return {r.alert for r in receipts if r.outcome == "silenced"} == {bench.alert("a").id, bench.alert("b").id}

    await bench.until(kept, "both stories kept for the silence's end")
    notifier.kill()
    bench.start("n1")
    await bench.apply(deleted=(f"silence/{silence.id}",))
    (told,) = await summaries(bench, hook.id)
    assert (told["cause"], told["silence"], told["reason"], told["author"]) == (
        "silence",
        silence.id,
        "exercise",
        "desk",
    )
    assert told["stories"] == 2
    assert told["count"] in (2, 3), "revisions that waited together are one"
    assert [line["severity"] for line in told["lines"]] == ["critical", "warning"]
    assert bench.accepted(other.id) == []
    await bench.publish(bench.alert("a", 3, kind="withdrawal"))
    bodies = await bench.got(hook.id, 2)
    assert bodies[1]["data"]["kind"] == "withdrawal", "who read of it in a summary hears that it was taken back"


async def test_past_a_subscriptions_limit_alerts_come_in_one_summary(bench: Any) -> None:
    hook = bench.webhook("hook", limit=Limit(alerts=2, per="5s"))
    await bench.apply(hook)
    bench.start()
    await bench.publish(*(bench.alert(f"a{n}", 1) for n in range(6)), bench.alert("grave", 1, severity="critical"))
    (told,) = await summaries(bench, hook.id)
    alone = of_type(bench.accepted(hook.id), "alert.new")
    assert [data["severity"] for data in alone].count("critical") == 1, "urgent ones have a count of their own"
    assert len(alone) == 3
    assert (told["cause"], told["count"], told["stories"]) == ("limit", 4, 4)
    seen = {data["alert"] for data in alone} | {line["alert"] for line in told["lines"]}
    assert seen == {bench.alert(name).id for name in ("a0", "a1", "a2", "a3", "a4", "a5", "grave")}


async def test_what_is_gathered_for_a_subscription_that_goes_out_of_use_ends_in_a_dead_letter(bench: Any) -> None:
    hook = bench.webhook("hook", digest=Digest(every="5s", at_once=("critical",)))
    await bench.apply(hook)
    bench.start()
    await bench.publish(bench.alert("a", 1), bench.alert("b", 1))
    await bench.faults({"path": f"/hooks/{hook.id}", "do": "status", "status": 410})
    await bench.until_receipt(hook.id, "gathered", 2)
    await bench.publish(bench.alert("grave", 1, severity="critical"))
    refused = await bench.until_receipt(hook.id, "disable", 3)
    assert {receipt.alert for receipt in refused} == {bench.alert(name).id for name in ("a", "b", "grave")}

    letters = await bench.letters(DELIVERIES)
    kinds = sorted((letter.key or b"").split(b"/")[0] for letter in letters)
    assert (kinds[0], set(kinds[1:])) == (b"due", {b"gathered"}), "one or two digests, as the clock struck"
    await bench.faults()
    await bench.apply(msgspec.structs.replace(hook, quiet=None, limit=Limit(alerts=100, per="1h")))
    for _ in range(2):
        assert (await bench.command("redrive", "--subscription", hook.id)).returncode == 0

    async def told() -> bool:
        digests = of_type(bench.accepted(hook.id), "alerts.summary")
        lines = sorted(line["alert"] for data in digests for line in data["lines"])
        alone = [data["alert"] for data in of_type(bench.accepted(hook.id), "alert.new")]
        return lines + alone == [bench.alert(name).id for name in ("a", "b", "grave")]

    await bench.until(told, "all three, once")


async def test_a_number_held_back_for_a_subscription_that_goes_out_of_use_ends_in_a_dead_letter(bench: Any) -> None:
    hook = bench.webhook("hook")
    await bench.apply(hook)
    await bench.faults({"path": f"/hooks/{hook.id}", "do": "status", "status": 410})
    held = Held(subscription=hook.id, count=12, since=datetime.now(UTC))
    record = (held_key(hook.id), msgspec.json.encode(held))
    await bench.produce(DELIVERIES, record, partition=partition_of(hook.id, PARTITIONS))
    bench.start()

    async def buried() -> bool:
        return bool(await bench.letters(DELIVERIES))

    await bench.until(buried, "the dead letter")
    (letter,) = await bench.letters(DELIVERIES)
    assert (letter.key, letter.reason, letter.detail) == (held_key(hook.id), "permanent", "disable: gone")
    await bench.faults()
    await bench.apply(msgspec.structs.replace(hook, limit=Limit(alerts=100, per="1h")))
    assert (await bench.command("redrive", "--subscription", hook.id)).returncode == 0
    (body,) = await bench.got(hook.id, 1)
    assert (body["type"], body["data"]["count"]) == ("tocsin.alerts.held.v1", 12)


async def test_a_rule_may_have_a_limit_for_all(bench: Any) -> None:
    rule = Rule(
        id=bench.rule,
        title="Wide",
        evidence=(EvidenceItem(terms=("war",)),),
        story=StoryPolicy(limit=Limit(alerts=1, per="5s")),
    )
    hook = bench.webhook("hook")
    await bench.apply(hook, rule)
    bench.start()
    await bench.publish(*(bench.alert(f"a{n}", 1) for n in range(3)))
    (told,) = await summaries(bench, hook.id)
    assert (told["cause"], told["rule"], told["stories"]) == ("rule_limit", bench.rule, 2)
    await bench.apply(deleted=(f"rule/{bench.rule}",))


async def test_a_digest_is_one_message_and_escalations_do_not_wait_for_it_if_so_chosen(bench: Any) -> None:
    hook = bench.webhook("hook", digest=Digest(every="15s", at_once=("escalation",)))
    slack = msgspec.structs.replace(bench.slack("slack"), digest=Digest(every="15s"))
    await bench.apply(hook, slack)
    bench.start()
    await bench.publish(bench.alert("a", 1), bench.alert("b", 1), bench.alert("c", 1))
    await bench.until_receipt(hook.id, "gathered", 3)
    await bench.publish(bench.alert("b", 2, kind="escalation"))
    await bench.until_receipt(hook.id, "delivered")
    told = (await summaries(bench, hook.id))[0]
    if told["stories"] == 3:  # the hour struck between
        assert told["count"] == 3
    else:
        assert {line["alert"] for line in told["lines"]} == {bench.alert("a").id, bench.alert("c").id}

    async def posted() -> bool:
        return any("Digest: 3 stories" in str(m.payload) for m in bench.receiver.kept)

    await bench.until(posted, "the digest in Slack")


async def test_the_operators_hear_that_a_silence_is_about_to_end(bench: Any) -> None:
    operators = bench.webhook("operators", match=Filter(rule="tocsin-operations"))
    now = datetime.now(UTC)
    silence = Silence(
        id=f"drill-{bench.rule}",
        match=Filter(rule=bench.rule),
        until=now + timedelta(minutes=10),
        reason="exercise",
        author="desk",
    )
    later = msgspec.structs.replace(silence, id=f"later-{bench.rule}", until=now + timedelta(hours=2))
    await bench.apply(operators, silence, later)
    bench.start(TOCSIN_OPERATORS_SUBSCRIPTION=operators.id)

    async def told() -> bool:
        return any(silence.id in body["data"]["headline"] for body in bench.accepted(operators.id))

    await bench.until(told, "that the silence ends")
    await bench.publish(bench.alert("z", 1, rule="tocsin-operations"))
    await bench.got(operators.id, 2)
    assert not any(later.id in body["data"]["headline"] for body in bench.accepted(operators.id))


async def test_one_article_that_fires_several_rules_is_one_message(bench: Any) -> None:
    second = f"{bench.rule}-second"
    match = Filter(rules=(bench.rule, second))
    hook, apart = bench.webhook("hook", match=match, merge=True), bench.webhook("apart", match=match)
    await bench.apply(hook, apart)
    bench.start()
    first = bench.alert("a", 1)
    article = msgspec.structs.replace(first.article, rules=(bench.rule, second))
    other = bench.alert("b", 1, rule=second, severity="critical", article=article)
    await bench.publish(msgspec.structs.replace(first, article=article), other)
    await bench.got(apart.id, 2)
    await bench.until_receipt(hook.id, "delivered", 2)
    (body,) = bench.accepted(hook.id)
    assert (body["data"]["rule"], [also["rule"] for also in body["data"]["also"]]) == (second, [bench.rule])
    assert all(not single["data"]["also"] for single in bench.accepted(apart.id))
