"""Where downloads are kept: outside any checkout, shared by all of this user's runs."""

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tocsin.local.errors import LocalError


def cache_dir() -> Path:
    """The first of these that can be written: ``TOCSIN_CACHE_DIR``, the platform's cache directory, a temporary one.

    The last is for users without a home directory; it is private to the user id.

    Raises:
        LocalError: None can be written, or the one that ``TOCSIN_CACHE_DIR`` names cannot.
    """
    named = os.environ.get("TOCSIN_CACHE_DIR")
    candidates = [Path(named)] if named else list(_usual_places())
    problems = []
    for candidate in candidates:
        try:
            candidate.mkdir(parents=True, exist_ok=True, mode=0o700)
            _check_ours(candidate)
        except OSError as error:
            problems.append(f"{candidate}: {error.strerror or error}")
            continue
        return candidate.resolve()
    raise LocalError(
        "No directory for downloads can be written ("
        + "; ".join(problems)
        + "). Set TOCSIN_CACHE_DIR to a directory that can."
    )


def _usual_places() -> Iterator[Path]:
    xdg = os.environ.get("XDG_CACHE_HOME")
    if xdg and Path(xdg).is_absolute():  # the XDG specification: relative paths are to be ignored
        yield Path(xdg) / "tocsin"
    try:
        home = Path.home()
    except RuntimeError:  # neither HOME nor an entry in the user database, as in many containers
        pass
    else:
        yield home / "Library" / "Caches" / "tocsin" if sys.platform == "darwin" else home / ".cache" / "tocsin"
    yield Path(tempfile.gettempdir()) / f"tocsin-cache-{os.getuid()}"


def _check_ours(directory: Path) -> None:
    """Refuse a directory that cannot be written, or that another user made first in a shared temporary directory."""
    if directory.is_relative_to(tempfile.gettempdir()) and directory.stat().st_uid != os.getuid():
        raise PermissionError(13, "belongs to another user")
    if not os.access(directory, os.W_OK | os.X_OK):
        raise PermissionError(13, "cannot be written")
