"""The phrases that rooms look for in the whole of a text, found in one pass for all."""

from tocsin.core.analysis.casualties import CASUALTY_SCANNER
from tocsin.core.analysis.deployments import DEPLOYMENT_SCANNER
from tocsin.core.analysis.lexicon import Chorus
from tocsin.core.analysis.text import Document
from tocsin.core.analysis.topic import TOPIC_SCANNER

_PHRASES = Chorus((CASUALTY_SCANNER, DEPLOYMENT_SCANNER, TOPIC_SCANNER))


def find_phrases(document: Document) -> None:
    """Finds them in both fields. Rooms that are asked without it look for their own, at four times the cost."""
    for text in document.fields:
        text.search(_PHRASES)
