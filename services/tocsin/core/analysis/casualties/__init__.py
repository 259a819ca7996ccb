"""Finds who was killed, injured, missing, captured or displaced, how many, by whom, and how."""

from tocsin.core.analysis.casualties.find import find_casualties
from tocsin.core.analysis.casualties.triggers import CUE_WORDS

__all__ = ["CUE_WORDS", "find_casualties"]
