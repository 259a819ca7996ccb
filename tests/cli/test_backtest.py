"""``tocsin backtest``: messages that desks would have got, side by side, from files and from the topic."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from tocsin.cli import _topic_articles
from tocsin.cli._by_date import articles_by_date
from tocsin.cli._topic_articles import open_topic
from tocsin.cli.backtest import command
from tocsin.edge.kafka.admin import create_missing_topics
from tocsin.edge.kafka.clients import create_producer
from tocsin.edge.kafka.topics import ARTICLES
from tocsin.edge.settings import Settings
from tocsin.local.broker import EmbeddedBroker

RULES = """
kind: rule
id: deaths
title: Deaths in Iraq
labels: {desk: middle-east}
regions: [Iraq]
evidence: [{casualties: {kinds: [killed], at_least: 10}}]
story: {quiet_for: 1h}
"""
DESK = """
---
kind: subscription
id: desk
match: {labels: {desk: middle-east}}
webhook: {url: "https://desk.example/hook", secret: {env: TOCSIN_SECRET_DESK}}
"""
SILENCE = """
---
{kind: silence, id: drill, match: {rule: deaths}, until: 2026-03-03T00:00:00Z, reason: exercise}
"""
START = datetime(2026, 3, 1, 9, tzinfo=UTC)
REPORTS = (
    (0, "Bombing kills 14 in Mosul", "A car bomb killed 14 people at a market in Mosul on Sunday, police said."),
    (
        2,
        "Mosul market bombing toll rises to 31",
        "The car bomb at a market in Mosul on Sunday killed 31 people, police said.",
    ),
    (3, "Shares rise", "Shares rose in Tokyo."),
    (
        72,
        "Gunmen kill 12 in Tikrit",
        "Gunmen killed 12 soldiers at a checkpoint in Tikrit on Wednesday, the army said.",
    ),
)


def articles() -> Iterator[dict[str, Any]]:
    for hours, title, body in REPORTS:
        at = (START + timedelta(hours=hours)).isoformat()
        yield {"id": f"a{hours}", "title": title, "body": body, "published": at, "publisher": f"wire{hours}"}


@pytest.fixture
def files(tmp_path: Path) -> Path:
    lines = [json.dumps(each) for each in articles()]
    (tmp_path / "articles.jsonl").write_text("\n".join(reversed(lines)), encoding="utf-8")
    (tmp_path / "rules.yaml").write_text(RULES, encoding="utf-8")
    return tmp_path


def run(*arguments: object) -> Result:
    result = CliRunner().invoke(command, [str(each) for each in arguments])
    assert result.exit_code == 0, result.output
    return result


def compared(*arguments: object) -> dict[str, Any]:
    parsed: dict[str, Any] = json.loads(run("--json", *arguments).stdout)
    return parsed


def test_counts_messages_by_rule_and_day_through_grouping(files: Path) -> None:
    found = compared("--rules", files / "rules.yaml", files / "articles.jsonl")
    (count,) = found["rules"]
    assert (count["stories"], count["messages"], count["before_messages"]) == (2, 3, 0)
    assert [(day["day"], day["messages"]) for day in found["days"]] == [("2026-03-01", 2), ("2026-03-04", 1)]
    assert [each["headline"] for each in found["new"]] == ["Bombing kills 14 in Mosul", "Gunmen kill 12 in Tikrit"]


def test_beside_other_rules_says_what_is_new_gone_changed_and_same(files: Path) -> None:
    before = files / "before.yaml"
    before.write_text(RULES.replace("at_least: 10", "at_least: 13"), encoding="utf-8")
    found = compared("--rules", files / "rules.yaml", "--against", before, files / "articles.jsonl")
    assert ([each["article"] for each in found["new"]], found["gone"], found["same"]) == (["a72"], [], 1)
    found = compared("--rules", before, "--against", files / "rules.yaml", files / "articles.jsonl")
    assert (found["new"], [each["article"] for each in found["gone"]]) == ([], ["a72"])
    graver = files / "graver.yaml"
    graver.write_text(RULES + "severity: critical\n", encoding="utf-8")
    found = compared("--rules", graver, "--against", files / "rules.yaml", files / "articles.jsonl")
    assert [(mine["severity"], theirs["severity"]) for mine, theirs in found["changed"]] == [
        ("critical", "warning")
    ] * 2


def test_subscriptions_and_silences_decide_what_a_desk_gets(files: Path) -> None:
    (files / "rules.yaml").write_text(RULES + DESK + SILENCE, encoding="utf-8")
    found = compared("--rules", files / "rules.yaml", files / "articles.jsonl")
    assert [(day["day"], day["rule"], day["messages"]) for day in found["days"]] == [
        ("2026-03-03", "(summaries)", 1),
        ("2026-03-04", "deaths", 1),
    ]
    first, later = found["new"]
    assert (first["silenced"], first["subscriptions"], first["messages"]) == ("drill", [], 0)
    assert (later["silenced"], later["subscriptions"], later["among"]) == (None, ["desk"], [])
    assert found["desks"] == [
        {"desk": "desk", "messages": 2, "summaries": 1, "before_messages": 0, "before_summaries": 0}
    ]


def test_digests_limits_and_merging_count_as_a_desk_would_get_them(files: Path) -> None:
    again = RULES.replace("id: deaths", "id: losses").replace("at_least: 10", "at_least: 1")
    (files / "rules.yaml").write_text(f"{RULES}---{again}{DESK}digest: {{every: 24h}}\n", encoding="utf-8")
    found = compared("--rules", files / "rules.yaml", files / "articles.jsonl")
    (desk,) = found["desks"]
    assert (desk["messages"], desk["summaries"]) == (2, 2), "one digest for each day with news"
    assert [(rule["rule"], rule["stories"], rule["messages"]) for rule in found["rules"]] == [
        ("deaths", 2, 0),
        ("losses", 2, 0),
    ]
    assert all(each["among"] == ["desk"] for each in found["new"] if each["subscriptions"])
    page = run("--rules", files / "rules.yaml", files / "articles.jsonl").stdout
    assert "desk  messages  of them summaries\ndesk         2                  2\n" in page
    assert "→ among others: desk" in page
    merging = f"{RULES}---{again}{DESK}merge: true\n"
    (files / "rules.yaml").write_text(merging, encoding="utf-8")
    (desk,) = compared("--rules", files / "rules.yaml", files / "articles.jsonl")["desks"]
    assert (desk["messages"], desk["summaries"]) == (3, 0), "two rules on an article are one message"


def test_articles_of_files_come_by_their_dates(files: Path) -> None:
    lines = (files / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    undated = json.dumps({"id": "u", "title": "Undated"})
    (files / "late.jsonl").write_text("\n".join([undated, *reversed(lines[2:])]), encoding="utf-8")
    (files / "early.jsonl").write_text("\n".join(reversed(lines[:2])), encoding="utf-8")
    with articles_by_date([files / "late.jsonl", files / "early.jsonl"]) as articles:
        assert len(articles) == 5
        assert [article.id for article in articles] == ["a0", "a2", "a3", "a72", "u"]


def test_the_page_is_for_people(files: Path) -> None:
    page = run("--rules", files / "rules.yaml", files / "articles.jsonl").stdout
    assert page.startswith("4 articles\n")
    assert "deaths        2         3" in page
    assert "2026-03-01 09:00  deaths  warning  Bombing kills 14 in Mosul" in page


@pytest.mark.parametrize(
    ("arguments", "said"),
    [([], "either article FILES or --topic"), (["--topic"], "--topic needs --since")],
)
def test_wrong_usage_is_told(files: Path, arguments: list[str], said: str) -> None:
    result = CliRunner().invoke(command, ["--rules", str(files / "rules.yaml"), *arguments])
    assert result.exit_code == 2
    assert said in result.output


@pytest.fixture
def settings(broker: EmbeddedBroker) -> Settings:
    return Settings(brokers=broker.bootstrap)


async def read(settings: Settings, since: datetime, until: datetime) -> list[str]:
    async with open_topic(settings, since, until) as articles:
        return [article.id async for article in articles]


async def test_a_time_range_of_the_topic_in_the_order_it_came(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_topic_articles, "_AHEAD", 2)  # so that partitions are read in many turns
    await create_missing_topics(settings)
    start = datetime.now(UTC).replace(microsecond=0) - timedelta(days=3)  # apart from what other tests send today
    producer = create_producer(settings)
    await producer.start()
    try:
        for minutes in range(100):
            at = int((start + timedelta(minutes=minutes)).timestamp() * 1000)
            value = json.dumps({"id": f"backtest-{minutes}", "title": "T", "body": "B"}).encode()
            value = b"no article" if minutes == 30 else value
            await producer.send_and_wait(ARTICLES, value, key=b"%d" % minutes, timestamp_ms=at)
    finally:
        await producer.stop()
    found = await read(settings, start + timedelta(minutes=10), start + timedelta(minutes=90))
    assert found == [f"backtest-{minutes}" for minutes in range(10, 90) if minutes != 30]
    assert await read(settings, start + timedelta(days=1), start + timedelta(days=2)) == []
