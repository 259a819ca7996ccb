"""What an article must have for a rule to be worth looking at: the keys of the indexes."""

from typing import NamedTuple

KeySet = frozenset[str | int] | None
"""Any of these keys; None asks for nothing. Term numbers are ints, regions and fact kinds strings."""


class Needs(NamedTuple):
    """Necessary, not sufficient: one key of ``what`` and one of ``where``."""

    what: KeySet = None
    where: KeySet = None


def either(needs: list[Needs]) -> Needs:
    """What is needed when one of several suffices."""
    return Needs(_union([each.what for each in needs]), _union([each.where for each in needs]))


def both(needs: list[Needs]) -> Needs:
    """What is needed when all must hold: the two key sets that narrow most, those with the fewest keys.

    What only a reading can tell (places, topics) comes last: articles that lack the rest then need no reading.
    """
    whats = sorted((each.what for each in needs if each.what is not None), key=_narrowness)
    wheres = sorted((each.where for each in needs if each.where is not None), key=len)
    what = whats[0] if whats else None
    where = wheres[0] if wheres else (whats[1] if len(whats) > 1 else None)
    return Needs(what, where)


def _narrowness(keys: frozenset[str | int]) -> tuple[bool, int]:
    return any(map(is_place_or_topic, keys)), len(keys)


def _union(sets: list[KeySet]) -> KeySet:
    keys: set[str | int] = set()
    for each in sets:
        if each is None:
            return None
        keys |= each
    return frozenset(keys)


def region_key(region: str) -> str:
    """The key of an article that mentions a place in this region."""
    return "at " + region


def casualty_key(kind: str) -> str:
    """The key of an article with a casualty of this kind."""
    return "casualty " + kind


DEPLOYMENT_KEY = "deployment"
PLACE_KEY = "place"


def topic_key(topic: str) -> str:
    """The key of an article about this topic."""
    return "topic " + topic


def is_place_or_topic(key: str | int) -> bool:
    """Whether the key can only be known once an article has been read."""
    return isinstance(key, str) and key.startswith(("at ", "place", "topic "))
