"""An article goes in; a Slack message and a signed webhook come out, through the real services on a real Kafka."""

import asyncio
import json
import re
from collections.abc import Callable
from pathlib import Path

import msgspec
from aiokafka import AIOKafkaProducer
from prometheus_client.parser import text_string_to_metric_families
from standardwebhooks import Webhook

from tests.e2e.conftest import SERVICES, Stage
from tests.e2e.topics import read_until
from tocsin.core.model.alert import Alert
from tocsin.edge.kafka.topics import DEAD_LETTERS, TOPICS
from tools.contract.validator import MessageValidator

INDEX = Path(__file__).parents[2] / "docs" / "metrics.md"

BODY = """MOSUL, Iraq (Meridian Wire) — A truck bomb tore through a crowded market in Mosul on Sunday, killing 43 \
people and wounding 90, the provincial health directorate said.

The United States said an aircraft carrier was being deployed to the Persian Gulf. Officials said no US troops will be \
deployed in Iraq.

Dana Hale lives in Leeds with two dogs. She enjoys studying war techniques and once wrote a novel about an invasion."""


def article(name: str, title: str, body: str, **more: str) -> str:
    return (
        json.dumps({"id": name, "title": title, "body": body, "publisher": name.split("-", maxsplit=1)[0]} | more)
        + "\n"
    )


async def until(holds: Callable[[], bool], what: str, seconds: float = 60.0) -> None:
    try:
        async with asyncio.timeout(seconds):
            while not holds():
                await asyncio.sleep(0.05)
    except TimeoutError:
        raise AssertionError(f"not within {seconds} s: {what}") from None


def slack_texts(stage: Stage) -> list[str]:
    return [json.dumps(m.payload, ensure_ascii=False) for m in stage.slack.kept if m.accepted]


async def test_an_article_reaches_slack_and_the_webhook_once(stage: Stage) -> None:
    stage.publish(article("meridian-1", "Market bombing in Mosul kills 43", BODY))
    await until(lambda: bool(slack_texts(stage)) and bool(stage.hooks.hooks), "a Slack message and a webhook")
    records = await read_until(stage.broker.bootstrap, "news.alerts.v1", bool)
    alert = msgspec.json.decode(records[0].value, type=Alert)
    assert (alert.kind, alert.rule, alert.severity) == ("new", "iraq-mass-casualties", "critical")
    assert [(t.kind, t.min, t.max) for t in alert.tolls if t.kind == "killed"] == [("killed", 43, 43)]
    assert any("43" in evidence.text for evidence in alert.evidence)
    assert not any("war techniques" in e.text or "no US troops" in e.text for e in alert.evidence)

    (message,) = slack_texts(stage)
    assert "43" in message
    assert "Mosul" in message
    assert not [m.error for m in stage.slack.kept if not m.accepted], "Slack refuses nothing of ours"

    (hook,) = stage.hooks.hooks
    verified = Webhook(stage.secret).verify(hook.body.decode(), hook.headers)
    assert verified["data"]["alert"] == alert.id
    assert hook.headers["webhook-id"]


async def test_a_retelling_is_silent_and_a_doubled_toll_is_not(stage: Stage) -> None:
    before = len(stage.hooks.hooks)
    retold = BODY.replace("tore through a crowded market", "exploded at a busy market").replace("Sunday", "the weekend")
    stage.publish(article("northgate-1", "At least 43 dead in Mosul market blast", retold), "retold")
    doubled = BODY.replace("killing 43 people", "killing 97 people")
    stage.publish(article("tigris-1", "Mosul market bombing toll rises to 97", doubled), "doubled")
    await until(lambda: len(stage.hooks.hooks) > before, "the doubled toll")
    kinds = [json.loads(hook.body)["data"]["kind"] for hook in stage.hooks.hooks[before:]]
    stories = {json.loads(hook.body)["data"]["alert"] for hook in stage.hooks.hooks}
    assert len(stories) == 1, "one story"
    assert "new" not in kinds
    assert any(
        "43" in change and "97" in change for change in json.loads(stage.hooks.hooks[-1].body)["data"]["changes"]
    )


async def test_denials_hobbies_and_sport_raise_nothing(stage: Stage) -> None:
    quiet = [
        ("capital-1", "Pentagon rules out troops", "The Pentagon said no US troops will be deployed in Iraq."),
        ("capital-2", "Iran denies report", "Iran denied sending troops to Iraq on Monday."),
        ("sport-1", "Baghdad side kill off game", "Al-Zawraa killed off the game in Baghdad with 12 shots on goal."),
    ]
    stage.publish("".join(article(*row) for row in quiet), "quiet")
    marker = "A suicide bomber killed 61 worshippers at a shrine in Karbala, Iraq, on Tuesday, police said."
    stage.publish(article("marker-1", "Karbala shrine bombing kills 61", marker), "marker")
    await until(lambda: any("Karbala" in text for text in slack_texts(stage)), "the article published after them")
    records = await read_until(
        stage.broker.bootstrap,
        "news.matches.v1",
        lambda found: b"marker-1" in b"".join(record.value for record in found),
    )
    matched = {json.loads(record.value)["article"]["id"] for record in records}
    assert not matched & {"capital-1", "capital-2", "sport-1"}


async def test_a_poisoned_message_is_dead_lettered_while_the_rest_flows(stage: Stage) -> None:
    producer = AIOKafkaProducer(bootstrap_servers=stage.broker.bootstrap)
    await producer.start()
    for topic in ("news.articles.v1", "news.matches.v1", "news.alerts.v1"):
        await producer.send_and_wait(topic, b'{"poison": ', key=b"poison")
    await producer.stop()
    after = "Gunmen killed 17 farm workers near Baquba, Iraq, on Wednesday, police said."
    stage.publish(article("after-1", "Gunmen kill 17 farm workers near Baquba", after), "after")
    await until(lambda: any("Baquba" in text for text in slack_texts(stage)), "the article after the poison")
    records = await read_until(stage.broker.bootstrap, "news.deadletters.v1", lambda found: len(found) >= 3)
    letters = [json.loads(record.value) for record in records]
    assert {(letter["topic"], letter["reason"]) for letter in letters} == {
        ("news.articles.v1", "undecodable"),
        ("news.matches.v1", "undecodable"),
        ("news.alerts.v1", "undecodable"),
    }


async def test_every_message_on_every_topic_keeps_its_schema(stage: Stage, schema_validator: MessageValidator) -> None:
    checked = set()
    for topic in TOPICS:
        if not topic.name.startswith("news."):
            continue
        records = await read_until(stage.broker.bootstrap, topic.name, bool)
        for record in records:
            if record.key != b"poison" or topic.name == DEAD_LETTERS:
                schema_validator.check(record.topic, record.value, key=record.key, headers=record.headers)
                checked.add(record.topic)
    assert checked >= {
        f"news.{name}.v1" for name in ("articles", "matches", "alerts", "deliveries", "receipts", "config")
    }


async def test_metrics_are_what_their_index_says_as_prometheus_own_parser_reads_them(stage: Stage) -> None:
    """Runs after news, poison and deliveries have passed, so that every label has a value."""
    shown: dict[str, tuple[str, frozenset[str], frozenset[str]]] = {}
    for service in SERVICES:
        text = await stage.services[service].metrics()
        assert stage.secret not in text
        for family in text_string_to_metric_families(text):
            if family.name.startswith("tocsin_"):
                name = family.name + ("_total" if family.type == "counter" else "")
                labels = {label for sample in family.samples for label in sample.labels} - {"le"}
                services = shown[name][2] if name in shown else frozenset()
                shown[name] = family.type, frozenset(labels), services | {service}
    assert shown == documented_metrics()


def documented_metrics() -> dict[str, tuple[str, frozenset[str], frozenset[str]]]:
    rows = re.findall(
        r"^\| `(tocsin_\w+)` \| (\w+) \|([^|]*)\| (\w+) \| [^|]+ \|$", INDEX.read_text("utf-8"), re.MULTILINE
    )
    several = {"all": frozenset(SERVICES), "stages": frozenset(SERVICES) - {"console"}}
    return {
        name: (kind, frozenset(re.findall(r"\w+", labels)), several.get(service, frozenset([service])))
        for name, kind, labels, service in rows
    }


async def test_no_secret_is_in_any_log(stage: Stage) -> None:
    for service in stage.services.values():
        log = service.log.read_text(encoding="utf-8")
        assert stage.secret not in log
        assert stage.slack.url not in log
        assert stage.hooks.url not in log


async def test_doctor_finds_all_in_place(stage: Stage) -> None:
    report = stage.run("doctor")
    assert "BAD" not in report
    assert "0 records behind" in report
