"""test-send, deliveries and redrive, run as commands."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml

from tocsin.core.config.objects import as_plain
from tocsin.core.model.deadletter import DeadLetter
from tocsin.core.model.subscription import Filter, QuietHours
from tocsin.edge.kafka.topics import ALERTS, DELIVERIES
from tocsin.notifier.redriving import Choice

AT = datetime(2026, 11, 23, tzinfo=UTC)


async def test_test_send_goes_the_real_way_and_tells_how_it_went(bench: Any) -> None:
    hook = bench.webhook("hook", match=Filter(rule="nothing-fires-this"))
    await bench.apply(hook)
    bench.start()
    done = await bench.command("test-send", hook.id)
    assert (done.returncode, done.stdout.split()[0]) == (0, "delivered"), done.stderr
    (body,) = bench.accepted(hook.id)
    assert body["data"]["test"] is True
    await bench.faults({"path": f"/hooks/{hook.id}", "do": "status", "status": 410})
    done = await bench.command("test-send", hook.id)
    assert (done.returncode, done.stdout) == (1, "not delivered: disable, gone (status 410); see docs/delivery.md\n")
    await bench.faults()
    done = await bench.command("test-send", hook.id)
    assert done.returncode == 0
    done = await bench.command("deliveries", "--subscription", hook.id)
    assert done.stdout == ""
    done = await bench.command("test-send", hook.id + "x")
    assert done.returncode == 2
    assert f"Did you mean '{hook.id}'?" in done.stderr


async def test_apply_can_check_that_receivers_take_what_is_new(bench: Any, tmp_path: Path) -> None:
    bench.start()
    good, gone = bench.webhook("good"), bench.webhook("gone")
    await bench.faults({"path": f"/hooks/{gone.id}", "do": "status", "status": 404})
    file = tmp_path / "subscriptions.yaml"
    file.write_text("---\n".join(yaml.safe_dump(as_plain(hook)) for hook in (good, gone)), encoding="utf-8")
    done = await bench.command("apply", "--check", str(file))
    assert done.returncode == 1, done.stderr
    assert f"{good.id}: delivered in " in done.stdout
    assert f"{gone.id}: not delivered: exhausted, http_4xx (status 404)" in done.stdout
    (body,) = bench.accepted(good.id)
    assert body["data"]["test"] is True
    done = await bench.command("apply", "--check", str(file))
    assert done.returncode == 0, "what has not changed is not asked again"
    assert "delivered" not in done.stdout


async def test_deliveries_tells_what_is_owed_to_whom_why_and_until_when(bench: Any) -> None:
    hook, gone = bench.webhook("hook"), bench.webhook("gone")
    await bench.apply(hook, gone)
    await bench.faults(
        {"path": f"/hooks/{hook.id}", "do": "status", "status": 503},
        {"path": f"/hooks/{gone.id}", "do": "status", "status": 410},
    )
    notifier = bench.start()
    await bench.publish(bench.alert("a", headline="A headline\x1b[31m"))
    await bench.until_receipt(hook.id, "retry")
    await bench.until_receipt(gone.id, "disable")
    notifier.kill()
    done = await bench.command("deliveries", "--json", "--subscription", hook.id)
    (row,) = [json.loads(line) for line in done.stdout.splitlines()]
    assert (row["state"], row["attempts"] >= 1, row["reason"]) == ("pending", True, "http_5xx")
    assert row["next_attempt"]
    assert "1 pending, the oldest since" in done.stderr
    done = await bench.command("deliveries")
    assert f"{hook.id}: warning 'A headline[31m': next attempt " in done.stdout
    assert f"{gone.id}: out of use since " in done.stdout
    assert "\x1b" not in done.stdout


async def test_deliveries_tells_of_quiet_hours(bench: Any) -> None:
    hour = datetime.now(UTC).hour
    quiet = QuietHours(zone="UTC", start=f"{hour:02}:00", end=f"{(hour + 12) % 24:02}:00")
    hook = bench.webhook("hook", quiet=quiet)
    await bench.apply(hook)
    bench.start()
    await bench.publish(bench.alert("a"), bench.alert("grave", severity="critical"))
    await bench.got(hook.id, 1)

    async def waits() -> bool:
        done = await bench.command("deliveries", "--subscription", hook.id)
        return f"{hook.id}: warning 'Headline of a, 1': quiet until " in done.stdout

    await bench.until(waits, "the alert that waits")


async def test_redrive_sends_back_what_was_mended_and_repeats_nothing(bench: Any) -> None:
    hook, well = bench.webhook("hook"), bench.webhook("well")
    await bench.apply(hook, well)
    await bench.faults({"path": f"/hooks/{hook.id}", "do": "status", "status": 410})
    bench.start()
    await bench.publish(bench.alert("a"))
    await bench.until_receipt(hook.id, "disable")
    await bench.got(well.id, 1)
    await bench.faults()
    await bench.apply(msgspec.structs.replace(hook, match=Filter(rule=bench.rule, severity="info")))
    listed = await bench.command("redrive", "--subscription", hook.id, "--dry-run")
    assert (listed.returncode, len(listed.stdout.splitlines())) == (0, 1)
    assert "1 would go back" in listed.stderr
    assert bench.accepted(hook.id) == []
    for _ in range(2):
        done = await bench.command("redrive", "--subscription", hook.id)
        assert done.returncode == 0
    await bench.got(hook.id, 1)
    await bench.until_receipt(hook.id, "repeat")
    assert (len(bench.accepted(hook.id)), len(bench.accepted(well.id))) == (1, 1)


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (Choice(), True),
        (Choice(stage="sender", reason="permanent", topic=DELIVERIES, subscription="desk"), True),
        (Choice(key="due/desk/*"), True),
        (Choice(since=AT), True),
        (Choice(stage="router"), False),
        (Choice(reason="exhausted"), False),
        (Choice(topic=ALERTS), False),
        (Choice(key="due/other/*"), False),
        (Choice(subscription="other"), False),
        (Choice(since=AT + timedelta(seconds=1)), False),
    ],
)
def test_what_redrive_chooses(choice: Choice, expected: bool) -> None:  # noqa: FBT001
    letter = DeadLetter(
        topic=DELIVERIES,
        partition=0,
        offset=1,
        stage="sender",
        reason="permanent",
        detail="",
        at=AT,
        key=b"due/desk/a/1",
        original=b"{}",
    )
    assert choice.takes(letter) is expected
