"""Rules that don't compile, told at their place in the text they came from."""

from collections.abc import Iterable

from tocsin.core.config import Parsed, Problem
from tocsin.core.model.rule import Rule
from tocsin.core.rules.ruleset import RuleSet


def problems_of(rules: RuleSet, parsed: Iterable[Parsed]) -> list[Problem]:
    """All problems of the rules of ``parsed`` that don't compile, each at the name that could not be resolved."""
    given = {each.thing.id: each for each in parsed if isinstance(each.thing, Rule)}
    return [
        given[name].problem_with(error.word, str(error))
        for name, errors in rules.errors.items()
        if name in given
        for error in errors
    ]
