"""Decides which of its places each name of a text stands for: one place for all its mentions."""

from collections.abc import Iterable, Mapping
from itertools import pairwise
from operator import attrgetter

from tocsin.core.analysis.gazetteer.records import Records
from tocsin.core.analysis.places.crowd import Crowd
from tocsin.core.analysis.places.mention import Mention
from tocsin.core.analysis.places.profile import ADMIN1, COUNTRY, softmax
from tocsin.core.analysis.places.sense import Sense
from tocsin.core.analysis.places.support import dynamic_scores

UNSURE = 0.6
"""A place with less than this share is chosen anew once the others' first guesses are in."""

_GAP = 2
_JOINTS = frozenset({", ", " (", ","})


def resolve(senses: list[Sense], records: Records, weights: Mapping[str, float]) -> Crowd:
    """Choose a place for each sense: what is likely by itself, what "X, Y" says, and what the other names agree on.
    Returns what all say together then.
    """
    connect(senses, records)
    crowd = Crowd(senses, records)
    _choose([sense for sense in senses if not sense.is_settled], crowd, weights)
    _choose([sense for sense in senses if sense.shares[sense.chosen] < UNSURE], crowd, weights)
    return crowd


def _choose(senses: list[Sense], crowd: Crowd, weights: Mapping[str, float]) -> None:
    """Let each take the likeliest place, given what the crowd said; then tell the crowd."""
    chosen = [softmax(dynamic_scores(sense, crowd, weights)) for sense in senses]
    for sense, shares in zip(senses, chosen, strict=True):
        sense.chosen = shares.index(max(shares))
        crowd.learn(sense, shares)


_place_in_text = attrgetter("text.field", "start")


def connect(senses: Iterable[Sense], records: Records) -> None:
    """Note "X, Y" and "X (Y)", where Y may hold X, and "X province", which asks for a kind of place."""
    bearers: dict[str, Sense] = {}
    for sense in senses:
        bearers[sense.key] = sense
        for mention in sense.mentions:
            if mention.asks:
                sense.asks |= {mention.asks}
    mentions = sorted((mention for sense in senses for mention in sense.mentions), key=_place_in_text)
    for one, other in pairwise(mentions):
        if 0 < other.start - one.end <= _GAP and one.text is other.text and _are_joined(one, other):
            first, second = bearers[one.candidate.key], bearers[other.candidate.key]
            places = second.profile.places
            first.containers = first.containers.union(places)
            if records.kinds[places[0]] in {COUNTRY, ADMIN1}:
                first.holders |= {places[0]}
            second.contents = second.contents.union(*(records.within(place)[1:] for place in first.profile.places))


def _are_joined(one: Mention, other: Mention) -> bool:
    return one.text.text[one.end : other.start] in _JOINTS
