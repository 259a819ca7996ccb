"""The files that a running system keeps: its brokers' address for commands in other terminals, and its directory."""

import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from tocsin.edge.settings import BROKERS_FILE
from tocsin.local.errors import LocalError
from tocsin.local.lock import locked

FRESH_HOME = Path(".tocsin") / "up"
"""Where ``tocsin up`` works when no directory is named; emptied at each start."""


@contextmanager
def noted_brokers(bootstrap: str) -> Iterator[Path]:
    """Write the address where commands in this working directory look for it; take it back at the end.

    Raises:
        LocalError: It cannot be written.
    """
    try:
        BROKERS_FILE.parent.mkdir(parents=True, exist_ok=True)
        unfinished = BROKERS_FILE.with_name(f"{BROKERS_FILE.name}.{os.getpid()}")
        unfinished.write_text(f"{bootstrap}\n", encoding="utf-8")
        unfinished.replace(BROKERS_FILE)
    except OSError as error:
        raise LocalError(
            f"Cannot write {BROKERS_FILE.absolute()}: {error.strerror}. Work in another directory."
        ) from error
    try:
        yield BROKERS_FILE
    finally:
        with suppress(OSError):  # it may be gone, or by now name the brokers of another run
            if BROKERS_FILE.read_text(encoding="utf-8").strip() == bootstrap:
                BROKERS_FILE.unlink()


@contextmanager
def home_of_a_run(data: Path | None) -> Iterator[Path]:
    """The directory of one run, locked while it lasts: ``data`` as it is, or ``FRESH_HOME``, emptied.

    Raises:
        LocalError: It cannot be written, or another run has it.
    """
    home = (data or FRESH_HOME).absolute()
    with ExitStack() as stack:
        try:
            home.mkdir(parents=True, exist_ok=True)
            stack.enter_context(locked(home / "lock", wait=False))
            if data is None:
                _empty(home)
            (home / "logs").mkdir(exist_ok=True)
        except BlockingIOError:
            raise LocalError(
                f"`tocsin up` already runs on {home}. Use its brokers from here (tocsin publish, tocsin get, …), or "
                "start another system with --data DIR."
            ) from None
        except OSError as error:
            raise LocalError(
                f"Cannot write to {home}: {error.strerror}. Name another directory with --data."
            ) from error
        yield home


def _empty(home: Path) -> None:
    for entry in home.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        elif entry.name != "lock":
            entry.unlink()
