"""The program ``tocsin``: one module a command, found by its name and imported only when it runs."""

import importlib
import pkgutil
import sys
from importlib.metadata import version
from importlib.util import find_spec
from typing import Any

import click


class _Commands(click.Group):
    """Commands are this package's modules; ``tocsin test-send`` is ``test_send.py``. Underscored modules are shared."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        names = (module.name for module in pkgutil.iter_modules(__path__))
        return sorted(name.replace("_", "-") for name in names if not name.startswith("_"))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        module = importlib.import_module(f"{__name__}.{cmd_name.replace('-', '_')}")
        command: click.Command = module.command
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[Any, Any, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            import difflib

            near = difflib.get_close_matches(args[0], self.list_commands(ctx), n=1)
            if near:
                error.message += f" Did you mean {near[0]!r}?"
            raise


def _build() -> str:
    """Whether the hot modules of reading were compiled when this was built (docs/decisions/0074)."""
    return "compiled" if find_spec("tocsin__mypyc") else "pure Python"


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(version("tocsin"), prog_name="tocsin", message=f"%(prog)s, version %(version)s, {_build()}")
def tocsin() -> None:
    """Streaming news alerts: articles in, one alert a story out.

    Exit codes: 0 done, 1 it failed, 2 wrong usage or input. Settings are TOCSIN_* variables (docs/operating.md).
    """


def main() -> None:
    """The console script: known errors become one line on standard error and an exit code."""
    from tocsin.cli._failures import message_of

    try:
        sys.exit(tocsin.main(standalone_mode=False))
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)
    except Exception as error:
        message = message_of(error)
        if message is None:
            raise
        click.echo(f"Error: {message.text}", err=True)
        sys.exit(message.exit_code)
