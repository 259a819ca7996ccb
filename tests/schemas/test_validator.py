"""The validator that tests hold records to: right examples pass, and every way to spoil one is refused."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tocsin.edge.kafka.headers import event_headers
from tools.contract.catalog import Group, read_catalog
from tools.contract.closed import closed
from tools.contract.dialect import validator
from tools.contract.keys import KeyMismatchError, render_key
from tools.contract.schema import Schema
from tools.contract.validator import InvalidMessageError, MessageValidator

ALERTS = "news.alerts.v1"


@pytest.fixture
def alert() -> dict[str, Any]:
    content: dict[str, Any] = json.loads(read_catalog()[ALERTS].example_paths("alert")[0].read_text(encoding="utf-8"))
    return content


def _check(schema_validator: MessageValidator, alert: object, **options: Any) -> str:
    return schema_validator.check(ALERTS, json.dumps(alert).encode(), **({"key": b"iraq-mass-casualties"} | options))


def _problems(schema_validator: MessageValidator, alert: object, **options: Any) -> list[str]:
    with pytest.raises(InvalidMessageError) as caught:
        _check(schema_validator, alert, **options)
    return caught.value.problems


def test_a_record_of_ours_passes(schema_validator: MessageValidator, alert: dict[str, Any]) -> None:
    trace = [("traceparent", b"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"), ("x-other", b"1")]
    headers = event_headers("tocsin.alert.v1", alert["id"], "correlator", trace)
    assert _check(schema_validator, alert, headers=headers) == "alert"


def test_headers_are_held_to_cloudevents(schema_validator: MessageValidator, alert: dict[str, Any]) -> None:
    good = dict(event_headers("tocsin.alert.v1", alert["id"], "correlator"))
    for name in good:
        lacking = [(header, value) for header, value in good.items() if header != name]
        assert any(name in problem for problem in _problems(schema_validator, alert, headers=lacking))
    for name, value in {
        "ce_specversion": b"0.3",
        "ce_id": b"",
        "ce_type": b"tocsin.match.v1",
        "ce_time": b"yesterday",
        "content-type": b"text/html",
        "traceparent": b"none",
        "ce_source": b"\xff",
    }.items():
        assert _problems(schema_validator, alert, headers=(good | {name: value}).items())


def test_keys_are_held_to_their_template(schema_validator: MessageValidator, alert: dict[str, Any]) -> None:
    assert _problems(schema_validator, alert, key=b"another") == ["key: b'another' should be 'iraq-mass-casualties'"]
    assert _problems(schema_validator, alert, key=None) == ["key: None should be 'iraq-mass-casualties'"]


def test_what_is_no_message_is_refused(schema_validator: MessageValidator) -> None:
    with pytest.raises(InvalidMessageError, match=r"no such topic; there are: news\.alerts\.v1,"):
        schema_validator.check("news.alarms.v1", b"{}")
    with pytest.raises(InvalidMessageError, match="not JSON"):
        schema_validator.check(ALERTS, b"{")
    with pytest.raises(InvalidMessageError, match="not JSON"):
        schema_validator.check(ALERTS, b"\xff")
    with pytest.raises(InvalidMessageError, match="none of these by its tag: match, retraction"):
        schema_validator.check("news.matches.v1", b'{"type": "mismatch"}')
    with pytest.raises(InvalidMessageError, match="none of these by its tag: match, retraction"):
        schema_validator.check("news.matches.v1", b"[]")


def test_webhook_bodies_are_checked_too(schema_validator: MessageValidator, catalog: dict[str, Group]) -> None:
    body = catalog["webhooks"].example_paths("held")[0].read_bytes()
    assert schema_validator.check_webhook(body) == "held"
    with pytest.raises(InvalidMessageError, match="'colour' was unexpected"):
        schema_validator.check_webhook(body.replace(b"{", b'{"colour": "red",', 1))
    with pytest.raises(InvalidMessageError, match="none of these by its tag: alert, held"):
        schema_validator.check_webhook(b'{"type": "tocsin.alert.other.v1"}')


def test_tombstones_belong_to_compacted_topics(schema_validator: MessageValidator) -> None:
    assert schema_validator.check("news.config.v1", None, key=b"rule/old") == "tombstone"
    with pytest.raises(InvalidMessageError, match="only compacted topics"):
        schema_validator.check(ALERTS, None, key=b"iraq-mass-casualties")
    with pytest.raises(InvalidMessageError, match="without a key"):
        schema_validator.check("news.config.v1", None)


@pytest.mark.parametrize(
    ("field", "value", "problem"),
    [
        ("seq", "1", "$.seq: '1' is not of type 'integer'"),
        ("seq", True, "$.seq: True is not of type 'integer'"),
        ("kind", "news", "$.kind: 'news' is not one of ['new', 'update', 'escalation', 'withdrawal']"),
        ("first_published", "2026-03-10", "$.first_published: '2026-03-10' is not a 'date-time'"),
        ("first_published", "2026-03-10T09:42:00", "$.first_published: '2026-03-10T09:42:00' is not a 'date-time'"),
    ],
)
def test_problems_name_their_place(
    schema_validator: MessageValidator, alert: dict[str, Any], field: str, value: object, problem: str
) -> None:
    assert _problems(schema_validator, alert | {field: value}) == [problem]


def test_an_undeclared_field_is_refused_at_any_depth(schema_validator: MessageValidator, alert: dict[str, Any]) -> None:
    assert "'colour' was unexpected" in _problems(schema_validator, alert | {"colour": "red"})[0]
    alert["article"]["colour"] = "red"
    assert "$.article: " in _problems(schema_validator, alert)[0]


def test_closing_tells_a_field_named_type_from_the_keyword() -> None:
    schema: Schema = {
        "type": "object",
        "properties": {"type": {"const": "a"}, "properties": {"type": "object", "properties": {}}},
    }
    strict = closed(schema)
    assert set(strict["properties"]) == {"type", "properties"}
    assert list(validator(strict).iter_errors({"type": "a", "properties": {"x": 1}}))
    assert not list(validator(strict).iter_errors({"type": "a", "properties": {}}))


def test_base64_is_checked() -> None:
    check = validator({"type": "string", "contentEncoding": "base64"})
    assert not list(check.iter_errors("PGh0bWw+"))
    assert list(check.iter_errors("<html>"))


def test_key_templates() -> None:
    assert render_key("due/{a}/{b.c}", {"a": "x", "b": {"c": 7}}) == "due/x/7"
    assert render_key("{a|b}", {"a": "", "b": "y"}) == "y"
    assert render_key("{a|b}", {"a": "x", "b": "y"}) == "x"
    assert render_key(None, {}) is None
    for message in ({"a": "x"}, {"a": "x", "b": "y"}, {"a": "x", "b": {"c": None}}, {"a": True, "b": {"c": "z"}}):
        with pytest.raises(KeyMismatchError):
            render_key("due/{a}/{b.c}", message)


def _every_example(catalog: dict[str, Group]) -> Iterator[tuple[str, str, Path]]:
    for group in catalog.values():
        for message in group.structs:
            for path in group.example_paths(message):
                yield group.name, message, path


def test_every_example_loses_its_validity_with_any_required_field(
    catalog: dict[str, Group], schemas: dict[tuple[str, str], Schema]
) -> None:
    for group, message, path in _every_example(catalog):
        schema = schemas[group, message]
        check, content = validator(schema), json.loads(path.read_text(encoding="utf-8"))
        for field in schema["required"]:
            assert list(check.iter_errors({name: value for name, value in content.items() if name != field}))


def test_every_example_loses_its_validity_with_any_field_of_another_type(
    catalog: dict[str, Group], schemas: dict[tuple[str, str], Schema]
) -> None:
    for group, message, path in _every_example(catalog):
        check, content = validator(schemas[group, message]), json.loads(path.read_text(encoding="utf-8"))
        for field in content:
            assert list(check.iter_errors(content | {field: [[{}]]})), (path, field)
