"""What an article is about: a linear model over a lexicon, so that every decision can be told by its words."""

from typing import Final

from tocsin.core.analysis.lexicon import Match, Scanner
from tocsin.core.analysis.text import Document
from tocsin.core.analysis.topic.lexicon import STRONG, WEIGHTS
from tocsin.core.model.analysis import Topic

_READ: Final = 1500
"""Code points of a body that are weighed: news tells its topic early."""

_TITLE: Final = 2
"""A word in the title counts so many times one in the body."""

_REPEATS: Final = 3
"""How often one phrase counts at most."""

_LEAST: Final = 3
"""Points below which nothing is said about the topic."""

_WEIGHED: Final = tuple(WEIGHTS.values())
"""By a phrase's number: its topic and points."""

SCANNER: Scanner[int] = Scanner({phrase: number for number, phrase in enumerate(WEIGHTS)})
"""Finds the words that are weighed."""


def find_topic(document: Document) -> Topic:
    """The topic whose words weigh most, or "other" when none weighs enough."""
    scores = topic_scores(document)
    if not scores:
        return "other"
    topic = max(scores, key=lambda name: (scores[name], name))
    return topic if scores[topic] >= _LEAST else "other"


def topic_scores(document: Document) -> dict[Topic, int]:
    """The points of each topic that has any. A topic none of whose strong words occurs has half its points."""
    seen: dict[int, int] = {}
    for text, factor in ((document.title, _TITLE), (document.body, 1)):
        if text.text:
            for number in SCANNER.meanings(_early(text.matches(SCANNER))):
                seen[number] = seen.get(number, 0) + factor
    scores: dict[Topic, int] = {}
    sure: set[Topic] = set()
    for number, times in seen.items():
        topic, weight = _WEIGHED[number]
        scores[topic] = scores.get(topic, 0) + weight * min(times, _REPEATS)
        if weight == STRONG:
            sure.add(topic)
    return {topic: score if topic in sure else score // 2 for topic, score in scores.items()}


def _early(matches: list[Match]) -> list[Match]:
    """Those that end in what is weighed: matches come by their end."""
    for at in range(len(matches)):
        if matches[at][1] > _READ:
            return matches[:at]
    return matches
