"""A newer revision takes the place of an older one that was not sent, and keeps what the older had to say."""

import msgspec

from tocsin.core.model.alert import Alert, AlertKind
from tocsin.core.model.base import rank
from tocsin.core.model.delivery import Delivery

MAX_CHANGES = 10
_WEIGHT: dict[AlertKind, int] = {"update": 0, "escalation": 1, "new": 2, "withdrawal": 3}
"""An unsent first notice stays one, an escalation is not lost in an update, and a withdrawal ends all."""


def merge(older: Delivery, newer: Delivery) -> Delivery:
    """The newer delivery, with the higher severity, the weightier kind and the changes of both.

    A story that ended or left the filter is told as it is now: nothing of the older revision is kept then.
    """
    if newer.left or newer.alert.kind == "withdrawal":
        return newer
    alert, before = newer.alert, older.alert
    ended = before.kind == "withdrawal" or older.left
    kind = alert.kind if ended else max(before.kind, alert.kind, key=lambda kind: _WEIGHT[kind])
    merged: Alert = msgspec.structs.replace(
        alert,
        kind=kind,
        severity=alert.severity if ended else max(before.severity, alert.severity, key=rank),
        changes=tuple(dict.fromkeys(before.changes + alert.changes))[-MAX_CHANGES:],
    )
    return msgspec.structs.replace(
        newer, alert=merged, forced=older.forced or newer.forced, alerted=older.alerted or newer.alerted
    )
