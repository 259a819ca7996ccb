"""Silences and acknowledgements, made by the commands and heeded by a running notifier."""

import json
from typing import Any


async def test_a_silence_made_by_command_holds_until_it_is_ended_by_command(bench: Any) -> None:
    hook = bench.webhook("hook")
    await bench.apply(hook)
    arguments = ("silence", "make", "--rule", bench.rule, "--for", "2h", "--reason", "exercise", "--author", "desk")
    made = await bench.command(*arguments)
    assert made.returncode == 0, made.stderr
    name = made.stdout.strip()
    assert (await bench.command(*arguments)).stdout.strip() == name, "the same again is the same silence"
    listed = [json.loads(line) for line in (await bench.command("silence", "list", "--json")).stdout.splitlines()]
    assert [(s["reason"], s["author"]) for s in listed if s["id"] == name] == [("exercise", "desk")]
    bench.start()
    await bench.publish(bench.alert("a", 1))
    await bench.until_settled(bench.alert("a", 1), "silenced")
    ended = await bench.command("silence", "end", name)
    assert ended.returncode == 0, ended.stderr
    await bench.publish(bench.alert("a", 2))

    async def told() -> bool:
        return any(body["data"].get("seq") == 2 for body in bench.accepted(hook.id))

    await bench.until(told, "the revision after the silence")
    again = await bench.command("silence", "end", name)
    assert again.returncode == 2


async def test_an_acknowledged_story_is_silent_until_it_escalates_and_its_withdrawal_is_told(bench: Any) -> None:
    hook = bench.webhook("hook")
    await bench.apply(hook)
    bench.start()
    await bench.publish(bench.alert("a", 1), bench.alert("b", 1))
    await bench.got(hook.id, 2)
    story = bench.alert("a").id
    done = await bench.command("acknowledge", story, "--author", "desk")
    assert done.returncode == 0, done.stderr
    await bench.publish(bench.alert("a", 2))
    await bench.until_settled(bench.alert("a", 2), "silenced")
    await bench.publish(
        bench.alert("b", 2),
        bench.alert("a", 3, kind="escalation", escalated=3),
        bench.alert("a", 4, escalated=3),
    )
    bodies = await bench.got(hook.id, 4)
    told = {(b["data"]["alert"], b["data"]["seq"]) for b in bodies}
    assert (story, 2) not in told
    assert max(seq for alert, seq in told if alert == story) >= 3
    assert (await bench.command("acknowledge", story)).returncode == 0
    await bench.publish(bench.alert("a", 5, kind="withdrawal"))

    async def withdrawn() -> bool:
        return ("withdrawal", 5) in {(b["data"]["kind"], b["data"]["seq"]) for b in bench.accepted(hook.id)}

    await bench.until(withdrawn, "the withdrawal")


async def test_what_can_not_be_meant_is_refused(bench: Any) -> None:
    refused = {
        ("silence", "make", "--for", "2h", "--reason", "x"): "which alerts?",
        ("silence", "make", "--rule", "a", "--reason", "x"): "how long?",
        ("silence", "make", "--rule", "a", "--for", "2 hours", "--reason", "x"): "no duration",
        ("silence", "make", "--rule", "a", "--until", "2020-01-01", "--reason", "x"): "has passed",
        ("silence", "make", "--region", "Xyzzyland", "--for", "2h", "--reason", "x"): "unknown region",
        ("acknowledge", "nothing-of-the-kind"): "nobody was told",
    }
    for arguments, why in refused.items():
        done = await bench.command(*arguments)
        assert (done.returncode, why in done.stderr) == (2, True), (arguments, done.stderr)
