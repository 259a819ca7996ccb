"""Apprise against a real HTTP server: what arrives, and what each failure comes to."""

from collections.abc import AsyncIterator

import pytest

from tocsin.core.delivery.attempt import Failure
from tocsin.core.messages.plain import PlainText
from tocsin.edge.push import Pusher
from tocsin.local.receiver.faults import Fault
from tocsin.local.receiver.server import WEBHOOK_PATH, Receiver

TEXT = PlainText("Warning: 31 killed in Mosul", "Where: Mosul\nHow many: 31 killed")


@pytest.fixture
async def pusher() -> AsyncIterator[Pusher]:
    made = Pusher(seconds=2.0)
    yield made
    made.close()


def address(receiver: Receiver) -> str:
    return f"json://127.0.0.1:{receiver.port}{WEBHOOK_PATH}"


async def test_arrives(receiver: Receiver, pusher: Pusher) -> None:
    assert await pusher.send(address(receiver), TEXT) is None
    (message,) = receiver.kept
    assert message.payload["title"] == TEXT.title
    assert message.payload["message"] == TEXT.body


async def test_refused(receiver: Receiver, pusher: Pusher) -> None:
    receiver.faults.set([Fault(path=WEBHOOK_PATH, do="status", status=500)])
    assert await pusher.send(address(receiver), TEXT) == Failure("push_refused")


async def test_redirects_are_not_followed(receiver: Receiver, pusher: Pusher) -> None:
    receiver.faults.set([Fault(path=WEBHOOK_PATH, do="redirect", location="/hooks/elsewhere")])
    assert await pusher.send(address(receiver), TEXT) == Failure("push_refused")
    assert len(receiver.kept) == 0


async def test_a_service_that_hangs_ends_the_attempt(receiver: Receiver, pusher: Pusher) -> None:
    receiver.faults.set([Fault(path=WEBHOOK_PATH, do="hang", seconds=30)])
    assert await pusher.send(address(receiver), TEXT) in (Failure("timeout"), Failure("push_refused"))


@pytest.mark.parametrize("url", ["", "nothing", "unknown-service://token", "json://"])
async def test_an_address_that_apprise_can_not_read(pusher: Pusher, url: str) -> None:
    assert await pusher.send(url, TEXT) == Failure("url_refused")
