"""The scorer's guarantees, on a real broker and with a real process that is killed."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
from aiokafka import ConsumerRecord

from tests.e2e.system import Service
from tests.e2e.topics import read_until
from tocsin.core.config import parse_config
from tocsin.core.model.article import Article
from tocsin.core.model.deadletter import DeadLetter
from tocsin.core.model.match import Match, Retraction
from tocsin.edge.kafka.clients import create_producer
from tocsin.edge.kafka.config_store import write_config
from tocsin.edge.kafka.topics import ARTICLES, DEAD_LETTERS, MATCHES, PARTITIONS
from tocsin.edge.settings import Settings
from tocsin.feeds.publish import publish_articles

NOW = datetime(2030, 1, 1, tzinfo=UTC)
BEFORE = datetime(2020, 1, 1, tzinfo=UTC)


def report(name: str, killed: int = 25, status: str = "usable") -> Article:
    fields = {
        "id": name,
        "title": f"Bombing in Mosul kills {killed}",
        "body": f"A bomb killed {killed} people at a market in Mosul on Monday, police said.",
        "published": NOW,
        "status": status,
    }
    return msgspec.convert(fields, Article)


def decoded(records: "list[ConsumerRecord[Any, Any]]") -> list[Match | Retraction]:
    return [msgspec.json.decode(record.value, type=Match | Retraction) for record in records]


def seen(prefix: str, count: int = 1) -> Callable[["list[ConsumerRecord[Any, Any]]"], bool]:
    """Whether matches of so many articles whose ids begin so are there."""
    return lambda records: len(articles_of(records, prefix)) >= count


def articles_of(records: "list[ConsumerRecord[Any, Any]]", prefix: str) -> set[str]:
    return {m.article.id for m in decoded(records) if m.article.id.startswith(prefix)}


async def test_an_article_becomes_a_match_that_says_why(scorer: Service, settings: Settings) -> None:
    del scorer
    await publish_articles(settings, [report("why-1")])
    records = await read_until(settings.brokers, MATCHES, seen("why-"))
    match = next(m for m in decoded(records) if m.article.id == "why-1")
    assert isinstance(match, Match)
    assert (match.rule, match.severity) == ("iraq-killed", "critical")
    assert any("25" in evidence.text for evidence in match.evidence)
    record = next(r for r in records if b"why-1" in r.value)
    assert record.key == b"iraq-killed"
    assert dict(record.headers)["ce_id"].decode() == match.id


async def test_a_poisoned_message_is_buried_while_the_rest_flows(scorer: Service, settings: Settings) -> None:
    producer = create_producer(settings)
    await producer.start()
    for poison in (b"\xff\xfe", b"{", b'{"id": "p", "title": 7, "body": ""}', None):
        await producer.send_and_wait(ARTICLES, poison, key=b"poison", headers=[("traceparent", b"00-1-2-01")])
    await producer.stop()
    await publish_articles(settings, [report("after-poison")])
    await read_until(settings.brokers, MATCHES, seen("after-"))
    records = await read_until(settings.brokers, DEAD_LETTERS, lambda found: len(found) >= 4)
    letters = [msgspec.json.decode(record.value, type=DeadLetter) for record in records]
    assert [(letter.reason, letter.original) for letter in letters] == [
        ("undecodable", b"\xff\xfe"),
        ("undecodable", b"{"),
        ("invalid", b'{"id": "p", "title": 7, "body": ""}'),
        ("invalid", None),
    ]
    assert all(letter.stage == "scorer" and letter.key == b"poison" and letter.detail for letter in letters)
    assert ("traceparent", b"00-1-2-01") in records[0].headers
    assert await scorer.get("/healthz") == 200


async def test_a_withdrawn_article_is_told_to_every_partition(scorer: Service, settings: Settings) -> None:
    del scorer
    await publish_articles(settings, [report("withdrawn-1", status="withdrawn")])

    def told(found: "list[ConsumerRecord[Any, Any]]") -> set[int]:
        return {r.partition for r in found if b'"retraction"' in r.value and b"withdrawn-1" in r.value}

    await read_until(settings.brokers, MATCHES, lambda found: told(found) == set(range(PARTITIONS)))


async def test_an_edited_article_tells_every_partition_which_rules_it_still_fires(
    scorer: Service, settings: Settings
) -> None:
    del scorer
    later = NOW + timedelta(hours=1)
    firing = msgspec.structs.replace(report("edited-1"), modified=later)
    silent = msgspec.structs.replace(report("edited-2"), body="An earlier version was wrong.", title="", modified=later)
    await publish_articles(settings, [firing, silent, msgspec.structs.replace(report("not-edited"), modified=BEFORE)])

    def rules(found: "list[ConsumerRecord[Any, Any]]", article: str) -> list[tuple[str, ...]]:
        records = [m for m in decoded(found) if isinstance(m, Retraction) and m.article.id == article]
        assert all(record.article.status == "usable" for record in records)
        return [record.rules for record in records]

    records = await read_until(
        settings.brokers, MATCHES, lambda found: len(rules(found, "edited-2")) == PARTITIONS and seen("not-")(found)
    )
    assert rules(records, "edited-2") == [()] * PARTITIONS
    assert rules(records, "edited-1") == [("iraq-killed",)] * PARTITIONS
    assert rules(records, "not-edited") == []


async def test_a_rule_that_is_applied_takes_effect_and_one_that_does_not_compile_is_named(
    scorer: Service, settings: Settings
) -> None:
    good = "{kind: rule, id: syria-killed, title: t, regions: [Iraq], evidence: [{casualties: {kinds: [killed]}}]}"
    bad = "{kind: rule, id: nowhere, title: t, regions: [Nowhereland], evidence: [{casualties: {kinds: [killed]}}]}"
    await write_config(settings, parse_config(f"{good}\n---\n{bad}\n", "more.yaml"))

    def rules(found: "list[ConsumerRecord[Any, Any]]") -> set[str]:
        return {m.rule for m in decoded(found) if isinstance(m, Match)}

    number = 0
    while True:  # until an article falls behind the change; read_until bounds the wait for each
        await publish_articles(settings, [report(f"live-{number}")])
        records = await read_until(settings.brokers, MATCHES, seen(f"live-{number}"))
        if "syria-killed" in rules(records):
            break
        number += 1
    assert "nowhere" not in rules(records)
    assert "tocsin_scorer_broken_objects 1.0" in await scorer.metrics()
    assert "Nowhereland" in scorer.tail()


async def test_sigkill_at_any_moment_loses_no_match(scorer: Service, settings: Settings) -> None:
    """Broken by committing before the brokers have acknowledged the matches."""
    total = 1500
    await publish_articles(settings, [report(f"kill-{number}", 20 + number) for number in range(total)])
    for share in (0.1, 0.5):
        await read_until(settings.brokers, MATCHES, seen("kill-", int(share * total)))
        scorer.kill()
        await scorer.start()
    records = await read_until(settings.brokers, MATCHES, seen("kill-", total))
    by_article: dict[str, set[str]] = {}
    for match in decoded(records):
        if isinstance(match, Match) and match.rule == "iraq-killed":
            by_article.setdefault(match.article.id, set()).add(match.id)
    assert all(len(ids) == 1 for ids in by_article.values()), "the same match twice has the same id"


async def test_sigterm_drains_and_commits_so_that_nothing_is_done_again(scorer: Service, settings: Settings) -> None:
    """Broken by leaving without the last commit: the next start would then repeat the batch in hand."""
    total = 1000
    await publish_articles(settings, [report(f"term-{number}") for number in range(total)])
    await read_until(settings.brokers, MATCHES, seen("term-"))
    assert await scorer.stop() == 0
    await scorer.start()
    records = await read_until(settings.brokers, MATCHES, seen("term-", total))
    ids = [match.id for match in decoded(records) if match.article.id.startswith("term-")]
    assert len(ids) == len(set(ids))
