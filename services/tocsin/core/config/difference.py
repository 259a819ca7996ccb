"""What ``apply`` would change: objects against the configuration in force."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from tocsin.core.config.objects import ConfigObject, config_key
from tocsin.core.config.snapshot import ConfigSnapshot

Change = Literal["new", "changed", "unchanged"]


class ConfigDifference(NamedTuple):
    """One object and how it stands to what is in force; ``before`` is None when it is new."""

    key: str
    change: Change
    before: ConfigObject | None
    after: ConfigObject


def compare(objects: Iterable[ConfigObject], snapshot: ConfigSnapshot) -> list[ConfigDifference]:
    """Each object beside the one of the same kind and id that is in force, in the order given."""
    standing = by_key(snapshot)
    return [_difference(item, standing.get(config_key(item))) for item in objects]


def by_key(snapshot: ConfigSnapshot) -> dict[str, ConfigObject]:
    """Everything in force under ``KIND/ID``, by kind and then id."""
    kinds = (
        *(snapshot.rules, snapshot.lists, snapshot.subscriptions),
        *(snapshot.silences, snapshot.feeds, snapshot.publishers),
    )
    return {config_key(objects[name]): objects[name] for objects in kinds for name in sorted(objects)}


def _difference(item: ConfigObject, before: ConfigObject | None) -> ConfigDifference:
    change: Change = "new" if before is None else "unchanged" if before == item else "changed"
    return ConfigDifference(config_key(item), change, before, item)
