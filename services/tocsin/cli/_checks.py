"""What ``apply`` refuses beyond what a single object's text shows: rules that don't compile as things will stand, and
filters that name regions which nobody knows.
"""

from collections.abc import Iterator, Sequence

from tocsin.core.config import ConfigError, Parsed, Problem
from tocsin.core.config.nearest import unknown
from tocsin.core.config.snapshot import ConfigSnapshot
from tocsin.core.model.rule import Rule, WatchList
from tocsin.core.model.subscription import Silence, Subscription
from tocsin.core.operations.alerts import OPERATIONS_RULE


def check_objects(parsed: Sequence[Parsed], standing: ConfigSnapshot) -> None:
    """Compile the rules as they will stand with the lists as they will stand, and the filters.

    Raises:
        ConfigError: With a problem for each rule that doesn't compile, among them those that a changed list breaks, and
            for each filter that names an unknown region.
    """
    from tocsin.core.routing.filters import FilterError, compile_filter
    from tocsin.core.rules import compile_rules, problems_of
    from tocsin.edge.gazetteer import load_gazetteer

    lists = {p.thing.id: p.thing for p in parsed if isinstance(p.thing, WatchList)}
    given = {p.thing.id: p for p in parsed if isinstance(p.thing, Rule)}
    rules = {name: p.thing for name, p in given.items() if isinstance(p.thing, Rule)}
    if lists:
        rules = dict(standing.rules) | rules
    gazetteer = load_gazetteer()
    compiled = compile_rules(rules.values(), gazetteer, (dict(standing.lists) | lists).values())
    problems = problems_of(compiled, parsed)
    problems += [
        Problem(f"rule/{name} (in force)", 1, 1, problem)
        for name, problem in compiled.broken.items()
        if name not in given and f"rule/{name}" not in standing.broken
    ]
    for each in parsed:
        if isinstance(each.thing, Silence | Subscription):
            try:
                compile_filter(each.thing.match, gazetteer)
            except FilterError as error:
                problems.append(each.problem(("match", "regions"), str(error)))
    if problems:
        raise ConfigError(problems)


def unknown_rules(parsed: Sequence[Parsed], standing: ConfigSnapshot) -> Iterator[Problem]:
    """Filters that name a rule which is not there: no error, since it may come later, but till then it tells nobody."""
    known = {*standing.rules, *(p.thing.id for p in parsed if isinstance(p.thing, Rule)), OPERATIONS_RULE}
    for each in parsed:
        if isinstance(each.thing, Silence | Subscription):
            match = each.thing.match
            for name in (*match.rules, *((match.rule,) if match.rule else ())):
                if name not in known:
                    yield each.problem_with(name, unknown("rule", name, known))
