"""The console's pages: what they show of alerts, receipts and silences, and what can be done there."""

from typing import Any

from tocsin.core.model.match import ArticleRef


async def test_a_story_with_its_facts_receipts_and_changes(console: Any, visitor: Any) -> None:
    first = console.alert("a", 5)
    second = console.alert("a", 9, kind="update", changes=("killed: 120 → 279",))
    await console.publish(first, second)
    await console.publish(
        console.receipt(first, "desk"),
        console.receipt(second, "desk"),
        console.receipt(second, "risk-engine", "retry", reason="http_5xx"),
    )
    listed = await visitor.see(f"/?rule={console.rule}", "279 reported killed in Mosul", "1 not delivered")
    assert "killed: 120 → 279" in listed
    page = await visitor.see(f"/stories/{first.id}", "risk-engine", "http 5xx")
    for words in (
        "Mosul, Nineveh, Iraq",
        "279 killed (not verified)",
        "<mark>killing 279 of them</mark>",
        'href="https://wire.example/2"',
        "Mosul: toll rises &lt;unconfirmed&gt;",
        "first told",
        "failed, will be tried again",
    ):
        assert words in page, words
    assert console.metric("tocsin_console_alerts") >= 1


async def test_what_articles_say_is_text_and_nothing_else(console: Any, visitor: Any) -> None:
    hostile = "<script>alert(1)</script>\u202e\x1b\"'&"
    article = ArticleRef(id="x", revision="r", title=hostile, lead=hostile, url="javascript:alert(1)")
    alert = console.alert("h", headline=hostile, title=hostile, article=article, changes=(hostile,), kind="update")
    await console.publish(alert, console.receipt(alert, 'desk"><img src=x>'))
    for path in ("/", f"/stories/{alert.id}", "/silences"):
        page = await visitor.see(path, "alert(1)")
        assert "<script>alert" not in page
        assert "javascript:" not in page
        assert "<img" not in page
        assert not set(page) & {"\u202e", "\x1b"}


async def test_acknowledging_writes_a_silence_and_it_can_be_taken_back(console: Any, visitor: Any) -> None:
    alert = console.alert("a", 7)
    await console.publish(alert)
    await visitor.see(f"/stories/{alert.id}", "Acknowledge")
    form = {"csrf": await visitor.csrf(), "seq": "7", "reason": "on it"}
    status, page = await visitor.post(f"/stories/{alert.id}/acknowledge", **form)
    assert status == 200
    assert "acknowledged by Ana" in page
    (silence,) = await console.silences()
    assert (silence.match.story, silence.seq, silence.until_escalates) == (alert.id, 7, True)
    assert (silence.author, silence.reason) == ("Ana", "on it")
    _, listed = await visitor.get("/silences")
    assert "on it" in listed
    assert alert.headline in listed
    _, silent = await visitor.get(f"/?rule={console.rule}&standing=silent")
    assert alert.headline in silent
    _, still_open = await visitor.get(f"/?rule={console.rule}")
    assert alert.id not in still_open
    status, page = await visitor.post(f"/silences/{silence.id}/end", csrf=form["csrf"], story=alert.id)
    assert status == 200
    assert "acknowledged by" not in page
    assert await console.silences() == []
    assert console.metric("tocsin_console_deeds_total", deed="acknowledge", way="page", outcome="done") == 1


async def test_an_escalation_that_came_meanwhile_is_not_acknowledged_with_it(console: Any, visitor: Any) -> None:
    await console.publish(console.alert("a", 7), console.alert("a", 12, kind="escalation", escalated=12))
    alert = console.alert("a")
    await visitor.see(f"/stories/{alert.id}", "escalated")
    status, page = await visitor.post(f"/stories/{alert.id}/acknowledge", csrf=await visitor.csrf(), seq="7")
    assert status == 409
    assert "has escalated since" in page
    assert await console.silences() == []


async def test_muting_a_rule(console: Any, visitor: Any) -> None:
    alert = console.alert("a")
    await console.publish(alert)
    await visitor.see(f"/stories/{alert.id}", "Mute the rule")
    csrf = await visitor.csrf()
    assert (await visitor.post(f"/stories/{alert.id}/mute", csrf=csrf, hours="99999"))[0] == 409
    status, page = await visitor.post(f"/stories/{alert.id}/mute", csrf=csrf, hours="4", reason="drill")
    assert status == 200
    assert "silenced by Ana, ends in 4 h" in page
    (silence,) = await console.silences()
    assert silence.match.rule == console.rule


async def test_silencing_by_region_and_severity(console: Any, visitor: Any) -> None:
    csrf = await visitor.csrf()
    form = {"csrf": csrf, "rule": console.rule, "region": "Iraq", "up_to": "warning", "hours": "1", "reason": "weekend"}
    status, page = await visitor.post("/silences", **(form | {"region": "Iraaq"}))
    assert status == 409
    assert "unknown region" in page
    assert 'value="weekend"' in page
    assert (await visitor.post("/silences", csrf=csrf, hours="1", reason="all"))[0] == 409
    status, page = await visitor.post("/silences", **form)
    assert status == 200
    assert f"rule {console.rule}; in Iraq; warning or milder" in page
    (silence,) = await console.silences()
    assert (silence.match.regions, silence.match.severity_up_to) == (("Iraq",), "warning")


async def test_a_region_that_nobody_knows_is_told(console: Any, visitor: Any) -> None:
    del console
    status, page = await visitor.get("/?region=Iraaq")
    assert status == 200
    assert "unknown region &#39;Iraaq&#39;" in page


async def test_what_is_unknown_or_broken_does_no_harm(console: Any, visitor: Any) -> None:
    await console.produce(("news.alerts.v1", b"k", b"{"), ("news.receipts.v1", b"k", None))
    alert = console.alert("after")
    await console.publish(alert)
    await visitor.see("/", alert.headline)
    status, page = await visitor.get("/stories/no-such-story")
    assert status == 404
    assert "Unknown story" in page
    assert (await visitor.post("/stories/no-such-story/acknowledge", csrf=await visitor.csrf(), seq="1"))[0] == 404
    assert (await visitor.get("/static/../service.py"))[0] == 404
