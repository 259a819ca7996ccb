"""httpx's way to aiohttp's connections, with no more between them than one request needs."""

import functools
from collections.abc import AsyncIterator

import aiohttp
import httpx
from multidict import CIMultiDict
from yarl import URL

_CHUNK_BYTES = 16_384


class Body(httpx.AsyncByteStream):
    """The body of an answer, as it comes."""

    def __init__(self, response: aiohttp.ClientResponse) -> None:
        self._response = response

    @property
    def is_over(self) -> bool:
        """Whether nothing is left to wait for."""
        return self._response.content.at_eof()

    async def __aiter__(self) -> AsyncIterator[bytes]:
        """Chunk by chunk."""
        async for chunk in self._response.content.iter_chunked(_CHUNK_BYTES):
            yield chunk

    async def aclose(self) -> None:
        """Give the connection back; it is closed if the body was not read to its end."""
        self._response.release()


class SessionTransport(httpx.AsyncBaseTransport):
    """Sends over a session's connections. Errors are aiohttp's own, which tell more apart than httpx's would.

    The session's timeouts hold, not the request's. The general bridge, httpx-aiohttp, takes twice the time for a
    request: see decision 0059.
    """

    def __init__(self, session: aiohttp.ClientSession) -> None:
        self._session = session

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send; back when the head of the answer is there."""
        assert isinstance(request.stream, httpx.AsyncByteStream)  # noqa: S101 - as httpx promises asynchronous transports
        response = await self._session.request(
            request.method,
            _target(str(request.url)),
            headers=CIMultiDict(request.headers.multi_items()),
            data=b"".join([chunk async for chunk in request.stream]),
            allow_redirects=False,
        )
        return httpx.Response(response.status, headers=response.raw_headers, stream=Body(response))

    async def aclose(self) -> None:
        """Drop all connections."""
        await self._session.close()


@functools.lru_cache(maxsize=4096)
def _target(url: str) -> URL:
    try:
        return URL(url)
    except ValueError:
        raise aiohttp.InvalidURL("") from None  # without the URL, which may be a secret
