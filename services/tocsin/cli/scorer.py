"""``tocsin scorer``: the service from articles to matches."""

import sys

import click


@click.command()
def command() -> None:
    """Read articles, match them against the rules in force, write matches."""
    from tocsin.edge.service import run_service
    from tocsin.edge.settings import load_settings
    from tocsin.scorer.service import run

    sys.exit(run_service("scorer", load_settings(), run))
