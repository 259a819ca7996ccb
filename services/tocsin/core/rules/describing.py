"""Conditions in few words, for people who read what a rule asked for."""

from collections.abc import Sequence

from tocsin.core.model.rule import (
    CasualtyCondition,
    Condition,
    DeploymentCondition,
    RegionRef,
    RegionSpec,
    TermRef,
    TermSpec,
)
from tocsin.core.rules.conditions.casualties import number_shown

_SHOWN = 3
"""Of longer lists only the first are named."""


def describe(condition: Condition) -> str:
    """``killed at least 10``, ``term 'war' or 2 more``, ``all of (...) within sentence``."""
    parts = condition.all or condition.any or condition.none or condition.of
    if parts:
        return _combination(condition, parts)
    if condition.casualties is not None:
        return _casualties(condition.casualties)
    if condition.deployment is not None:
        return _deployment(condition.deployment)
    if condition.terms:
        return f"term {_some([word for ref in condition.terms for word in _terms(ref)])}"
    if condition.places:
        return f"a place in {_some([_region(ref) for ref in condition.places])}"
    return f"model {condition.model}" if condition.model else f"topic {_some(condition.topics)}"


def _combination(condition: Condition, parts: Sequence[Condition]) -> str:
    how = "all" if condition.all else "any" if condition.any else "none" if condition.none else ""
    how = how or f"at least {condition.at_least}"
    within = "" if condition.within == "article" else f" within {condition.within}"
    words = " words" if isinstance(condition.within, int) else ""
    return f"{how} of ({'; '.join(map(describe, parts))}){within}{words}"


def _casualties(wanted: CasualtyCondition) -> str:
    number = number_shown(wanted.at_least, wanted.at_most)
    return " ".join(part for part in (" or ".join(wanted.kinds) or "casualties", number) if part)


def _deployment(wanted: DeploymentCondition) -> str:
    told = [_some(part) for part in (wanted.actors, wanted.actions) if part]
    return ", ".join(["deployment", *told])


def _terms(ref: TermRef) -> Sequence[str]:
    if isinstance(ref, TermSpec):
        return ref.any if ref.list is None else (f"list {ref.list}",)
    return (ref,)


def _region(ref: RegionRef) -> str:
    if not isinstance(ref, RegionSpec):
        return str(ref)
    if ref.list is not None:
        return f"list {ref.list}"
    middle = ref.near if ref.near is not None else f"{ref.lat:g} {ref.lon:g}"
    return f"{ref.km:g} km around {middle}"


def _some(words: Sequence[str]) -> str:
    more = len(words) - _SHOWN
    shown = " or ".join(words[:_SHOWN])
    return f"{shown} or {more} more" if more > 0 else shown
