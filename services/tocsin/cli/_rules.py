"""Rules from files, compiled, for the commands that try them."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from tocsin.cli._config_files import read_objects
from tocsin.core.analysis.gazetteer import Gazetteer
from tocsin.core.config import ConfigError, Parsed
from tocsin.core.model.rule import Rule, WatchList
from tocsin.core.rules import RuleSet, compile_rules, problems_of


def load_rules(paths: Sequence[Path], gazetteer: Gazetteer) -> RuleSet:
    """The rules of some files and folders, with the shared lists that stand in them.

    Raises:
        ConfigError: with every problem of every file, each at its place.
        click.UsageError: a file can't be read.
    """
    return compile_parsed(read_objects(paths), gazetteer)


def compile_parsed(parsed: Sequence[Parsed], gazetteer: Gazetteer, others: Iterable[WatchList] = ()) -> RuleSet:
    """The rules among some objects, with the shared lists among them and ``others`` beside.

    Raises:
        ConfigError: some don't compile; each is named at its place.
    """
    rules = [each.thing for each in parsed if isinstance(each.thing, Rule)]
    lists = [*others, *(each.thing for each in parsed if isinstance(each.thing, WatchList))]
    compiled = compile_rules(rules, gazetteer, lists)
    problems = problems_of(compiled, parsed)
    if problems:
        raise ConfigError(problems)
    return compiled
