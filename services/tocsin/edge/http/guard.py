"""The socket is made only for an address that was checked: resolving, checking and connecting are one step.

A check before the connection would not do: a name may resolve to another address the second time.
"""

import errno
import socket
from collections.abc import Callable
from typing import Any

import aiohttp

from tocsin.edge.http.addresses import Network, is_allowed

AddressInfo = tuple[int, int, int, str, tuple[Any, ...]]


class AddressRefusedError(OSError):
    """The name resolved to an address of a special purpose. The message is always the same: it tells no address."""

    def __init__(self) -> None:
        super().__init__(errno.EACCES, "address refused")


def guarded_sockets(allowed: tuple[Network, ...]) -> Callable[[Any], socket.socket]:
    """A socket factory for aiohttp's connector, called with each resolved address right before connecting to it."""

    def make(info: AddressInfo) -> socket.socket:
        family, kind, protocol, _name, address = info
        if not is_allowed(str(address[0]), allowed):
            raise AddressRefusedError
        made = socket.socket(family, kind, protocol)
        made.settimeout(0)  # not blocking, as the loop needs it
        return made

    return make


def was_refused(error: BaseException | None) -> bool:
    """Whether an address refused is what lies under the error."""
    seen = 0
    while error is not None and seen < 10:  # noqa: PLR2004 - chains are short; this bounds a cycle
        if isinstance(error, AddressRefusedError):
            return True
        inner = error.os_error if isinstance(error, aiohttp.ClientConnectorError) else None
        error = inner or error.__cause__ or error.__context__
        seen += 1
    return False
