"""All messages that have a schema: those on topics, and the bodies that webhooks receive."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from tocsin.core.model.event import AlertEvent, HeldEvent, SummaryEvent
from tools.contract.topics import ENTRY, SCHEMAS, Topic, read_topics

WEBHOOKS: Mapping[str, type[msgspec.Struct]] = {
    "alert": AlertEvent,
    "held": HeldEvent,
    "summary": SummaryEvent,
}
"""What webhook subscribers are sent, told apart by ``type``."""


class Group(NamedTuple):
    """Messages that share a folder. ``settings`` are what else readers rely on."""

    name: str
    folder: Path
    structs: Mapping[str, type[msgspec.Struct]]
    settings: Mapping[str, Any]

    def schema_path(self, message: str) -> Path:
        """Where a message's JSON Schema stands."""
        return self.folder / f"{message}.schema.json"

    def example_paths(self, message: str) -> list[Path]:
        """A message's examples, in the order of their names."""
        return sorted((self.folder / "examples" / message).glob("*.json"))


def read_catalog(schemas: Path = SCHEMAS) -> dict[str, Group]:
    """All groups by name, topics first.

    Raises:
        InvalidTopicError: A topic's entry is wrong.
        ImportError, AttributeError: An entry names a struct that does not exist.
    """
    topics = read_topics(schemas / "topics").values()
    groups = [_topic_group(topic, schemas / "topics" / topic.name) for topic in topics]
    return {group.name: group for group in (*groups, Group("webhooks", schemas / "webhooks", WEBHOOKS, {}))}


def _topic_group(topic: Topic, folder: Path) -> Group:
    return Group(
        topic.name,
        folder,
        {name: message.model() for name, message in topic.messages.items()},
        {
            "partitions": topic.partitions,
            "cleanup.policy": topic.config.get("cleanup.policy"),
            "keys": {name: message.key for name, message in topic.messages.items()},
            "ce_types": {name: message.ce_type for name, message in topic.messages.items()},
        },
    )


def layout_problems(schemas: Path = SCHEMAS) -> list[str]:
    """Files that belong to no message, and files that a message lacks; empty when all is in its place."""
    catalog = read_catalog(schemas)
    expected = {group.folder / ENTRY for group in catalog.values()}
    lacking: list[str] = []
    for group in catalog.values():
        for message in group.structs:
            schema, examples = group.schema_path(message), group.example_paths(message)
            expected |= {schema, *examples}
            if not schema.exists():
                lacking.append(f"{schema.relative_to(schemas)} is missing: run make schemas")
            if not examples:
                lacking.append(f"{group.folder.relative_to(schemas)}/examples/{message}/ has no example: write one")
    found = {path for part in ("topics", "webhooks") for path in (schemas / part).rglob("*") if path.is_file()}
    return lacking + [
        f"{path.relative_to(schemas)} belongs to no message: remove it, or name it in an entry"
        for path in sorted(found - expected)
    ]
