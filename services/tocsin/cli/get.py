"""``tocsin get``: what is in force."""

import asyncio

import click


@click.command()
@click.argument("names", nargs=-1, metavar="[KIND | KIND/ID]...")
@click.option(
    "-o", "--output", type=click.Choice(["name", "yaml", "json"]), help="Default: yaml for KIND/ID, else name."
)
def command(names: tuple[str, ...], *, output: str | None) -> None:
    """List configuration objects (all, or of a kind), or print the ones named, ready to edit and apply again."""
    from tocsin.cli._yaml import to_yaml
    from tocsin.core.config import KINDS, encode_object
    from tocsin.core.config.difference import by_key
    from tocsin.core.config.nearest import did_you_mean
    from tocsin.edge.kafka.config_store import read_config
    from tocsin.edge.settings import load_settings

    standing = by_key(asyncio.run(read_config(load_settings())))
    for name in names:
        if name not in KINDS and name not in standing:
            kind, slash, _ = name.partition("/")
            others = f"`tocsin get {kind}` lists others" if slash and kind in KINDS else f"kinds are {', '.join(KINDS)}"
            hint = did_you_mean(name, standing if slash else KINDS) or f"; {others}"
            raise click.UsageError(f"{name}: no such object in force{hint}")
    chosen = [key for key in standing if not names or key in names or key.partition("/")[0] in names]
    style = output or ("yaml" if any("/" in name for name in names) else "name")
    if style == "yaml":
        click.echo("---\n".join(to_yaml(standing[key]) for key in chosen), nl=False)
    for key in chosen if style != "yaml" else ():
        click.echo(key if style == "name" else encode_object(standing[key]).decode())
