"""Tells what an article is about as a whole, which rules use to keep everyday news quiet."""

from tocsin.core.analysis.topic.find import SCANNER as TOPIC_SCANNER
from tocsin.core.analysis.topic.find import find_topic, topic_scores

__all__ = ["TOPIC_SCANNER", "find_topic", "topic_scores"]
