"""A schema made strict for producers: what a message may carry is what its schema names."""

from typing import Any, cast

from tools.contract.schema import Schema


def closed(schema: Schema) -> Schema:
    """The same schema with every object closed, so that a field nobody declared is an error.

    Readers must ignore unknown fields, so the published schemas are open. What we produce ourselves is held to this
    form: it is what notices a field that a schema no longer has.
    """
    return cast("Schema", _closed(schema))


def _closed(node: Any) -> Any:
    if isinstance(node, list):
        return [_closed(item) for item in node]
    if not isinstance(node, dict):
        return node
    result = {key: _closed(value) for key, value in node.items()}
    # In a map of properties, "type" may be a field's name, and then it holds a schema.
    if isinstance(node.get("properties"), dict) and isinstance(node.get("type"), str | list):
        result.setdefault("additionalProperties", False)
    return result
