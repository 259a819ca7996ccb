"""A lock between processes that the system lets go of when its holder ends, however that ended."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def locked(path: Path, *, wait: bool) -> Iterator[None]:
    """Hold the lock that this file stands for; the file is made and stays.

    Raises:
        BlockingIOError: Another process holds it, and ``wait`` is False.
        OSError: The file cannot be written.
    """
    with path.open("ab") as file:
        fcntl.flock(file, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
