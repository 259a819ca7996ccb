"""The option by which commands are told the rules to try."""

from pathlib import Path

import click

rules_option = click.option(
    "--rules",
    "rule_files",
    required=True,
    multiple=True,
    type=click.Path(exists=True, path_type=Path),
    help="A YAML file of rules and lists, or a folder of them; may be given again.",
)
