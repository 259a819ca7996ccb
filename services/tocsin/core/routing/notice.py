"""What a message to one subscriber is about: a revision seen with that subscriber's eyes."""

from dataclasses import dataclass
from typing import Literal

from tocsin.core.model.alert import Alert
from tocsin.core.model.delivery import Delivery, Sent

NoticeKind = Literal["new", "update", "escalation", "withdrawal", "left"]


@dataclass(frozen=True, slots=True)
class Notice:
    """``kind`` is what the revision is to this subscriber: its first notice of a story is ``new``, whatever the number
    of the revision. ``sent`` is what it had before; ``test`` marks a message sent to try the way. ``also`` are those
    of other rules that are told with it.
    """

    id: str
    kind: NoticeKind
    alert: Alert
    subscription: str
    sent: Sent | None = None
    test: bool = False
    also: tuple[Alert, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether there is a story that could be acknowledged."""
        return self.kind in ("new", "update", "escalation") and not self.test


def notice_for(delivery: Delivery, sent: Sent | None, message_id: str) -> Notice | None:
    """The notice of a delivery, given what the subscriber has seen; None: the subscriber need not hear of it.

    That is so when a story ends, or leaves the filter, of which it was never told.
    """
    told = sent is not None and not sent.ended
    ends = delivery.left or delivery.alert.kind == "withdrawal"
    if ends and not told and not delivery.test:
        return None
    kind: NoticeKind = delivery.alert.kind
    if delivery.left:
        kind = "left"
    elif not ends and not told:
        kind = "new"
    elif kind == "new":
        kind = "update"
    return Notice(
        id=message_id,
        kind=kind,
        alert=delivery.alert,
        subscription=delivery.subscription,
        sent=sent,
        test=delivery.test,
    )
