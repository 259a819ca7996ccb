"""Phrases as they were found in a text."""

from typing import Generic, TypeVar

T = TypeVar("T")


class Hit(Generic[T]):
    """A phrase in the text: the characters ``start`` to ``end``, and what the phrase stands for."""

    __slots__ = ("end", "start", "what")

    def __init__(self, start: int, end: int, what: T) -> None:
        self.start = start
        self.end = end
        self.what = what
