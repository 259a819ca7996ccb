"""What an article is about: a linear model over a lexicon, so that every decision can be told by its words."""

from typing import Final

from tocsin.core.analysis.lexicon import Scanner
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

_TOPICS: Final = list(dict.fromkeys(topic for topic, _ in WEIGHTS.values()))
_TOPIC_OF: Final = [_TOPICS.index(topic) for topic, _ in WEIGHTS.values()]
_WEIGHTS: Final = [weight for _, weight in WEIGHTS.values()]
"""By a phrase's number: its topic's number, and its points."""

_STRONG: Final = STRONG
"""Kept as the compiler looks it up fastest."""

SCANNER: Scanner[int] = Scanner({phrase: number for number, phrase in enumerate(WEIGHTS)}, _READ)
"""Finds the words that are weighed."""


def find_topic(document: Document) -> Topic:
    """The topic whose words weigh most, or "other" when none weighs enough."""
    best: Topic = "other"
    most = _LEAST - 1
    for topic, score in topic_scores(document).items():
        if score > most or (score == most and best != "other" and topic > best):
            best, most = topic, score
    return best


def topic_scores(document: Document) -> dict[Topic, int]:
    """The points of each topic that has any. A topic none of whose strong words occurs has half its points."""
    numbers = [hit.what for hit in document.title.hits(SCANNER)] * _TITLE
    numbers += [hit.what for hit in document.body.hits(SCANNER)]
    numbers.sort()
    scores = [-1] * len(_TOPICS)  # where none has been found
    sure = [False] * len(_TOPICS)
    last = -1
    times = 0
    for number in numbers:
        times = times + 1 if number == last else 1
        last = number
        if times > _REPEATS:
            continue
        topic, weight = _TOPIC_OF[number], _WEIGHTS[number]
        scores[topic] = max(scores[topic], 0) + weight
        if weight == _STRONG:
            sure[topic] = True
    return {topic: scores[at] if sure[at] else scores[at] // 2 for at, topic in enumerate(_TOPICS) if scores[at] >= 0}
