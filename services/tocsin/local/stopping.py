"""Every signal that means "stop" ends the work as Ctrl-C does."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn


@contextmanager
def stop_as_interrupt() -> Iterator[None]:
    """SIGTERM (from supervisors) and SIGHUP (the terminal is gone) raise KeyboardInterrupt too; main thread only.

    SIGINT is set as well, since shells start background jobs with it ignored.
    """
    before = {number: signal.signal(number, _interrupt) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _interrupt(_number: int, _frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt
