"""Record keys, written as templates over a message's own fields: ``due/{subscription}/{alert.id}``.

``{subscription|alert}`` is the first of these that is not empty.
"""

import re
from typing import Any

_FIELDS = re.compile(r"\{([a-z_.|]+)\}")


class KeyMismatchError(Exception):
    """The template names a field that the message does not have as text or a whole number."""


def render_key(template: str | None, message: dict[str, Any]) -> str | None:
    """The key that a message must have; None where its template is None, since the message does not tell it.

    Raises:
        KeyMismatchError: A field is missing, or neither text nor a whole number.
    """
    if template is None:
        return None
    return _FIELDS.sub(lambda found: _first(found[1].split("|"), message), template)


def _first(paths: list[str], message: dict[str, Any]) -> str:
    return next(filter(None, (_value(path, message) for path in paths)), "")


def _value(path: str, message: dict[str, Any]) -> str:
    value: Any = message
    for part in path.split("."):
        value = value.get(part) if isinstance(value, dict) else None
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise KeyMismatchError(f"{path} is neither text nor a whole number in the message: {value!r}")
    return str(value)
