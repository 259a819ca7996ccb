"""What was released is kept: every way to break a schema is named, and what only adds passes."""

import copy
import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tools.contract.compatibility import breaking_changes, promise
from tools.contract.schema import Schema

SCHEMA: Schema = {
    "type": "object",
    "required": ["id", "kind"],
    "properties": {
        "id": {"type": "string", "pattern": "^[a-z]+$", "description": "Words."},
        "kind": {"enum": ["new", "update"]},
        "tag": {"const": "alert"},
        "at": {"type": ["string", "null"], "format": "date-time", "default": None},
        "labels": {"type": "object", "additionalProperties": {"type": "string"}},
        "parts": {"type": "array", "items": {"$ref": "#/$defs/Part"}, "default": []},
        "best": {"anyOf": [{"$ref": "#/$defs/Part"}, {"type": "null"}], "default": {"count": 1}},
        "title": {"type": "string"},
    },
    "$defs": {
        "Part": {
            "type": "object",
            "required": ["count"],
            "properties": {"count": {"type": "integer", "minimum": 0}, "parts": {"items": {"$ref": "#/$defs/Part"}}},
        }
    },
}

Change = Callable[[Schema], object]


@pytest.mark.parametrize(
    "change",
    [
        lambda s: s["properties"].update(colour={"type": "string"}),
        lambda s: s["properties"]["kind"]["enum"].append("escalation"),
        lambda s: s["properties"].update(tag={"enum": ["alert", "alarm"]}),
        lambda s: s["properties"]["id"].update(description="Other words.", title="Id", examples=["a"]),
        lambda s: s.update({"$id": "urn:other", "$comment": "none"}),
        lambda s: s["$defs"]["Part"]["properties"].update(size={"type": "integer"}),
        lambda s: s["properties"]["best"]["default"].update(size=3),
        lambda s: s["$defs"].update(Unused={"type": "null"}),
        lambda s: s["required"].reverse(),
    ],
)
def test_additions_pass(change: Change) -> None:
    new = copy.deepcopy(SCHEMA)
    change(new)
    assert new != SCHEMA
    assert breaking_changes(SCHEMA, new) == []


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (lambda s: s["properties"].pop("labels"), "$.labels: removed"),
        (lambda s: s["properties"].pop("title"), "$.title: removed"),
        (lambda s: s["$defs"]["Part"]["properties"].pop("count"), "$.parts[].count: removed"),
        (lambda s: s["required"].append("tag"), "$.tag: newly required"),
        (lambda s: s["$defs"]["Part"]["required"].append("parts"), "$.parts[].parts: newly required"),
        (lambda s: s["required"].remove("kind"), "$.kind: no longer required"),
        (lambda s: s["properties"]["kind"]["enum"].remove("new"), "$.kind: no longer allows 'new'"),
        (lambda s: s["properties"].update(kind={"type": "string"}), "$.kind: ['new', 'update'] became any value"),
        (lambda s: s["properties"].update(tag={"const": "alarm"}), "$.tag: no longer allows 'alert'"),
        (lambda s: s["properties"]["title"].update(enum=["a"]), "$.title: any value became ['a']"),
        (lambda s: s["properties"]["title"].update(type="integer"), "$.title: type 'string' became 'integer'"),
        (lambda s: s["properties"]["title"].update(type=["string", "null"]), "$.title: type 'string' became"),
        (lambda s: s["properties"]["at"].update(type="string"), "$.at: type ['string', 'null'] became 'string'"),
        (lambda s: s["properties"]["at"].pop("format"), "$.at: format 'date-time' became absent"),
        (lambda s: s["properties"]["at"].pop("default"), "$.at: default None became absent"),
        (lambda s: s["properties"]["best"]["default"].update(count=2), "$.best: default {'count': 1} became"),
        (lambda s: s["properties"]["id"].update(pattern="^a$"), "$.id: pattern '^[a-z]+$' became '^a$'"),
        (lambda s: s["properties"]["id"].update(maxLength=5), "$.id: maxLength absent became 5"),
        (lambda s: s["properties"]["id"].update(someday=5), "$.id: someday absent became 5"),
        (lambda s: s["$defs"]["Part"]["properties"]["count"].update(minimum=1), "$.parts[].count: minimum 0 became 1"),
        (lambda s: s.update(additionalProperties=False), "$: additionalProperties absent became False"),
        (lambda s: s["properties"]["labels"]["additionalProperties"].update(type="integer"), "$.labels[]: type"),
        (lambda s: s["properties"]["labels"].pop("additionalProperties"), "$.labels: additionalProperties"),
        (lambda s: s["properties"]["best"]["anyOf"].pop(), "$.best: anyOf had 2 parts and has 1"),
        (lambda s: s["properties"]["parts"].update(items={"type": "string"}), "$.parts[]: properties"),
        (lambda s: s["properties"].update(title=True), "$.title: {'type': 'string'} became True"),
    ],
)
def test_breaking_changes_are_named(change: Change, problem: str) -> None:
    new = copy.deepcopy(SCHEMA)
    change(new)
    assert any(found.startswith(problem) for found in breaking_changes(SCHEMA, new)), breaking_changes(SCHEMA, new)


def test_a_definition_may_be_renamed() -> None:
    new = json.loads(json.dumps(SCHEMA).replace("Part", "Piece"))
    assert breaking_changes(SCHEMA, new) == []


def test_a_promise_has_no_words_but_every_field() -> None:
    promised = promise(SCHEMA | {"title": "Alert", "description": "Words."})
    assert "Words" not in json.dumps(promised)
    assert promised["properties"].keys() == SCHEMA["properties"].keys()
    assert breaking_changes(promised, SCHEMA) == []


def _takeable(node: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], str]]:
    """Every property, enumerated value and requirement of a schema: the way to its container, and its name there."""
    if isinstance(node, list):
        for number, item in enumerate(node):
            yield from _takeable(item, (*path, number))
    elif isinstance(node, dict):
        for keyword in ("properties", "enum", "required"):
            for name in node.get(keyword, ()):
                yield (*path, keyword), name
        for key, value in node.items():
            if key not in {"default", "enum", "required"}:
                yield from _takeable(value, (*path, key))


def _without(schema: Schema, path: tuple[Any, ...], name: str) -> Schema:
    result = copy.deepcopy(schema)
    container: Any = result
    for step in path:
        container = container[step]
    if isinstance(container, list):
        container.remove(name)
    else:
        del container[name]
    return result


def test_nothing_can_be_taken_from_any_schema(schemas: dict[tuple[str, str], Schema]) -> None:
    for schema in schemas.values():
        takeable = list(_takeable(schema))
        assert len(takeable) >= len(schema["properties"]) + len(schema["required"])
        for path, name in takeable:
            assert breaking_changes(schema, _without(schema, path, name)), (schema["$id"], path, name)


def test_anything_can_be_added_to_any_schema(schemas: dict[tuple[str, str], Schema]) -> None:
    for schema in schemas.values():
        assert breaking_changes(schema, schema) == []
        for path in {path for path, _ in _takeable(schema) if path[-1] != "required"}:
            assert breaking_changes(schema, _with(schema, path, "later")) == [], (schema["$id"], path)


def _with(schema: Schema, path: tuple[Any, ...], name: str) -> Schema:
    result = copy.deepcopy(schema)
    container: Any = result
    for step in path:
        container = container[step]
    if isinstance(container, list):
        container.append(name)
    else:
        container[name] = {"type": "string", "default": ""}
    return result
