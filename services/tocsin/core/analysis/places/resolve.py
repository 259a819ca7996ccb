"""Decides which of its places each name of a text stands for: one place for all its mentions."""

import re
from typing import Final

from tocsin.core.analysis.gazetteer.records import Records
from tocsin.core.analysis.places.crowd import Crowd
from tocsin.core.analysis.places.mention import Mention
from tocsin.core.analysis.places.names import Names
from tocsin.core.analysis.places.profile import ADMIN1, COUNTRY, Numbers
from tocsin.core.analysis.places.sense import Sense
from tocsin.core.analysis.places.shares import likeliest, softmax
from tocsin.core.analysis.places.support import Supports, dynamic_scores
from tocsin.core.analysis.text.document import READ_LIMIT

UNSURE: Final = 0.6
"""A place with less than this share is chosen anew once the others' first guesses are in."""

_OWNS: Final = "'s "
_GAP: Final = 2
_JOINTS: Final = frozenset({", ", " (", ","})

_INSIDE: Final = re.compile(
    r"(?: (?:village|town|city|hamlet|suburb|settlement))?(?:,|,? in(?: the)?(?: [a-z]+){0,2}) ", re.ASCII
)
_LISTED: Final = re.compile(r"(?:, [A-Z][\w'-]+(?: [A-Z][\w'-]+)*)* and ")
"""What follows where names are only listed: "Paris, Germany and Italy"."""

_INSIDE_LONGEST: Final = 40
"""What may stand between a village or town and the country or division that holds it: "Kaya village in Zamfara"."""


def resolve(names: Names, records: Records, weights: Supports) -> Crowd:
    """Choose a place for each name: what is likely by itself, what "X, Y" says, and what the other names agree on.
    Returns what all say together then.
    """
    connect(names, records)
    senses = names.senses
    crowd = Crowd(senses, records)
    _choose([sense for sense in senses if not sense.is_settled], crowd, weights)
    _choose([sense for sense in senses if sense.shares[sense.chosen] < UNSURE], crowd, weights)
    return crowd


def _choose(senses: list[Sense], crowd: Crowd, weights: Supports) -> None:
    """Let each take the likeliest place, given what the crowd said; then tell the crowd."""
    chosen = [softmax(dynamic_scores(sense, crowd, weights)) for sense in senses]
    for at, sense in enumerate(senses):
        shares = chosen[at]
        sense.chosen = likeliest(shares)
        crowd.learn(sense, shares)


def connect(names: Names, records: Records) -> None:
    """Note "X, Y", "X (Y)" and "Y's X", where Y may hold X, and "X province", which asks for a kind of place."""
    mentions, senses = names.mentions, names.mentioned
    for at, other in enumerate(mentions):
        if other.asks:
            sense = senses[at]
            sense.asks = sense.asks.union((other.asks,))
        if at:
            one = mentions[at - 1]
            if one.text is other.text and 0 < other.start - one.end <= _INSIDE_LONGEST:
                _join(one, other, senses[at - 1], senses[at], records)


def _join(one: Mention, other: Mention, first: Sense, second: Sense, records: Records) -> None:
    """Note what stands between two mentions that are near each other, of these names."""
    gap = other.start - one.end
    if gap == len(_OWNS) and one.text.text.startswith(_OWNS, one.end):
        _owns(first, second)
        return
    inside = one.asks == "city" and _is_inside(one, other)
    if inside or (gap <= _GAP and _are_joined(one, other)):
        if inside:
            first.holder = second
        places = second.profile.places
        first.containers = first.containers.union(places)
        if second.profile.kinds[0] in (COUNTRY, ADMIN1):
            first.holders = first.holders.union((places[0],))
        second.follows = second.follows or any(len(records.within(place)) > 1 for place in first.profile.places)
        second.contents = second.contents.union(_around(first.profile.places, frozenset(places), records))


def _around(places: Numbers, holders: frozenset[object], records: Records) -> set[object]:
    """Which of some holders any of the places lies in. They are called objects because they are only looked up."""
    found: set[object] = set()
    for place in places:
        around: tuple[object, ...] = records.within(place)
        for at in range(1, len(around)):
            holder = around[at]
            if holder in holders:
                found.add(holder)
    return found


def _owns(owner: Sense, owned: Sense) -> None:
    """Note "Yemen's al-Jawf"."""
    if owner.profile.kinds[0] == COUNTRY:
        owned.containers = owned.containers.union(owner.profile.places)
        owned.holders = owned.holders.union((owner.profile.places[0],))


def _is_inside(one: Mention, other: Mention) -> bool:
    """Whether the text says that a village or town lies in what is named behind it, and not merely lists both."""
    text = one.text.text
    listed = text[one.end : other.start] == ", " and _LISTED.match(text, other.end) is not None
    return not listed and _INSIDE.fullmatch(text, one.end, other.start) is not None


def surely_elsewhere(sense: Sense) -> int | None:
    """The country or division that the text says a village or town lies in, where no place of its name is known."""
    holder = sense.holder
    if holder is None or sense.land == holder.land or holder.profile.kinds[holder.chosen] not in (COUNTRY, ADMIN1):
        return None
    return holder.place


def order_in_article(mention: Mention) -> int:
    """What puts mentions in order, those of the title before those of the body."""
    return mention.start if mention.text.field == "body" else mention.start - READ_LIMIT


def _are_joined(one: Mention, other: Mention) -> bool:
    return one.text.text[one.end : other.start] in _JOINTS
