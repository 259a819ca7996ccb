"""``tocsin console``: the web page over alerts, receipts and silences."""

import sys

import click


@click.command()
def command() -> None:
    """Show alerts, who was told of them, and silences on a web page; acknowledge and silence there and from Slack.

    It needs TOCSIN_SECRET_CONSOLE_TOKENS (or ..._TOKEN), to log in with, and TOCSIN_SECRET_CONSOLE_KEY, which signs
    (docs/console.md).
    """
    from tocsin.console.service import run
    from tocsin.console.settings import load_console_settings
    from tocsin.edge.service import run_service
    from tocsin.edge.settings import load_settings

    load_console_settings()
    sys.exit(run_service("console", load_settings(), run))
