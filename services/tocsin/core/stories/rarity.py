"""How much a word weighs: its rarity among the articles of a rule's open stories."""

import math
from collections.abc import Iterable, Mapping

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

_TABLE = 50_000
_UNSEEN = tuple(math.log(held + 0.5) for held in range(_TABLE))
_SEEN = tuple(math.log(held + 1.5) for held in range(_TABLE))
"""Logarithms by the number of articles that have a word, without and with the article that is being placed."""


class Rarity:
    """Counts articles and words; ``Weighing`` puts them to use for one article. Not thread-safe."""

    def __init__(self) -> None:
        self._held: dict[str, int] = {}
        self._articles = 0

    def change(self, old: Profile | None, new: Profile | None) -> None:
        """Replace one story's words by others; None stands for no story."""
        before = _words(old) if old is not None else {}
        after = _words(new) if new is not None else {}
        self._articles += (new.articles if new else 0) - (old.articles if old else 0)
        for word, held in after.items():
            known = before.get(word, 0)
            if known != held:
                self._add(word, held - known)
        for word, held in before.items():
            if word not in after:
                self._add(word, -held)

    def held(self, word: str) -> int:
        """In how many articles the word stands, those imagined included; at most the table's end."""
        held = self._held.get(word)
        if held is None:
            return COMMON_HELD if word in COMMONPLACE else 0
        return held if held < _TABLE else _TABLE - 1

    def base(self) -> float:
        """What the logarithm of a word's count is taken from."""
        return math.log(self._articles + 2 + IMAGINED) + SMOOTHING

    def _add(self, word: str, change: int) -> None:
        floor = COMMON_HELD if word in COMMONPLACE else 0
        held = self._held.get(word, floor) + change
        if held > floor:
            self._held[word] = held
        else:
            self._held.pop(word, None)


class Weighing:
    """The weights of one article's words, squared, and how alike a story's words are by the cosine."""

    def __init__(self, rarity: Rarity, article: Signature) -> None:
        self._rarity = rarity
        self._base = rarity.base()
        self.terms = {word: self._weigh(word) ** 2 for word in article.terms}
        self.names = {word: (self._weigh(word) * NAME_WEIGHT) ** 2 for word in article.names}
        self._norm = sum(self.terms.values()) + sum(self.names.values())

    def cosine(self, story: Profile) -> float:
        """Of the article and the mean of the story's articles, 0..1."""
        dot = 0.0
        square = self._square(story.terms) + self._square(story.names) * NAME_WEIGHT**2
        for weights, counts in ((self.terms, story.terms), (self.names, story.names)):
            factor = 1.0 if weights is self.terms else NAME_WEIGHT
            for word, own in weights.items():
                held = counts.get(word)
                if held:
                    dot += own * held
                    alone = max(self._base - _UNSEEN[self._rarity.held(word)], SMOOTHING) * factor * held
                    square += own * held * held - alone * alone
        return dot / math.sqrt(self._norm * square) if dot else 0.0

    def _weigh(self, word: str) -> float:
        return max(self._base - _SEEN[self._rarity.held(word)], SMOOTHING)

    def _square(self, counts: Mapping[str, int]) -> float:
        base, held_by = self._base, self._rarity.held
        total = 0.0
        for word, held in counts.items():
            own = base - _UNSEEN[held_by(word)]
            own = (own if own > SMOOTHING else SMOOTHING) * held  # noqa: FURB136 - max() is slower, and this is the inner loop
            total += own * own
        return total


def _words(profile: Profile) -> dict[str, int]:
    """Words and how many articles have each; one that is term to some and name to others counts as the former."""
    return {**profile.names, **profile.terms}


def vocabulary(profile: Profile) -> Iterable[tuple[str, int]]:
    """The words of a profile and how many of its articles have each."""
    return _words(profile).items()
