"""Receivers with TLS of their own: mutual TLS, private authorities, and material that can't be used."""

import ssl
from collections.abc import AsyncIterator

import pytest
import trustme
from aiohttp import web

from tocsin.core.delivery.attempt import Answer, Failure
from tocsin.edge.http.addresses import parse_networks
from tocsin.edge.http.clients import GuardedClients
from tocsin.edge.http.identity import TlsMaterial, TlsMaterialError

LOOPBACK = parse_networks("127.0.0.0/8, ::1/128")


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
async def url(authority: trustme.CA) -> AsyncIterator[str]:
    """A server that takes only those who show a certificate of the authority."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("localhost").configure_cert(context)
    authority.configure_trust(context)
    context.verify_mode = ssl.CERT_REQUIRED

    async def who(request: web.Request) -> web.Response:
        shown = request.get_extra_info("peercert")
        return web.Response(text=shown["subject"][-1][0][1])

    app = web.Application()
    app.router.add_post("/", who)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "localhost", 0, ssl_context=context)
    await site.start()
    port = runner.addresses[0][1]
    yield f"https://localhost:{port}/"
    await runner.cleanup()


@pytest.fixture
async def clients() -> AsyncIterator[GuardedClients]:
    made = GuardedClients(LOOPBACK, seconds=5.0)
    yield made
    await made.close()


def material(authority: trustme.CA, name: str) -> TlsMaterial:
    issued = authority.issue_cert(f"{name}@news.example", common_name=name)
    return TlsMaterial(
        certificate="".join(part.bytes().decode() for part in issued.cert_chain_pems),
        key=issued.private_key_pem.bytes().decode(),
        ca=authority.cert_pem.bytes().decode(),
    )


async def test_each_shows_its_own_certificate(url: str, clients: GuardedClients, authority: trustme.CA) -> None:
    for name in ("tocsin", "other", "tocsin"):
        answer = await clients.post(url, b"{}", {}, material(authority, name))
        assert answer == Answer(200, name.encode())


async def test_without_one_there_is_no_answer(url: str, clients: GuardedClients, authority: trustme.CA) -> None:
    assert await clients.post(url, b"{}", {}) == Failure("tls")
    only_trust = TlsMaterial(ca=authority.cert_pem.bytes().decode())
    assert isinstance(await clients.post(url, b"{}", {}, only_trust), Failure)


async def test_the_guard_holds_there_too(url: str, authority: trustme.CA) -> None:
    guarded = GuardedClients((), seconds=5.0)
    try:
        assert await guarded.post(url, b"{}", {}, material(authority, "tocsin")) == Failure("address_refused")
    finally:
        await guarded.close()


async def test_what_is_no_certificate_fails_without_saying_what_it_is(clients: GuardedClients) -> None:
    broken = TlsMaterial(certificate="s3cret", key="s3cret")
    with pytest.raises(TlsMaterialError) as told:
        broken.context()
    assert "s3cret" not in repr(told.value) + repr(broken)
    assert await clients.post("https://localhost:1/", b"{}", {}, broken) == Failure("tls")


def test_a_key_of_another_certificate_is_refused(authority: trustme.CA) -> None:
    one, other = material(authority, "one"), material(authority, "other")
    with pytest.raises(TlsMaterialError):
        TlsMaterial(certificate=one.certificate, key=other.key).context()
