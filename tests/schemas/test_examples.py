"""The examples: valid, complete, readable by our own structs, and telling one story whose ids and words agree."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from tocsin.core.model import ids
from tools.contract.catalog import Group, read_catalog
from tools.contract.keys import render_key
from tools.contract.schema import Schema
from tools.contract.topics import TOPICS, Topic
from tools.contract.validator import MessageValidator

CATALOG = read_catalog()
EXAMPLES = [
    pytest.param(group, message, path, id=f"{group.name}/{message}/{path.stem}")
    for group in CATALOG.values()
    for message in group.structs
    for path in group.example_paths(message)
]


def _read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(("group", "message", "path"), EXAMPLES)
def test_an_example_keeps_its_contract(
    schema_validator: MessageValidator, topics: dict[str, Topic], group: Group, message: str, path: Path
) -> None:
    """Examples are kept for ever, so this is also what a removed field or a new required one breaks."""
    if group.name == "webhooks":
        assert schema_validator.check_webhook(path.read_bytes()) == message
        return
    key = render_key(topics[group.name].messages[message].key, _read(path))
    assert schema_validator.check(group.name, path.read_bytes(), key=key.encode() if key else None) == message


@pytest.mark.parametrize(("group", "message", "path"), EXAMPLES)
def test_our_structs_read_an_example_and_lose_nothing(group: Group, message: str, path: Path) -> None:
    content = msgspec.json.decode(path.read_bytes(), type=group.structs[message])
    written = json.loads(msgspec.json.encode(content))
    assert _contained(_read(path), written)


def _contained(part: Any, whole: Any) -> bool:
    """Whether all of ``part`` is in ``whole``, which may have defaults beside it."""
    if isinstance(part, dict) and isinstance(whole, dict):
        return all(key in whole and _contained(value, whole[key]) for key, value in part.items())
    if isinstance(part, list) and isinstance(whole, list):
        return len(part) == len(whole) and all(map(_contained, part, whole))
    return bool(part == whole)


def test_every_field_is_shown_in_an_example(catalog: dict[str, Group], schemas: dict[tuple[str, str], Schema]) -> None:
    """Of whichever message or part; otherwise a field could go and no example would miss it."""
    declared: set[tuple[str, str]] = set()
    shown: set[tuple[str, str]] = set()
    for (group, message), schema in schemas.items():
        for part in (schema, *schema.get("$defs", {}).values()):
            declared |= {(part["title"], field) for field in part["properties"]}
        for path in catalog[group].example_paths(message):
            shown |= set(_walk(schema, schema["title"], schema, _read(path)))
    missing = sorted(f"{part}.{field}" for part, field in declared - shown)
    assert not missing, f"no example under schemas/ shows {', '.join(missing)}"
    assert shown <= declared


def _walk(document: Schema, name: str, node: Schema, value: Any) -> Iterator[tuple[str, str]]:
    """The fields of the definition ``name`` and those below it that are present, and not null, in ``value``."""
    if "$ref" in node:
        name = node["$ref"].rpartition("/")[2]
        node = document["$defs"][name]
    for option in node.get("anyOf", ()):
        yield from _walk(document, name, option, value)
    if isinstance(value, list):
        for item in value:
            yield from _walk(document, name, node.get("items") or {}, item)
    elif isinstance(value, dict):
        for field, content in value.items():
            below = node.get("properties", {}).get(field)
            if below is None:
                below = node.get("additionalProperties") or {}
            elif content is not None:
                yield name, field
            yield from _walk(document, name, below, content) if isinstance(below, dict) else ()


@pytest.fixture(scope="module")
def articles() -> dict[str, Any]:
    found = [_read(path) for path in CATALOG["news.articles.v1"].example_paths("article")]
    return {article["revision"]: article for article in found if "revision" in article}


def test_spans_are_the_words_of_their_articles(articles: dict[str, Any]) -> None:
    for path in CATALOG["news.matches.v1"].example_paths("match"):
        match = _read(path)
        article = articles[match["article"]["revision"]]
        spans = list(_spans(match))
        assert spans
        for span in spans:
            assert article[span["field"]][span["start"] : span["end"]] == span["text"]


def _spans(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        if {"field", "start", "end", "text"} <= node.keys():
            yield node
        for value in node.values():
            yield from _spans(value)
    elif isinstance(node, list):
        for value in node:
            yield from _spans(value)


def test_ids_derive_from_content(articles: dict[str, Any]) -> None:
    for article in articles.values():
        assert article["id"] == ids.article_id(article["url"])
    for path in CATALOG["news.matches.v1"].example_paths("match"):
        match = _read(path)
        assert match["id"] == ids.match_id(match["rule"], match["article"]["id"], match["article"]["revision"])
    for path in CATALOG["news.alerts.v1"].example_paths("alert"):
        alert = _read(path)
        assert alert["id"] == ids.alert_id(alert["rule"], alert["story"])
    for path in CATALOG["news.deliveries.v1"].example_paths("delivery"):
        delivery = _read(path)
        assert delivery["id"] == ids.delivery_id(delivery["alert"]["id"], delivery["subscription"])


def test_revisions_of_an_alert_grow() -> None:
    folder = TOPICS / "news.alerts.v1" / "examples" / "alert"
    revisions = [_read(folder / f"{kind}.json") for kind in ("new", "update", "escalation", "withdrawal")]
    assert len({alert["id"] for alert in revisions}) == 1
    assert [alert["seq"] for alert in revisions] == sorted({alert["seq"] for alert in revisions})
    assert [alert["kind"] for alert in revisions] == ["new", "update", "escalation", "withdrawal"]
