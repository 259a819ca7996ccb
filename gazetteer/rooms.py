"""Lets the builder share the package's spelling and layout rules before the package, or what it needs, is installed."""

import sys
from importlib.machinery import ModuleSpec
from importlib.util import module_from_spec
from pathlib import Path

_BARE = ("tocsin", "tocsin.core", "tocsin.core.analysis", "tocsin.core.analysis.text", "tocsin.core.analysis.gazetteer")
"""Packages entered without running their ``__init__``, which would import what only the running program has."""


def open_rooms(services: Path) -> None:
    """Make ``tocsin.core.analysis.gazetteer.keys`` and ``.layout`` importable; what is imported already stays."""
    for name in _BARE:
        if name not in sys.modules:
            spec = ModuleSpec(name, None, is_package=True)
            spec.submodule_search_locations = [str(services.joinpath(*name.split(".")))]
            sys.modules[name] = module_from_spec(spec)
