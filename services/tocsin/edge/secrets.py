"""Secrets by name: only variables ``TOCSIN_SECRET_*``, or the files that ``TOCSIN_SECRET_*_FILE`` name.

Whoever may write configuration chooses names, so no other variable can be read through it.
"""

import os
import re
from collections.abc import Mapping
from pathlib import Path

PREFIX = "TOCSIN_SECRET_"
_NAME = re.compile(r"^TOCSIN_SECRET_[A-Z0-9_]{1,100}$")
_FILE_SUFFIX = "_FILE"
_MAX_BYTES = 65_536


class SecretUnavailableError(Exception):
    """The name can't be resolved; the message holds the name and the remedy, never a value."""


class Secrets:
    """Looks secrets up when they are needed, so that a rotated file is seen without a restart."""

    def __init__(self, environ: Mapping[str, str] | None = None) -> None:
        self._environ = os.environ if environ is None else environ

    def __repr__(self) -> str:
        """Without what it could tell."""
        return "Secrets()"

    def get(self, name: str) -> str:
        """The secret, less white space around it. ``NAME`` goes before ``NAME_FILE``.

        Raises:
            SecretUnavailableError: The name is not of the allowed form, is not set, or its file can't be read.
        """
        if not _NAME.match(name) or name.endswith(_FILE_SUFFIX):
            raise SecretUnavailableError(f"{name[:100]!r} is not of the form {PREFIX}NAME (capitals, digits, _)")
        value = self._environ.get(name)
        if value is None:
            value = self._from_file(name)
        if not value.strip():
            raise SecretUnavailableError(f"{name} is empty")
        return value.strip()

    def _from_file(self, name: str) -> str:
        path = self._environ.get(name + _FILE_SUFFIX)
        if path is None:
            raise SecretUnavailableError(f"{name} is not set: set it, or {name}{_FILE_SUFFIX} to a file that holds it")
        try:
            with Path(path).open(encoding="utf-8") as file:
                return file.read(_MAX_BYTES)
        except (OSError, UnicodeDecodeError) as error:
            raise SecretUnavailableError(f"{name}{_FILE_SUFFIX} can't be read: {type(error).__name__}") from None
