"""The guarded client against real sockets: what it refuses, bounds, and never does."""

import socket
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web

from tocsin.core.delivery.attempt import Answer, Failure
from tocsin.edge.http.addresses import parse_networks
from tocsin.edge.http.client import MAX_BODY_BYTES, GuardedClient
from tocsin.local.receiver.faults import Fault
from tocsin.local.receiver.server import WEBHOOK_PATH, Receiver

LOOPBACK = parse_networks("127.0.0.0/8, ::1/128")


@pytest.fixture
async def client() -> AsyncIterator[GuardedClient]:
    made = GuardedClient(LOOPBACK, seconds=2.0)
    yield made
    await made.close()


@pytest.fixture
async def guarded() -> AsyncIterator[GuardedClient]:
    """One that allows no special network."""
    made = GuardedClient(seconds=2.0)
    yield made
    await made.close()


async def post(client: GuardedClient, url: str, **headers: str) -> Answer | Failure:
    return await client.post(url, b"{}", {"content-type": "application/json"} | headers)


async def test_posts(receiver: Receiver, client: GuardedClient) -> None:
    assert await post(client, receiver.url + WEBHOOK_PATH) == Answer(204, b"", None)
    (message,) = receiver.kept
    assert message.payload == {}
    assert message.headers["user-agent"].startswith("Tocsin/")


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "2130706433", "0x7f000001", "127.1", "0", "[::ffff:127.0.0.1]", "[::1]"]
)
async def test_loopback_is_refused_however_it_is_written(receiver: Receiver, guarded: GuardedClient, host: str) -> None:
    result = await post(guarded, f"http://{host}:{receiver.port}{WEBHOOK_PATH}")
    assert result in (Failure("address_refused"), Failure("url_refused"))
    assert len(receiver.kept) == 0


async def test_a_name_that_resolves_to_another_address_the_second_time_is_refused(
    receiver: Receiver, guarded: GuardedClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter(["127.0.0.1"])

    def resolve(host: str, port: int, *_: Any, **__: Any) -> list[Any]:
        assert host == "rebind.example"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (next(answers), port))]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    assert await post(guarded, f"http://rebind.example:{receiver.port}/hooks/x") == Failure("address_refused")
    assert len(receiver.kept) == 0


async def test_redirects_are_not_followed(receiver: Receiver, client: GuardedClient) -> None:
    receiver.faults.set([Fault(path="/hooks/a", do="redirect", location="/hooks/b")])
    result = await post(client, receiver.url + "/hooks/a")
    assert isinstance(result, Answer)
    assert result.status == 302
    assert receiver.kept.requests == {"/hooks/a": 1}


async def test_proxies_of_the_environment_are_not_used(receiver: Receiver, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    client = GuardedClient(LOOPBACK, seconds=2.0)
    try:
        assert await post(client, receiver.url + WEBHOOK_PATH) == Answer(204, b"", None)
    finally:
        await client.close()


async def test_a_receiver_that_hangs_is_left(receiver: Receiver) -> None:
    receiver.faults.set([Fault(path="/", do="hang")])
    client = GuardedClient(LOOPBACK, seconds=0.3)
    try:
        assert await post(client, receiver.url + WEBHOOK_PATH) == Failure("timeout")
    finally:
        await client.close()


async def test_a_receiver_that_drips_is_left_and_its_status_stands(receiver: Receiver) -> None:
    receiver.faults.set([Fault(path="/", do="drip")])
    client = GuardedClient(LOOPBACK, seconds=0.9)
    try:
        result = await post(client, receiver.url + WEBHOOK_PATH)
    finally:
        await client.close()
    assert isinstance(result, Answer)
    assert (result.status, result.whole) == (200, False)


async def test_an_endless_answer_is_cut(receiver: Receiver, client: GuardedClient) -> None:
    receiver.faults.set([Fault(path="/", do="huge")])
    result = await post(client, receiver.url + WEBHOOK_PATH)
    assert isinstance(result, Answer)
    assert (result.status, result.whole, len(result.body)) == (200, False, MAX_BODY_BYTES)


async def test_a_dropped_connection_is_a_failure(receiver: Receiver, client: GuardedClient) -> None:
    receiver.faults.set([Fault(path="/", do="close")])
    assert await post(client, receiver.url + WEBHOOK_PATH) == Failure("connect")


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("http://nowhere.invalid/", "dns"),
        ("http://127.0.0.1:1/", "connect"),
        ("ftp://127.0.0.1/", "url_refused"),
        ("file:///etc/passwd", "url_refused"),
        ("http:///x", "url_refused"),
        ("http://[::1", "url_refused"),
        ("nonsense", "url_refused"),
        ("", "url_refused"),
        ("http://127.0.0.1:99999/", "url_refused"),
    ],
)
async def test_what_cant_be_reached_says_why(client: GuardedClient, url: str, reason: str) -> None:
    result = await post(client, url)
    assert isinstance(result, Failure)
    assert result.reason == reason


async def test_plain_http_behind_https_is_a_tls_failure(receiver: Receiver, client: GuardedClient) -> None:
    assert await post(client, f"https://127.0.0.1:{receiver.port}/hooks/x") == Failure("tls")


async def test_a_header_that_would_smuggle_another_is_not_sent(receiver: Receiver, client: GuardedClient) -> None:
    result = await post(client, receiver.url + WEBHOOK_PATH, **{"x-secret": "a\r\nx-other: b"})
    assert isinstance(result, Failure)
    assert len(receiver.kept) == 0


async def test_cookies_are_not_kept(client: GuardedClient) -> None:
    seen: list[str | None] = []

    async def answer(request: web.Request) -> web.Response:
        seen.append(request.headers.get("Cookie"))
        response = web.Response()
        response.set_cookie("session", "x")
        return response

    app = web.Application()
    app.router.add_post("/", answer)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        port = runner.addresses[0][1]
        for host in ("127.0.0.1", "localhost", "localhost"):
            await post(client, f"http://{host}:{port}/")
    finally:
        await runner.cleanup()
    assert seen == [None, None, None]
