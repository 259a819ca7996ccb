"""The AsyncAPI document: valid by AsyncAPI's own schema, whole, and both checks fail on what is wrong."""

import copy
import gzip
import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from tools.contract.asyncapi import Document
from tools.contract.references import reference_problems
from tools.contract.topics import SCHEMAS, Topic

SPECIFICATION = Path(__file__).parent / "data" / "asyncapi-3.0.0.json.gz"


@pytest.fixture(scope="module")
def specification() -> Draft7Validator:
    return Draft7Validator(json.loads(gzip.decompress(SPECIFICATION.read_bytes())))


@pytest.fixture
def document() -> Document:
    content: Document = yaml.safe_load((SCHEMAS / "asyncapi.yaml").read_text(encoding="utf-8"))
    return content


def test_the_specification_is_the_published_one() -> None:
    digest = hashlib.sha256(gzip.decompress(SPECIFICATION.read_bytes())).hexdigest()
    assert digest in (SPECIFICATION.parent / "README.md").read_text(encoding="utf-8")


def test_the_document_is_valid(specification: Draft7Validator, document: Document) -> None:
    assert [error.message for error in specification.iter_errors(document)] == []
    assert reference_problems(document, SCHEMAS) == []


def test_the_document_holds_every_topic_and_message(document: Document, topics: dict[str, Topic]) -> None:
    assert {name: set(channel["messages"]) for name, channel in document["channels"].items()} == {
        name: set(topic.messages) for name, topic in topics.items()
    }


ALERTS = "news.alerts.v1"


def _set(*path: str, value: Any) -> Callable[[Document], None]:
    def spoil(document: Document) -> None:
        node = document
        for part in path[:-1]:
            node = node[part]
        node[path[-1]] = value

    return spoil


def _delete(*path: str) -> Callable[[Document], None]:
    def spoil(document: Document) -> None:
        node = document
        for part in path[:-1]:
            node = node[part]
        del node[path[-1]]

    return spoil


@pytest.mark.parametrize(
    "spoil",
    [
        _delete("info"),
        _delete("info", "title"),
        _set("asyncapi", value="2.6.0"),
        _set("topics", value={}),
        _set("channels", ALERTS, "adress", value=ALERTS),
        _set("channels", ALERTS, "bindings", "kafka", "partitions", value=0),
        _set("channels", ALERTS, "bindings", "kafka", "topicConfiguration", "cleanup.policy", value=["forget"]),
        _set("operations", "correlator-sends-news.alerts.v1", "action", value="publish"),
        _delete("operations", "correlator-sends-news.alerts.v1", "channel"),
        _set("components", "messages", "alert.v1", "contentTypo", value="application/json"),
        _delete("servers", "kafka", "protocol"),
    ],
)
def test_an_invalid_document_is_refused(
    specification: Draft7Validator, document: Document, spoil: Callable[[Document], None]
) -> None:
    spoil(document)
    assert list(specification.iter_errors(document))


@pytest.mark.parametrize(
    ("spoil", "problem"),
    [
        (
            _set("channels", ALERTS, "messages", "alert", "$ref", value="#/components/messages/alarm.v1"),
            "#/channels/news.alerts.v1/messages/alert: #/components/messages/alarm.v1 leads nowhere",
        ),
        (
            _set("operations", "correlator-sends-news.alerts.v1", "channel", "$ref", value="#/channels/news.alarms.v1"),
            "#/operations/correlator-sends-news.alerts.v1/channel: #/channels/news.alarms.v1 leads nowhere",
        ),
        (
            _set("components", "messages", "alert.v1", "payload", "schema", "$ref", value="./alarm.schema.json"),
            "#/components/messages/alert.v1/payload/schema: ./alarm.schema.json leads nowhere",
        ),
        (_set("components", "messages", "alarm.v1", value={}), "#/components/messages: alarm.v1 is not used"),
        (_set("channels", "news.alarms.v1", value={}), "#/channels: news.alarms.v1 is not used"),
    ],
)
def test_loose_ends_are_named(document: Document, spoil: Callable[[Document], None], problem: str) -> None:
    spoiled = copy.deepcopy(document)
    spoil(spoiled)
    assert problem in reference_problems(spoiled, SCHEMAS)
