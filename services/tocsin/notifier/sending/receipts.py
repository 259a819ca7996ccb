"""Receipts: how one thing owed ended."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from tocsin.core.delivery.owed import Owed
from tocsin.core.model.delivery import Delivery, Gathered
from tocsin.core.model.ids import delivery_id, digest
from tocsin.core.model.receipt import Outcome, Reason, Receipt


@dataclass(frozen=True, slots=True)
class Ending:
    """How one thing owed ended."""

    outcome: Outcome
    reason: Reason = ""
    status: int | None = None
    seconds: float | None = None
    next_attempt: datetime | None = None


def receipts_of(owed: Sequence[Owed], ending: Ending) -> list[Receipt]:
    """One for each, and for each older revision that it took the place of."""
    return [make_receipt(item.delivery, ending, item.delivery.alert.seq) for item in owed] + [
        make_receipt(item.delivery, Ending("superseded"), seq) for item in owed for seq in item.older
    ]


def make_receipt(delivery: Delivery, ending: Ending, seq: int) -> Receipt:
    """A receipt; attempts are counted in ``delivery`` already."""
    attempt = delivery.attempts if ending.seconds is not None else 0
    return Receipt(
        id=digest("receipt", delivery.id, str(seq), str(attempt), ending.outcome),
        delivery=delivery.id,
        subscription=delivery.subscription,
        alert=delivery.alert.id,
        seq=seq,
        attempt=attempt,
        outcome=ending.outcome,
        at=datetime.now(UTC),
        reason=ending.reason,
        status=ending.status,
        seconds=ending.seconds,
        next_attempt=ending.next_attempt,
        published=delivery.alert.last_published,
        alerted=delivery.alerted,
        test=delivery.test,
    )


def receipts_of_lines(gathered: Gathered, ending: Ending) -> list[Receipt]:
    """One for each story that is listed, beside the one that says it was gathered."""
    return [
        Receipt(
            id=digest("receipt", delivery_id(line.alert, gathered.subscription), str(line.seq), "0", ending.outcome),
            delivery=delivery_id(line.alert, gathered.subscription),
            subscription=gathered.subscription,
            alert=line.alert,
            seq=line.seq,
            attempt=0,
            outcome=ending.outcome,
            at=datetime.now(UTC),
            reason=ending.reason,
            status=ending.status,
        )
        for line in gathered.lines
    ]
