"""The console in a real browser: by keyboard, in light and dark, under its own policies, as a screen reader has it.

Needs Chromium: TOCSIN_TEST_BROWSER names it, else it is looked for on the path; skipped where there is none.
"""

import os
import shutil
from collections.abc import AsyncIterator
from typing import Any

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Page, async_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
OPTIONS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def find_browser() -> str | None:
    named = os.environ.get("TOCSIN_TEST_BROWSER")
    return named or next((path for path in map(shutil.which, NAMES) if path), None)


pytestmark = pytest.mark.skipif(
    find_browser() is None, reason="no Chromium on the path: install it, or name one in TOCSIN_TEST_BROWSER"
)


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    options = [*OPTIONS, *(["--no-sandbox"] if os.geteuid() == 0 else [])]  # Chromium has no sandbox for root
    async with async_playwright() as playwright:
        launched = await playwright.chromium.launch(executable_path=find_browser(), args=options)
        yield launched
        await launched.close()


class Complaints:
    """What the browser says on its console: refused by a policy, an error in a script, a file that is not there."""

    def __init__(self, page: Page) -> None:
        self.heard: list[str] = []
        page.on("console", lambda message: self._hear(message.type, message.text))
        page.on("pageerror", lambda error: self.heard.append(str(error)))

    def _hear(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.heard.append(text)


async def open_console(
    browser: Browser, console: Any, scheme: Any = "light", **options: Any
) -> tuple[Page, Complaints]:
    """Follow the link that `tocsin up` prints, and log in by keyboard."""
    page = await (await browser.new_context(color_scheme=scheme, **options)).new_page()
    complaints = Complaints(page)
    await page.goto(f"{console.url}/login#token={console.token}".replace(" ", "%20"))
    assert console.token not in page.url
    assert await page.input_value("input[name=token]") == console.token
    await page.keyboard.type("Ana")  # the name has the focus
    await page.keyboard.press("Enter")
    await page.wait_for_selector("h1:has-text('Stories')")
    return page, complaints


async def tab_to(page: Page, selector: str) -> None:
    """Press Tab until that element has the focus."""
    for _ in range(60):
        await page.keyboard.press("Tab")
        if await page.evaluate("s => document.activeElement.matches(s)", selector):
            return
    raise AssertionError(f"{selector} is not reached by Tab")


async def test_a_story_is_acknowledged_by_keyboard_alone(browser: Browser, console: Any) -> None:
    page, complaints = await open_console(browser, console)
    alert = console.alert("a")
    await console.publish(alert, console.receipt(alert, "desk"))
    await page.wait_for_selector(f"#s-{alert.id}")  # the open page renews itself
    await tab_to(page, f'a[href="/stories/{alert.id}"]')
    await page.keyboard.press("Enter")
    await page.wait_for_selector("#told")
    await tab_to(page, 'form[action$="/acknowledge"] input[name=reason]')
    await page.keyboard.type("on it")
    await page.keyboard.press("Enter")
    await page.wait_for_selector("text=acknowledged by Ana")
    (silence,) = await console.silences()
    assert (silence.match.story, silence.author, silence.reason) == (alert.id, "Ana", "on it")
    assert complaints.heard == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_pages_have_names_contrast_and_structure(browser: Browser, console: Any, scheme: str) -> None:
    grave = console.alert("a", 9, kind="escalation", escalated=9, changes=("killed: 120 → 279",))
    over = console.alert("b", kind="withdrawal", severity="warning", headline="Another story")
    mild = console.alert("c", severity="info", headline="A third story")
    await console.publish(grave, over, mild, console.receipt(grave, "desk"), console.receipt(grave, "engine", "retry"))
    page, complaints = await open_console(browser, console, scheme)
    await page.goto(f"{console.url}/stories/{mild.id}")
    await page.wait_for_selector("#act")
    await page.click("text=Mute the rule >> nth=-1")
    await page.wait_for_selector("text=silenced by Ana")
    for path in (
        "/?standing=all",
        "/?region=Iraaq",
        f"/stories/{grave.id}",
        f"/stories/{over.id}",
        "/silences",
        "/login",
    ):
        await page.goto(console.url + path)
        found = await Axe().run(page)
        assert found.violations_count == 0, f"{path}: {found.generate_report()}"
    assert complaints.heard == []


async def test_a_page_in_use_is_not_renewed_under_the_hands(browser: Browser, console: Any) -> None:
    page, _ = await open_console(browser, console)
    await page.focus("input[name=text]")
    await page.keyboard.type("half a wo")
    await console.publish(console.alert("a"))
    await page.wait_for_selector("#news a:has-text('There is news')")
    assert await page.input_value("input[name=text]") == "half a wo"


async def test_scripts_of_articles_do_not_run_even_if_they_were_let_in(browser: Browser, console: Any) -> None:
    page, complaints = await open_console(browser, console)
    await page.evaluate("document.getElementById('main').innerHTML = '<img src=x onerror=\"document.title = 1\">'")
    await page.wait_for_function("() => true")
    assert await page.title() != "1"
    assert any("Content Security Policy" in said for said in complaints.heard)


async def test_without_scripts_everything_can_be_done(browser: Browser, console: Any) -> None:
    context = await browser.new_context(java_script_enabled=False)
    page = await context.new_page()
    await page.goto(f"{console.url}/silences")
    await page.fill("input[name=token]", console.token)
    await page.click("button")
    await page.fill("input[name=region]", "Iraq")
    await page.fill("form.stack input[name=reason]", console.rule)
    await page.click("form.stack button")
    await page.wait_for_selector(f"td:has-text('{console.rule}')")
    await page.click(f"tr:has-text('{console.rule}') button")
    await page.wait_for_selector(f"td:has-text('{console.rule}')", state="detached")


async def test_a_narrow_screen_needs_no_scrolling_sideways(browser: Browser, console: Any) -> None:
    alert = console.alert("a", headline="x" * 300)
    await console.publish(alert, console.receipt(alert, "a-subscription-with-a-long-name" * 3))
    page, _ = await open_console(browser, console, viewport={"width": 360, "height": 640})
    for path in ("/", f"/stories/{alert.id}", "/silences"):
        await page.goto(console.url + path)
        wide = await page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
        assert not wide, path
