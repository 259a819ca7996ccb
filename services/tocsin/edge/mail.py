"""Mail through the operators' server: aiosmtplib, one connection a message, bounded by the clock.

The server is the operators' choice, never a subscription's, so its address is not held against the guarded ranges.
"""

import asyncio
import socket
import ssl
from email.message import EmailMessage
from typing import Literal

import aiosmtplib
import msgspec

from tocsin.core.delivery.attempt import Answer, Failure
from tocsin.core.model.receipt import Reason

SmtpTls = Literal["starttls", "implicit", "none"]
_ACCEPTED = 250
_REASONS: tuple[tuple[tuple[type[BaseException], ...], Reason], ...] = (
    ((TimeoutError, aiosmtplib.SMTPTimeoutError), "timeout"),
    ((ssl.SSLError,), "tls"),
    ((socket.gaierror,), "dns"),
    ((OSError, aiosmtplib.SMTPConnectError, aiosmtplib.SMTPServerDisconnected), "connect"),
    ((Exception,), "protocol"),
)
"""The first that fits says why there was no reply; order matters, since some are kinds of later ones."""


class SmtpServer(msgspec.Struct, frozen=True, kw_only=True):
    """Where mail is handed over. ``tls``: upgraded after the greeting, from the first byte, or none at all."""

    host: str
    port: int
    tls: SmtpTls
    username: str = ""


class Mailer:
    """Hands mail over. ``seconds`` bound one attempt; ``context`` replaces the usual authorities."""

    def __init__(self, server: SmtpServer, *, seconds: float, context: ssl.SSLContext | None = None) -> None:
        self._server = server
        self._seconds = seconds
        self._context = context or ssl.create_default_context()

    async def send(self, mail: EmailMessage, password: str | None) -> Answer | Failure:
        """The server's last reply as an ``Answer`` (its ``status`` is SMTP's), or why there was none.

        If some of several recipients are refused, the mail counts as accepted: it can't be sent to the rest alone.
        """
        server = self._server
        client = aiosmtplib.SMTP(
            hostname=server.host,
            port=server.port,
            username=server.username or None,
            password=password,
            use_tls=server.tls == "implicit",
            start_tls=server.tls == "starttls",
            tls_context=None if server.tls == "none" else self._context,
            timeout=self._seconds,
        )
        try:
            async with asyncio.timeout(self._seconds), client:
                await client.send_message(mail)
        except aiosmtplib.SMTPRecipientsRefused as error:
            return Answer(max((one.code for one in error.recipients), default=_ACCEPTED))
        except aiosmtplib.SMTPResponseException as error:
            return Answer(error.code)
        except (OSError, aiosmtplib.SMTPException, ValueError) as error:
            return Failure(next(reason for kinds, reason in _REASONS if isinstance(error, kinds)))
        return Answer(_ACCEPTED)
