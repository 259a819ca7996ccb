"""JSON Schemas of the config objects, for editors to complete and check YAML with."""

import re
from collections.abc import Mapping
from typing import Any

import msgspec

from tocsin.core.config.objects import KINDS

Schema = dict[str, Any]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def config_schema(kind: str | None = None) -> Schema:
    """The schema of one kind of object; of any object when ``kind`` is None.

    Raises:
        KeyError: there is no such kind.
    """
    if kind is None:
        (schemas, parts) = msgspec.json.schema_components(KINDS.values(), ref_template="#/$defs/{name}")
        schema: Schema = {
            "$schema": _DIALECT,
            "title": "A Tocsin config object",
            "oneOf": list(schemas),
            "$defs": parts,
        }
    else:
        schema = {"$schema": _DIALECT} | msgspec.json.schema(KINDS[kind], ref_template="#/$defs/{name}")
    tidy: Schema = _tidy(schema)
    _require_kind(tidy["$defs"])
    return tidy


def schema_files() -> Mapping[str, Schema]:
    """File names to schemas: one a kind, and ``config.schema.json`` for files that mix them."""
    return {f"{kind or 'config'}.schema.json": config_schema(kind) for kind in (None, *KINDS)}


def _tidy(value: Any) -> Any:
    """Plain lists for tuples, fields described, no defaults (editors would write them out)."""
    if isinstance(value, dict):
        tidied = {key: _tidy(each) for key, each in value.items() if key != "default"}
        if isinstance(tidied.get("description"), str):
            tidied["description"] = _describe(tidied, value["description"])
        return tidied
    if isinstance(value, list | tuple):
        return [_tidy(each) for each in value]
    return value


def _describe(part: Schema, docstring: str) -> str:
    """The docstring in one line; each field gets the sentences that name it in double backquotes."""
    text = re.sub(r"\s+", " ", docstring).strip()
    sentences = re.split(r"(?<=[.?;]) (?=[A-Z`])", text)
    for name, field in part.get("properties", {}).items():
        said = [sentence for sentence in sentences if f"``{name}``" in sentence]
        if said and "$ref" not in field:
            field["description"] = " ".join(said).replace("``", "`")
    return text.replace("``", "`")


def _require_kind(parts: Schema) -> None:
    for kind, struct in KINDS.items():
        part = parts.get(struct.__name__)
        if part is not None:
            part["properties"]["kind"] = {"const": kind}
