"""How alike an article and a story are: words weighed by rarity, then places, numbers, manner and time."""

import math
from collections.abc import Callable, Mapping

from tocsin.core.model.match import Signature
from tocsin.core.model.story import Profile
from tocsin.core.stories.profile import copied

NAME_WEIGHT = 1.5
"""Names tell events apart better than common words of the same rarity."""

NUMBER_WEIGHT = 1.5
"""So do figures."""

SMOOTHING = 0.3
"""Added to each inverse document frequency, so that a word in every article still counts a little."""

STRANGERS = 0.8
"""Factor when article and story both name names and share none."""

ELSEWHERE = 0.6
"""Factor when both say where below the level of a country, and the places exclude one another."""

SAME_PLACE = 1.2
"""Factor when they share a place below the level of a country."""

SAME_NUMBERS = ((10, 1.6), (3, 1.3))
"""Factors when they share a casualty count of at least so many, highest first: every day has events with one or two
dead, few have two with the same forty.
"""

OTHER_MANNER = 0.8
"""Factor when both say how people were hurt and the words differ altogether."""

DAYS_TO_HALVE = 4.0
"""Event time between an article and the nearer end of its story's span at which likeness counts half."""

Rarity = Callable[[str], float]
"""A word's inverse document frequency among the articles of the rule's open stories."""


def likeness(article: Signature, story: Profile, rarity: Rarity, days_apart: float) -> float:
    """How alike an article and a story are, 0 to about 1 (a copy), with ``days_apart`` between them in event time."""
    if copied(story, article) is not None:
        return 1.0
    score = _cosine(article, story, rarity)
    if article.names and story.names and not any(name in story.names for name in article.names):
        score *= STRANGERS
    score *= _place_factor(article.places, story.places)
    score *= _number_factor(article.numbers, story.numbers)
    if article.manners and story.manners and not any(manner in story.manners for manner in article.manners):
        score *= OTHER_MANNER
    return score * 0.5 ** (days_apart / DAYS_TO_HALVE) if days_apart else score


def weight(word: str, rarity: float, *, is_name: bool) -> float:
    """What one word weighs: its rarity, more for names and figures."""
    if word[0].isdigit():
        return rarity * NUMBER_WEIGHT
    return rarity * NAME_WEIGHT if is_name else rarity


def _cosine(article: Signature, story: Profile, rarity: Rarity) -> float:
    """Cosine of the weighed words of the article and the mean of its story's articles."""
    dot = mine = theirs = 0.0
    for words, counts, is_name in ((article.terms, story.terms, False), (article.names, story.names, True)):
        for word in words:
            own = weight(word, rarity(word), is_name=is_name)
            mine += own * own
            held = counts.get(word)
            if held:
                dot += own * own * held
        for word, held in counts.items():
            own = weight(word, rarity(word), is_name=is_name) * held
            theirs += own * own
    return dot / math.sqrt(mine * theirs) if dot else 0.0


def _place_factor(article: tuple[str, ...], story: Mapping[str, int]) -> float:
    """Whether the places agree, exclude one another, or say nothing."""
    mine = [place for place in article if not place.startswith(("country:", "region:"))]
    if any(place in story for place in mine):
        return SAME_PLACE
    if mine and any(not place.startswith(("country:", "region:")) for place in story):
        return ELSEWHERE
    abroad = article and story and not any(place in story for place in article)
    return ELSEWHERE if abroad else 1.0


def _number_factor(article: tuple[str, ...], story: Mapping[str, int]) -> float:
    """What the largest count that both give says for their being one event; differing counts say nothing."""
    shared = max((int(number.rpartition(":")[2]) for number in article if number in story), default=0)
    return next((factor for least, factor in SAME_NUMBERS if shared >= least), 1.0)
