"""The AsyncAPI 3.0 document over all topics, made from their entries."""

from collections.abc import Iterable
from typing import Any

from tools.contract.schema import DIALECT
from tools.contract.topics import Message, Topic

Document = dict[str, Any]

VERSION = "3.0.0"
_BINDING = "0.5.0"
_SCHEMA_FORMAT = "application/schema+json;version=2020-12"

_ABOUT = (
    "What Tocsin's services write to Kafka and read from it. Delivery is at least once and the same thing twice has "
    "the same id, so drop what you have seen. Schemas change by adding: ignore fields and values that you do not know. "
    "docs/topics.md explains keys, ids, guarantees and how to tell repeats."
)


def asyncapi_document(topics: Iterable[Topic], version: str) -> Document:
    """The document as plain data. ``version`` is Tocsin's own; references are relative to ``schemas/``."""
    entries = list(topics)
    return {
        "asyncapi": VERSION,
        "info": {
            "title": "Tocsin",
            "version": version,
            "description": _ABOUT,
            "license": {"name": "Apache-2.0", "url": "https://www.apache.org/licenses/LICENSE-2.0"},
        },
        "defaultContentType": "application/json",
        "servers": {"kafka": _server()},
        "channels": {topic.name: _channel(topic) for topic in entries},
        "operations": {name: body for topic in entries for name, body in _operations(topic)},
        "components": {
            "messages": {
                _message_name(topic, name): _message(topic, name, message)
                for topic in entries
                for name, message in topic.messages.items()
            }
        },
    }


def _server() -> Document:
    return {
        "host": "{host}:{port}",
        "protocol": "kafka",
        "description": "The brokers that TOCSIN_BROKERS names.",
        "variables": {"host": {"default": "localhost"}, "port": {"default": "9092"}},
    }


def _channel(topic: Topic) -> Document:
    return {
        "address": topic.name,
        "title": topic.title,
        "description": topic.about,
        "messages": {name: {"$ref": f"#/components/messages/{_message_name(topic, name)}"} for name in topic.messages},
        "bindings": {
            "kafka": {
                "topic": topic.name,
                "partitions": topic.partitions,
                "topicConfiguration": {name: _setting(name, value) for name, value in topic.config.items()},
                "bindingVersion": _BINDING,
            }
        },
        "x-partitioned-by": topic.partitioned_by,
    } | ({"x-tombstones": topic.tombstones} if topic.tombstones else {})


def _setting(name: str, value: str) -> list[str] | int | float | str:
    """Kafka takes all settings as text; the binding wants the policy as a list and times as numbers."""
    if name == "cleanup.policy":
        return value.split(",")
    if name.endswith((".ms", ".bytes")):
        return int(value)
    return float(value) if name.endswith(".ratio") else value


def _operations(topic: Topic) -> Iterable[tuple[str, Document]]:
    sides = (("send", "sends", topic.producers), ("receive", "receives", topic.consumers))
    for action, verb, programs in sides:
        for program in programs:
            yield (
                f"{program}-{verb}-{topic.name}",
                {
                    "action": action,
                    "channel": {"$ref": f"#/channels/{topic.name}"},
                    "summary": f"{program} {verb} {topic.title.lower()}.",
                    "tags": [{"name": program}],
                },
            )


def _message(topic: Topic, name: str, message: Message) -> Document:
    key: Document = {"type": "string", "description": message.key_about}
    if message.key is not None:
        key["x-template"] = message.key
    return {
        "name": message.ce_type,
        "title": name.capitalize(),
        "summary": message.about,
        "contentType": "application/json",
        "headers": {"schemaFormat": _SCHEMA_FORMAT, "schema": {"$ref": "./headers.schema.json"}},
        "payload": {
            "schemaFormat": _SCHEMA_FORMAT,
            "schema": {"$ref": f"./topics/{topic.name}/{name}.schema.json"},
        },
        "bindings": {"kafka": {"key": key, "bindingVersion": _BINDING}},
        "x-dialect": DIALECT,
        "x-examples": f"./topics/{topic.name}/examples/{name}",
    }


def _message_name(topic: Topic, message: str) -> str:
    """Components share one name space; the topic's version tells ``alert`` of v1 from that of v2."""
    return f"{message}.{topic.name.rpartition('.')[2]}"
