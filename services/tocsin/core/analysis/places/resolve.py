"""Decides which of its places each name of a text stands for: one place for all its mentions."""

from collections.abc import Mapping
from itertools import pairwise

from tocsin.core.analysis.places.crowd import Crowd
from tocsin.core.analysis.places.profile import masses, softmax
from tocsin.core.analysis.places.sense import Sense
from tocsin.core.analysis.places.support import dynamic_scores

UNSURE = 0.97
"""A place with less than this share is chosen anew once the others' first guesses are in."""


def resolve(senses: list[Sense], weights: Mapping[str, float]) -> None:
    """Choose a place for each sense: what is likely by itself, what "X, Y" says, and what the other names agree on."""
    connect(senses)
    crowd = Crowd(senses)
    _choose([sense for sense in senses if not sense.is_settled], crowd, weights)
    _choose([sense for sense in senses if sense.shares[sense.chosen] < UNSURE], crowd, weights)
    _note_support(senses, crowd)


def _choose(senses: list[Sense], crowd: Crowd, weights: Mapping[str, float]) -> None:
    """Let each take the likeliest place, given what the crowd said; then tell the crowd."""
    for sense in senses:
        sense.shares = shares = softmax(dynamic_scores(sense, crowd, weights))
        sense.chosen = shares.index(max(shares))
    for sense in senses:
        crowd.change(sense, *masses(sense.profile.places, sense.shares))


def connect(senses: list[Sense]) -> None:
    """Note "X, Y" and "X (Y)", where Y may hold X, and "X province", which asks for a kind of place."""
    mentions = []
    for sense in senses:
        for mention in sense.mentions:
            mentions.append((mention.text.field, mention.start, mention, sense))
            if mention.asks:
                sense.asks.add(mention.asks)
    mentions.sort(key=lambda entry: entry[:2])
    for (field, _, one, first), (other_field, start, _, second) in pairwise(mentions):
        gap = start - one.end
        if gap in {1, 2} and field == other_field and one.text.text[one.end : start] in {", ", " (", ","}:
            places = second.profile.places
            first.containers.update(place.id for place in places)
            if places[0].kind in {"country", "admin1"}:
                first.holders.add(places[0].id)
            for place in first.profile.places:
                second.contents.update(place.within[1:])


def _note_support(senses: list[Sense], crowd: Crowd) -> None:
    """Note how many other names agree with each choice."""
    for sense in senses:
        place = sense.place
        if place.country:
            sense.country_support = crowd.countries[place.country] - sense.countries.get(place.country, 0.0)
        if place.admin1_id:
            sense.division_support = crowd.divisions[place.admin1_id] - sense.divisions.get(place.admin1_id, 0.0)
