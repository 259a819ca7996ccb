"""The closed lists of words in the model (``Status = Literal[...]``), with their order and what is said of them."""

import ast
import inspect
import pkgutil
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType
from typing import Any, Literal, NamedTuple, get_args, get_origin

import tocsin.core.model
from tools.contract.descriptions import prose


class Words(NamedTuple):
    """One list: its values in the order of the source, and the docstring below it ("" if there is none)."""

    values: tuple[Any, ...]
    about: str


Vocabulary = dict[frozenset[Any], Words]
"""Lists by their values, since msgspec's schemas give the values alone."""


def read_vocabulary(package: ModuleType = tocsin.core.model) -> Vocabulary:
    """All lists that modules of this package define. Of two with the same values, neither's docstring is used."""
    vocabulary: Vocabulary = {}
    for info in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
        module = import_module(info.name)
        for name, about in _assignments(module):
            value = getattr(module, name, None)
            if get_origin(value) is Literal:
                values = get_args(value)
                vocabulary[frozenset(values)] = Words(values, "" if frozenset(values) in vocabulary else about)
    return vocabulary


def _assignments(module: ModuleType) -> Iterator[tuple[str, str]]:
    """Names that the module itself assigns, each with the string that stands directly below it, as Sphinx reads it."""
    body = ast.parse(inspect.getsource(module)).body
    for statement, following in zip(body, [*body[1:], ast.Pass()], strict=True):
        match statement:
            case ast.Assign(targets=[ast.Name(id=name)]):
                yield name, _docstring(following)
            case _:
                pass


def _docstring(statement: ast.stmt) -> str:
    match statement:
        case ast.Expr(value=ast.Constant(value=str(text))):
            return prose(text)
        case _:
            return ""
