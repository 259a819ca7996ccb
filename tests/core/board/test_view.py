"""Stories, silences and times in words."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.core.board.test_board import receipt
from tests.core.conftest import build_alert
from tocsin.core.board.board import Board
from tocsin.core.board.view import OUTCOMES, ago, covers, detail_of, duration
from tocsin.core.model.alert import Link
from tocsin.core.model.subscription import Circle, Filter

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


def test_a_story_in_words() -> None:
    board = Board(10)
    board.add_alert(build_alert(seq=5), NOW)
    links = (Link(title="", url="javascript:alert(1)", source="feed"), Link(title="Wire", url="https://wire.example/2"))
    board.add_alert(build_alert(seq=7, kind="update", changes=("killed: 120 → 279",), links=links), NOW)
    for outcome, name in (("delivered", "desk"), ("retry", "engine"), ("silenced", "")):
        board.add_receipt(receipt("alert1", name, 7, outcome))
    (entry,) = board
    detail = detail_of(entry, None, board.receipts("alert1"))
    line = detail.line
    assert (line.where, line.toll) == ("Mosul, Nineveh, Iraq", "279 killed (not verified), at least 40 injured")
    assert (line.kind, line.delivered, line.failing) == ("update", 1, 1)
    assert [kind for kind, _, _ in detail.history] == ["update", "first told"]
    assert detail.reports[0][:3] == ("report", None, "feed")
    assert detail.reports[1][1] == "https://wire.example/2"
    assert detail.evidence == (("killed 279 ≥ 10", "killing 279 of them"),)
    assert {told.subscription: told.state for told in detail.told} == {
        "desk": "good",
        "engine": "bad",
        "everybody": "quiet",
    }


def test_every_outcome_has_words() -> None:
    assert all(OUTCOMES.values())


@pytest.mark.parametrize(
    ("match", "words"),
    [
        (Filter(), "everything"),
        (Filter(rule="r", rules=("s",)), "rule r, s"),
        (Filter(story="x", regions=("Iraq", 5)), "story x; in Iraq, 5"),
        (Filter(severity="warning", severity_up_to="critical"), "warning or graver; critical or milder"),
        (Filter(near=Circle(lat=1.5, lon=2, km=30), labels={"desk": "africa"}), "within 30 km of 1.5, 2; desk: africa"),
        (Filter(sources=("Wire",), kinds=("new",)), "reported by Wire; new only"),
    ],
)
def test_what_a_silence_covers_in_words(match: Filter, words: str) -> None:
    assert covers(match) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (5, "just now"),
        (-5, "in a moment"),
        (720, "12 min ago"),
        (7300, "2 h ago"),
        (-7100, "in 2 h"),
        (4 * 86400, "4 days ago"),
    ],
)
def test_how_long_ago(seconds: int, words: str) -> None:
    assert ago(NOW - timedelta(seconds=seconds), NOW) == words


def test_lengths() -> None:
    assert [duration(timedelta(hours=hours)) for hours in (1, 4, 24, 72)] == ["1 h", "4 h", "1 day", "3 days"]
