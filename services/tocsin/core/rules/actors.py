"""Whose forces a rule means: names of countries and groups, resolved to what readings call them."""

from tocsin.core.analysis.deployments import ACTORS
from tocsin.core.config.terms import folded_words
from tocsin.core.rules.errors import RuleError
from tocsin.core.rules.gazetteer import Regions
from tocsin.core.rules.suggestions import suggest_actor

_GROUPS = {name: f" {' '.join(folded_words(name))} " for name in ACTORS.values() if len(name) > 2}  # noqa: PLR2004 - codes of countries have two letters
"""Groups as readings call them, and their words."""


def actors_named(name: str, country: str | None, regions: Regions) -> frozenset[str]:
    """The country's code, or all groups with these words in their names or called so.

    Raises:
        RuleError: No reading names such an actor, so it could never be met; the message names the nearest one.
    """
    if country is not None:
        return frozenset({country})
    words = f" {' '.join(folded_words(name))} "
    called = ACTORS.get(name.casefold()) or ACTORS.get(words.strip())
    found = {called} if called else {group for group, line in _GROUPS.items() if words in line or line in words}
    if not words.strip() or not found:
        best = suggest_actor(name, _GROUPS, regions)
        hint = f"did you mean {best!r}?" if best else "give a country, or a group that readings name (docs/rules.md)"
        raise RuleError(f"unknown actor {name!r}: {hint}", name)
    return frozenset(found)
