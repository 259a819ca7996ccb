"""Word lists that the rooms of the analysis share."""

from tocsin.core.analysis.lexicon.words import any_of, words

__all__ = ["any_of", "words"]
