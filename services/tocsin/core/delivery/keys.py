"""Keys of the deliveries topic, and the partition that holds a subscription's records."""

import hashlib
from typing import Literal, NamedTuple, cast

Kind = Literal["due", "sent", "shown", "held", "gathered", "tally", "disabled", "routed"]
_PARTS = {"due": 4, "sent": 3, "shown": 3, "held": 2, "gathered": 3, "tally": 2, "disabled": 2, "routed": 2}


class Key(NamedTuple):
    """A key taken apart; what the kind does not have is empty or 0."""

    kind: Kind
    subscription: str = ""
    alert: str = ""
    seq: int = 0
    cause: str = ""


def due_key(subscription: str, alert: str, seq: int) -> bytes:
    """Each revision has a key of its own.

    Otherwise the tombstone of a settled revision, written while a newer one is on its way, would delete the newer one.
    """
    return f"due/{subscription}/{alert}/{seq}".encode()


def sent_key(subscription: str, alert: str) -> bytes:
    """What a subscriber has seen of an alert."""
    return f"sent/{subscription}/{alert}".encode()


def shown_key(subscription: str, alert: str) -> bytes:
    """The message in Slack that shows an alert."""
    return f"shown/{subscription}/{alert}".encode()


def held_key(subscription: str) -> bytes:
    """How many alerts were held back from a subscriber."""
    return f"held/{subscription}".encode()


def gathered_key(subscription: str, cause: str) -> bytes:
    """Alerts that a subscriber will hear of in one message."""
    return f"gathered/{subscription}/{cause}".encode()


def tally_key(subscription: str) -> bytes:
    """What went out of late to a subscriber."""
    return f"tally/{subscription}".encode()


def disabled_key(subscription: str) -> bytes:
    """That a subscription is out of use."""
    return f"disabled/{subscription}".encode()


def routed_key(alert: str) -> bytes:
    """What the router has done with an alert."""
    return f"routed/{alert}".encode()


def parse_key(key: bytes) -> Key:
    """Take a key apart.

    Raises:
        ValueError: It is none of the above.
    """
    kind, *rest = key.decode("utf-8").split("/")
    if _PARTS.get(kind) != 1 + len(rest) or not all(rest):
        raise ValueError(f"no key of the deliveries topic: {key[:100]!r}")
    known = cast("Kind", kind)
    if kind == "routed":
        return Key(known, alert=rest[0])
    if kind == "gathered":
        return Key(known, rest[0], cause=rest[1])
    seq = int(rest[2]) if kind == "due" else 0
    return Key(known, rest[0], rest[1] if kind in ("due", "sent", "shown") else "", seq)


def partition_of(subscription: str, partitions: int) -> int:
    """Where all records of a subscription are. Ours, and fixed: the partitioners of clients differ and change."""
    digest = hashlib.blake2b(subscription.encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") % partitions
