"""A webhook consumer that keeps raw requests, so that an independent library can verify what was signed."""

from dataclasses import dataclass

from aiohttp import web


@dataclass(frozen=True)
class Hook:
    headers: dict[str, str]
    body: bytes


class HookServer:
    """Answers 204 to all; ``hooks`` are the requests in the order of their arrival."""

    def __init__(self) -> None:
        self.hooks: list[Hook] = []
        self.url = ""
        self._runner: web.AppRunner | None = None

    async def start(self) -> None:
        app = web.Application()
        app.router.add_post("/{name}", self._take)
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}/news"

    async def stop(self) -> None:
        if self._runner is not None:
            await self._runner.cleanup()

    async def _take(self, request: web.Request) -> web.Response:
        self.hooks.append(Hook({k.lower(): v for k, v in request.headers.items()}, await request.read()))
        return web.Response(status=204)
