"""An HTTP port of ours: opened, told, closed."""

from aiohttp import web


class PortTakenError(Exception):
    """A port can't be opened; the message names it and how to choose another."""


class Port:
    """Serves ``app`` on ``host:port``; port 0 takes a free one, told by ``port`` after ``start``.

    ``what`` the port is and the ``remedy`` stand in the error when it is taken. Requests under way have
    ``shutdown_seconds`` to end.
    """

    def __init__(
        self, app: web.Application, host: str, port: int, *, what: str, remedy: str, shutdown_seconds: float = 2.0
    ) -> None:
        self.host = host
        self.port = port
        self._app = app
        self.what = what
        self._remedy = remedy
        self._shutdown_seconds = shutdown_seconds
        self._runner: web.AppRunner | None = None

    async def start(self) -> None:
        """Open it.

        Raises:
            PortTakenError: Something else listens there.
        """
        runner = web.AppRunner(self._app, access_log=None, shutdown_timeout=self._shutdown_seconds)
        await runner.setup()
        try:
            await web.TCPSite(runner, self.host, self.port).start()
        except OSError as error:
            await runner.cleanup()
            raise PortTakenError(
                f"{self.what} port {self.host}:{self.port}: {error.strerror}; {self._remedy}"
            ) from error
        self._runner = runner
        self.port = int(runner.addresses[0][1])

    async def stop(self) -> None:
        """Close it."""
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None
