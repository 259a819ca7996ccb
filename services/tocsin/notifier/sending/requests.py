"""What goes out to one subscriber: a message, and the request that carries it. Requests hold secrets."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from email.message import EmailMessage
from typing import Any

from tocsin.core.delivery.attempt import Answer, Failure, Verdict
from tocsin.core.messages.plain import PlainText
from tocsin.core.model.delivery import Gathered, Held
from tocsin.core.model.receipt import Reason
from tocsin.core.routing.notice import Notice
from tocsin.edge.http.identity import TlsMaterial


class TargetError(Exception):
    """The request can't be made; ``reason`` is our code for it."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Message:
    """What to tell: notices of alerts (several make one summary), a number held back, or stories that were gathered; or
    ``edit``, what a message in Slack shall say now. ``id`` is the message's own.

    ``plain`` and ``anew`` ask for another form after Slack refused the first.
    """

    id: str
    notices: tuple[Notice, ...] = ()
    held: Held | None = None
    gathered: Gathered | None = None
    edit: Mapping[str, Any] | None = None
    plain: bool = False
    anew: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class Post:
    """One POST, and how its answer is read. ``tls`` is what this receiver takes beside the usual."""

    url: str
    body: bytes
    headers: Mapping[str, str]
    judge: Callable[[Answer | Failure], Verdict]
    tls: TlsMaterial | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Mail:
    """One mail, with the password for the server if it takes one."""

    mail: EmailMessage
    password: str | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Push:
    """One message through Apprise."""

    url: str
    text: PlainText


Request = Post | Mail | Push
