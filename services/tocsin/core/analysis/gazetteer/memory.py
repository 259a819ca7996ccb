"""Memories that stay bounded: a hostile text may name every village of the world."""

from typing import TypeVar

REMEMBERED = 20_000
"""Entries kept of a kind; what is asked for most, countries and big cities, is soon all there."""

_Key = TypeVar("_Key")
_Found = TypeVar("_Found")


def remember(memory: dict[_Key, _Found], key: _Key, found: _Found, most: int = REMEMBERED) -> _Found:
    """Keep it, making room when there is none."""
    if len(memory) >= most:
        memory.clear()
    memory[key] = found
    return found
