"""The schemas are what the model says: no drift, docstrings kept, closed words in their order."""

from pathlib import Path

import msgspec
import pytest

from tocsin.core.model.analysis import Casualty
from tools import write_schemas
from tools.contract.catalog import Group
from tools.contract.descriptions import field_descriptions, prose
from tools.contract.dialect import validator
from tools.contract.schema import Schema, message_schema
from tools.contract.vocabulary import read_vocabulary
from tools.contract.written import outdated_files


def test_schemas_are_up_to_date() -> None:
    assert outdated_files() == [], "run make schemas"


def test_a_stale_or_missing_schema_is_named(spoilable: Path) -> None:
    alert, match = Path("topics/news.alerts.v1/alert.schema.json"), Path("topics/news.matches.v1/match.schema.json")
    (spoilable / alert).write_text("{}\n", encoding="utf-8")
    (spoilable / match).unlink()
    assert outdated_files(spoilable) == [alert, match]


def test_the_document_follows_the_entries(spoilable: Path) -> None:
    entry = spoilable / "topics" / "news.alerts.v1" / "topic.yaml"
    entry.write_text(entry.read_text(encoding="utf-8").replace("title: Alerts", "title: Alarms"), encoding="utf-8")
    assert outdated_files(spoilable) == [Path("asyncapi.yaml")]


def test_the_command_checks_without_writing(capsys: pytest.CaptureFixture[str]) -> None:
    assert write_schemas.main(["--check"]) == (1 if outdated_files() else 0)
    assert write_schemas.main(["--chekc"]) == 2
    assert "usage" in capsys.readouterr().err


def test_every_schema_is_a_schema(schemas: dict[tuple[str, str], Schema]) -> None:
    for schema in schemas.values():
        validator(schema)


def test_every_message_and_part_is_described(schemas: dict[tuple[str, str], Schema]) -> None:
    for schema in schemas.values():
        assert schema["description"]
        assert all(part["description"] for part in schema.get("$defs", {}).values())


def test_messages_stay_open_and_configuration_closed(
    catalog: dict[str, Group], schemas: dict[tuple[str, str], Schema]
) -> None:
    for (group, message), schema in schemas.items():
        forbids = catalog[group].structs[message].__struct_config__.forbid_unknown_fields
        assert schema.get("additionalProperties", True) is not forbids
        assert forbids == (group == "news.config.v1")


class Inner(msgspec.Struct, tag="inner"):
    """What ``deep`` is. And ``wide``, e.g. 3."""

    deep: str | None = None
    wide: int = 3


class Outer(Inner, tag="outer"):
    """Holds one.

    ``inner`` is it,
    over two lines.
    """

    inner: Inner | None = None


def test_a_schema_reads_as_its_docstrings() -> None:
    schema = message_schema("t", "m", Outer, {})
    assert schema["description"] == "Holds one.\n\n`inner` is it, over two lines."
    assert schema["properties"]["type"] == {"const": "outer"}
    assert schema["properties"]["deep"] == {
        "description": "What `deep` is.",
        "type": ["string", "null"],
        "default": None,
    }
    assert schema["properties"]["inner"]["description"] == "`inner` is it, over two lines."
    assert schema["properties"]["inner"]["anyOf"] == [{"$ref": "#/$defs/Inner"}, {"type": "null"}]
    assert schema["$defs"]["Inner"]["properties"]["wide"]["description"] == "And `wide`, e.g. 3."


def test_words_keep_their_order_and_docstring() -> None:
    vocabulary = read_vocabulary()
    status = vocabulary[frozenset({"stated", "unverified", "denied", "possible", "past"})]
    assert status.values == ("stated", "unverified", "denied", "possible", "past")
    assert status.about.startswith("How the text stands to a fact")


def test_fields_are_described_by_the_struct_that_names_them() -> None:
    described = field_descriptions(Casualty)
    assert "bound the number" in described["min"]
    assert "who says so" in described["attribution"]


def test_prose_keeps_paragraphs() -> None:
    assert prose("One\n    two ``three``.\n\n    Four.\n    ") == "One two `three`.\n\nFour."
