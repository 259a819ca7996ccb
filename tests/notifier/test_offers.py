"""What messages offer, as the operator has set it up: buttons, links, or nothing."""

from typing import Any

import pytest

from tests.core.conftest import build_alert
from tocsin.core.messages.links import LINK_PREFIX
from tocsin.core.messages.slack.controls import NO_CONTROLS, Controls
from tocsin.core.routing.notice import Notice
from tocsin.edge.secrets import Secrets
from tocsin.edge.service import ServiceError
from tocsin.edge.settings import SettingsError
from tocsin.notifier.controls import LINK_SECRET, Offers
from tocsin.notifier.settings import load_notifier_settings

KEY = "a key of a test that is long enough"
URL = "https://console.example"


@pytest.fixture
def notice() -> Notice:
    return Notice(id="m", kind="new", alert=build_alert(), subscription="desk")


def test_buttons_are_for_bots_whose_presses_are_heard(notice: Notice) -> None:
    offers = Offers(Secrets({LINK_SECRET: KEY}), URL, slack_buttons=True)
    assert offers.controls(notice, bot=True) == Controls(buttons=True)
    links = offers.controls(notice)
    assert not links.buttons
    for link in (links.acknowledge, links.mute):
        assert link is not None
        assert link.startswith(URL + LINK_PREFIX)
    assert links.acknowledge != links.mute


def test_without_a_console_or_its_key_there_are_no_links(notice: Notice) -> None:
    assert Offers(Secrets({LINK_SECRET: KEY})).controls(notice, bot=True) == NO_CONTROLS
    assert Offers(Secrets({}), URL).controls(notice) == NO_CONTROLS
    assert Offers(Secrets({LINK_SECRET: "short"}), URL).controls(notice) == NO_CONTROLS


@pytest.mark.parametrize("environ", [{}, {LINK_SECRET: "short"}])
def test_a_key_that_is_missing_shows_at_the_start(environ: dict[str, str]) -> None:
    Offers(Secrets({})).check()
    Offers(Secrets({LINK_SECRET: KEY}), URL).check()
    with pytest.raises(ServiceError, match=LINK_SECRET) as refused:
        Offers(Secrets(environ), URL).check()
    assert "short" not in str(refused.value).replace("too short", "")


@pytest.mark.parametrize("url", ["console.example", "javascript:alert(1)", "https://console.example/<b>", "https:// x"])
def test_an_address_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("TOCSIN_CONSOLE_URL", url)
    with pytest.raises(SettingsError, match="TOCSIN_CONSOLE_URL"):
        load_notifier_settings()


def test_its_own_kinds_of_broken_secrets_never_cost_a_message(notice: Notice) -> None:
    class Gone(dict[str, Any]):
        """As a mounted file that was taken away."""

        def get(self, name: str, default: Any = None) -> Any:
            return "/no/such/file" if name == f"{LINK_SECRET}_FILE" else default

    assert Offers(Secrets(Gone()), URL).controls(notice) == NO_CONTROLS
