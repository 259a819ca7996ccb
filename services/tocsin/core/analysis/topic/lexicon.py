"""What words tell of an article's topic: strong ones 2 points, weak ones 1. ``phrases`` has them, a file a topic."""

from typing import get_args

from tocsin.core.analysis.lexicon import read_phrases
from tocsin.core.model.analysis import Topic

STRONG, WEAK = 2, 1

_TOPICS: tuple[Topic, ...] = tuple(topic for topic in get_args(Topic) if topic != "other")
"""In this order: a phrase of two topics counts for the later one, a weak word that is strong too for the strong one."""


def _weights() -> dict[str, tuple[Topic, int]]:
    weights: dict[str, tuple[Topic, int]] = {}
    for topic in _TOPICS:
        weights |= read_phrases(__package__, topic, {"weak": (topic, WEAK), "strong": (topic, STRONG)})
    return weights


WEIGHTS = _weights()
"""Phrase → topic and points."""
