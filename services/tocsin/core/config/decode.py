"""A YAML node against a struct's type: plain values, and every problem at its own place.

The structs in ``core.model`` are the one description of the language: this walk reads it from them
(``msgspec.inspect``), so that messages, decoding and the editors' JSON Schemas can't drift apart.
"""

import re
from collections.abc import Iterable
from datetime import datetime
from typing import Annotated, Any

import msgspec
import yaml
from msgspec import inspect

from tocsin.core.config.errors import Problem
from tocsin.core.config.nearest import unknown
from tocsin.core.config.nodes import is_null, problem_at

_MARK = re.compile(r"^\.(?=\d)|(?<=^-)\.(?=\d)")
"""A decimal point that begins a number, which YAML takes and JSON does not."""

_IDENTIFIER = "of lower-case letters, digits, '.', '_' and '-', beginning with a letter or digit, at most 100"
"""What the pattern of an id asks for; other patterns say it in their ``description``."""

_TRUE, _FALSE = frozenset({"true", "yes", "on"}), frozenset({"false", "no", "off"})


class Decoder:
    """Walks one text's nodes; ``problems`` grows as it goes."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.problems: list[Problem] = []

    def wrong(self, node: yaml.Node, message: str) -> None:
        """Note a problem at ``node`` and go on."""
        self.problems.append(problem_at(self.name, node, message))

    def value(self, node: yaml.Node, expected: inspect.Type, what: str) -> Any:
        """Lists, dictionaries and scalars as ``expected`` wants them; None where a problem was noted."""
        match expected:
            case inspect.UnionType():
                return self._union(node, expected, what)
            case inspect.StructType():
                return self.struct(node, expected, what)
            case inspect.DictType():
                return self._dictionary(node, expected, what)
            case inspect.VarTupleType() | inspect.ListType():
                return self._list(node, expected, what)
            case inspect.Metadata(type=inspect.StrType() as text, extra_json_schema={"description": form}):
                return self._scalar(node, text, what, form)
            case _:
                return self._scalar(node, expected, what)

    def struct(self, node: yaml.Node, expected: inspect.StructType, what: str) -> dict[str, Any] | None:
        """The fields of a mapping; unknown and missing ones are problems."""
        entries = self._entries(node, what)
        if entries is None:
            return None
        fields = {field.encode_name: field for field in expected.fields}
        values: dict[str, Any] = {}
        for key, value in entries:
            if key.value == expected.tag_field:
                continue
            field = fields.get(key.value)
            if field is None:
                known = [*fields, expected.tag_field] if expected.tag_field else list(fields)
                self.wrong(key, unknown("field", key.value, known, f" in {what}"))
            elif not (is_null(value) and not field.required):
                values[key.value] = self.value(value, field.type, field.encode_name)
        given = {key.value for key, _ in entries}
        for name, field in fields.items():
            if field.required and name not in given:
                self.wrong(node, f"{what} needs {name!r}")
        return values

    def _entries(self, node: yaml.Node, what: str) -> list[tuple[yaml.ScalarNode, yaml.Node]] | None:
        if not isinstance(node, yaml.MappingNode):
            self.wrong(node, f"{what} must be a mapping of fields (name: value), not {_kind(node)}")
            return None
        entries: list[tuple[yaml.ScalarNode, yaml.Node]] = []
        seen: dict[str, int] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self.wrong(key, f"a field name in {what} must be a word")
            elif key.value in seen:
                self.wrong(key, f"{key.value!r} stands twice in {what}, first in line {seen[key.value]}: keep one")
            elif key.tag == "tag:yaml.org,2002:merge":
                self.wrong(key, "merge keys (<<) are not supported: write the fields out, or share a list (kind: list)")
            else:
                seen[key.value] = key.start_mark.line + 1
                entries.append((key, value))
        return entries

    def _dictionary(self, node: yaml.Node, expected: inspect.DictType, what: str) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for key, value in self._entries(node, what) or ():
            name = self.value(key, expected.key_type, f"key in {what}")
            if name is not None:
                values[name] = self.value(value, expected.value_type, f"{what}.{key.value}")
        return values

    def _list(self, node: yaml.Node, expected: inspect.VarTupleType | inspect.ListType, what: str) -> list[Any] | None:
        if not isinstance(node, yaml.SequenceNode):
            example = f"[{node.value}]" if isinstance(node, yaml.ScalarNode) else "items that each begin with '- '"
            self.wrong(node, f"{what} must be a list: write {example}")
            return None
        if expected.min_length and len(node.value) < expected.min_length:
            self.wrong(node, f"{what} must have an item")
        return [self.value(item, expected.item_type, what) for item in node.value]

    def _union(self, node: yaml.Node, expected: inspect.UnionType, what: str) -> Any:
        types = [each for each in expected.types if not isinstance(each, inspect.NoneType)]
        if isinstance(node, yaml.MappingNode):
            structs = [each for each in types if isinstance(each, inspect.StructType | inspect.DictType)]
            if structs:
                return self.value(node, structs[0], what)
        scalars = [each for each in types if not isinstance(each, inspect.StructType | inspect.DictType)]
        if isinstance(node, yaml.ScalarNode) and scalars:
            return self._first_scalar(node, scalars, what)
        return self.value(node, types[0], what)

    def _first_scalar(self, node: yaml.ScalarNode, types: Iterable[inspect.Type], what: str) -> Any:
        """The first type that takes it, numbers before words; else the problem that the last one has with it."""
        ordered = sorted(types, key=lambda each: isinstance(each, inspect.StrType | inspect.LiteralType))
        trial = Decoder(self.name)
        for each in ordered:
            trial.problems.clear()
            value = trial.value(node, each, what)
            if not trial.problems:
                return value
        words = [each for each in ordered if isinstance(each, inspect.LiteralType)]
        if words and any(isinstance(each, inspect.IntType) for each in ordered):
            known = ", ".join(map(str, words[0].values))
            self.wrong(node, f"{what} must be {known} or a number, not {node.value!r}")
        else:
            self.problems.extend(trial.problems)
        return None

    def _scalar(self, node: yaml.Node, expected: inspect.Type, what: str, form: str = _IDENTIFIER) -> Any:
        """``form`` says in words what the pattern of a text asks for."""
        if not isinstance(node, yaml.ScalarNode) or (is_null(node) and not node.value):
            self.wrong(node, f"{what} must be {_NAMES.get(type(expected), 'a word')}, not {_kind(node)}")
            return None
        match expected:
            case inspect.LiteralType():
                return self._choice(node, expected, what)
            case inspect.BoolType():
                return self._truth(node, what)
            case inspect.StrType():
                return self._word(node, expected, what, form)
            case _:
                return self._number(node, expected, what)

    def _choice(self, node: yaml.ScalarNode, expected: inspect.LiteralType, what: str) -> str | None:
        if node.value in expected.values:
            return str(node.value)
        self.wrong(node, unknown(what, node.value, [str(value) for value in expected.values]))
        return None

    def _truth(self, node: yaml.ScalarNode, what: str) -> bool | None:
        word = node.value.casefold()
        if word not in _TRUE | _FALSE:
            self.wrong(node, f"{what} must be true or false, not {node.value!r}")
            return None
        return word in _TRUE

    def _word(self, node: yaml.ScalarNode, expected: inspect.StrType, what: str, form: str) -> str | None:
        value = str(node.value)
        if expected.min_length is not None and len(value.strip()) < expected.min_length:
            self.wrong(node, f"{what} is empty")
        elif expected.max_length is not None and len(value) > expected.max_length:
            self.wrong(node, f"{what} is longer than {expected.max_length} characters")
        elif expected.pattern is not None and not re.search(expected.pattern, value):
            self.wrong(node, f"{what} {value!r} must be {form}")
        else:
            return value
        return None

    def _number(self, node: yaml.ScalarNode, expected: inspect.Type, what: str) -> Any:
        """Numbers and times, by msgspec's own reading of their words and bounds."""
        try:
            if isinstance(expected, inspect.AnyType):
                return node.value
            word = _MARK.sub("0.", node.value)
            return msgspec.to_builtins(msgspec.convert(word, _annotated(expected), strict=False))
        except msgspec.ValidationError as error:
            name = _NAMES.get(type(expected), "a value")
            bound = re.search(r"(<=?|>=?) ?([-\d.]+)", str(error))
            limit = f" {bound[1]} {bound[2]}" if bound else ""
            self.wrong(node, f"{what} must be {name}{limit}, not {node.value!r}")
            return None


_BASES: dict[type[inspect.Type], type] = {
    inspect.IntType: int,
    inspect.FloatType: float,
    inspect.DateTimeType: datetime,
}
_NAMES: dict[type[inspect.Type], str] = {
    inspect.IntType: "a whole number",
    inspect.FloatType: "a number",
    inspect.BoolType: "true or false",
    inspect.StrType: "a word",
    inspect.LiteralType: "a word",
    inspect.DateTimeType: "a time with its zone, such as 2026-12-01T12:00:00Z",
}


def _annotated(expected: inspect.Type) -> Any:
    """A type that msgspec converts to, made from its description."""
    names = ("gt", "ge", "lt", "le", "tz")
    limits = {name: getattr(expected, name) for name in names if getattr(expected, name, None) is not None}
    base = _BASES[type(expected)]
    return Annotated[base, msgspec.Meta(**limits)] if limits else base


def _kind(node: yaml.Node) -> str:
    if isinstance(node, yaml.MappingNode):
        return "a mapping"
    return "a list" if isinstance(node, yaml.SequenceNode) else repr(node.value) if node.value else "empty"
