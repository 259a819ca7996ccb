"""How much a word weighs: its rarity among the articles of a rule's open stories."""

import math

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

STRANGERS = 0.7
"""Factor when article and story both have names and share none; in between where they share some."""

_SURELY = 1 + 1e-9
"""Rounding must not make a bound say more than it knows."""

_TABLE = 100_000
_UNSEEN = tuple(math.log(held + 0.5) for held in range(_TABLE))
_SEEN = tuple(math.log(held + 1.5) for held in range(_TABLE))
"""Logarithms by the number of articles that have a word, without and with the article that is being placed."""


class Rarity:
    """In how many articles of the open stories each word stands. Not thread-safe.

    A commonplace word counts ``COMMON_HELD`` more. ``held`` has an entry for every word of every open story,
    ``articles`` is how many they hold.
    """

    def __init__(self) -> None:
        self.held: dict[str, int] = {}
        self.articles = 0

    def count(self, articles: int) -> None:
        """Add so many articles, or take them away."""
        self.articles += articles

    def add(self, word: str, change: int) -> None:
        """So many more articles have the word, or fewer."""
        known = self.held.get(word)
        held = change + (unheld(word) if known is None else known)
        self.held[word] = held if held < _TABLE else _TABLE - 1

    def of_stories(self, word: str) -> int:
        """How many articles of the open stories have the word."""
        known = self.held.get(word)
        return 0 if known is None else known - unheld(word)

    def forget(self, word: str) -> None:
        """No article has the word any more."""
        self.held.pop(word, None)

    def base(self) -> float:
        """What the logarithm of a word's count is taken from; never below it plus ``SMOOTHING``."""
        return math.log(self.articles + 2 + IMAGINED) + SMOOTHING


def unheld(word: str) -> int:
    """What a word counts that no open story has."""
    return COMMON_HELD if word in COMMONPLACE else 0


class Weighing:
    """The weights of one article's words, squared, and how alike a story's words are by the cosine."""

    __slots__ = ("_base", "_held", "_named", "names", "norm", "terms")

    def __init__(self, rarity: Rarity, article: Signature) -> None:
        self._held = rarity.held
        self._base = rarity.base()
        self.terms = self._weigh(article.terms, 1.0)
        self.names = self._weigh(article.names, NAME_WEIGHT)
        self._named = sum(self.names.values(), 0.0)
        self.norm = sum(self.terms.values(), 0.0) + self._named

    def weightiest(self) -> list[tuple[float, str]]:
        """Weights and words, the weightiest first, words that weigh the same from z to a.

        There are few weights, since rarity is a count: sorting those, then the words of each, is three times as fast.
        """
        groups: dict[float, list[str]] = {}
        for weights in (self.terms, self.names):
            for word, own in weights.items():
                group = groups.get(own)
                if group is None:
                    groups[own] = [word]
                else:
                    group.append(word)
        ranked: list[tuple[float, str]] = []
        for own in sorted(groups, reverse=True):
            words = groups[own]
            words.sort(reverse=True)
            ranked += [(own, word) for word in words]
        return ranked

    def closeness(self, story: Profile, least: float = 0.0) -> float:
        """How close the words of the article and the story are, 0..1; 0 also where it is surely below ``least``.

        The geometric mean of the cosine of the article and the mean of the story's articles, and of how much of the
        article's weight lies in words that any article of the story has: what one of many articles told in passing
        counts little in their mean, but is no news. Less where both have names that the other lacks.
        """
        terms, names = story.terms, story.names
        covered, dot, both, alone = self._shared(self.terms, terms, 1.0)
        covered_names, dot_names, both_names, alone_names = self._shared(self.names, names, NAME_WEIGHT)
        square = both + both_names
        product = (dot + dot_names) * (covered + covered_names) / self.norm
        if not product or product < least * least * math.sqrt(self.norm * square) * _SURELY:
            return 0.0
        other_names = max(0.0, self._square(names) * NAME_WEIGHT**2 - alone_names)
        square += self._square(terms) - alone + other_names
        close = math.sqrt(product / math.sqrt(self.norm * square))
        return close * self._strangeness(covered_names, both_names, other_names)

    def _strangeness(self, covered: float, both: float, others: float) -> float:
        """The factor for names, 1 to ``STRANGERS``: by how much of their weight lies in such as the other lacks, in
        the article or in the story, whichever is less, since either may just tell more. ``covered`` is the weight of
        the article's names that the story has, ``both`` and ``others`` of the story's that the article has and not.
        """
        if not self._named or not both + others:
            return 1.0
        strange = min(1 - covered / self._named, others / (both + others))
        return 1 - (1 - STRANGERS) * strange

    def _weigh(self, words: tuple[str, ...], factor: float) -> dict[str, float]:
        """The weight of each of these words, as if the article that is being placed were counted, squared."""
        weights: dict[str, float] = {}
        base, known = self._base, self._held
        for word in words:
            held = known.get(word)
            weight = (base - _SEEN[unheld(word) if held is None else held]) * factor
            weights[word] = weight * weight
        return weights

    def _shared(
        self, weights: dict[str, float], counts: dict[str, int], factor: float
    ) -> tuple[float, float, float, float]:
        """Over shared words: the article's squared weights, the dot product, and their squared weights in the story
        with the article and without.
        """
        covered = dot = both = alone = 0.0
        base, known = self._base, self._held
        for word, own in weights.items():
            held = counts.get(word)
            if held is not None:
                without = (base - _UNSEEN[known[word]]) * factor * held
                covered += own
                dot += own * held
                both += own * held * held
                alone += without * without
        return covered, dot, both, alone

    def _square(self, counts: dict[str, int]) -> float:
        """The sum of the squared weights of a story's words."""
        total = 0.0
        base, known = self._base, self._held
        for word, held in counts.items():
            weight = (base - _UNSEEN[known[word]]) * held
            total += weight * weight
        return total


def vocabulary(profile: Profile) -> dict[str, int]:
    """Words and how many articles have each; one that is term to some and name to others counts as the former."""
    return {**profile.names, **profile.terms}
