"""Configuration text to objects."""

from collections.abc import Iterator
from dataclasses import dataclass

import msgspec
import yaml
from msgspec import inspect

from tocsin.core.config.checks import check_object
from tocsin.core.config.decode import Decoder
from tocsin.core.config.errors import ConfigError, Problem
from tocsin.core.config.findings import Path
from tocsin.core.config.nearest import unknown
from tocsin.core.config.nodes import children, problem_at, read_nodes
from tocsin.core.config.objects import KINDS, ConfigObject, config_key


@dataclass(frozen=True)
class Parsed:
    """An object with the text it came from, so that later findings can still name their place."""

    thing: ConfigObject
    file: str
    node: yaml.Node

    def problem(self, path: Path, message: str) -> Problem:
        """A problem at the field that ``path`` leads to, or at the nearest one that stands in the text."""
        return problem_at(self.file, _descend(self.node, path), message)

    def problem_with(self, word: str | int | None, message: str) -> Problem:
        """A problem at the first scalar that reads ``word``, or at the object's beginning."""
        found = next(_scalars(self.node, str(word)), self.node) if word is not None else self.node
        return problem_at(self.file, found, message)


def parse_config(text: str, name: str) -> list[ConfigObject]:
    """The objects in a YAML text of one or more documents. ``name`` is the file's, for messages.

    Raises:
        ConfigError: something is wrong; all that was found, each with file, line, column and remedy.
    """
    return [parsed.thing for parsed in parse_objects(text, name)]


def parse_objects(text: str, name: str) -> list[Parsed]:
    """As ``parse_config``, with the places kept.

    Raises:
        ConfigError: as there.
    """
    problems: list[Problem] = []
    found: list[Parsed] = []
    for node in read_nodes(text, name):
        parsed = _parse_object(node, name, problems)
        if parsed is not None:
            found.append(parsed)
    problems += repeated(found)
    if problems:
        raise ConfigError(problems)
    return found


def repeated(found: list[Parsed]) -> list[Problem]:
    """A problem for each object whose kind and id an earlier one has."""
    first: dict[str, Parsed] = {}
    problems = []
    for parsed in found:
        earlier = first.setdefault(config_key(parsed.thing), parsed)
        if earlier is not parsed:
            place = f"{earlier.file}:{earlier.node.start_mark.line + 1}"
            problems.append(parsed.problem(("id",), f"{config_key(parsed.thing)} is defined already, at {place}"))
    return problems


def _parse_object(node: yaml.Node, name: str, problems: list[Problem]) -> Parsed | None:
    if not isinstance(node, yaml.MappingNode):
        problems.append(problem_at(name, node, "a config object is a mapping that begins with kind: and id:"))
        return None
    kinds = [value for key, value in node.value if isinstance(key, yaml.ScalarNode) and key.value == "kind"]
    if not kinds or not isinstance(kinds[0], yaml.ScalarNode):
        problems.append(problem_at(name, node, f"the object needs a kind: one of {', '.join(KINDS)}"))
        return None
    kind = kinds[0].value
    if kind not in KINDS:
        problems.append(problem_at(name, kinds[0], unknown("kind", kind, KINDS)))
        return None
    struct = KINDS[kind]
    decoder = Decoder(name)
    described = inspect.type_info(struct)
    assert isinstance(described, inspect.StructType)  # noqa: S101 - every kind is a struct
    values = decoder.struct(node, described, kind)
    problems.extend(decoder.problems)
    if decoder.problems:
        return None
    try:
        thing = msgspec.convert({"kind": kind} | (values or {}), struct)
    except msgspec.ValidationError as error:  # a constraint that the walk has no words for
        problems.append(problem_at(name, node, str(error)))
        return None
    parsed = Parsed(thing, name, node)
    problems.extend(parsed.problem(path, message) for path, message in check_object(thing))
    return parsed


def _scalars(node: yaml.Node, word: str) -> Iterator[yaml.Node]:
    if isinstance(node, yaml.ScalarNode) and node.value == word:
        yield node
    for child in children(node):
        yield from _scalars(child, word)


def _descend(node: yaml.Node, path: Path) -> yaml.Node:
    for step in path:
        if isinstance(node, yaml.MappingNode):
            below = next((value for key, value in node.value if key.value == step), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            below = node.value[step]
        else:
            below = None
        if below is None:
            break
        node = below
    return node
