"""What may change in a schema that others rely on: only additions. Everything else is named, with its place.

Both directions count, since messages outlive upgrades and readers upgrade in their own time: old messages must stay
valid under the new schema, and readers of the old one must get along with new messages. So these pass: a new optional
field, a new value in an enumeration (readers are told to expect them), and any change of words. A keyword that is
unknown here must not change at all.
"""

from collections.abc import Iterator
from typing import Any

from tools.contract.schema import Schema

ANNOTATIONS = frozenset({"$schema", "$id", "$comment", "title", "description", "examples", "$defs"})
"""Keywords that decide nothing about a message. Definitions count where they are referred to."""

_ABSENT = object()


def promise(node: Any) -> Any:
    """The schema less its words: what a reader can rely on."""
    if isinstance(node, list):
        return [promise(item) for item in node]
    if not isinstance(node, dict):
        return node
    return {key: _promise_of(key, value) for key, value in node.items() if not _is_words(key, value)}


def _is_words(key: str, value: Any) -> bool:
    # In a map of properties "description" is a field's name and holds a schema, not text.
    return key in ANNOTATIONS - {"$defs"} and not isinstance(value, dict)


def _promise_of(key: str, value: Any) -> Any:
    return value if key in {"default", "enum", "const", "required"} else promise(value)


def breaking_changes(old: Schema, new: Schema) -> list[str]:
    """What in ``new`` breaks messages or readers of ``old``; empty when it only adds."""
    return list(_Comparison(old, new).nodes(old, new, "$", frozenset()))


class _Comparison:
    """Walks two schemas side by side, each reference resolved in its own."""

    def __init__(self, old: Schema, new: Schema) -> None:
        self._old = old
        self._new = new

    def nodes(self, old: Any, new: Any, place: str, seen: frozenset[tuple[str, str]]) -> Iterator[str]:
        if not isinstance(old, dict) or not isinstance(new, dict):
            if old != new:
                yield f"{place}: {old!r} became {new!r}"
            return
        pair = (old.get("$ref", ""), new.get("$ref", ""))
        if any(pair) and pair in seen:
            return
        old, new = _resolved(old, self._old), _resolved(new, self._new)
        yield from _values(old, new, place)
        yield from _required(old, new, place)
        for key in sorted((old.keys() | new.keys()) - ANNOTATIONS - {"enum", "const", "required", "$ref"}):
            yield from self._keyword(key, old.get(key, _ABSENT), new.get(key, _ABSENT), place, seen | {pair})

    def _keyword(self, key: str, old: Any, new: Any, place: str, seen: frozenset[tuple[str, str]]) -> Iterator[str]:
        match old, new:
            case dict(), dict() if key == "properties":
                yield from self._properties(old, new, place, seen)
            case dict(), dict() if key in {"items", "additionalProperties"}:
                yield from self.nodes(old, new, f"{place}[]", seen)
            case list(), list() if key in {"anyOf", "oneOf", "allOf", "prefixItems"}:
                yield from self._parts(key, old, new, place, seen)
            case _ if not (_default_kept(old, new) if key == "default" else old == new):
                yield f"{place}: {key} {_shown(old)} became {_shown(new)}"

    def _properties(self, old: Schema, new: Schema, place: str, seen: frozenset[tuple[str, str]]) -> Iterator[str]:
        for name, node in old.items():
            if name in new:
                yield from self.nodes(node, new[name], f"{place}.{name}", seen)
            else:
                yield f"{place}.{name}: removed"

    def _parts(
        self, key: str, old: list[Any], new: list[Any], place: str, seen: frozenset[tuple[str, str]]
    ) -> Iterator[str]:
        if len(old) != len(new):
            yield f"{place}: {key} had {len(old)} parts and has {len(new)}"
        for number, (before, after) in enumerate(zip(old, new, strict=False)):
            yield from self.nodes(before, after, f"{place}<{number}>", seen)


def _resolved(node: Schema, document: Schema) -> Schema:
    reference = node.get("$ref")
    if reference is None:
        return node
    name = reference.removeprefix("#/$defs/")
    beside = {key: value for key, value in node.items() if key != "$ref"}
    return _resolved(document["$defs"][name], document) | beside


def _values(old: Schema, new: Schema, place: str) -> Iterator[str]:
    """Enumerations may grow; a constant is one of a single value."""
    before, after = _enumerated(old), _enumerated(new)
    if (before is None) != (after is None):
        yield f"{place}: {'any value' if before is None else before} became {'any value' if after is None else after}"
    elif before is not None and after is not None:
        for value in before:
            if value not in after:
                yield f"{place}: no longer allows {value!r}"


def _enumerated(node: Schema) -> list[Any] | None:
    if "const" in node:
        return [node["const"]]
    values: list[Any] | None = node.get("enum")
    return values


def _required(old: Schema, new: Schema, place: str) -> Iterator[str]:
    before, after = set(old.get("required", ())), set(new.get("required", ()))
    for name in sorted(after - before):
        yield f"{place}.{name}: newly required, but older messages lack it; give it a default"
    for name in sorted(before - after):
        yield f"{place}.{name}: no longer required, but readers rely on it"


def _default_kept(old: Any, new: Any) -> bool:
    """A default decides what a missing field means; one that is an object may gain fields with it."""
    if isinstance(old, dict) and isinstance(new, dict):
        return all(key in new and _default_kept(value, new[key]) for key, value in old.items())
    return bool(old == new)


def _shown(value: Any) -> str:
    return "absent" if value is _ABSENT else repr(value)
