"""Mail against a real server: what is handed over, TLS, and what each refusal comes to."""

import ssl
from collections.abc import AsyncIterator, Callable
from email.message import EmailMessage
from typing import Any

import pytest
import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult

from tocsin.core.delivery.attempt import Answer, Failure
from tocsin.edge.mail import Mailer, SmtpServer, SmtpTls


class Mailbox:
    """Keeps what it takes; refuses recipients called ``nobody`` and texts that hold ``spam``."""

    def __init__(self) -> None:
        self.kept: list[Any] = []

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:  # noqa: N802 - aiosmtpd's name
        del server, session, options
        if address.startswith("nobody"):
            return "550 5.1.1 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802 - aiosmtpd's name
        del server, session
        if b"spam" in envelope.content:
            return "451 4.7.1 later"
        self.kept.append(envelope)
        return "250 taken"


Serve = Callable[..., Mailer]


@pytest.fixture
async def box() -> Mailbox:
    return Mailbox()


@pytest.fixture
async def serve(box: Mailbox) -> AsyncIterator[Serve]:
    """Starts the server with TLS as asked for, and gives a mailer that trusts it."""
    authority = trustme.CA()
    inside = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("localhost").configure_cert(inside)
    outside = ssl.create_default_context()
    authority.configure_trust(outside)
    running: list[Controller] = []

    def start(tls: SmtpTls = "starttls", username: str = "", *, trusted: bool = True) -> Mailer:
        options: dict[str, Any] = {"hostname": "localhost", "port": 0}
        if tls == "implicit":
            options["ssl_context"] = inside
        elif tls == "starttls":
            options |= {"tls_context": inside, "require_starttls": True}
        if username:
            options |= {
                "authenticator": _authenticate,
                "auth_required": True,
                "auth_require_tls": False,
            }  # it is inside TLS already
        controller = _Free(box, **options)
        controller.start()
        running.append(controller)
        server = SmtpServer(host="localhost", port=controller.port, tls=tls, username=username)
        return Mailer(server, seconds=10, context=outside if trusted else None)

    yield start
    for controller in running:
        controller.stop()


class _Free(Controller):
    """On a free port, which it tells once it listens."""

    def _trigger_server(self) -> None:
        listening: Any = self.server
        self.port = listening.sockets[0].getsockname()[1]
        super()._trigger_server()  # type: ignore[no-untyped-call] # aiosmtpd's own


def _authenticate(server: SMTP, session: Any, envelope: Any, mechanism: str, data: Any) -> AuthResult:
    del server, session, envelope, mechanism
    return AuthResult(success=data.login == b"tocsin" and data.password == b"right", handled=False)


def mail(to: str = "desk@news.example", text: str = "Somebody said something.") -> EmailMessage:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "tocsin@news.example", to, "Warning: a headline"
    made.set_content(text)
    return made


@pytest.mark.parametrize("tls", ["starttls", "implicit", "none"])
async def test_hands_over(serve: Serve, box: Mailbox, tls: SmtpTls) -> None:
    assert await serve(tls).send(mail(), None) == Answer(250)
    (envelope,) = box.kept
    assert envelope.mail_from == "tocsin@news.example"
    assert envelope.rcpt_tos == ["desk@news.example"]
    assert b"Subject: Warning: a headline" in envelope.content


async def test_says_who_it_is(serve: Serve, box: Mailbox) -> None:
    mailer = serve("implicit", "tocsin")
    assert await mailer.send(mail(), "right") == Answer(250)
    assert await mailer.send(mail(), "wrong") == Answer(535)
    assert len(box.kept) == 1


async def test_a_server_that_can_not_prove_itself_gets_nothing(serve: Serve, box: Mailbox) -> None:
    assert await serve("starttls", trusted=False).send(mail(), None) == Failure("tls")
    assert box.kept == []


async def test_refusals(serve: Serve, box: Mailbox) -> None:
    mailer = serve("none")
    assert await mailer.send(mail("nobody@news.example"), None) == Answer(550)
    assert await mailer.send(mail(text="spam"), None) == Answer(451)
    assert await mailer.send(mail("nobody@news.example, desk@news.example"), None) == Answer(250)
    assert [envelope.rcpt_tos for envelope in box.kept] == [["desk@news.example"]]


async def test_nobody_there() -> None:
    nowhere = Mailer(SmtpServer(host="127.0.0.1", port=1, tls="none"), seconds=5)
    assert await nowhere.send(mail(), None) == Failure("connect")
    unknown = Mailer(SmtpServer(host="mail.invalid", port=25, tls="none"), seconds=5)
    assert await unknown.send(mail(), None) in (Failure("dns"), Failure("connect"))
