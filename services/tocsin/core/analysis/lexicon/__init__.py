"""Word lists that the rooms of the analysis share."""

from tocsin.core.analysis.lexicon.cutting import common_words, pieces
from tocsin.core.analysis.lexicon.either import Either
from tocsin.core.analysis.lexicon.files import read_phrases, read_sections
from tocsin.core.analysis.lexicon.hits import Hit
from tocsin.core.analysis.lexicon.openings import Openings
from tocsin.core.analysis.lexicon.scanner import Chorus, Scanner, expand
from tocsin.core.analysis.lexicon.sought import Sought
from tocsin.core.analysis.lexicon.word_sets import any_of, words

__all__ = [
    "Chorus",
    "Either",
    "Hit",
    "Openings",
    "Scanner",
    "Sought",
    "any_of",
    "common_words",
    "expand",
    "pieces",
    "read_phrases",
    "read_sections",
    "words",
]
