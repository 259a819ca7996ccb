"""How word lists are written: as prose, folded, with spaces between."""

from collections.abc import Iterable


def words(text: str) -> frozenset[str]:
    """The words of a list written with white space between them."""
    return frozenset(text.split())


def any_of(alternatives: Iterable[str]) -> str:
    """A pattern for any of these, which are patterns themselves; the longest is tried first."""
    return "(?:" + "|".join(sorted(alternatives, key=lambda word: (-len(word), word))) + ")"
