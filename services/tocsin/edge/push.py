"""Messages to the services that Apprise knows: a library that blocks, so it runs in threads of its own.

Apprise makes its connections itself; they are not guarded as webhooks are. Its URL is always a secret, which only the
operators can set.
"""

import asyncio
import logging
from concurrent.futures import ThreadPoolExecutor

import apprise

from tocsin.core.delivery.attempt import Failure
from tocsin.core.messages.plain import PlainText

_THREADS = 16
"""Requests under way at once, over all subscriptions; each subscription has one."""


class Pusher:
    """Sends through Apprise. ``seconds`` bound one attempt; close it at the end."""

    def __init__(self, *, seconds: float) -> None:
        self._seconds = seconds
        self._threads = ThreadPoolExecutor(_THREADS, thread_name_prefix="apprise")
        self._asset = apprise.AppriseAsset(
            app_id="Tocsin",
            app_desc="News alerts",
            app_url="",
            async_mode=False,
            http_redirects=False,
            interpret_escapes=False,
            secure_logging=True,
            service_timeout=seconds,
            storage_mode=apprise.PersistentStoreMode.MEMORY,
        )
        logging.getLogger("apprise").disabled = True  # it logs hosts, and at lower levels whole URLs
        logging.getLogger("urllib3").setLevel(logging.CRITICAL)

    def close(self) -> None:
        """Begin nothing more; what is under way ends by itself."""
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def send(self, url: str, text: PlainText) -> Failure | None:
        """None: the service took it. Apprise does not tell why it did not."""
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(self._seconds + 1):
                return await loop.run_in_executor(self._threads, self._send, url, text)
        except TimeoutError:
            return Failure("timeout")
        except Exception:  # noqa: BLE001 - a plugin of the library may raise anything; it ends one attempt
            return Failure("protocol")

    def _send(self, url: str, text: PlainText) -> Failure | None:
        services = apprise.Apprise(asset=self._asset)
        if not services.add(url):
            return Failure("url_refused")
        sent = services.notify(title=text.title, body=text.body, body_format=apprise.NotifyFormat.TEXT)
        return None if sent else Failure("push_refused")
