"""``tocsin apply``: put configuration objects in force."""

import asyncio
from pathlib import Path

import click


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, allow_dash=True, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Check everything and say what would change; write nothing.")
@click.option("--check", is_flag=True, help="Then send each new or changed subscription a test message and wait.")
def command(files: tuple[Path, ...], *, dry_run: bool, check: bool) -> None:
    """Check rules, lists, subscriptions, silences, feeds and publishers, and put them in force, all at once or none.

    FILES are YAML files, folders of them, or - for standard input. Objects that are in force and not in FILES stay:
    `tocsin delete` removes.

    With --check, the exit code is 1 if a subscription's receiver did not take its test message; the objects are in
    force all the same.
    """
    from tocsin.cli._checks import check_objects, unknown_rules
    from tocsin.cli._config_files import read_objects
    from tocsin.cli._receivers import check_receivers
    from tocsin.core.config.difference import compare
    from tocsin.core.model.subscription import Subscription
    from tocsin.edge.kafka.config_store import read_config, write_config
    from tocsin.edge.settings import load_settings

    parsed = read_objects(files)
    objects = [p.thing for p in parsed]
    settings = load_settings()
    standing = asyncio.run(read_config(settings))
    check_objects(parsed, standing)
    for problem in unknown_rules(parsed, standing):
        click.echo(f"warning: {problem}", err=True)
    differences = compare(objects, standing)
    for difference in differences:
        click.echo(f"{difference.change:<9} {difference.key}")
    changed = [d.after for d in differences if d.change != "unchanged"]
    if dry_run:
        click.echo(f"dry run: {len(changed)} of {len(objects)} objects would change", err=True)
        return
    if changed:
        asyncio.run(write_config(settings, changed))
    click.echo(f"{len(changed)} of {len(objects)} objects changed", err=True)
    if check:
        check_receivers(settings, [thing.id for thing in changed if isinstance(thing, Subscription)])
