"""Finds who was killed, injured, missing, captured or displaced, how many, by whom, and how."""

from tocsin.core.analysis.casualties.find import find_casualties

__all__ = ["find_casualties"]
