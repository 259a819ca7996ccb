"""Decides which of its places each name of a text stands for: one place for all its mentions."""

import re
from typing import Final

from tocsin.core.analysis.gazetteer.records import Records
from tocsin.core.analysis.places.crowd import Crowd
from tocsin.core.analysis.places.mention import Mention
from tocsin.core.analysis.places.profile import ADMIN1, COUNTRY, softmax
from tocsin.core.analysis.places.sense import Sense
from tocsin.core.analysis.places.support import dynamic_scores
from tocsin.core.analysis.text.document import READ_LIMIT

UNSURE: Final = 0.6
"""A place with less than this share is chosen anew once the others' first guesses are in."""

_GAP: Final = 2
_JOINTS: Final = frozenset({", ", " (", ","})

_INSIDE: Final = re.compile(
    r"(?: (?:village|town|city|hamlet|suburb|settlement))?(?:,|,? in(?: the)?(?: [a-z]+){0,2}) ", re.ASCII
)
_LISTED: Final = re.compile(r"(?:, [A-Z][\w'-]+(?: [A-Z][\w'-]+)*)* and ")
"""What follows where names are only listed: "Paris, Germany and Italy"."""

_INSIDE_LONGEST: Final = 40
"""What may stand between a village or town and the country or division that holds it: "Kaya village in Zamfara"."""


def resolve(senses: list[Sense], records: Records, weights: dict[str, float]) -> Crowd:
    """Choose a place for each sense: what is likely by itself, what "X, Y" says, and what the other names agree on.
    Returns what all say together then.
    """
    connect(senses, records)
    crowd = Crowd(senses, records)
    _choose([sense for sense in senses if not sense.is_settled], crowd, weights)
    _choose([sense for sense in senses if sense.shares[sense.chosen] < UNSURE], crowd, weights)
    return crowd


def _choose(senses: list[Sense], crowd: Crowd, weights: dict[str, float]) -> None:
    """Let each take the likeliest place, given what the crowd said; then tell the crowd."""
    chosen = [softmax(dynamic_scores(sense, crowd, weights)) for sense in senses]
    for sense, shares in zip(senses, chosen, strict=True):
        sense.chosen = likeliest(shares)
        crowd.learn(sense, shares)


def likeliest(shares: list[float]) -> int:
    """Where the greatest share stands, the first of several."""
    best = 0
    for at in range(1, len(shares)):
        if shares[at] > shares[best]:
            best = at
    return best


def connect(senses: list[Sense], records: Records) -> None:
    """Note "X, Y", "X (Y)" and "Y's X", where Y may hold X, and "X province", which asks for a kind of place."""
    bearers: dict[str, Sense] = {}
    for sense in senses:
        bearers[sense.key] = sense
        for mention in sense.mentions:
            if mention.asks:
                sense.asks |= {mention.asks}
    mentions = [mention for sense in senses for mention in sense.mentions]
    mentions.sort(key=order_in_article)
    for at in range(1, len(mentions)):
        one, other = mentions[at - 1], mentions[at]
        gap = other.start - one.end
        if not 0 < gap <= _INSIDE_LONGEST or one.text is not other.text:
            continue
        if one.text.text[one.end : other.start] == "'s ":
            _owns(bearers[one.candidate.key], bearers[other.candidate.key], records)
            continue
        inside = one.asks == "city" and _is_inside(one, other)
        if inside or (gap <= _GAP and _are_joined(one, other)):
            first, second = bearers[one.candidate.key], bearers[other.candidate.key]
            if inside:
                first.holder = second
            places = second.profile.places
            first.containers = first.containers.union(places)
            if records.kinds[places[0]] in {COUNTRY, ADMIN1}:
                first.holders |= {places[0]}
            second.contents = second.contents.union(*(records.within(place)[1:] for place in first.profile.places))


def _owns(owner: Sense, owned: Sense, records: Records) -> None:
    """Note "Yemen's al-Jawf"."""
    if records.kinds[owner.profile.places[0]] == COUNTRY:
        owned.containers = owned.containers.union(owner.profile.places)
        owned.holders |= {owner.profile.places[0]}


def _is_inside(one: Mention, other: Mention) -> bool:
    """Whether the text says that a village or town lies in what is named behind it, and not merely lists both."""
    text = one.text.text
    listed = text[one.end : other.start] == ", " and _LISTED.match(text, other.end) is not None
    return not listed and _INSIDE.fullmatch(text, one.end, other.start) is not None


def surely_elsewhere(sense: Sense, records: Records) -> int | None:
    """The country or division that the text says a village or town lies in, where no place of its name is known."""
    holder = sense.holder
    if holder is None or sense.land == holder.land or records.kinds[holder.place] not in {COUNTRY, ADMIN1}:
        return None
    return holder.place


def order_in_article(mention: Mention) -> int:
    """What puts mentions in order, those of the title before those of the body."""
    return mention.start if mention.text.field == "body" else mention.start - READ_LIMIT


def _are_joined(one: Mention, other: Mention) -> bool:
    return one.text.text[one.end : other.start] in _JOINTS
