"""Two matchers that only say which rules fire: brute force to check by, dictionaries to compare with."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from benchmarks.rules.workload import Plan
from tocsin.core.config.terms import folded_words
from tocsin.core.model.article import Article


def _line(text: str) -> str:
    return f" {' '.join(folded_words(text))} "


class BruteForce:
    """Every rule against every article, by searching the text for each of its terms."""

    def __init__(self, plans: Sequence[Plan]) -> None:
        self._plans = [
            (plan.id, [_line(p) for p in plan.places], [_line(p) for p in plan.phrases], _line(plan.barred))
            for plan in plans
        ]

    def match(self, article: Article) -> set[str]:
        """The ids of the rules that fire."""
        text = f"{_line(article.title)}|{_line(article.body)}"
        return {
            name
            for name, places, phrases, barred in self._plans
            if any(p in text for p in phrases) and any(p in text for p in places) and barred not in text
        }


class Dictionaries:
    """From each term to its rules, over the article's word sequences of one to three words."""

    def __init__(self, plans: Sequence[Plan]) -> None:
        self._places: dict[str, list[str]] = defaultdict(list)
        self._phrases: dict[str, list[str]] = defaultdict(list)
        self._barred: dict[str, list[str]] = defaultdict(list)
        for plan in plans:
            for place in plan.places:
                self._places[_line(place).strip()].append(plan.id)
            for phrase in plan.phrases:
                self._phrases[_line(phrase).strip()].append(plan.id)
            self._barred[_line(plan.barred).strip()].append(plan.id)

    def match(self, article: Article) -> set[str]:
        """The ids of the rules that fire."""
        grams = set[str]()
        for text in (article.title, article.body):
            words = folded_words(text)
            grams.update(words)
            grams.update(map(" ".join, pairwise(words)))
            grams.update(map(" ".join, zip(words, words[1:], words[2:], strict=False)))
        placed = {rule for gram in grams if gram in self._places for rule in self._places[gram]}
        phrased = {rule for gram in grams if gram in self._phrases for rule in self._phrases[gram]}
        barred = {rule for gram in grams if gram in self._barred for rule in self._barred[gram]}
        return (placed & phrased) - barred
