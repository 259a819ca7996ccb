"""The board: what came last by ``seq`` stands, whatever the order and however often records come, within its bounds."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.core.conftest import build_alert
from tocsin.core.board.board import MAX_RECEIPTS, MAX_REVISIONS, Board
from tocsin.core.model.receipt import Receipt

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


def receipt(alert: str, subscription: str, seq: int, outcome: Any = "delivered", minutes: int = 0) -> Receipt:
    return Receipt(
        id=f"{alert}{subscription}{seq}",
        delivery="d",
        subscription=subscription,
        alert=alert,
        seq=seq,
        attempt=1,
        outcome=outcome,
        at=NOW + timedelta(minutes=minutes),
    )


revisions = st.lists(st.tuples(st.sampled_from("abcd"), st.integers(0, 9)), max_size=40)


@given(first=revisions, data=st.data())
def test_the_highest_revision_stands_in_any_order_with_any_repeats(
    first: list[tuple[str, int]], data: st.DataObject
) -> None:
    again = data.draw(st.permutations(first + first))
    boards = Board(100), Board(100)
    for board, records in zip(boards, (first, again), strict=True):
        for name, seq in records:
            board.add_alert(build_alert(id=name, story=f"story-{name}", seq=seq), NOW)
    one, other = ({entry.alert.id: entry for entry in board} for board in boards)
    assert {name: entry.alert.seq for name, entry in one.items()} == {
        name: max(seq for each, seq in first if each == name) for name, _ in first
    }
    assert {name: [r.seq for r in entry.revisions] for name, entry in one.items()} == {
        name: [r.seq for r in entry.revisions] for name, entry in other.items()
    }


@given(records=st.lists(st.tuples(st.integers(0, 30), st.integers(0, 5)), max_size=100), bound=st.integers(1, 10))
def test_memory_is_bounded_and_the_last_changed_stay(records: list[tuple[int, int]], bound: int) -> None:
    board = Board(bound)
    for number, (name, seq) in enumerate(records):
        board.add_alert(build_alert(id=f"a{name}", story=f"s{name}", seq=seq), NOW + timedelta(minutes=number))
        board.add_receipt(receipt(f"r{name}", "desk", seq))
        assert len(board) <= bound
        assert len(board._receipts) <= bound  # noqa: SLF001 - what is bounded can be seen only there
        assert len(board._stories) <= bound  # noqa: SLF001 - as above
    for entry in board:
        assert board.find(entry.alert.id) is entry
        assert board.find(entry.alert.story) is entry


def test_history_and_receipts_of_one_story_are_bounded() -> None:
    board = Board(10)
    for seq in range(MAX_REVISIONS + MAX_RECEIPTS + 10):
        board.add_alert(build_alert(seq=seq), NOW)
        board.add_receipt(receipt("alert1", "desk", seq, minutes=seq))
    (entry,) = board
    assert [revision.seq for revision in entry.revisions][-1] == entry.alert.seq
    assert len(entry.revisions) == MAX_REVISIONS
    assert len(board.receipts("alert1")) == MAX_RECEIPTS


def test_of_several_attempts_the_last_counts_and_a_receipt_may_come_first() -> None:
    board = Board(10)
    board.add_receipt(receipt("alert1", "desk", 5, "delivered", minutes=2))
    board.add_receipt(receipt("alert1", "desk", 5, "retry", minutes=1))
    board.add_receipt(receipt("alert1", "engine", 5, "retry"))
    board.add_alert(build_alert(), NOW)
    shown = [(r.subscription, r.outcome) for r in board.receipts("alert1")]
    assert shown == [("desk", "delivered"), ("engine", "retry")]


def test_the_version_changes_with_what_there_is_to_see_only() -> None:
    board = Board(10)
    versions = [board.version]
    for _ in range(2):
        board.add_alert(build_alert(), NOW)
        versions.append(board.version)
    board.add_receipt(receipt("alert1", "desk", 5))
    versions.append(board.version)
    board.add_receipt(receipt("alert1", "desk", 5))
    versions.append(board.version)
    assert [late > early for early, late in pairwise(versions)] == [True, False, True, False]
