"""What the model's docstrings say, as descriptions in schemas: of a struct as a whole, and of each field."""

import inspect
import re
from collections.abc import Mapping

import msgspec

_SENTENCE = re.compile(r"(?<=\.)(?<!e\.g\.)(?<!i\.e\.)\s+(?=[A-Z`(\"])")


def prose(docstring: str) -> str:
    """A docstring as Markdown: unindented, literals in single backticks, each paragraph on one line."""
    text = inspect.cleandoc(docstring).replace("``", "`")
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in text.split("\n\n"))


def field_descriptions(struct: type[msgspec.Struct]) -> dict[str, str]:
    """For each field that the docstring of the struct, or of one it extends, names in backticks: those sentences."""
    described: dict[str, str] = {}
    for owner in struct.__mro__:
        own = vars(owner).get("__doc__") if issubclass(owner, msgspec.Struct) else None
        sentences = _SENTENCE.split(prose(own).replace("\n\n", " ")) if own else []
        for field in struct.__struct_fields__:
            said = " ".join(sentence for sentence in sentences if f"`{field}`" in sentence)
            if said:
                described.setdefault(field, said)
    return described


def structs_by_name(struct: type[msgspec.Struct]) -> Mapping[str, type[msgspec.Struct]]:
    """The struct and all that it holds, by class name, which is what msgspec names definitions after."""
    found: dict[str, type[msgspec.Struct]] = {}
    _collect(msgspec.inspect.type_info(struct), found)
    return found


def _collect(node: object, found: dict[str, type[msgspec.Struct]]) -> None:
    if isinstance(node, tuple | list):
        for item in node:
            _collect(item, found)
    elif isinstance(node, msgspec.inspect.StructType):
        if node.cls.__name__ not in found:
            found[node.cls.__name__] = node.cls
            _collect([field.type for field in node.fields], found)
    elif isinstance(node, msgspec.inspect.Type):
        _collect([getattr(node, name) for name in node.__struct_fields__], found)
