"""YAML text to nodes that know their place: safe types only, no duplicate keys, aliases within bounds."""

from collections.abc import Iterator

import yaml

from tocsin.core.config.errors import ConfigError, Problem

_ALIAS_ALLOWANCE, _ALIAS_FACTOR = 100_000, 10
"""Aliases written out may make a text this many nodes, and this many times its own, larger: a bomb makes billions."""

MAX_DEPTH = 40
"""Nesting of one document; the language needs fewer than fifteen levels. YAML's own parser recurses."""

_Loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's parser, ten times the speed of the one in Python, where PyYAML was built with it."""


def problem_at(name: str, node: yaml.Node, message: str) -> Problem:
    """A problem at the place where ``node`` begins."""
    mark = node.start_mark
    return Problem(name, mark.line + 1, mark.column + 1, message)


def read_nodes(text: str, name: str) -> list[yaml.Node]:
    """The root node of each document of ``text``; empty documents are left out.

    Raises:
        ConfigError: it is no YAML, nests too deep, refers to itself, or its aliases multiply beyond use.
    """
    _refuse_what_is_no_text(text, name)
    _refuse_depth(text, name)
    try:
        roots = [root for root in yaml.compose_all(text, Loader=_Loader) if not is_null(root)]
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        column = error.position - text.rfind("\n", 0, error.position)
        raise ConfigError([Problem(name, line, column, f"not YAML: {error.reason}")]) from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        wrong = error.problem or error.context or ""
        raise ConfigError([Problem(name, line, column, f"not YAML: {wrong}{_remedy(wrong, mark, text)}")]) from None
    sizes: dict[int, int] = {}
    for root in roots:
        written_out = _size(root, name, sizes, ())
        if written_out > _ALIAS_ALLOWANCE + _ALIAS_FACTOR * len(sizes):
            raise ConfigError(
                [problem_at(name, root, "the aliases of this text multiply beyond all use: write it out")]
            )
    return roots


_REMEDIES = {
    "mapping values are not allowed in this context": "put text that holds a colon and a space in quotes",
    "found undefined alias": "put what begins with * in quotes",
    "found unexpected end of stream": "a quote is not closed",
}
"""libyaml's words → what people most often meant."""


def _remedy(wrong: str, mark: yaml.Mark | None, text: str) -> str:
    if mark is not None and "cannot start any token" in wrong:
        begins = text.splitlines()[mark.line][mark.column :][:1]
        return ": indent with spaces, not with a tab" if begins == "\t" else ": put the text in quotes"
    return f": {remedy}" if (remedy := _REMEDIES.get(wrong)) else ""


def is_null(node: yaml.Node) -> bool:
    """Whether this is nothing: empty, ``~`` or ``null``."""
    return isinstance(node, yaml.ScalarNode) and node.tag == "tag:yaml.org,2002:null"


def children(node: yaml.Node) -> Iterator[yaml.Node]:
    """Keys and values, or items."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield key
            yield value
    elif isinstance(node, yaml.SequenceNode):
        yield from node.value


def _size(node: yaml.Node, name: str, sizes: dict[int, int], above: tuple[int, ...]) -> int:
    """Nodes at and below this one, each alias counted as what it stands for; each node is visited once."""
    known = sizes.get(id(node))
    if known is not None:
        return known
    if id(node) in above:
        raise ConfigError([problem_at(name, node, "this refers to itself: write it out without the alias")])
    if len(above) > MAX_DEPTH:
        raise ConfigError([problem_at(name, node, f"nested deeper than {MAX_DEPTH} levels")])
    path = (*above, id(node))
    sizes[id(node)] = size = 1 + sum(_size(child, name, sizes, path) for child in children(node))
    return size


def _refuse_what_is_no_text(text: str, name: str) -> None:
    """Half of a surrogate pair stands for no character, and libyaml can't be given it."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        line = text.count("\n", 0, error.start) + 1
        column = error.start - text.rfind("\n", 0, error.start)
        raise ConfigError([Problem(name, line, column, "not YAML: half of a surrogate pair; save as UTF-8")]) from None


def _refuse_depth(text: str, name: str) -> None:
    """Raise before composing what would exhaust the stack. Events come one by one, in constant memory."""
    depth = 0
    try:
        for event in yaml.parse(text, Loader=_Loader):
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > MAX_DEPTH:
                    line = event.start_mark.line + 1 if event.start_mark else 1
                    raise ConfigError([Problem(name, line, 1, f"nested deeper than {MAX_DEPTH} levels")])
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
    except yaml.YAMLError:
        return  # composing says it better
