"""What the steps of a fold hand to one another and to the caller: values, without what is done to them.

They stand apart since msgspec's structs stay interpreted, while the steps may be compiled (docs/decisions/0074).
"""

from datetime import datetime

from tocsin.core.model.alert import Alert, AlertKind, Movement, Toll
from tocsin.core.model.analysis import CasualtyKind, Place
from tocsin.core.model.base import SEVERITIES, Severity, Value
from tocsin.core.model.story import Flow, Story


class Now(Value, frozen=True, kw_only=True):
    """The moment of one record: its offset, the rule's event clock with it, when the log took it, if known, and the
    flow of the rule's articles.
    """

    seq: int
    clock: datetime
    logged: datetime | None = None
    flow: Flow | None = None


class Facts(Value, frozen=True, kw_only=True):
    """A story's standing facts. ``families`` counts independent publishers, ``deniers`` those that deny, by kind;
    ``edited``: some that do not stand were edited, not withdrawn.
    """

    tolls: tuple[Toll, ...] = ()
    movements: tuple[Movement, ...] = ()
    places: tuple[Place, ...] = ()
    actors: tuple[str, ...] = ()
    severity: Severity = SEVERITIES[0]
    score: float = 0.0
    families: int = 0
    confidence: float = 0.0
    standing: int = 0
    deniers: dict[CasualtyKind, tuple[str, ...]] = {}
    edited: bool = False


class Change(Value, frozen=True, kw_only=True):
    """A revision that is due: its kind, and what it says has changed."""

    kind: AlertKind
    words: tuple[str, ...]


class Telling(Value, frozen=True, kw_only=True):
    """A story as it is to be written, in bytes too; its alert, if one is due; else when its held-back update is."""

    story: Story
    data: bytes
    alert: Alert | None = None
    due: datetime | None = None


class Outcome(Value, frozen=True, kw_only=True):
    """What a record leads to: alerts to send, then stories to write and to remove. ``repeat``: it was folded before."""

    alerts: tuple[Alert, ...] = ()
    changed: tuple[Telling, ...] = ()
    removed: tuple[str, ...] = ()
    repeat: bool = False
