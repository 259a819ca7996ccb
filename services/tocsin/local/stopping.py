"""Waiting for the signal to stop, so that children end in good order."""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
_POLL_SECONDS = 0.25


@contextmanager
def stop_signals() -> Iterator[threading.Event]:
    """An event that is set once this process is told to stop; only in the main thread.

    A second signal while the first is being obeyed changes nothing: children have a time limit of their own.
    """
    asked = threading.Event()

    def note(_number: int, _frame: FrameType | None) -> None:
        asked.set()

    before = {number: signal.signal(number, note) for number in _SIGNALS}
    try:
        yield asked
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def wait_for_stop(ended: Callable[[], bool]) -> bool:
    """True once a signal says stop, False once ``ended`` says so."""
    with stop_signals() as asked:
        while not asked.wait(_POLL_SECONDS):
            if ended():
                return False
        return True
