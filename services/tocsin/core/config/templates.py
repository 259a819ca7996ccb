"""Templates that subscriptions bring for receivers of another shape: Jinja2, sandboxed and bounded.

Whoever may write configuration may write templates, and one subscription must not hold up the others. So beside
Jinja2's sandbox (no attribute of Python's can be reached) there are no loops but over what the alert holds, at most
two of them nested, no variables or arithmetic that make long texts of short ones, and only filters whose output is
about as long as their input.
Source of the sandbox and its limits: https://jinja.palletsprojects.com/en/stable/sandbox/
"""

import functools
from collections.abc import Mapping
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

MAX_SOURCE = 10_000
"""Code points in a template: two hundred lines are a long one."""

MAX_NESTED = 2
"""Loops inside one another: evidence of places, say. The lists of an alert are short, so this bounds the work."""

FILTERS = (
    *("abs", "capitalize", "count", "d", "default", "e", "escape", "first", "float", "int", "join", "last", "length"),
    *("list", "lower", "map", "max", "min", "reject", "rejectattr", "round", "select", "selectattr", "sort", "string"),
    *("striptags", "sum", "title", "tojson", "trim", "truncate", "unique", "upper", "urlencode"),
)
"""What templates may pass values through."""

_REFUSED: dict[type[nodes.Node], str] = {
    nodes.Macro: "macro",
    nodes.CallBlock: "call",
    nodes.Block: "block",
    nodes.Extends: "extends",
    nodes.Include: "include",
    nodes.Import: "import",
    nodes.FromImport: "from ... import",
    nodes.Assign: "set",
    nodes.AssignBlock: "set",
    nodes.With: "with",
    nodes.Mul: "*",
    nodes.Pow: "**",
    nodes.Mod: "%",
    nodes.Call: "a call, name(...)",
}
"""What a template can do without, and could use to keep us busy."""


class TemplateError(ValueError):
    """A template that can't be used; the message says where and why."""


class Template:
    """A template, checked and compiled."""

    def __init__(self, source: str) -> None:
        """Compile it.

        Raises:
            TemplateError: It is too long, no Jinja2, or uses what is not allowed.
        """
        if len(source) > MAX_SOURCE:
            raise TemplateError(f"a template has at most {MAX_SOURCE} characters; this one has {len(source)}")
        try:
            tree = _environment().parse(source)
            _check(tree, 0)
            self._compiled = _environment().from_string(source)
        except jinja2.TemplateSyntaxError as error:
            raise TemplateError(f"line {error.lineno}: {error.message}") from None
        except RecursionError:
            raise TemplateError("the template is nested too deeply") from None

    def render(self, values: Mapping[str, Any], limit: int) -> str:
        """The text for these values, as plain data.

        Raises:
            TemplateError: It grows past ``limit`` code points, or asks for what the values do not hold.
        """
        pieces: list[str] = []
        size = 0
        try:
            for piece in self._compiled.generate(values):
                size += len(piece)
                if size > limit:
                    break
                pieces.append(piece)
        except Exception as error:  # noqa: BLE001 - whatever a template makes Python raise is the template's fault
            raise TemplateError(f"{type(error).__name__} while rendering") from None
        if size > limit:
            raise TemplateError(f"the text grows past {limit} characters")
        return "".join(pieces)


@functools.lru_cache(maxsize=1)
def _environment() -> ImmutableSandboxedEnvironment:
    made = ImmutableSandboxedEnvironment(undefined=jinja2.StrictUndefined, autoescape=False)
    made.globals.clear()
    made.filters = {name: made.filters[name] for name in FILTERS}
    return made


def _check(node: nodes.Node, loops: int) -> None:
    """Refuse what is not allowed in this node and below; ``loops`` are around it."""
    named = _REFUSED.get(type(node))
    if named is not None and not _is_lookup(node):
        raise jinja2.TemplateSyntaxError(f"{named} is not allowed in a template", node.lineno)
    if isinstance(node, nodes.For):
        loops += 1
        if node.recursive:
            raise jinja2.TemplateSyntaxError("recursive loops are not allowed in a template", node.lineno)
        if isinstance(node.iter, nodes.Literal) or node.iter.find(nodes.Literal):
            raise jinja2.TemplateSyntaxError("a loop goes over what the alert holds, not over a literal", node.lineno)
        if loops > MAX_NESTED:
            raise jinja2.TemplateSyntaxError(f"at most {MAX_NESTED} loops may be inside one another", node.lineno)
    for child in node.iter_child_nodes():
        _check(child, loops)


def _is_lookup(node: nodes.Node) -> bool:
    """Whether it is a method of a value that the alert holds: ``data.labels.get("desk")`` and the like."""
    return (
        isinstance(node, nodes.Call)
        and isinstance(node.node, nodes.Getattr)
        and node.node.attr in ("get", "items", "keys", "values")
    )
