"""``tocsin delete``: take configuration objects out of force."""

import asyncio

import click


@click.command()
@click.argument("names", nargs=-1, required=True, metavar="KIND/ID...")
def command(names: tuple[str, ...]) -> None:
    """Delete the objects named, all at once. Open stories of a deleted rule end quietly."""
    from tocsin.core.config.difference import by_key
    from tocsin.edge.kafka.config_store import read_config, write_config
    from tocsin.edge.settings import load_settings

    settings = load_settings()
    standing = asyncio.run(read_config(settings))
    known = set(by_key(standing)) | set(standing.broken)
    for name in names:
        if name not in known:
            raise click.UsageError(f"{name}: no such object in force; `tocsin get` lists them")
    asyncio.run(write_config(settings, (), names))
    for name in names:
        click.echo(f"deleted   {name}")
