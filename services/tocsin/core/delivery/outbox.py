"""One partition of the deliveries topic as it stands: folded from its records, in order."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from tocsin.core.delivery.keys import Key, parse_key
from tocsin.core.delivery.lane import Lane
from tocsin.core.model.delivery import Delivery, DeliveryRecord, Disabled, Gathered, Held, Routed, Sent, Shown, Tally


class Placed(NamedTuple):
    """What is remembered of a message, less its words; they stand in the record at ``offset``."""

    shown: Shown
    offset: int


class Outbox:
    """What is owed, sent, held back, gathered and disabled; the router's own records are passed over.

    ``make_lane`` gives a new lane for a subscription's id. ``shown`` is by alert and subscription, and holds no message
    but where its record stands.
    """

    def __init__(self, make_lane: Callable[[str], Lane] = lambda _: Lane()) -> None:
        self.lanes: dict[str, Lane] = {}
        self.sent: dict[tuple[str, str], Sent] = {}
        self.disabled: dict[str, Disabled] = {}
        self.tallies: dict[str, Tally] = {}
        self.shown: dict[str, dict[str, Placed]] = {}
        self._make_lane = make_lane
        self._decoder: msgspec.json.Decoder[DeliveryRecord] = msgspec.json.Decoder(DeliveryRecord)

    def lane(self, subscription: str) -> Lane:
        """The subscription's lane, made when it is first asked for."""
        lane = self.lanes.get(subscription)
        if lane is None:
            lane = self.lanes[subscription] = self._make_lane(subscription)
        return lane

    def apply(self, raw_key: bytes, value: bytes | None, offset: int = -1) -> Key:
        """Take one record in; a tombstone is ``value`` None.

        Raises:
            ValueError: The key is unknown, or the value is not of the key's kind or can't be decoded; nothing changed.
        """
        key = parse_key(raw_key)
        if key.kind == "routed":
            return key
        if value is None:
            self._forget(key)
            return key
        record = self._decoder.decode(value)
        if type(record).__struct_config__.tag != ("delivery" if key.kind == "due" else key.kind):
            raise ValueError(f"a {key.kind} key with another kind of record")
        if isinstance(record, Shown):
            placed = Placed(replace(record, text="", blocks=""), offset)
            self.shown.setdefault(record.alert, {})[record.subscription] = placed
        else:
            self.put(record, offset)
        return key

    def put(self, record: DeliveryRecord, offset: int = -1) -> None:
        """Take in what a record says."""
        match record:
            case Delivery():
                sent = self.sent.get((record.subscription, record.alert.id))
                self.lane(record.subscription).add(record, offset, told=0 if sent is None else sent.seq)
            case Sent():
                place = (record.subscription, record.alert)
                self.sent.pop(place, None)  # the order is that of sending, for ``oldest_sent``
                self.sent[place] = record
                if record.subscription in self.lanes:
                    self.lanes[record.subscription].told(record.alert, record.seq)
            case Held():
                lane = self.lane(record.subscription)
                lane.held = _joined(lane.held, record)
            case Gathered():
                self.lane(record.subscription).gathered[record.cause] = record
            case Tally():
                self.tallies[record.subscription] = record
            case Disabled():
                self.disabled[record.subscription] = record
            case Routed() | Shown():
                pass

    def was_sent(self, delivery: Delivery) -> bool:
        """Whether the subscriber has had this revision or a newer one."""
        sent = self.sent.get((delivery.subscription, delivery.alert.id))
        return sent is not None and delivery.alert.seq <= sent.seq

    def oldest_sent(self, before: float, most: int) -> Iterator[Sent]:
        """Up to ``most`` entries last sent before then (seconds since 1970)."""
        for sent, _ in zip(self.sent.values(), range(most), strict=False):
            if sent.at.timestamp() >= before:
                return
            yield sent

    def _forget(self, key: Key) -> None:
        lane = self.lanes.get(key.subscription)
        match key.kind, lane:
            case "sent", _:
                self.sent.pop((key.subscription, key.alert), None)
            case "shown", _:
                self.shown.get(key.alert, {}).pop(key.subscription, None)
                if not self.shown.get(key.alert):
                    self.shown.pop(key.alert, None)
            case "tally", _:
                self.tallies.pop(key.subscription, None)
            case "disabled", _:
                self.disabled.pop(key.subscription, None)
            case "due", Lane():
                lane.drop(key.alert, key.seq)
            case "held", Lane():
                lane.held = None
            case "gathered", Lane():
                lane.gathered.pop(key.cause, None)
            case _:
                pass  # nothing was known of it


def _joined(known: Held | None, record: Held) -> Held:
    """A number from before what is known comes from the dead letters: it is told with it. All others tell anew."""
    if known is None or record.since >= known.since:
        return record
    return replace(record, count=record.count + known.count)
