"""Finds who was killed, injured, missing, captured or displaced, how many, by whom, and how."""

from tocsin.core.analysis.casualties.find import SCANNER as CASUALTY_SCANNER
from tocsin.core.analysis.casualties.find import find_casualties
from tocsin.core.analysis.casualties.triggers import CUE_WORDS

__all__ = ["CASUALTY_SCANNER", "CUE_WORDS", "find_casualties"]
