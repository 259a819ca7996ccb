"""``tocsin diff``: what ``apply`` would change."""

import asyncio
import sys
from pathlib import Path

import click


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, allow_dash=True, path_type=Path))
def command(files: tuple[Path, ...]) -> None:
    """Show, object by object, how FILES differ from what is in force. Exit code 1 when they do."""
    import difflib

    from tocsin.cli._config_files import read_objects
    from tocsin.cli._yaml import to_yaml
    from tocsin.core.config.difference import compare
    from tocsin.edge.kafka.config_store import read_config
    from tocsin.edge.settings import load_settings

    objects = [parsed.thing for parsed in read_objects(files)]
    changed = [d for d in compare(objects, asyncio.run(read_config(load_settings()))) if d.change != "unchanged"]
    for difference in changed:
        before = to_yaml(difference.before).splitlines() if difference.before else []
        after = to_yaml(difference.after).splitlines()
        lines = difflib.unified_diff(
            before, after, f"in force: {difference.key}", f"file: {difference.key}", lineterm=""
        )
        click.echo("\n".join(lines))
    sys.exit(1 if changed else 0)
