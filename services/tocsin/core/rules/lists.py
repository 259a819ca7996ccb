"""Shared lists: which a rule uses, and finding one."""

from collections.abc import Iterator, Mapping

from tocsin.core.config.nearest import did_you_mean
from tocsin.core.model.rule import Condition, RegionSpec, Rule, TermSpec, WatchList
from tocsin.core.rules.errors import RuleError


def find_list(name: str, lists: Mapping[str, WatchList]) -> WatchList:
    """The shared list with this id.

    Raises:
        RuleError: there is none.
    """
    found = lists.get(name)
    if found is None:
        raise RuleError(f"unknown list {name!r}{did_you_mean(name, lists)}", name)
    return found


def lists_of(rule: Rule) -> frozenset[str]:
    """The ids of the shared lists that a rule uses."""
    return frozenset(_lists_of(rule))


def _lists_of(rule: Rule) -> Iterator[str]:
    yield from _named(*rule.regions, *rule.not_regions)
    conditions = [*rule.evidence, *rule.unless, *(each for some in rule.severity_when.values() for each in some)]
    for condition in conditions:
        yield from _in_condition(condition)


def _in_condition(condition: Condition) -> Iterator[str]:
    yield from _named(*condition.terms, *condition.places, *condition.regions)
    if condition.model is not None:
        yield condition.model
    if condition.casualties is not None:
        wanted = condition.casualties
        yield from _named(*wanted.victims, *wanted.actors, *wanted.manners)
    if condition.deployment is not None:
        yield from _named(*condition.deployment.forces, *condition.deployment.to)
    for part in (*condition.all, *condition.any, *condition.none, *condition.of):
        yield from _in_condition(part)


def _named(*refs: object) -> Iterator[str]:
    for ref in refs:
        if isinstance(ref, RegionSpec | TermSpec) and ref.list is not None:
            yield ref.list
