"""``tocsin silence``: have nobody told of some alerts for a while."""

import asyncio
from datetime import UTC, datetime

import click

from tocsin.cli._silences import author_option, until_options


@click.group()
def command() -> None:
    """Make, list and end silences: nobody is told of the alerts that one covers.

    Whoever was told of a story hears of its withdrawal all the same. When a silence ends, those who would have been
    told hear how many alerts there were, and of which stories.
    """


@command.command("make")
@click.option("--rule", "rules", multiple=True, metavar="ID", help="Of this rule; of one of them if given again.")
@click.option("--region", "regions", multiple=True, metavar="NAME", help="In this region and all within it.")
@click.option("--label", "labels", multiple=True, metavar="NAME=VALUE", help="Whose rule has this label.")
@click.option("--severity", type=click.Choice(["info", "warning", "critical"]), help="As grave as this or graver.")
@click.option("--up-to", type=click.Choice(["info", "warning", "critical"]), help="As grave as this or milder.")
@click.option("--story", metavar="ID", help="Of this story (or alert); see also `tocsin acknowledge`.")
@until_options(None)
@click.option("--since", metavar="TIME", help="Its beginning, if not now.")
@click.option("--until-escalates", is_flag=True, help="Stories that escalate are told after all.")
@click.option("--reason", required=True, help="Why, for those who wonder.")
@author_option
def make(
    *,
    rules: tuple[str, ...],
    regions: tuple[str, ...],
    labels: tuple[str, ...],
    severity: str | None,
    up_to: str | None,
    story: str | None,
    length: str | None,
    until: str | None,
    since: str | None,
    until_escalates: bool,
    reason: str,
    author: str,
) -> None:
    """Silence the alerts that meet all conditions, and print the silence's id.

    The id derives from the conditions: the same ones again take the place of the silence before, so make it again to
    make it longer.
    """
    import msgspec

    from tocsin.cli._silences import end_of, line, time_of, write
    from tocsin.core.config.nearest import unknown
    from tocsin.core.model.subscription import Filter
    from tocsin.core.routing.filters import FilterError, compile_filter
    from tocsin.core.routing.silencing import silence_of
    from tocsin.edge.gazetteer import load_gazetteer

    match = msgspec.convert(
        {
            "rules": rules,
            "regions": tuple(int(region) if region.isdigit() else region for region in regions),
            "labels": dict(_pair(label) for label in labels),
            "severity": severity,
            "severity_up_to": up_to,
            "story": story,
        },
        Filter,
    )
    if match == Filter():
        raise click.UsageError("which alerts? name a rule, region, label, severity or story")
    if regions:
        try:
            compile_filter(match, load_gazetteer())
        except FilterError as error:
            raise click.UsageError(f"--region: {error}") from None
    now = datetime.now(UTC)
    begin = None if since is None else time_of("--since", since)
    end = end_of(length, until, now if begin is None else begin)
    silence = msgspec.structs.replace(
        silence_of(match, end, reason, author, now if begin is None else begin), until_escalates=until_escalates
    )
    standing = write([silence])
    click.echo(silence.id)
    click.echo(line(silence, now), err=True)
    for rule in rules:
        if rule not in standing.rules:
            click.echo(f"warning: {unknown('rule', rule, standing.rules)}; nothing is silenced by its name", err=True)


@command.command("list")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
def list_(*, as_json: bool) -> None:
    """Print the silences and acknowledgements there are, those that end first at the top."""
    from tocsin.cli._silences import line
    from tocsin.core.config import encode_object
    from tocsin.edge.kafka.config_store import read_config
    from tocsin.edge.settings import load_settings

    standing = asyncio.run(read_config(load_settings())).silences
    now = datetime.now(UTC)
    for silence in sorted(standing.values(), key=lambda each: each.until):
        click.echo(encode_object(silence).decode() if as_json else line(silence, now))


@command.command("end")
@click.argument("names", nargs=-1, required=True, metavar="ID...")
def end(names: tuple[str, ...]) -> None:
    """End silences and acknowledgements now."""
    from tocsin.cli._silences import write
    from tocsin.core.config.nearest import unknown
    from tocsin.edge.kafka.config_store import read_config
    from tocsin.edge.settings import load_settings

    standing = asyncio.run(read_config(load_settings())).silences
    for name in names:
        if name not in standing:
            raise click.UsageError(unknown("silence", name, standing))
    write((), names)
    for name in names:
        click.echo(f"ended     {name}")


def _pair(label: str) -> tuple[str, str]:
    name, separator, value = label.partition("=")
    if not separator:
        raise click.UsageError(f"--label: {label!r} must be NAME=VALUE")
    return name, value
