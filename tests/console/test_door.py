"""Who gets in, and what each answer carries."""

import asyncio
from typing import Any

import aiohttp
import pytest

from tocsin.console.keys import Keys
from tocsin.console.web import local_path
from tocsin.edge.secrets import Secrets
from tocsin.edge.service import ServiceError

SECRET = "a secret of some length, of a test"  # noqa: S105 - for tests alone


async def test_without_a_session_there_is_only_the_login(console: Any, stranger: Any) -> None:
    alert = console.alert("a")
    await console.publish(alert)
    for path in ("/", f"/stories/{alert.id}", "/silences", "/version"):
        status, page = await stranger.get(path)
        assert status == 200
        assert 'name="token"' in page
        assert alert.headline not in page
    assert (await stranger.post("/silences", hours="1", reason="x", rule=console.rule))[0] == 401
    assert await console.silences() == []


async def test_a_wrong_token_is_refused_and_counted(console: Any, stranger: Any) -> None:
    for token in ("", "wrong", console.token + "x", "\ud800"):
        status, _ = await stranger.post("/login", token=token.encode("utf-8", "replace").decode(), name="x")
        assert status == 403
    assert console.metric("tocsin_console_logins_total", outcome="refused") == 4
    assert 'name="token"' in (await stranger.get("/"))[1]


async def test_the_cookie_is_for_this_server_alone(console: Any, stranger: Any) -> None:
    form = {"token": console.token, "name": "Ana", "next": "/silences?x=1"}
    async with stranger.session.post(console.url + "/login", data=form, allow_redirects=False) as answer:
        assert (answer.status, answer.headers["Location"]) == (303, "/silences?x=1")
        cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert console.token not in cookie


@pytest.mark.parametrize(
    "change",
    [
        lambda value: value[:-4] + ("AAAA" if value[-4:] != "AAAA" else "BBBB"),
        lambda value: "x" + value,
        lambda _: "é.ü",
        lambda _: "",
    ],
)
async def test_a_cookie_that_we_did_not_make_is_none(console: Any, visitor: Any, change: Any) -> None:
    (cookie,) = [item.value for item in visitor.session.cookie_jar]
    forged = {"Cookie": f"tocsin={change(cookie)}"}
    async with aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as session:
        async with session.get(console.url + "/", headers={"Cookie": f"tocsin={cookie}"}) as answer:
            assert "Log out" in await answer.text()
        async with session.get(console.url + "/", headers=forged) as answer:
            assert "Log out" not in await answer.text()


async def test_another_token_or_key_ends_sessions(visitor: Any, stranger: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    del stranger
    assert "Log out" in (await visitor.get("/"))[1]
    monkeypatch.setenv("TOCSIN_SECRET_CONSOLE_TOKEN", SECRET)
    assert "Log out" not in (await visitor.get("/"))[1]


async def test_each_may_have_a_token_whose_name_is_the_author(
    console: Any, stranger: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    alert = console.alert("a")
    await console.publish(alert)
    monkeypatch.setenv("TOCSIN_SECRET_CONSOLE_TOKENS", f"Ana Ruiz {SECRET.replace(' ', '-')}\nBen {'b' * 16}\n")
    await stranger.post("/login", token="b" * 16, name="somebody else")
    await stranger.see(f"/stories/{alert.id}", "Acknowledge")
    await stranger.post(f"/stories/{alert.id}/acknowledge", csrf=await stranger.csrf(), seq=str(alert.seq), reason="x")
    (silence,) = await console.silences()
    assert silence.author == "Ben"
    assert "Your name" in (await stranger.get("/login"))[1]
    monkeypatch.delenv("TOCSIN_SECRET_CONSOLE_TOKEN")
    assert "Log out" in (await stranger.get("/"))[1]
    assert "Your name" not in (await stranger.get("/login"))[1]
    monkeypatch.setenv("TOCSIN_SECRET_CONSOLE_TOKENS", f"Ana Ruiz {SECRET.replace(' ', '-')}")
    assert "Log out" not in (await stranger.get("/"))[1], "without its line a session is over"


async def test_a_form_of_nobody_knows_where_is_refused(console: Any, visitor: Any) -> None:
    form = {"hours": "1", "reason": "x", "rule": console.rule}
    for csrf in ("", "0" * 64, "é"):
        assert (await visitor.post("/silences", csrf=csrf, **form))[0] == 403
    assert await console.silences() == []


async def test_logging_out(visitor: Any) -> None:
    await visitor.post("/logout", csrf=await visitor.csrf())
    assert 'name="token"' in (await visitor.get("/"))[1]


async def test_who_comes_from_another_site_is_asked_again_from_here(stranger: Any) -> None:
    _, page = await stranger.get("/silences", **{"Sec-Fetch-Site": "cross-site"})
    assert 'http-equiv="refresh"' in page
    _, page = await stranger.get("/silences", **{"Sec-Fetch-Site": "same-origin"})
    assert 'name="token"' in page


async def test_every_answer_holds_browsers_to_what_the_page_needs(console: Any, visitor: Any) -> None:
    for path in ("/", "/login", "/static/console.js", "/nowhere", "/act/x", "/static/nothing"):
        async with visitor.session.get(console.url + path) as answer:
            policy = answer.headers["Content-Security-Policy"]
            assert "default-src 'none'" in policy
            assert "unsafe" not in policy
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
            assert "Access-Control-Allow-Origin" not in answer.headers


async def test_bodies_are_bounded(console: Any, stranger: Any) -> None:
    for path in ("/login", "/slack/interactions", "/act/x"):
        async with stranger.session.post(console.url + path, data={"token": "x" * 300_000}) as answer:
            assert answer.status == 413


async def test_many_readers_at_once(console: Any, visitor: Any) -> None:
    await console.publish(*(console.alert(f"a{number}") for number in range(100)))
    await visitor.see(f"/?rule={console.rule}", f"a99-{console.rule}")
    pages = await asyncio.gather(*(visitor.get(f"/?rule={console.rule}") for _ in range(20)))
    assert {status for status, _ in pages} == {200}


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ("/stories/x?y=1", "/stories/x?y=1"),
        ("https://evil.example/", "/"),
        ("//evil.example/", "/"),
        ("/\\evil.example", "/"),
        ("javascript:alert(1)", "/"),
        ("", "/"),
    ],
)
def test_the_login_leads_to_our_own_pages_only(asked: str, given: str) -> None:
    assert local_path(asked) == given


@pytest.mark.parametrize("missing", ["TOCSIN_SECRET_CONSOLE_TOKEN", "TOCSIN_SECRET_CONSOLE_KEY"])
def test_without_its_secrets_it_does_not_start(missing: str) -> None:
    environ = {"TOCSIN_SECRET_CONSOLE_TOKEN": SECRET, "TOCSIN_SECRET_CONSOLE_KEY": SECRET}
    Keys(Secrets(environ)).check()
    with pytest.raises(ServiceError, match=missing):
        Keys(Secrets({name: value for name, value in environ.items() if name != missing})).check()
    with pytest.raises(ServiceError, match="at least"):
        Keys(Secrets(environ | {missing: "short"})).check()


def test_tokens_by_person_are_enough_and_are_checked_at_the_start() -> None:
    environ = {"TOCSIN_SECRET_CONSOLE_TOKENS": f"Ana {'a' * 16}", "TOCSIN_SECRET_CONSOLE_KEY": SECRET}
    Keys(Secrets(environ)).check()
    for wrong in (f"Ana {'a' * 16}\n{'b' * 16}", f"Ana {'a' * 16}\nBen short"):
        with pytest.raises(ServiceError, match=r"TOKENS, line 2: write a name, a space, and a token"):
            Keys(Secrets(environ | {"TOCSIN_SECRET_CONSOLE_TOKENS": wrong})).check()
