"""The configuration as it stands: built record by record, handed out as immutable snapshots."""

from collections.abc import Mapping
from typing import Any

import msgspec

from tocsin.core.config.objects import KINDS, config_key, decode_object
from tocsin.core.model.base import Value
from tocsin.core.model.rule import Rule, WatchList
from tocsin.core.model.subscription import Feed, Publishers, Silence, Subscription


class ConfigSnapshot(Value, frozen=True, kw_only=True):
    """All objects by kind and id; ``broken`` says of each key whose newest version can't be read what is wrong."""

    rules: Mapping[str, Rule] = {}
    lists: Mapping[str, WatchList] = {}
    subscriptions: Mapping[str, Subscription] = {}
    silences: Mapping[str, Silence] = {}
    feeds: Mapping[str, Feed] = {}
    publishers: Mapping[str, Publishers] = {}
    broken: Mapping[str, str] = {}


class ConfigState:
    """Folds the records of the configuration topic, in order, into what stands."""

    def __init__(self) -> None:
        self._objects: dict[str, dict[str, Any]] = {kind: {} for kind in KINDS}
        self._broken: dict[str, str] = {}

    def apply(self, key: bytes, value: bytes | None) -> str | None:
        """Take one record in; a tombstone (``value`` None) deletes. Returns what is wrong with it, or None."""
        name = key.decode("utf-8", "replace")
        kind, _, identifier = name.partition("/")
        if kind not in KINDS or not identifier:
            return self._skip(name, f"unknown kind of object; known are {', '.join(KINDS)}")
        if value is None:
            self._objects[kind].pop(identifier, None)
            self._broken.pop(name, None)
            return None
        try:
            item = decode_object(value)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            return self._skip(name, str(error))
        if config_key(item) != name:
            return self._skip(name, f"the object says it is {config_key(item)}")
        self._objects[kind][identifier] = item
        self._broken.pop(name, None)
        return None

    def snapshot(self) -> ConfigSnapshot:
        """What stands now, as copies that later records do not change."""
        return ConfigSnapshot(
            rules=dict(self._objects["rule"]),
            lists=dict(self._objects["list"]),
            subscriptions=dict(self._objects["subscription"]),
            silences=dict(self._objects["silence"]),
            feeds=dict(self._objects["feed"]),
            publishers=dict(self._objects["publishers"]),
            broken=dict(self._broken),
        )

    def _skip(self, name: str, problem: str) -> str:
        self._broken[name] = problem
        return problem
