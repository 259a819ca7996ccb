"""Other ways out than Slack and plain webhooks, through the whole notifier: templates, mail, Apprise."""

import hashlib
import hmac
from collections.abc import AsyncIterator
from email import message_from_bytes, policy
from typing import Any

import msgspec
import pytest
from aiosmtpd.controller import Controller

from tocsin.core.model.subscription import AppriseTarget, EmailTarget, Filter, HmacSignature, SecretRef, Subscription
from tocsin.local.receiver.server import Receiver


class Mailbox:
    """Keeps the mails that it takes; ``refuses`` as many as it is told to, for the time being."""

    def __init__(self) -> None:
        self.kept: list[Any] = []
        self.refuses = 0

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802 - aiosmtpd's name
        del server, session
        if self.refuses:
            self.refuses -= 1
            return "451 4.3.0 not now"
        self.kept.append(message_from_bytes(envelope.content, policy=policy.default))
        return "250 taken"


class Server(Controller):
    """On a free port, which it tells once it listens."""

    def _trigger_server(self) -> None:
        listening: Any = self.server
        self.port = listening.sockets[0].getsockname()[1]
        super()._trigger_server()  # type: ignore[no-untyped-call] # aiosmtpd's own


@pytest.fixture
async def mailbox(bench: Any) -> AsyncIterator[Mailbox]:
    box = Mailbox()
    server = Server(box, hostname="127.0.0.1", port=0)
    server.start()
    bench.extra |= {
        "TOCSIN_SMTP_HOST": "127.0.0.1",
        "TOCSIN_SMTP_PORT": str(server.port),
        "TOCSIN_SMTP_TLS": "none",
        "TOCSIN_MAIL_FROM": "tocsin@news.example",
    }
    yield box
    server.stop()


def subscription(bench: Any, name: str, **target: Any) -> Subscription:
    return Subscription(id=f"{name}-{bench.rule}", match=Filter(rule=bench.rule), **target)


async def test_mail_arrives_once_and_is_tried_again(bench: Any, mailbox: Mailbox) -> None:
    desk = subscription(bench, "mail", email=EmailTarget(to=("desk@news.example",)))
    await bench.apply(desk)
    mailbox.refuses = 1
    bench.start()
    await bench.publish(bench.alert("a"))
    await bench.until_receipt(desk.id, "delivered")
    (mail,) = mailbox.kept
    assert mail["Subject"].startswith("Warning: Headline of a, 1")
    assert mail["To"] == "desk@news.example"
    (refused,) = await bench.until_receipt(desk.id, "retry")
    assert (refused.reason, refused.status) == ("mail_busy", 451)


async def test_mail_without_a_server_says_so(bench: Any) -> None:
    desk = subscription(bench, "mail", email=EmailTarget(to=("desk@news.example",)))
    await bench.apply(desk)
    bench.start()
    await bench.publish(bench.alert("a"))
    (receipt, *_) = await bench.until_receipt(desk.id, "retry")
    assert receipt.reason == "target_broken"


async def test_apprise_takes_it_further(bench: Any) -> None:
    service = Receiver()
    await service.start()
    bench.secrets["TOCSIN_SECRET_APPRISE"] = f"json://127.0.0.1:{service.port}/hooks/s3cret"
    chat = subscription(bench, "chat", apprise=AppriseTarget(url=SecretRef(env="TOCSIN_SECRET_APPRISE")))
    await bench.apply(chat)
    notifier = bench.start(TOCSIN_LOG_LEVEL="DEBUG")
    await bench.publish(bench.alert("a"))
    (receipt,) = await bench.until_receipt(chat.id, "delivered")
    assert receipt.reason == "ok"
    (message,) = service.kept
    assert message.payload["title"].startswith("Warning: Headline of a, 1")
    await service.stop()
    assert notifier.stop() == 0
    assert "s3cret" not in notifier.text()


async def test_a_template_and_a_signature_of_another_form(bench: Any) -> None:
    bench.secrets |= {"TOCSIN_SECRET_GITHUB": "another secret"}
    hook = bench.webhook("hook")
    target = msgspec.structs.replace(
        hook.webhook,
        template='{"text": {{ data.headline | tojson }}, "kind": {{ data.kind | tojson }}}',
        hmac=HmacSignature(header="x-hub-signature-256", key=SecretRef(env="TOCSIN_SECRET_GITHUB"), prefix="sha256="),
    )
    hook = msgspec.structs.replace(hook, webhook=target)
    await bench.apply(hook)
    bench.start()
    await bench.publish(bench.alert("a", headline='He said "no"'))
    (body,) = await bench.got(hook.id, 1)
    assert body == {"text": 'He said "no"', "kind": "new"}
    (message,) = [message for message in bench.receiver.kept if message.path.endswith(hook.id)]
    raw = b'{"text": "He said \\"no\\"", "kind": "new"}'
    code = hmac.new(b"another secret", raw, hashlib.sha256).hexdigest()
    assert message.headers["x-hub-signature-256"] == f"sha256={code}"


async def test_a_template_that_fails_is_tried_again_and_told(bench: Any) -> None:
    hook = bench.webhook("hook")
    target = msgspec.structs.replace(hook.webhook, template="{{ data.tolls[7].min }}")
    await bench.apply(msgspec.structs.replace(hook, webhook=target))
    bench.start()
    await bench.publish(bench.alert("a"))
    (receipt, *_) = await bench.until_receipt(hook.id, "retry")
    assert receipt.reason == "template_broken"
    await bench.apply(hook)
    await bench.got(hook.id, 1)
