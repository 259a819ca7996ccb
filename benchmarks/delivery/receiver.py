"""The receiver that both notifiers post to: notes when each body arrived, misbehaves by path.

Paths: /ok/N answers 200 at once; /hang/N never; /fail/N 500; /limit/N 429 with Retry-After; each for as long as
``PUT /mode`` says. ``GET /arrivals`` gives [[path, id, seconds since 1970, status], ...] and forgets them.
"""

import argparse
import asyncio
import json
import re
import time

from aiohttp import web

_ID = re.compile(rb'"(?:headline|alertname)":"(bench-[0-9a-z-]+)"')
_HANG_SECONDS = 3600


class Receiver:
    """What came, and how to answer."""

    def __init__(self) -> None:
        self.arrivals: list[tuple[str, str, float, int]] = []
        self.mode: dict[str, dict[str, str]] = {}

    async def post(self, request: web.Request) -> web.Response:
        """Note and answer."""
        at = time.time()
        body = await request.read()
        kind = request.match_info["kind"]
        mode = self.mode.get(kind, {"do": "ok"})
        status = {"ok": 200, "fail": 500, "limit": 429, "hang": 200}[mode["do"]]
        self.arrivals += [(request.path, found.decode(), at, status) for found in set(_ID.findall(body))]
        if mode["do"] == "hang":
            await asyncio.sleep(_HANG_SECONDS)
        headers = {"Retry-After": mode["retry_after"]} if mode["do"] == "limit" else {}
        return web.Response(status=status, headers=headers)

    async def take(self, _request: web.Request) -> web.Response:
        """All arrivals since the last call."""
        arrivals, self.arrivals = self.arrivals, []
        return web.Response(body=json.dumps(arrivals), content_type="application/json")

    async def set_mode(self, request: web.Request) -> web.Response:
        """{"kind": {"do": "ok" | "fail" | "limit" | "hang", "retry_after": "10"}}."""
        self.mode = await request.json()
        return web.Response()


def main() -> None:
    """Listen on loopback."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, required=True)
    receiver = Receiver()
    app = web.Application(client_max_size=10_000_000)
    app.router.add_post("/{kind}/{number}", receiver.post)
    app.router.add_get("/arrivals", receiver.take)
    app.router.add_put("/mode", receiver.set_mode)
    web.run_app(app, host="127.0.0.1", port=parser.parse_args().port, access_log=None, print=None)


if __name__ == "__main__":
    main()
