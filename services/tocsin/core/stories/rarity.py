"""How much a word weighs: its rarity among the articles of a rule's open stories."""

import math
from collections.abc import Mapping
from operator import mul

from tocsin.core.model.match import Signature
from tocsin.core.model.story import Profile
from tocsin.core.stories.commonplace import COMMONPLACE

SMOOTHING = 0.3
"""Added to each inverse document frequency, so that a word in every article still counts a little."""

IMAGINED = 4
"""Articles that a rule is taken to have seen before its first, so that words of its second are not held for common."""

COMMON_HELD = 1
"""How many of those have each commonplace word."""

NAME_WEIGHT = 1.5
"""Names and figures tell events apart better than common words of the same rarity."""

_TABLE = 100_000
_UNSEEN = tuple(math.log(held + 0.5) for held in range(_TABLE))
_SEEN = tuple(math.log(held + 1.5) for held in range(_TABLE))
"""Logarithms by the number of articles that have a word, without and with the article that is being placed."""


class Rarity:
    """In how many articles of the open stories each word stands. Not thread-safe.

    A commonplace word counts ``COMMON_HELD`` more. ``held`` has an entry for every word of every open story.
    """

    def __init__(self) -> None:
        self.held: dict[str, int] = {}
        self._articles = 0

    def count(self, articles: int) -> None:
        """Add so many articles, or take them away."""
        self._articles += articles

    def add(self, word: str, change: int) -> None:
        """So many more articles have the word, or fewer."""
        held = self.held.get(word)
        if held is None:
            held = COMMON_HELD if word in COMMONPLACE else 0
        self.held[word] = min(held + change, _TABLE - 1)

    def forget(self, word: str) -> None:
        """No article has the word any more."""
        self.held.pop(word, None)

    def base(self) -> float:
        """What the logarithm of a word's count is taken from; never below it plus ``SMOOTHING``."""
        return math.log(self._articles + 2 + IMAGINED) + SMOOTHING

    def with_article(self, word: str) -> float:
        """The logarithm for a word of the article that is being placed."""
        held = self.held.get(word)
        if held is None:
            held = COMMON_HELD if word in COMMONPLACE else 0
        return _SEEN[held]


class Weighing:
    """The weights of one article's words, squared, and how alike a story's words are by the cosine."""

    def __init__(self, rarity: Rarity, article: Signature) -> None:
        self._held = rarity.held
        self._base = base = rarity.base()
        log = rarity.with_article
        self.terms = {word: (base - log(word)) ** 2 for word in article.terms}
        self.names = {word: ((base - log(word)) * NAME_WEIGHT) ** 2 for word in article.names}
        self.norm = sum(self.terms.values()) + sum(self.names.values())

    def cosine(self, story: Profile) -> float:
        """Of the article and the mean of the story's articles, 0..1."""
        terms = self._shared(self.terms, story.terms, 1.0)
        names = self._shared(self.names, story.names, NAME_WEIGHT)
        dot = terms[0] + names[0]
        if not dot:
            return 0.0
        square = terms[1] + names[1] + self._square(story.terms) + self._square(story.names) * NAME_WEIGHT**2
        return dot / math.sqrt(self.norm * square)

    def _shared(self, weights: Mapping[str, float], counts: Mapping[str, int], factor: float) -> tuple[float, float]:
        """The dot product over shared words, and what standing in the article takes from their weight in the story."""
        dot = less = 0.0
        for word, own in weights.items():
            held = counts.get(word)
            if held:
                alone = (self._base - _UNSEEN[self._held[word]]) * factor * held
                dot += own * held
                less += own * held * held - alone * alone
        return dot, less

    def _square(self, counts: Mapping[str, int]) -> float:
        base, known = self._base, self._held
        weights = [(base - _UNSEEN[known[word]]) * held for word, held in counts.items()]
        return sum(map(mul, weights, weights), 0.0)


def vocabulary(profile: Profile) -> dict[str, int]:
    """Words and how many articles have each; one that is term to some and name to others counts as the former."""
    return {**profile.names, **profile.terms}
