"""The topics' entries: complete, true to the code, and refused when they are wrong."""

from pathlib import Path
from typing import get_args

import pytest

from tocsin.core.config.objects import KINDS
from tocsin.core.model.delivery import DeliveryRecord
from tocsin.edge.kafka.headers import EventType
from tocsin.edge.kafka.topics import STORIES_CHANGELOG, TOPICS
from tools.contract.catalog import Group, layout_problems
from tools.contract.schema import Schema
from tools.contract.topics import ENTRY, ROOT, InvalidTopicError, Topic, read_topic, read_topics
from tools.contract.validator import discriminator


def test_entries_are_the_topics_that_the_code_creates(topics: dict[str, Topic]) -> None:
    public = {topic.name: topic for topic in TOPICS if topic.name != STORIES_CHANGELOG}
    assert {name: (topic.partitions, topic.config) for name, topic in topics.items()} == {
        name: (topic.partitions, topic.config) for name, topic in public.items()
    }


def test_event_types_are_those_that_the_code_writes(topics: dict[str, Topic]) -> None:
    written = {message.ce_type for topic in topics.values() for message in topic.messages.values()}
    assert written == set(get_args(EventType))


def test_deliveries_topic_names_all_of_its_records(topics: dict[str, Topic]) -> None:
    named = {message.model() for message in topics["news.deliveries.v1"].messages.values()}
    assert named == set(get_args(DeliveryRecord))


def test_config_topic_names_all_kinds(topics: dict[str, Topic]) -> None:
    named = {kind: message.model() for kind, message in topics["news.config.v1"].messages.items()}
    assert named == KINDS


def test_producers_and_consumers_are_services_or_commands(topics: dict[str, Topic]) -> None:
    package = ROOT / "services" / "tocsin"
    services = {path.parent.name for path in package.glob("*/__init__.py")} - {"core", "edge", "cli", "local"}
    commands = {path.stem.replace("_", "-") for path in (package / "cli").glob("[a-z]*.py")}
    named = {name for topic in topics.values() for name in topic.producers + topic.consumers}
    assert named <= services | commands


def test_messages_of_one_topic_are_told_apart(
    catalog: dict[str, Group], schemas: dict[tuple[str, str], Schema]
) -> None:
    for group in catalog.values():
        if len(group.structs) > 1:
            found = [discriminator(schemas[group.name, message]) for message in group.structs]
            tags = [tag for _, of_one in found for tag in of_one]
            assert len({field for field, _ in found}) == 1
            assert len(tags) == len(set(tags))


def test_a_message_without_a_tag_is_refused() -> None:
    with pytest.raises(ValueError, match="give the struct one"):
        discriminator({"$id": "urn:m", "properties": {"kind": {"enum": ["a", "b"]}}})


def test_every_file_has_its_place() -> None:
    assert layout_problems() == []


@pytest.mark.parametrize(
    "name",
    [
        "topics/news.alerts.v1/alarm.schema.json",
        "topics/news.alerts.v1/examples/alarm/new.json",
        "topics/news.alerts.v1/examples/alert/new.yaml",
        "topics/README.md",
        "webhooks/topic.json",
    ],
)
def test_orphans_are_named(spoilable: Path, name: str) -> None:
    orphan = spoilable / name
    orphan.parent.mkdir(exist_ok=True)
    orphan.write_text("{}", encoding="utf-8")
    assert layout_problems(spoilable) == [f"{name} belongs to no message: remove it, or name it in an entry"]


def test_missing_files_are_named(spoilable: Path) -> None:
    folder = spoilable / "topics" / "news.alerts.v1"
    (folder / "alert.schema.json").unlink()
    for example in (folder / "examples" / "alert").iterdir():
        example.unlink()
    assert layout_problems(spoilable) == [
        "topics/news.alerts.v1/alert.schema.json is missing: run make schemas",
        "topics/news.alerts.v1/examples/alert/ has no example: write one",
    ]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("title: Alerts", "titel: Alerts", "unknown field `titel`"),
        ("title: Alerts\n", "", "missing required field `title`"),
        ("title: Alerts", 'title: ""', r"length >= 1 - at `\$.title`"),
        ("partitions: 12", "partitions: 0", r">= 1 - at `\$.partitions`"),
        ("partitions: 12", "partitions: twelve", r"Expected `int`, got `str` - at `\$.partitions`"),
        ("producers: [correlator, redrive]", "producers: []", r"length >= 1 - at `\$.producers`"),
        ("producers: [correlator, redrive]", "producers: [The Correlator]", r"at `\$.producers\[0\]`"),
        ('retention.ms: "2592000000"', "retention.ms: 2592000000", r"Expected `str`, got `int` - at `\$.config"),
        ("struct: tocsin.core.model.alert.Alert", "struct: os.path", r"at `\$.messages\[...\].struct`"),
        ("ce_type: tocsin.alert.v1", "ce_type: alert", r"at `\$.messages\[...\].ce_type`"),
        ('    key: "{rule}"\n', "", "missing required field `key`"),
        ("name: news.alerts.v1", "name: news.alarms.v1", "stands in the folder news.alerts.v1"),
        ("cleanup.policy: delete", "cleanup.policy: compact", "say what a null value means"),
        ("messages:", "messages: [", "topic.yaml"),
    ],
)
def test_wrong_entries_are_refused_with_their_place(spoilable: Path, old: str, new: str, problem: str) -> None:
    folder = spoilable / "topics" / "news.alerts.v1"
    entry = (folder / ENTRY).read_text(encoding="utf-8")
    assert old in entry
    (folder / ENTRY).write_text(entry.replace(old, new), encoding="utf-8")
    with pytest.raises(InvalidTopicError, match=problem):
        read_topic(folder)


def test_a_folder_without_an_entry_is_refused(spoilable: Path) -> None:
    (spoilable / "topics" / "news.alerts.v1" / ENTRY).unlink()
    with pytest.raises(InvalidTopicError, match=r"news\.alerts\.v1/topic\.yaml"):
        read_topics(spoilable / "topics")
