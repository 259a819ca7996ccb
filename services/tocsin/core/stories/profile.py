"""What a story's articles look like taken together: the counterpart that a new article's signature is compared to."""

from collections.abc import Collection
from itertools import islice

from tocsin.core.model.match import Signature
from tocsin.core.model.story import Profile
from tocsin.core.stories.sketch import overlap

MAX_WORDS = 96
"""Of each of terms and names: about what four articles of one event use between them."""

MAX_FEATURES = 48
MAX_SKETCHES = 6

NEAR_COPY = 0.5
"""Sketch overlap from which two texts are copies of one another: half of all word sequences shared."""


def profile(signature: Signature, family: str) -> Profile:
    """The profile of a story with one article, which counts for this family of publishers."""
    return Profile(
        articles=1,
        terms=dict.fromkeys(signature.terms, 1),
        names=dict.fromkeys(signature.names, 1),
        places=dict.fromkeys(signature.places, 1),
        numbers=dict.fromkeys(signature.numbers, 1),
        actors=dict.fromkeys(signature.actors, 1),
        manners=dict.fromkeys(signature.manners, 1),
        sketches={family: signature.sketch} if signature.sketch else {},
    )


def add(known: Profile, signature: Signature, family: str) -> Profile:
    """The profile with one more article: counts of how many of the story's articles have each feature."""
    sketches = known.sketches
    if signature.sketch and family not in sketches and len(sketches) < MAX_SKETCHES:
        sketches = {**sketches, family: signature.sketch}
    return Profile(
        articles=known.articles + 1,
        terms=_add(known.terms, signature.terms, MAX_WORDS),
        names=_add(known.names, signature.names, MAX_WORDS),
        places=_add(known.places, signature.places, MAX_FEATURES),
        numbers=_add(known.numbers, signature.numbers, MAX_FEATURES),
        actors=_add(known.actors, signature.actors, MAX_FEATURES),
        manners=_add(known.manners, signature.manners, MAX_FEATURES),
        sketches=sketches,
    )


def _add(counts: dict[str, int], features: Collection[str], limit: int) -> dict[str, int]:
    """The counts with these features; past the limit the rarest go, the newest article's last."""
    if not features:
        return counts
    total = counts.copy()
    known = total.get
    for feature in features:
        total[feature] = known(feature, 0) + 1
    if len(total) <= limit:
        return total
    fresh = set(features)
    ranked = sorted(total, key=lambda f: (-total[f], f not in fresh))
    kept = set(islice(ranked, limit))
    return {feature: n for feature, n in total.items() if feature in kept}


def copied(known: Profile, sketch: frozenset[int]) -> str | None:
    """The family whose text an article with this sketch copies, or None if its words are its own."""
    nearest, family = 0.0, ""
    if sketch:
        for candidate, other in known.sketches.items():
            if not sketch.isdisjoint(other):
                nearest, family = max((nearest, family), (overlap(sketch, other), candidate))
    return family if nearest >= NEAR_COPY else None
