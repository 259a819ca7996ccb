"""Where requests leave the process: one outlet for each sort of request."""

from dataclasses import dataclass

from tocsin.core.delivery.attempt import Failure, Verdict
from tocsin.core.delivery.outcome import mail_verdict, push_verdict
from tocsin.edge.http.clients import GuardedClients
from tocsin.edge.mail import Mailer
from tocsin.edge.push import Pusher
from tocsin.notifier.sending.requests import Mail, Post, Push, Request


@dataclass(frozen=True)
class Outlets:
    """``mailer`` is None where the operators set no mail server."""

    clients: GuardedClients
    pusher: Pusher
    mailer: Mailer | None = None

    async def send(self, request: Request) -> Verdict:
        """Send it, and say what came of it; only cancellation is raised."""
        match request:
            case Post(url, body, headers, judge, tls):
                return judge(await self.clients.post(url, body, headers, tls))
            case Mail(mail, password):
                if self.mailer is None:
                    return mail_verdict(Failure("target_broken"))
                return mail_verdict(await self.mailer.send(mail, password))
            case Push(url, text):
                return push_verdict(await self.pusher.send(url, text))
