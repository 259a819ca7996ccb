"""The newest alerts and their receipts, within bounds: folded from two topics that are read side by side."""

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, field

from tocsin.core.model.alert import Alert, AlertKind
from tocsin.core.model.base import UtcTime, Value
from tocsin.core.model.receipt import Receipt

MAX_REVISIONS = 30
"""Of one story, the newest; more are counted."""

MAX_RECEIPTS = 200
"""Of one alert, the newest."""


class Revision(Value, frozen=True, kw_only=True):
    """One revision in a story's history. ``at`` is when it was written to its topic."""

    seq: int
    kind: AlertKind
    at: UtcTime
    changes: tuple[str, ...] = ()


@dataclass(slots=True)
class Entry:
    """A story: its newest revision, when that was written, its history, oldest first, and its receipts."""

    alert: Alert
    at: UtcTime
    revisions: list[Revision] = field(default_factory=list)

    @property
    def is_over(self) -> bool:
        """Whether its reports were withdrawn."""
        return self.alert.kind == "withdrawal"


class Board:
    """At most ``bound`` stories: those that changed longest ago go first. ``version`` grows with each change.

    Records may come again and in any order of the two topics; what is newer by ``seq`` wins.
    """

    def __init__(self, bound: int) -> None:
        self._bound = bound
        self._entries: OrderedDict[str, Entry] = OrderedDict()
        self._receipts: OrderedDict[str, dict[tuple[str, int], Receipt]] = OrderedDict()
        self._stories: dict[str, str] = {}
        self.version = 0

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[Entry]:
        """All stories, the last changed first."""
        return reversed(self._entries.values())

    def add_alert(self, alert: Alert, at: UtcTime) -> None:
        """Take in a revision; one that is known, or older than what is known, changes nothing but the history."""
        entry = self._entries.get(alert.id)
        if entry is None:
            entry = self._entries[alert.id] = Entry(alert, at)
            self._stories[alert.story] = alert.id
        elif alert.seq > entry.alert.seq:
            entry.alert, entry.at = alert, at
            self._entries.move_to_end(alert.id)
        if all(revision.seq != alert.seq for revision in entry.revisions):
            entry.revisions.append(Revision(seq=alert.seq, kind=alert.kind, at=at, changes=alert.changes))
            entry.revisions.sort(key=lambda revision: revision.seq)
            del entry.revisions[:-MAX_REVISIONS]
            self.version += 1
        if len(self._entries) > self._bound:
            _, gone = self._entries.popitem(last=False)
            self._stories.pop(gone.alert.story, None)

    def add_receipt(self, receipt: Receipt) -> None:
        """Take in how an attempt ended. It may come before its alert does."""
        known = self._receipts.setdefault(receipt.alert, {})
        self._receipts.move_to_end(receipt.alert)
        key = (receipt.subscription, receipt.seq)
        before = known.get(key)
        if before is None or (receipt.at, receipt.attempt) > (before.at, before.attempt):
            known.pop(key, None)
            known[key] = receipt
            self.version += 1
        if len(known) > MAX_RECEIPTS:
            del known[next(iter(known))]
        if len(self._receipts) > self._bound:
            self._receipts.popitem(last=False)

    def find(self, name: str) -> Entry | None:
        """The story by its alert's id or its own."""
        return self._entries.get(name) or self._entries.get(self._stories.get(name, ""))

    def receipts(self, alert: str) -> list[Receipt]:
        """How each revision went to each subscription, the newest revision first; of several attempts the last."""
        found = self._receipts.get(alert, {}).values()
        return sorted(found, key=lambda receipt: (-receipt.seq, receipt.subscription))
