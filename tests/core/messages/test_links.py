"""Links in messages: what we signed reads back, nothing else does, and none outlives its time."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.core.messages.links import (
    LINK_LIFE,
    LINK_PREFIX,
    Linker,
    LinkError,
    LinkKeyError,
    SignedDeed,
    parse_link_key,
    read_deed,
    sign_deed,
)
from tocsin.core.wording.text import safe_url

KEY = b"a key of twenty-four bytes or more"
NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
words = st.text(max_size=100)


@given(deed=st.sampled_from(["acknowledge", "mute"]), alert=words, rule=words, to=words)
def test_what_was_signed_reads_back_within_its_life(deed: str, alert: str, rule: str, to: str) -> None:
    url = Linker("https://console.example/", KEY).link(deed, alert, rule, to, NOW)  # type: ignore[arg-type]  # sampled
    assert url.startswith(f"https://console.example{LINK_PREFIX}")
    token = url.removeprefix(f"https://console.example{LINK_PREFIX}")
    read = read_deed(KEY, token, NOW + LINK_LIFE)
    assert (read.deed, read.alert, read.rule, read.to) == (deed, alert, rule, to)
    with pytest.raises(LinkError, match="too old"):
        read_deed(KEY, token, NOW + LINK_LIFE + timedelta(seconds=2))


def test_a_link_is_a_link_in_slack_and_short() -> None:
    url = Linker("https://console.example", KEY).link("mute", "0" * 20, "iraq-mass-casualties", "mena-desk", NOW)
    assert safe_url(url) == url
    assert len(url) < 300


@given(token=st.text(max_size=300), place=st.integers(0, 400), other=st.characters())
def test_nothing_else_reads(token: str, place: int, other: str) -> None:
    with pytest.raises(LinkError):
        read_deed(KEY, token, NOW)
    good = sign_deed(KEY, SignedDeed("mute", "a", "r", "s", int(NOW.timestamp()) + 60))
    at = place % len(good)
    changed = good[:at] + other + good[at + 1 :]
    if changed != good and at not in (good.index(".") - 1, len(good) - 1):  # there some bits are of no meaning
        with pytest.raises(LinkError):
            read_deed(KEY, changed, NOW)
    with pytest.raises(LinkError):
        read_deed(b"another key of twenty-four bytes", good, NOW)


def test_a_key_must_be_worth_the_name() -> None:
    with pytest.raises(LinkKeyError, match="at least 24"):
        parse_link_key("short")
    assert parse_link_key(" " + KEY.decode() + "\n") == KEY
    assert KEY.decode() not in repr(Linker("https://console.example", KEY))
