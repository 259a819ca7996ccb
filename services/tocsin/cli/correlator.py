"""``tocsin correlator``: the service from matches to alerts."""

import sys

import click


@click.command()
def command() -> None:
    """Fold matches into stories, write an alert when a story is new or has changed."""
    from uvloop import new_event_loop

    from tocsin.correlator.service import run
    from tocsin.edge.service import run_service
    from tocsin.edge.settings import load_settings

    sys.exit(run_service("correlator", load_settings(), run, new_event_loop))
