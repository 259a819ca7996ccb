"""What ``tocsin backtest`` sets up and prints: configurations side by side, and the comparison as a page."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

import click

from tocsin.cli._marking import clean
from tocsin.cli._rules import compile_parsed
from tocsin.core.analysis.gazetteer import Gazetteer
from tocsin.core.backtest import Comparison, Given, Replay, Told
from tocsin.core.config import ConfigError, Parsed, Problem
from tocsin.core.config.snapshot import ConfigSnapshot
from tocsin.core.model.rule import Rule, WatchList
from tocsin.core.model.subscription import Silence, Subscription
from tocsin.core.routing.route import build_routing
from tocsin.core.rules import RuleSet, compile_rules

Item = TypeVar("Item")


class Side(NamedTuple):
    """One configuration on trial: its rules ready, and the replay that they feed."""

    rules: RuleSet
    replay: Replay


def trial_side(parsed: Sequence[Parsed], standing: ConfigSnapshot, gazetteer: Gazetteer) -> Side:
    """The rules of some files, with lists, subscriptions and silences of the files over those that stand.

    Raises:
        ConfigError: a rule does not compile, or a filter names an unknown region; each at its place.
    """
    own = {each.thing.id for each in parsed if isinstance(each.thing, WatchList)}
    others = [watch_list for name, watch_list in standing.lists.items() if name not in own]
    rules = compile_parsed(parsed, gazetteer, others)
    things = [each.thing for each in parsed]
    mine = {each.id: each for each in things if isinstance(each, Rule)}
    given = _given(
        mine,
        {**standing.subscriptions, **{each.id: each for each in things if isinstance(each, Subscription)}},
        {**standing.silences, **{each.id: each for each in things if isinstance(each, Silence)}},
        gazetteer,
    )
    return Side(rules, Replay(mine, given))


def standing_side(standing: ConfigSnapshot, wanted: set[str], gazetteer: Gazetteer) -> Side:
    """The rules with these ids as they stand; those that stand broken are left out, as the scorer leaves them out."""
    rules = {name: rule for name, rule in standing.rules.items() if name in wanted}
    compiled = compile_rules(rules.values(), gazetteer, standing.lists.values())
    return Side(compiled, Replay(rules, _given(rules, standing.subscriptions, standing.silences, gazetteer)))


def snapshot_of(parsed: Sequence[Parsed]) -> ConfigSnapshot:
    """Files in the place of what stands on the configuration topic."""
    things = [each.thing for each in parsed]
    return ConfigSnapshot(
        rules={each.id: each for each in things if isinstance(each, Rule)},
        lists={each.id: each for each in things if isinstance(each, WatchList)},
        subscriptions={each.id: each for each in things if isinstance(each, Subscription)},
        silences={each.id: each for each in things if isinstance(each, Silence)},
    )


def _given(
    rules: Mapping[str, Rule],
    subscriptions: Mapping[str, Subscription],
    silences: Mapping[str, Silence],
    gazetteer: Gazetteer,
) -> Given | None:
    if not subscriptions:
        return None
    routing = build_routing(subscriptions, silences, gazetteer)
    if routing.broken:
        raise ConfigError([Problem(name, 1, 1, problem) for name, problem in routing.broken.items()])
    return Given(rules, subscriptions, silences, routing)


def page(compared: Comparison, articles: int, *, beside: bool, every: bool) -> Iterator[str]:
    """The comparison as lines: counts by rule, by desk and by day, then the alerts themselves."""
    yield from (f"{articles} articles", "")
    head = ("rule", "stories", "messages", "stories before", "messages before")
    counts = [(c.rule, c.stories, c.messages, c.before_stories, c.before_messages) for c in compared.rules]
    yield from _table(head, counts, columns=5 if beside else 3)
    if compared.desks:
        yield ""
        desks = [(d.desk, d.messages, d.summaries, d.before_messages, d.before_summaries) for d in compared.desks]
        head = ("desk", "messages", "of them summaries", "before", "of them summaries")
        yield from _table(head, desks, columns=5 if beside else 3)
    days = [(str(d.day), d.rule, d.messages, d.before_messages) for d in compared.days]
    if beside and not every:
        days = [day for day in days if day[2] != day[3]]
    if days:
        yield ""
        yield from _table(("day", "rule", "messages", "before"), _some(days, every), columns=4 if beside else 3)
    yield ""
    if beside:
        sizes = [(len(compared.new), "new"), (len(compared.gone), "gone"), (len(compared.changed), "changed")]
        yield ", ".join(f"{size} {name}" for size, name in (*sizes, (compared.same, "same")))
        for mine, theirs in _some(compared.changed, every):
            yield f"changed  {_line(mine)}  (before: {_sense(theirs)})"
        for each in _some(compared.gone, every):
            yield f"gone     {_line(each)}"
    for each in _some(compared.new, every):
        yield f"{'new      ' if beside else ''}{_line(each)}"


_SHOWN = 20
"""Of longer lists the first are shown, unless all are asked for."""


def _some(items: Sequence[Item], every: bool) -> Sequence[Item]:  # noqa: FBT001 - private, and called with its name's sense
    return items if every else items[:_SHOWN]


def _line(told: Told) -> str:
    silenced = f"  [silenced: {told.silenced}]" if told.silenced else ""
    own = ", ".join(name for name in told.subscriptions if name not in told.among)
    to = f"  → {own}" if own else ""
    to += f"  → among others: {', '.join(told.among)}" if told.among else ""
    return f"{told.at:%Y-%m-%d %H:%M}  {told.rule}  {told.severity}  {clean(told.headline)}{to}{silenced}"


def _sense(told: Told) -> str:
    return f"{told.severity}, {told.kind}, article {clean(told.article)}"


def _table(head: Sequence[str], rows: Sequence[Sequence[object]], *, columns: int) -> Iterator[str]:
    """The first columns; words to the left, numbers to the right."""
    cells = [list(head)[:columns], *([str(cell) for cell in row[:columns]] for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(columns)]
    for number, row in enumerate(cells):
        aligned = [
            cell.rjust(width) if rows and isinstance(rows[0][column], int) else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        line = "  ".join(aligned).rstrip()
        yield click.style(line, bold=True) if number == 0 else line
