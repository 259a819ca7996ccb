"""The one client for requests to subscribers: httpx on aiohttp's connections, guarded and bounded.

Nothing is kept from one request to the next but idle connections: no cookies, no redirects, no proxies, no ``.netrc``.
"""

import asyncio
import functools
import ssl
from collections.abc import Mapping
from importlib.metadata import version

import aiohttp
import httpx

from tocsin.core.delivery.attempt import Answer, Failure
from tocsin.core.model.receipt import Reason
from tocsin.edge.http.addresses import Network
from tocsin.edge.http.guard import guarded_sockets, was_refused
from tocsin.edge.http.transport import Body, SessionTransport

MAX_BODY_BYTES = 64_000
"""More of an answer is not read."""

ATTEMPT_SECONDS = 15.0
"""An attempt ends after this time by the clock, whatever trickles in. Standard Webhooks recommends 15 to 30 s."""

_REASONS: tuple[tuple[tuple[type[BaseException], ...], Reason], ...] = (
    ((TimeoutError,), "timeout"),
    ((aiohttp.ClientConnectorDNSError,), "dns"),
    ((aiohttp.ClientSSLError, ssl.SSLError), "tls"),
    ((aiohttp.InvalidURL,), "url_refused"),
    ((aiohttp.ClientConnectionError, OSError), "connect"),
)
"""The first that fits says why there was no answer; order matters, since some are kinds of later ones."""

_BODY_SECONDS = 5.0
_CONNECT_SECONDS = 5.0
_IDLE_SECONDS = 20.0


class GuardedClient:
    """Posts bodies. Make it inside a running event loop; close it at the end. Errors come back as values.

    ``allowed`` are networks of special purpose that may be reached none the less. Safe for any number of tasks; one
    receiver that hangs takes nothing from the others but a socket.
    """

    def __init__(
        self, allowed: tuple[Network, ...] = (), *, seconds: float = ATTEMPT_SECONDS, tls: ssl.SSLContext | None = None
    ) -> None:
        self._seconds = seconds
        context = tls or ssl.create_default_context()
        connector = aiohttp.TCPConnector(
            limit=0,
            ttl_dns_cache=10,
            keepalive_timeout=_IDLE_SECONDS,
            ssl=context,
            socket_factory=guarded_sockets(allowed),
        )
        session = aiohttp.ClientSession(
            connector=connector,
            cookie_jar=aiohttp.DummyCookieJar(),
            trust_env=False,
            auto_decompress=False,
            timeout=aiohttp.ClientTimeout(sock_connect=_CONNECT_SECONDS),  # the attempt as a whole has one of its own
        )
        self._transport = SessionTransport(session)
        self._headers = {"user-agent": f"Tocsin/{version('tocsin')}", "accept-encoding": "identity"}

    async def close(self) -> None:
        """Drop all connections."""
        await self._transport.aclose()

    async def post(self, url: str, body: bytes, headers: Mapping[str, str]) -> Answer | Failure:
        """One POST, header names in lower case; what goes wrong is a ``Failure``, only cancellation is raised."""
        try:
            request = httpx.Request(
                "POST", _parsed(url), headers={**self._headers, **headers}, stream=httpx.ByteStream(body)
            )
        except (httpx.InvalidURL, ValueError, TypeError):
            return Failure("url_refused")
        if request.url.scheme not in ("http", "https") or not request.url.host:
            return Failure("url_refused")
        try:
            async with asyncio.timeout(self._seconds):
                return await self._send(request)
        except Exception as error:  # noqa: BLE001 - whatever a hostile receiver makes the client raise ends one attempt
            return Failure(_reason(error))

    async def _send(self, request: httpx.Request) -> Answer:
        response = await self._transport.handle_async_request(request)
        stream = response.stream
        assert isinstance(stream, Body)  # noqa: S101 - what the transport gives
        try:
            body, whole = await _read(stream, min(_BODY_SECONDS, self._seconds / 3))
        finally:
            await stream.aclose()
        return Answer(response.status_code, body, response.headers.get("retry-after"), whole)


@functools.lru_cache(maxsize=4096)
def _parsed(url: str) -> httpx.URL:
    return httpx.URL(url)


async def _read(stream: Body, seconds: float) -> tuple[bytes, bool]:
    """The body up to the limits of size and time; the status stands whatever becomes of it."""
    read = bytearray()
    if stream.is_over:
        return b"", True
    try:
        async with asyncio.timeout(seconds):
            async for chunk in stream:
                read += chunk[: MAX_BODY_BYTES - len(read)]
                if len(read) >= MAX_BODY_BYTES:
                    return bytes(read), False
    except (TimeoutError, aiohttp.ClientError):
        return bytes(read), False
    return bytes(read), True


def _reason(error: BaseException) -> Reason:
    if was_refused(error):
        return "address_refused"
    return next((reason for kinds, reason in _REASONS if isinstance(error, kinds)), "protocol")
