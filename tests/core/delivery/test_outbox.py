"""A partition folded from its records: what a kill at any moment leaves behind is understood."""

from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest

from tocsin.core.delivery.keys import disabled_key, due_key, held_key, routed_key, sent_key
from tocsin.core.delivery.outbox import Outbox
from tocsin.core.model.delivery import Delivery, Disabled, Held, Routed, Sent

AT = datetime(2026, 11, 23, tzinfo=UTC)
encode = msgspec.json.encode


def due(alert: Any, name: str = "s") -> tuple[bytes, bytes]:
    return due_key(name, alert.id, alert.seq), encode(Delivery(id="d", subscription=name, alert=alert))


def sent(alert: Any, name: str = "s") -> tuple[bytes, bytes]:
    return sent_key(name, alert.id), encode(Sent(subscription=name, alert=alert.id, seq=alert.seq, at=AT))


def fold(*records: tuple[bytes, bytes | None]) -> Outbox:
    outbox = Outbox()
    for offset, (key, value) in enumerate(records):
        outbox.apply(key, value, offset)
    return outbox


def test_killed_before_the_receipt_it_is_still_owed(make_alert: Any) -> None:
    outbox = fold(due(make_alert()))
    (owed,) = outbox.lane("s").pending.values()
    assert not outbox.was_sent(owed.delivery)


def test_killed_between_sent_and_tombstone_it_is_known_as_sent(make_alert: Any) -> None:
    outbox = fold(due(make_alert()), sent(make_alert()))
    (owed,) = outbox.lane("s").pending.values()
    assert outbox.was_sent(owed.delivery)


def test_killed_before_the_router_noted_it_what_was_sent_adds_nothing_to_what_comes(make_alert: Any) -> None:
    escalation, update = make_alert(seq=2, kind="escalation", severity="critical"), make_alert(seq=3, kind="update")
    gone = due_key("s", escalation.id, 2), None
    for records in (
        (due(escalation), sent(escalation), gone, due(escalation), due(update)),
        (due(escalation), sent(escalation), due(update)),
        (due(escalation), due(update), sent(escalation)),
    ):
        (owed,) = fold(*records).lane("s").pending.values()
        assert owed.delivery.alert == update
        assert owed.older == (2,)


def test_of_several_unsent_revisions_those_after_the_one_sent_stay_together(make_alert: Any) -> None:
    kinds = ("new", "escalation", "update", "update")
    revisions = [make_alert(seq=seq, kind=kind, changes=(f"{seq}",)) for seq, kind in enumerate(kinds, 1)]
    (owed,) = fold(*map(due, revisions), sent(revisions[0])).lane("s").pending.values()
    assert (owed.delivery.alert.kind, owed.delivery.alert.changes) == ("escalation", ("2", "3", "4"))
    (owed,) = fold(*map(due, revisions), sent(revisions[1])).lane("s").pending.values()
    assert (owed.delivery.alert.kind, owed.delivery.alert.changes) == ("update", ("3", "4"))


def test_a_number_that_comes_back_joins_what_was_held_back_since() -> None:
    def record(count: int, minute: int) -> tuple[bytes, bytes]:
        return held_key("s"), encode(Held(subscription="s", count=count, since=AT.replace(minute=minute)))

    assert fold(record(3, 0), record(5, 0)).lane("s").held == Held(subscription="s", count=5, since=AT)
    assert fold(record(3, 0), (held_key("s"), None), record(5, 9), record(3, 0)).lane("s").held == Held(
        subscription="s", count=8, since=AT
    )


def test_settled_nothing_is_owed(make_alert: Any) -> None:
    alert = make_alert()
    outbox = fold(due(alert), sent(alert), (due_key("s", alert.id, alert.seq), None))
    assert outbox.lane("s").is_idle


def test_a_revision_written_while_an_older_one_was_settled_is_still_owed(make_alert: Any) -> None:
    older, newer = make_alert(seq=5), make_alert(seq=7, kind="update")
    outbox = fold(due(older), due(newer), sent(older), (due_key("s", older.id, 5), None))
    (owed,) = outbox.lane("s").pending.values()
    assert owed.delivery.alert.seq == 7
    assert not outbox.was_sent(owed.delivery)


def test_a_revision_routed_again_after_it_was_sent_is_known(make_alert: Any) -> None:
    alert = make_alert()
    outbox = fold(due(alert), sent(alert), (due_key("s", alert.id, alert.seq), None), due(alert))
    (owed,) = outbox.lane("s").pending.values()
    assert outbox.was_sent(owed.delivery)


def test_one_subscriber_has_not_seen_what_another_has(make_alert: Any) -> None:
    alert = make_alert()
    outbox = fold(due(alert, "a"), due(alert, "b"), sent(alert, "a"))
    seen = {name: outbox.was_sent(next(iter(lane.pending.values())).delivery) for name, lane in outbox.lanes.items()}
    assert seen == {"a": True, "b": False}


def test_the_rest_is_folded_and_taken_back() -> None:
    held = (held_key("s"), encode(Held(subscription="s", count=3, since=AT)))
    disabled = (disabled_key("s"), encode(Disabled(subscription="s", version="v", at=AT, reason="gone")))
    routed = (routed_key("a"), encode(Routed(alert="a", seq=1, at=AT)))
    outbox = fold(held, disabled, routed)
    assert outbox.lane("s").held is not None
    assert outbox.disabled["s"].version == "v"
    outbox = fold(held, disabled, routed, (held_key("s"), None), (disabled_key("s"), None), (routed_key("a"), None))
    assert outbox.lane("s").held is None
    assert outbox.disabled == {}


@pytest.mark.parametrize(
    ("key", "value"),
    [
        (b"", b"{}"),
        (b"due/s/a", b"{}"),
        (b"due/s/a/1", b"{"),
        (b"due/s/a/1", b"\xff"),
        (b"due/s/a/1", b'{"type": "delivery"}'),
        (b"due/s/a/1", encode(Held(subscription="s", count=3, since=AT))),
    ],
)
def test_a_record_that_cant_be_read_is_an_error_and_changes_nothing(key: bytes, value: bytes) -> None:
    outbox = Outbox()
    with pytest.raises(ValueError, match=r".*"):
        outbox.apply(key, value)
    assert outbox.lanes == {}


def test_old_entries_come_oldest_first(make_alert: Any) -> None:
    first, second = make_alert(id="a1"), make_alert(id="a2")
    outbox = fold(sent(first), sent(second), sent(first))
    assert [item.alert for item in outbox.oldest_sent(AT.timestamp() + 1, 10)] == ["a2", "a1"]
    assert list(outbox.oldest_sent(AT.timestamp(), 10)) == []
    assert len(list(outbox.oldest_sent(AT.timestamp() + 1, 1))) == 1
