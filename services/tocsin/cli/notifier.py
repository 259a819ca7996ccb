"""``tocsin notifier``: the service from alerts to subscribers."""

import sys

import click


@click.command()
def command() -> None:
    """Route alerts to the subscriptions they concern, and send them to Slack and webhooks.

    Subscribers on loopback or private networks need TOCSIN_ALLOW_NETWORKS (docs/delivery.md).
    """
    from uvloop import new_event_loop

    from tocsin.edge.service import run_service
    from tocsin.edge.settings import load_settings
    from tocsin.notifier.service import run
    from tocsin.notifier.settings import load_notifier_settings

    load_notifier_settings()
    sys.exit(run_service("notifier", load_settings(), run, new_event_loop))
