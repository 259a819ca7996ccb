"""Building much at once, without the collector looking through it again and again."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_MUCH = 1_000


@contextmanager
def without_collection(count: int) -> Iterator[None]:
    """Pauses Python's cycle collector while ``count`` rules are compiled, if they are many.

    What is built lives on and has no cycles, yet each full collection would visit all of it: they took 6 of the 10 s
    that 100,000 rules needed. A pause in one thread is one in all; memory that cycles hold waits until it ends.
    """
    pause = count >= _MUCH and gc.isenabled()
    if pause:
        gc.disable()
    try:
        yield
    finally:
        if pause:
            gc.enable()
