"""Places that the gazetteer lacks ("the village of Kampungu"): taken as such, and put, where the text says so."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import Final, NamedTuple

from tocsin.core.analysis.gazetteer import KnownPlace
from tocsin.core.analysis.gazetteer.layout import KINDS
from tocsin.core.analysis.gazetteer.records import Records
from tocsin.core.analysis.places.candidate import Candidate
from tocsin.core.analysis.places.lexicon import KINDS_AFTER
from tocsin.core.analysis.places.mention import Mention
from tocsin.core.analysis.text import Text

_NEAR: Final = 3
"""Characters between "X" and the "Y" that holds it."""

_FAR: Final = 1500
"""Characters beyond which another place says nothing about where a stranger lies."""


_LONG_WORD: Final = 5
_HEADLINE: Final = 0.75
"""The share of words of so many letters or more that have a capital in a headline that capitalises."""


class Stranger(NamedTuple):
    """A mention of an unknown name, the features of its being a place, and the known place that it probably lies in."""

    mention: Mention
    features: tuple[str, ...]
    anchor: KnownPlace | None


class Anchor:
    """A place found in the same text, by its number in the gazetteer, and where it is mentioned."""

    __slots__ = ("end", "place", "start")

    def __init__(self, start: int, end: int, place: int) -> None:
        self.start = start
        self.end = end
        self.place = place


def is_in_headline_case(text: Text) -> bool:
    """Whether nearly every long word has a capital, so that "Buried in Landslide" names no place."""
    words = [word for word in text.text.split() if len(word) >= _LONG_WORD]
    return len(words) > 1 and sum(word[0].isupper() for word in words) >= _HEADLINE * len(words)


def may_be_cued(text: Text, offset: int, candidate: Candidate) -> bool:
    """Whether ``is_cued`` may hold, at a glance: most unknown names begin a sentence or stand in the middle of one."""
    end = offset + candidate.end
    if text.text[end : end + 1] == "," or candidate.is_feature or text.text[end : end + 2] == " (":
        return True
    start = offset + candidate.start
    return text.text[start - 2 : start - 1].islower() or text.text[end + 1 : end + 2].islower()


def is_cued(mention: Mention) -> bool:
    """Whether the words around an unknown name make it worth a thought."""
    return (
        mention.locative
        or bool(mention.asks)
        or mention.after in KINDS_AFTER
        or mention.after in {",", "("}
        or mention.candidate.is_feature
    )


def read_stranger(
    mention: Mention,
    own: Iterable[str],
    anchors: Sequence[Anchor],
    surnames: AbstractSet[str],
    *,
    count: int,
    records: Records,
) -> Stranger:
    """What speaks for its being a place, and where that would be. ``own`` are the features of its run; ``anchors`` are
    in order; ``surnames`` are words that stand like one in the text; ``count`` is how often the name stands there.
    """
    at = _first_behind(anchors, mention.end)
    following = anchors[at] if at < len(anchors) else None
    held = following if following and following.start - mention.end <= _NEAR else None
    found = [
        f"stranger behind {mention.before}",
        f"stranger ahead {mention.after}",
        f"stranger mentions {min(3, count)}",
    ]
    if mention.two_before:
        found.append(f"stranger behind {mention.two_before} {mention.before}")
    if mention.asks:
        found.append(f"stranger asked {mention.asks}")
    if mention.locative:
        found.append("stranger locative")
    if held:
        found.append(f"stranger held {KINDS[records.kinds[held.place]]}")
    if not surnames.isdisjoint(mention.candidate.key.split()):
        found.append("stranger surname")
    if at and mention.start - anchors[at - 1].end <= _NEAR + 2:
        found.append("stranger follows")
    anchor = held or _nearest(mention, anchors, at)
    return Stranger(mention, (*own, *found), records.place(anchor.place) if anchor else None)


def _first_behind(anchors: Sequence[Anchor], end: int) -> int:
    """Where the first anchor stands that begins there or later."""
    low, high = 0, len(anchors)
    while low < high:
        middle = (low + high) >> 1
        if anchors[middle].start < end:
            low = middle + 1
        else:
            high = middle
    return low


def _nearest(mention: Mention, anchors: Sequence[Anchor], at: int) -> Anchor | None:
    """The place mentioned nearest to it."""
    near = [anchor for anchor in anchors[max(0, at - 1) : at + 1] if abs(anchor.start - mention.start) < _FAR]
    return min(near, key=lambda anchor: abs(anchor.start - mention.start), default=None)
