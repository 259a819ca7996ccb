"""What ``apply`` refuses beyond what a single object's text shows: rules that don't compile as things will stand."""

from collections.abc import Iterable

from tocsin.core.config import ConfigError, Problem
from tocsin.core.model.rule import Rule, WatchList
from tocsin.core.model.snapshot import ConfigObject, ConfigSnapshot


def check_objects(objects: Iterable[ConfigObject], standing: ConfigSnapshot) -> None:
    """Compile the given rules with the lists in force after the change.

    Raises:
        ConfigError: With a problem for each rule that doesn't compile, old rules that a changed list breaks included.
    """
    from tocsin.core.rules import compile_rules
    from tocsin.edge.gazetteer import load_gazetteer

    items = list(objects)
    lists = dict(standing.lists) | {item.id: item for item in items if isinstance(item, WatchList)}
    rules = {item.id: item for item in items if isinstance(item, Rule)}
    if any(isinstance(item, WatchList) for item in items):
        rules = dict(standing.rules) | rules
    broken = compile_rules(rules.values(), load_gazetteer(), lists.values()).broken
    newly = {name: problem for name, problem in broken.items() if f"rule/{name}" not in standing.broken}
    if newly:
        raise ConfigError([Problem(file=f"rule/{k}", line=0, column=0, message=v) for k, v in newly.items()])
