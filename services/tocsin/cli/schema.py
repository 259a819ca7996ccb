"""``tocsin schema``: the JSON Schemas that editors complete config objects from."""

import click

_KINDS = ("rule", "list", "subscription", "silence", "feed", "publishers")


@click.command()
@click.argument("kind", required=False, type=click.Choice(_KINDS))
def command(kind: str | None) -> None:
    """Print the JSON Schema (2020-12) of one KIND of config object, or of all when none is named.

    To complete rules in an editor that speaks yaml-language-server, save it and begin the rule file with
    `# yaml-language-server: $schema=PATH`.
    """
    import json

    from tocsin.core.config.schema import config_schema

    click.echo(json.dumps(config_schema(kind), indent=2, ensure_ascii=False))
