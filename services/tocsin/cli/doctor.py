"""``tocsin doctor``: is everything in place?"""

import asyncio
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from tocsin.core.config.snapshot import ConfigSnapshot
    from tocsin.edge.settings import Settings


@click.command()
def command() -> None:
    """Check settings, brokers, topics, configuration, workers and lag. Exit code 1 when something needs a hand."""
    from tocsin.edge.settings import load_settings

    settings = load_settings()
    problems = 0
    for good, line in _examine(settings):
        click.echo(f"{'ok  ' if good else 'BAD '} {line}")
        problems += not good
    sys.exit(1 if problems else 0)


def _examine(settings: "Settings") -> Iterator[tuple[bool, str]]:
    from tocsin.edge.kafka.admin import find_differences
    from tocsin.edge.kafka.config_store import read_config
    from tocsin.edge.kafka.lag import group_lags

    differences = asyncio.run(find_differences(settings))
    yield True, f"brokers at {settings.bootstrap_servers()} ({settings.security_protocol})"
    yield from ((False, f"topic {difference}") for difference in differences)
    if not differences:
        yield True, "topics are as they should be"
    if any(difference.setting == "topic" for difference in differences):
        yield False, "nothing more can be told until all topics are there: run `tocsin topics`"
        return
    yield from _configuration(asyncio.run(read_config(settings)))
    for lag in asyncio.run(group_lags(settings)):
        workers = f"{lag.members} worker{'' if lag.members == 1 else 's'}"
        yield lag.members > 0, f"{lag.group}: {workers}, {lag.behind} records behind on {lag.topic}"


def _configuration(standing: "ConfigSnapshot") -> Iterator[tuple[bool, str]]:
    from tocsin.core.rules import compile_rules
    from tocsin.edge.gazetteer import load_gazetteer

    remedy = "" if standing.rules and standing.subscriptions else f": {_nothing_comes_of_it(standing)}"
    counted = f"{len(standing.rules)} rules, {len(standing.subscriptions)} subscriptions in force"
    yield bool(standing.rules), counted + remedy
    yield from ((False, f"{key}: {problem}") for key, problem in standing.broken.items())
    broken = compile_rules(standing.rules.values(), load_gazetteer(), standing.lists.values()).broken
    yield from ((False, f"rule/{name}: {problem}") for name, problem in broken.items())


def _nothing_comes_of_it(standing: "ConfigSnapshot") -> str:
    if not standing.rules:
        return "put some in force with `tocsin apply`; services wait, not ready, until there is something"
    return "nobody is told of anything without a subscription (docs/delivery.md)"
