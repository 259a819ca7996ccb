"""Tells whether hot modules run as compiled code (docs/decisions/0074), for the few that then work in another way.

Loops over letters with ``i64`` are many times faster than regular expressions where they are compiled, and many times
slower where they are not. What has two ways must find the same in both; a property test says so.
"""

from types import FunctionType
from typing import Final


def _probe() -> None:
    """A function of Python's own kind unless it was compiled."""


IS_COMPILED: Final = not isinstance(_probe, FunctionType)
"""Whether this module, and with it all that hatch_compile.py names, runs as compiled code."""
