"""JSON Schemas (2020-12) of messages, made from their msgspec structs."""

from collections.abc import Mapping
from typing import Any

import msgspec

from tools.contract.descriptions import field_descriptions, prose, structs_by_name
from tools.contract.vocabulary import Vocabulary

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_REF = "#/$defs/{name}"


def message_schema(topic: str, message: str, model: type[msgspec.Struct], vocabulary: Vocabulary) -> Schema:
    """The schema of one message: its struct at the top, the structs it holds under ``$defs``.

    A reader may rely on what is required and must ignore what it does not know, so objects stay open except where the
    struct itself refuses unknown keys (configuration that people type).
    """
    (reference,), definitions = msgspec.json.schema_components([model], ref_template=_REF)
    structs = structs_by_name(model)
    readable: dict[str, Schema] = {
        name: _with_fields(_readable(node, vocabulary), field_descriptions(structs[name]))
        for name, node in sorted(definitions.items())
    }
    head: Schema = {"$schema": DIALECT, "$id": f"urn:tocsin:{topic}:{message}"}
    return head | readable.pop(reference["$ref"].rpartition("/")[2]) | ({"$defs": readable} if readable else {})


def _with_fields(schema: Schema, described: Mapping[str, str]) -> Schema:
    fields = {
        name: {"description": described[name]} | node if name in described else node
        for name, node in schema["properties"].items()
    }
    return schema | {"properties": fields}


def _readable(node: Any, vocabulary: Vocabulary) -> Any:
    """The same schema for people: docstrings as prose, enumerations in their own order, ``null`` as a type."""
    if isinstance(node, list):
        return [_readable(item, vocabulary) for item in node]
    if not isinstance(node, dict):
        return node
    result: Schema = {key: _readable(value, vocabulary) for key, value in node.items()}
    if isinstance(result.get("description"), str):
        result["description"] = prose(result["description"])
    if isinstance(result.get("enum"), list):
        result = _enumeration(result, vocabulary)
    return _nullable(result)


def _enumeration(node: Schema, vocabulary: Vocabulary) -> Schema:
    values = node["enum"]
    if len(values) == 1:
        return {"const": values[0]} | {key: value for key, value in node.items() if key != "enum"}
    words = vocabulary.get(frozenset(values))
    if words is None:
        return node
    described = {"description": words.about} if words.about else {}
    return described | node | {"enum": list(words.values)}


def _nullable(node: Schema) -> Schema:
    """``anyOf`` a plain type and null, written as one list of two types."""
    match node.get("anyOf"):
        case [{"type": str(kind)} as other, {"type": "null"}]:
            beside = {key: value for key, value in node.items() if key != "anyOf"}
            return dict(other) | {"type": [kind, "null"]} | beside
        case _:
            return node
