"""How much a word weighs: its rarity among the articles of a rule's open stories."""

import math
from collections.abc import Iterable, Mapping
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

_SURELY = 1 + 1e-9
"""Rounding must not make a bound say more than it knows."""

_TABLE = 100_000
_UNSEEN = tuple(math.log(held + 0.5) for held in range(_TABLE))
_SEEN = tuple(math.log(held + 1.5) for held in range(_TABLE))
"""Logarithms by the number of articles that have a word, without and with the article that is being placed."""


class _Held(dict[str, int]):
    """In how many articles each word stands, as ``Rarity`` counts them."""

    def __missing__(self, word: str) -> int:
        return COMMON_HELD if word in COMMONPLACE else 0


class Rarity:
    """In how many articles of the open stories each word stands. Not thread-safe.

    A commonplace word counts ``COMMON_HELD`` more. ``held`` has an entry for every word of every open story.
    """

    def __init__(self) -> None:
        self.held = _Held()
        self._articles = 0

    def count(self, articles: int) -> None:
        """Add so many articles, or take them away."""
        self._articles += articles

    def add(self, word: str, change: int) -> None:
        """So many more articles have the word, or fewer."""
        held = self.held[word] + change
        self.held[word] = held if held < _TABLE else _TABLE - 1

    def of_stories(self, word: str) -> int:
        """How many articles of the open stories have the word."""
        return self.held[word] - (COMMON_HELD if word in COMMONPLACE else 0)

    def forget(self, word: str) -> None:
        """No article has the word any more."""
        self.held.pop(word, None)

    def base(self) -> float:
        """What the logarithm of a word's count is taken from; never below it plus ``SMOOTHING``."""
        return math.log(self._articles + 2 + IMAGINED) + SMOOTHING

    def with_article(self, words: Iterable[str]) -> list[float]:
        """The logarithm for each of these words of the article that is being placed."""
        return list(map(_SEEN.__getitem__, map(self.held.__getitem__, words)))


class Weighing:
    """The weights of one article's words, squared, and how alike a story's words are by the cosine."""

    def __init__(self, rarity: Rarity, article: Signature) -> None:
        self._held = rarity.held.__getitem__
        self._base = base = rarity.base()
        terms = [base - log for log in rarity.with_article(article.terms)]
        names = [(base - log) * NAME_WEIGHT for log in rarity.with_article(article.names)]
        self.terms = dict(zip(article.terms, map(mul, terms, terms), strict=True))
        self.names = dict(zip(article.names, map(mul, names, names), strict=True))
        self.norm = sum(self.terms.values()) + sum(self.names.values())

    def cosine(self, story: Profile, least: float = 0.0) -> float:
        """Of the article and the mean of the story's articles, 0..1; 0 also where it is surely below ``least``."""
        dot, both, alone = self._shared(self.terms, story.terms, 1.0)
        dot_names, both_names, alone_names = self._shared(self.names, story.names, NAME_WEIGHT)
        dot += dot_names
        square = both + both_names
        if not dot or dot < least * math.sqrt(self.norm * square) * _SURELY:
            return 0.0
        square += self._square(story.terms) + self._square(story.names) * NAME_WEIGHT**2 - alone - alone_names
        return dot / math.sqrt(self.norm * square)

    def _shared(
        self, weights: Mapping[str, float], counts: Mapping[str, int], factor: float
    ) -> tuple[float, float, float]:
        """Over shared words: the dot product, and their squared weights in the story with the article and without."""
        dot = both = alone = 0.0
        base, known = self._base, self._held
        for word in filter(counts.__contains__, weights):
            own, held = weights[word], counts[word]
            without = (base - _UNSEEN[known(word)]) * factor * held
            dot += own * held
            both += own * held * held
            alone += without * without
        return dot, both, alone

    def _square(self, counts: Mapping[str, int]) -> float:
        """The sum of the squares of (base - log) * count, multiplied out so that it runs without a loop of ours."""
        logs = list(map(_UNSEEN.__getitem__, map(self._held, counts)))
        squares = list(map(mul, counts.values(), counts.values()))
        weighed = list(map(mul, logs, squares))
        base = self._base
        return float(base * (base * sum(squares) - 2 * sum(weighed)) + sum(map(mul, weighed, logs)))


def vocabulary(profile: Profile) -> dict[str, int]:
    """Words and how many articles have each; one that is term to some and name to others counts as the former."""
    return {**profile.names, **profile.terms}
