"""Articles and rules to measure with: made up, the same on every machine, so that results can be compared.

Rules have the form "any of 5 to 40 place names, and any of 10 to 30 phrases, and not a phrase". Articles are 1.6 KB of
words drawn by Zipf's law, with a handful of place names and phrases set in.
"""

import random
from itertools import accumulate
from typing import NamedTuple

from tocsin.core.model.article import Article
from tocsin.core.model.rule import Condition, EvidenceItem, Rule

_SEED = 20260101
_WORDS, _PLACES, _PHRASES = 20_000, 2_000, 5_000
_ARTICLE_CHARACTERS = 1_600
_ONSETS = (*tuple("bcdfghklmnprstvwz"), "br", "dr", "gr", "kl", "st", "tr", "sh")
_VOWELS = ("a", "e", "i", "o", "u", "ai", "ou")


class Plan(NamedTuple):
    """One rule, in plain words: what all three matchers are built from."""

    id: str
    places: tuple[str, ...]
    phrases: tuple[str, ...]
    barred: str


class Workload:
    """Vocabularies from which articles and rules are drawn."""

    def __init__(self, seed: int = _SEED) -> None:
        self._random = random.Random(seed)
        words = self._made_up(_WORDS + _PLACES * 2)
        self.words, named = words[:_WORDS], words[_WORDS:]
        self.places = [
            name.capitalize() if index % 4 else f"{name.capitalize()} {named[-index - 1].capitalize()}"
            for index, name in enumerate(named[:_PLACES])
        ]
        self.phrases = sorted(
            {" ".join(self._random.sample(self.words, self._random.choice((2, 2, 3)))) for _ in range(_PHRASES)}
        )
        self._weights = list(accumulate(1 / rank for rank in range(1, _WORDS + 1)))

    def articles(self, count: int) -> list[Article]:
        """Articles, each naming some places and phrases."""
        return [self._article(number) for number in range(count)]

    def plans(self, count: int) -> list[Plan]:
        """Rules over all places and phrases."""
        draw = self._random
        return [
            Plan(
                id=f"rule-{number}",
                places=tuple(draw.sample(self.places, draw.randint(5, 40))),
                phrases=tuple(draw.sample(self.phrases, draw.randint(10, 30))),
                barred=draw.choice(self.phrases),
            )
            for number in range(count)
        ]

    def untouched(self, count: int) -> list[Plan]:
        """Rules over places and phrases that no article has, as many of each as the others have."""
        return [
            plan._replace(
                id=f"away-{plan.id}",
                places=tuple(f"{place}qx" for place in plan.places),
                phrases=tuple(f"{phrase}qx" for phrase in plan.phrases),
            )
            for plan in self.plans(count)
        ]

    def _article(self, number: int) -> Article:
        draw = self._random
        words = draw.choices(self.words, cum_weights=self._weights, k=_ARTICLE_CHARACTERS // 5)
        for _ in range(draw.randint(2, 6)):
            words.insert(draw.randrange(len(words)), draw.choice(self.places))
        for _ in range(draw.randint(1, 4)):
            words.insert(draw.randrange(len(words)), draw.choice(self.phrases))
        body = " ".join(words)[:_ARTICLE_CHARACTERS]
        return Article(id=f"article-{number}", title=" ".join(words[:8]), body=body)

    def _made_up(self, count: int) -> list[str]:
        draw = self._random
        words: dict[str, None] = {}
        while len(words) < count:
            syllables = draw.choice((2, 2, 3, 3, 4))
            words["".join(draw.choice(_ONSETS) + draw.choice(_VOWELS) for _ in range(syllables))] = None
        return list(words)


def to_rule(plan: Plan) -> Rule:
    """The plan in Tocsin's language."""
    both = (Condition(terms=plan.places), Condition(terms=plan.phrases))
    return Rule(
        id=plan.id,
        title=plan.id,
        evidence=(EvidenceItem(all=both),),
        unless=(Condition(terms=(plan.barred,)),),
    )
