"""Guarded clients by what their receivers take of TLS: one for nearly all, one for each that has its own."""

import asyncio
from collections import OrderedDict
from collections.abc import Mapping

from tocsin.core.delivery.attempt import Answer, Failure
from tocsin.edge.http.addresses import Network
from tocsin.edge.http.client import GuardedClient
from tocsin.edge.http.identity import TlsMaterial, TlsMaterialError

_MOST = 256
"""Clients kept for receivers with TLS of their own; the one unused for longest goes first."""


class GuardedClients:
    """Make it inside a running event loop; close it at the end. ``seconds`` bound one attempt."""

    def __init__(self, allowed: tuple[Network, ...], *, seconds: float) -> None:
        self._allowed = allowed
        self._seconds = seconds
        self._usual = GuardedClient(allowed, seconds=seconds)
        self._own: OrderedDict[TlsMaterial, GuardedClient] = OrderedDict()
        self._closing: set[asyncio.Task[None]] = set()

    async def close(self) -> None:
        """Drop all connections."""
        await self._usual.close()
        for client in self._own.values():
            await client.close()
        await asyncio.gather(*self._closing)

    async def post(
        self, url: str, body: bytes, headers: Mapping[str, str], tls: TlsMaterial | None = None
    ) -> Answer | Failure:
        """One POST over a connection with this ``tls``, if any; see ``GuardedClient.post``."""
        if tls is None:
            return await self._usual.post(url, body, headers)
        client = self._own.get(tls)
        if client is None:
            try:
                context = await asyncio.to_thread(tls.context)
            except TlsMaterialError:
                return Failure("tls")
            client = self._own.setdefault(tls, GuardedClient(self._allowed, seconds=self._seconds, tls=context))
        self._own.move_to_end(tls)
        self._drop_oldest()
        return await client.post(url, body, headers)

    def _drop_oldest(self) -> None:
        while len(self._own) > _MOST:
            _tls, client = self._own.popitem(last=False)
            closing = asyncio.create_task(client.close())
            self._closing.add(closing)
            closing.add_done_callback(self._closing.discard)
