"""The nearest right word to a wrong one."""

from collections.abc import Collection, Iterable
from difflib import get_close_matches

_LISTED = 16
"""Longer vocabularies are not printed whole."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """``: did you mean 'Iraq'?``, or an empty string when nothing known comes near."""
    folded = {candidate.casefold(): candidate for candidate in known}
    near = get_close_matches(word.casefold(), folded, n=1, cutoff=0.6)
    return f": did you mean {folded[near[0]]!r}?" if near else ""


def unknown(what: str, word: str, known: Collection[str], where: str = "") -> str:
    """``unknown field 'titel' in rule: did you mean 'title'?``, else with all known words when they are few."""
    hint = did_you_mean(word, known)
    if not hint and 0 < len(known) <= _LISTED:
        hint = f": it is one of {', '.join(map(str, known))}"
    return f"unknown {what} {word!r}{where}{hint}"
