"""Config objects as messages: their keys in ``news.config.v1``, their JSON, and their versions."""

from typing import Any

import msgspec

from tocsin.core.model.ids import digest
from tocsin.core.model.rule import Rule, WatchList
from tocsin.core.model.subscription import Feed, Publishers, Silence, Subscription

ConfigObject = Rule | Subscription | Silence | Feed | WatchList | Publishers
KINDS: dict[str, type[ConfigObject]] = {
    "rule": Rule,
    "subscription": Subscription,
    "silence": Silence,
    "feed": Feed,
    "list": WatchList,
    "publishers": Publishers,
}
"""The ``kind`` of each config object."""

_ENCODER = msgspec.json.Encoder(order="deterministic")
_DECODER = msgspec.json.Decoder(ConfigObject)


def kind_of(thing: ConfigObject) -> str:
    """``rule``, ``subscription``, ``silence``, ``feed``, ``list`` or ``publishers``."""
    return next(kind for kind, struct in KINDS.items() if isinstance(thing, struct))


def config_key(thing: ConfigObject) -> str:
    """The object's key in the config topic: ``rule/iraq-mass-casualties``."""
    return f"{kind_of(thing)}/{thing.id}"


def encode_object(thing: ConfigObject) -> bytes:
    """The object's JSON, the same bytes for the same content."""
    return _ENCODER.encode(thing)


def decode_object(value: bytes) -> ConfigObject:
    """The object in a message of the config topic.

    Raises:
        msgspec.DecodeError: it is no JSON; ``msgspec.ValidationError``, its subclass: it is no such object.
    """
    thing: ConfigObject = _DECODER.decode(value)
    return thing


def content_version(thing: ConfigObject) -> str:
    """A hash of the object's content: the same for the same content on every machine."""
    return digest("config", encode_object(thing).decode())


def as_plain(thing: ConfigObject) -> dict[str, Any]:
    """The object as YAML would hold it, ``kind`` and ``id`` first, defaults left out where the struct does so."""
    plain: dict[str, Any] = msgspec.to_builtins(thing)
    first = {"kind": kind_of(thing), "id": thing.id}
    return first | {key: value for key, value in plain.items() if key not in first}
